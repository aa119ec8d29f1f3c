import Law
import Testing

@testable import Engine

/// A tiny law made up for these tests: something is asked, and silence answers it.
private enum SmallLaw {
    static func title(_ text: String) -> Title { Title(chinese: text, english: text) }
    static let basis = [Basis("某法 1")]

    static let ask = Step(
        id: "ask", title: title("提出"), by: ["citizen"], place: .opening, to: "open", basis: basis)
    static let deem = Step(
        id: "deem", title: title("视为同意"), by: [Role.law], place: .anywhere, to: "closed",
        basis: basis)
    static let note = Step(
        id: "note", title: title("记录"), by: ["citizen"], place: .anywhere, to: nil, basis: basis)
    static let limit = TimeLimit(
        id: "answer", title: title("答复期限"), span: .fixed(Length(5, .days)), from: ["ask"],
        metBy: ["reply"], holder: "citizen", lapse: .take("deem"), basis: basis)

    static func procedure(
        _ id: Procedure.ID, steps: [Step], outcomes: [Outcome] = [],
        limits: [TimeLimit] = [],
        passingFrom old: Procedure.ID? = nil
    ) throws -> Procedure {
        let passing = try old.map {
            Procedure.Passing(
                from: $0, on: try day("2024-01-01"), stages: [:], say: title("从新"), basis: basis)
        }
        return Procedure(
            id: id, matter: "small", title: title("小程序"), inForce: Validity(from: .earliest),
            numbering: nil,
            roles: Catalogue([Role(id: "citizen", title: title("公民"), kind: .party, of: .any)]),
            stages: Catalogue([
                Stage(id: "open", title: title("办理"), isFinal: false, noDeadline: nil),
                Stage(id: "closed", title: title("办结"), isFinal: true, noDeadline: nil),
            ]),
            steps: Catalogue(steps), timeLimits: Catalogue([limit] + limits),
            consultations: Catalogue([]),
            publications: Catalogue([]), debts: Catalogue([]), outcomes: Catalogue(outcomes),
            remedies: Catalogue([]), passing: passing.map { [$0] } ?? [], fields: Catalogue([]),
            forms: Catalogue([]), notices: Catalogue([]), documents: Catalogue([]),
            instruments: Catalogue([]), provisions: Catalogue([]))
    }

    static func occasion(_ procedure: Procedure, _ day: String) throws -> Occasion {
        let moment = try moment("\(day) 09:00")
        return Occasion(
            subject: "case", organ: "organ",
            edition: Edition(id: Edition.ID("e-\(procedure.id)"), procedure: procedure),
            recorded: moment, effective: moment, calendar: try Library.shared.calendar,
            nextNumber: 1)
    }

    static let citizen = Participant(id: "zhang", name: "张三", roles: ["citizen"])

    static func opened(_ procedure: Procedure) throws -> CaseFile {
        let occasion = try occasion(procedure, "2023-12-28")
        let events = try decide(
            .act(Act("ask", as: "citizen", by: [citizen])), on: nil, in: occasion)
        return try #require(
            events.reduce(nil as CaseFile?) { evolve($0, by: $1, under: occasion.edition) })
    }
}

@Suite struct LapseTests {
    @Test func `silence is answered at the end of its last day, before what is done next`() throws {
        let law = try SmallLaw.procedure(
            "old", steps: [SmallLaw.ask, SmallLaw.deem, SmallLaw.note])
        let file = try SmallLaw.opened(law)
        let due = try Moment.end(of: day("2024-01-02"))
        #expect(try file.nextLapse(by: Library.shared.calendar) == due)
        let onTime = try SmallLaw.occasion(law, "2024-01-02")
        #expect(lapses(of: file, in: onTime).isEmpty)
        #expect(lapses(of: file, in: onTime.at(due)).isEmpty, "the last second still counts")
        let events = lapses(of: file, in: onTime.at(Moment(seconds: due.seconds + 1)))
        #expect(events.map(\.effective) == [due] && events.map(\.version) == [2])
        let after = events.reduce(file) { evolve($0, by: $1, under: onTime.edition) ?? $0 }
        #expect(after.stage == "closed" && after.deeds.last?.role == Role.law)
        #expect(after.deadlines.map(\.end) == [.lapsed(at: due)])
        let note = Command.act(Act("note", as: "citizen", by: [SmallLaw.citizen]))
        let later = try SmallLaw.occasion(law, "2024-01-05")
        let refused = refusal { () throws(Refusal) in try decide(note, on: file, in: later) }
        #expect(refused?.code == .closed, "the law had closed the file by then")
    }

    @Test func `a term whose consequence the new law does not know is dropped on passing over`()
        throws
    {
        let old = try SmallLaw.procedure(
            "old", steps: [SmallLaw.ask, SmallLaw.deem, SmallLaw.note])
        let new = try SmallLaw.procedure(
            "new", steps: [SmallLaw.ask, SmallLaw.note], passingFrom: "old")
        let file = try SmallLaw.opened(old)
        let occasion = try SmallLaw.occasion(new, "2024-01-01")
        let events = try decide(.pass, on: file, in: occasion)
        let passed = events.reduce(file) { evolve($0, by: $1, under: occasion.edition) ?? $0 }
        try #require(passed.deadlines.map(\.end) == [.dropped(at: occasion.effective)])
        #expect(try passed.nextLapse(by: Library.shared.calendar) == nil)
        #expect(lapses(of: passed, in: try SmallLaw.occasion(new, "2025-01-01")).isEmpty)
    }

    @Test func `a rule about the only outcome of a step does not make the step seem impossible`()
        throws
    {
        let outcome = Outcome(
            id: "done", title: SmallLaw.title("办成"), burdens: false, remedies: [],
            basis: SmallLaw.basis)
        let rule = Requirement(
            that: .outcome("done"), code: "not-done", say: SmallLaw.title("未办成"),
            basis: SmallLaw.basis)
        let finish = Step(
            id: "finish", title: SmallLaw.title("办成"), by: ["citizen"], place: .stages(["open"]),
            to: "closed", outcomes: ["done"], requirements: [rule], basis: SmallLaw.basis)
        let law = try SmallLaw.procedure(
            "small", steps: [SmallLaw.ask, SmallLaw.deem, finish], outcomes: [outcome])
        let file = try SmallLaw.opened(law)
        let occasion = try SmallLaw.occasion(law, "2023-12-29")
        let act = Command.act(Act("finish", as: "citizen", by: [SmallLaw.citizen]))
        let events = try decide(act, on: file, in: occasion)
        #expect(events.count == 1)
        #expect(standing(of: file, in: occasion).first { $0.step.id == "finish" }?.refusal == nil)
    }

    @Test func `the step that ends a file may leave a term behind, and every other term stops`()
        throws
    {
        let finish = Step(
            id: "finish", title: SmallLaw.title("办结"), by: ["citizen"], place: .stages(["open"]),
            to: "closed", basis: SmallLaw.basis)
        let revisit = TimeLimit(
            id: "revisit", title: SmallLaw.title("回访"), span: .fixed(Length(5, .days)),
            from: ["finish"], metBy: ["note"], holder: "citizen", lapse: .overdue,
            basis: SmallLaw.basis)
        let note = Step(
            id: "note", title: SmallLaw.title("回访"), by: ["citizen"], place: .stages(["closed"]),
            to: nil, basis: SmallLaw.basis)
        let law = try SmallLaw.procedure(
            "small", steps: [SmallLaw.ask, SmallLaw.deem, finish, note], limits: [revisit])
        let occasion = try SmallLaw.occasion(law, "2023-12-29")
        let opened = try SmallLaw.opened(law)
        let act = Command.act(Act("finish", as: "citizen", by: [SmallLaw.citizen]))
        let file = try decide(act, on: opened, in: occasion)
            .reduce(opened) { evolve($0, by: $1, under: occasion.edition) ?? $0 }
        #expect(file.deadlines.map(\.end) == [.dropped(at: occasion.effective), nil])
        #expect(
            file.running("revisit")?.due(by: occasion.calendar)?.day.description == "2024-01-03")
        let late = try moment("2024-01-04 00:00")
        #expect(file.overdue(at: late, by: occasion.calendar).map(\.limit.id) == ["revisit"])
    }

    @Test func `an event that opens no file makes none`() throws {
        let law = try SmallLaw.procedure(
            "old", steps: [SmallLaw.ask, SmallLaw.deem, SmallLaw.note])
        let occasion = try SmallLaw.occasion(law, "2024-01-02")
        let note = Act("note", as: "citizen", by: [SmallLaw.citizen])
        for fact in [Event.Fact.acted(note), .erased(ground: "依法删除"), .passed(from: "a", to: "b")] {
            let event = occasion.event(fact, after: 0)
            #expect(evolve(nil, by: event, under: occasion.edition) == nil)
        }
    }

    @Test
    func `erasing leaves of personal values only that there were some, and of a party no name`()
        throws
    {
        let library = try Library.shared
        let story = try library.story("reconsideration-2017", "ordinary-decided-upheld")
        let last = try #require(story.last)
        let file = try #require(last.after)
        let event = last.occasion.event(.erased(ground: "个人信息保护法 47"), after: file.version)
        let erased = try #require(library.replay([event], from: file))
        for field in last.occasion.procedure.fields {
            let value =
                field.personal && file.fields[field.id] != nil ? .erased : file.fields[field.id]
            #expect(erased.fields[field.id] == value, "\(field.id)")
            if let value = erased.fields[field.id] { #expect(field.accepts(value)) }
        }
        #expect(erased.fields["applicant-name"] == .erased)
        let names = erased.deeds.filter { $0.role == "applicant" }.flatMap(\.people).map(\.name)
        #expect(!names.isEmpty && names.allSatisfy { $0 == "〔已删除〕" })
        #expect(
            erased.deeds.filter { $0.role == "reconsideration-handler" }
                == file.deeds.filter { $0.role == "reconsideration-handler" })
        #expect(erased.version == file.version + 1 && erased.stage == file.stage)
        #expect(
            library.replay(
                [last.occasion.event(.erased(ground: "再次"), after: erased.version)], from: erased)?
                .fields == erased.fields)
    }
}

extension LapseTests {
    @Test func `a duty that nobody can meet any more ends, and is not overdue for ever`() throws {
        let finish = Step(
            id: "finish", title: SmallLaw.title("办结"), by: ["citizen"], place: .stages(["open"]),
            to: "closed", basis: SmallLaw.basis)
        let revisit = TimeLimit(
            id: "revisit", title: SmallLaw.title("回访"), span: .fixed(Length(5, .days)),
            from: ["finish"], metBy: ["ask"], holder: "citizen", lapse: .overdue,
            basis: SmallLaw.basis)
        let law = try SmallLaw.procedure(
            "small", steps: [SmallLaw.ask, SmallLaw.deem, finish], limits: [revisit])
        let occasion = try SmallLaw.occasion(law, "2023-12-29")
        let opened = try SmallLaw.opened(law)
        let act = Command.act(Act("finish", as: "citizen", by: [SmallLaw.citizen]))
        let file = try decide(act, on: opened, in: occasion)
            .reduce(opened) { evolve($0, by: $1, under: occasion.edition) ?? $0 }
        #expect(file.deadlines.last?.end == .dropped(at: occasion.effective))
        #expect(file.overdue(at: try moment("2024-03-01 00:00"), by: occasion.calendar).isEmpty)
    }
}
