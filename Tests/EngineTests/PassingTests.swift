import Law
import Packs
import Testing

@testable import Engine

/// Running cases of the law of 2017 pass over to that of 2023 (行政复议法 90).
@Suite struct PassingTests {
    let library: Library
    let new: Edition

    init() throws {
        library = try Library.shared
        new = try #require(library.editions["reconsideration-2023"])
    }

    private static let firstDay = "2024-01-02 09:00"

    /// The states of stories of 2017 that lasted until the new law came.
    private var running: [(Scene, CaseFile)] {
        get throws {
            let first = try moment(Self.firstDay)
            return library.scenes.filter { $0.pack == "reconsideration-2017" }.compactMap { scene in
                guard let file = scene.after, file.procedure == "reconsideration-2017",
                    file.last < first,
                    library.editions[file.edition]?.procedure.stages[file.stage]?.isFinal == false
                else { return nil }
                return (scene, file)
            }
        }
    }

    @Test func `every running case passes over with its record, its deadlines and their rules`()
        throws
    {
        let cases = try running
        #expect(cases.count > 150)
        for (scene, file) in cases {
            let occasion = scene.occasion.at(try moment(Self.firstDay)).under(new)
            let events = try decide(.pass, on: file, in: occasion)
            let passed = try #require(library.replay(events, from: file))
            #expect(
                events.map(\.fact) == [.passed(from: "reconsideration-2017", to: new.procedure.id)])
            #expect(passed.edition == new.id && passed.procedure == new.procedure.id)
            #expect(passed.deadlines == file.deadlines, "\(scene)")
            #expect(passed.deeds == file.deeds && passed.fields == file.fields)
            let stages = new.procedure.passing.first { $0.from == file.procedure }?.stages
            #expect(passed.stage == stages?[file.stage] ?? file.stage, "\(scene)")
            #expect(passed.number == file.number && passed.recused == file.recused)
            #expect(passed.version == file.version + 1)
            #expect(new.procedure.stages[passed.stage] != nil)
        }
    }

    @Test func `after passing over the law goes on acting by itself, and comes to an end`() throws {
        for (scene, file) in try running {
            for deadline in file.deadlines {
                guard case .take(let step) = deadline.limit.lapse else { continue }
                try #require(new.procedure.steps[step] != nil, "\(scene): \(step)")
            }
            let occasion = scene.occasion.at(try moment(Self.firstDay)).under(new)
            let passed = try #require(
                library.replay(decide(.pass, on: file, in: occasion), from: file))
            let late = occasion.at(try moment("2026-06-01 09:00"))
            let events = lapses(of: passed, in: late)
            let after = try #require(library.replay(events, from: passed))
            #expect(lapses(of: after, in: late).isEmpty && events.count < 5, "\(scene)")
        }
    }

    @Test
    func `a running reply term stays ten natural days, and a new one would be ten working days`()
        throws
    {
        let story = try library.story(
            "reconsideration-2023", "a-case-of-2023-passes-over-with-its-running-terms")
        let passing = try #require(story.first { $0.command == .pass })
        let before = try #require(passing.before?.running("reply"))
        let after = try #require(passing.after?.running("reply"))
        #expect(before == after && after.limit.span == .fixed(Length(10, .days)))
        #expect(new.procedure.timeLimits["reply"]?.span == .fixed(Length(10, .workingDays)))
        #expect(try after.due(by: library.calendar)?.day == day("2024-01-04"))
        let decision = try #require(passing.after?.running("decision"))
        #expect(decision.startedBy == "apply" && decision.limit.from == ["apply"])
        #expect(try decision.due(by: library.calendar)?.day == day("2024-02-18"))
    }

    @Test func `what is done after passing over is held to the new law`() throws {
        let story = try library.story(
            "reconsideration-2023", "a-case-of-2023-passes-over-with-its-running-terms")
        let passing = try #require(story.firstIndex { $0.command == .pass })
        let extend = try #require(
            story[passing...].first { $0.act?.step == "extend-term" && $0.refusal == nil })
        let act = try #require(extend.act)
        #expect(act.approver?.roles == ["reconsideration-institution-head"])
        let old = try #require(library.editions["reconsideration-2017"])
        let under = refusal { () throws(Refusal) in
            try decide(.act(act), on: extend.before, in: extend.occasion.under(old))
        }
        #expect(under?.code == .approvalInvalid, "in 2017 the head of the organ had to approve")
        let heard = story[passing...].contains { $0.refusal?.code == "views-not-heard" }
        #expect(heard, "hearing views is a duty of the new law alone")
    }

    @Test func `nothing passes over too early, from elsewhere, twice, or after its end`() throws {
        let (scene, file) = try #require(try running.last)
        let basis = new.procedure.passing.flatMap(\.basis)
        let early = scene.occasion.at(try moment("2023-12-31 23:59")).under(new)
        let refused = refusal { () throws(Refusal) in try decide(.pass, on: file, in: early) }
        #expect(refused?.code == .cannotPass && refused?.field == "day" && refused?.basis == basis)
        let day = scene.occasion.at(try moment(Self.firstDay))
        let passed = try library.replay(decide(.pass, on: file, in: day.under(new)), from: file)
        let again = refusal { () throws(Refusal) in
            try decide(.pass, on: passed, in: day.under(new))
        }
        #expect(again?.code == .cannotPass && again?.field == "procedure")
        let elsewhere = try #require(library.editions["mediation"])
        let strange = refusal { () throws(Refusal) in
            try decide(.pass, on: file, in: day.under(elsewhere))
        }
        #expect(strange?.code == .cannotPass && strange?.field == "procedure")
        let closed = try #require(
            library.scenes.compactMap(\.after).first {
                $0.procedure == "reconsideration-2017" && $0.stage == "closed"
            })
        let late = day.at(try moment("2024-06-03 09:00")).under(new)
        let ended = refusal { () throws(Refusal) in try decide(.pass, on: closed, in: late) }
        #expect(ended?.code == .cannotPass && ended?.field == "stage" && ended?.basis == basis)
    }
}
