import Foundation
import Law
import Testing

@testable import Engine
@testable import Packs

/// Each reason the engine itself can give, against the packs that are shipped: one lawful act, changed in one thing.
@Suite struct RefusalTests {
    /// A lawful act of a story, what is changed in it, and what the engine must say.
    struct Wrong: Sendable, CustomTestStringConvertible {
        let code: Refusal.Code
        let field: String
        let basis: [String]
        let story: String
        let step: Step.ID
        let change: @Sendable (inout Act) -> Void

        init(
            _ code: Refusal.Code, _ field: String, _ basis: [String], _ story: String,
            _ step: Step.ID,
            _ change: @escaping @Sendable (inout Act) -> Void
        ) {
            self.code = code
            self.field = field
            self.basis = basis
            self.story = story
            self.step = step
            self.change = change
        }

        var testDescription: String { "\(code) \(field): \(story) \(step)" }
    }

    static let fined = "penalty-ordinary/ordinary-fined-and-paid"
    static let decision = ["行政处罚法 57", "行政处罚法 42", "行政处罚法 59"]

    static let people: [Wrong] = [
        Wrong(.wrongRole, "party", decision, fined, "decide-penalty") { $0.role = "party" },
        Wrong(.wrongRole, "li", decision, fined, "decide-penalty") {
            $0.people[0] = $0.people[0].with(roles: ["party"])
        },
        Wrong(.wrongOrgan, "wang", decision, fined, "decide-penalty") {
            $0.people[1] = $0.people[1].with(organ: "elsewhere")
        },
        Wrong(.wrongOrgan, "organ-head", decision, fined, "decide-penalty") {
            $0.approver = $0.approver?.with(organ: "elsewhere")
        },
        Wrong(.unknownPerson, "by", decision, fined, "decide-penalty") { $0.people = [] },
        Wrong(.tooFewOfficers, "by", decision, fined, "decide-penalty") { $0.people.removeLast() },
        Wrong(.tooFewOfficers, "by", decision, fined, "decide-penalty") {
            $0.people[1] = $0.people[0]
        },
        Wrong(.notCertified, "wang", decision, fined, "decide-penalty") {
            $0.people[1] = $0.people[1].with(certificate: nil)
        },
        Wrong(.notCertified, "li", decision, fined, "decide-penalty") { act in
            let expired = Participant.Certificate(
                number: "7", valid: Validity(from: .earliest, until: Day(number: 18_000)))
            act.people[0] = act.people[0].with(certificate: expired)
        },
        Wrong(.approvalMissing, "approved-by", decision, fined, "decide-penalty") {
            $0.approver = nil
        },
        Wrong(.approvalInvalid, "li", decision, fined, "decide-penalty") { act in
            act.people[0] = act.people[0].with(roles: ["handler", "organ-head"])
            act.approver = act.people[0]
        },
        Wrong(.approvalInvalid, "li", decision, fined, "decide-penalty") {
            $0.approver = $0.people[0]
        },
        Wrong(.approvalInvalid, "organ-head", decision, fined, "decide-penalty") {
            $0.approver = $0.approver?.with(roles: ["handler"])
        },
        Wrong(.approvalInvalid, "li", ["行政处罚法 57"], fined, "conclude") {
            $0.approver = $0.people[0]
        },
        Wrong(.separation, "li", ["行政处罚法 67"], fined, "pay") {
            $0.people[0] = $0.people[0].with(id: "li")
        },
        Wrong(
            .wrongRole, "somebody", ["行政复议法 25", "实施条例 38", "实施条例 40"],
            "reconsideration-2017/ordinary-withdrawn", "ask-withdrawal"
        ) { $0.people[0] = $0.people[0].with(id: "somebody") },
        Wrong(
            .separation, "reconsideration-handler", ["行政复议法 17"],
            "reconsideration-2017/ordinary-decided-upheld",
            "accept"
        ) { $0.people[0] = $0.people[0].with(organ: "market-bureau") },
        Wrong(
            .recused, "wang", ["行政处罚法 42", "行政处罚法 55"],
            "penalty-ordinary/officers-are-two-certified-and-evidence-is-preserved-seven-working-days",
            "investigate"
        ) { $0.people[1] = $0.people[1].with(id: "wang") },
    ]

    static let content: [Wrong] = [
        Wrong(.unknownStep, "step", [], fined, "decide-penalty") { $0.step = "fly" },
        Wrong(.wrongStage, "serve", ["行政处罚法 61"], fined, "decide-penalty") { $0.step = "serve" },
        Wrong(.wrongStage, "file-case", ["行政处罚法 54"], fined, "decide-penalty") {
            $0.step = "file-case"
        },
        Wrong(.byLawOnly, "lapse-defence", ["行政处罚法 45", "本包参数 陈述申辩期限"], fined, "waive") {
            $0.step = "lapse-defence"
        },
        Wrong(.missingField, "penalty-kind", decision, fined, "decide-penalty") {
            $0.fields["penalty-kind"] = nil
        },
        Wrong(.badField, "fine", decision, fined, "decide-penalty") {
            $0.fields["fine"] = .number(5)
        },
        Wrong(.badField, "fine", decision, fined, "decide-penalty") {
            $0.fields["fine"] = .money(Money(fen: -1))
        },
        Wrong(.unknownField, "applicant-name", decision, fined, "decide-penalty") {
            $0.fields["applicant-name"] = .text("张三")
        },
        Wrong(.unknownField, "paid", decision, fined, "decide-penalty") {
            $0.fields["paid"] = .money(Money(fen: 1))
        },
        Wrong(.outcomeMissing, "outcome", decision, fined, "decide-penalty") { $0.outcome = nil },
        Wrong(.outcomeNotAllowed, "case-dropped", decision, fined, "decide-penalty") {
            $0.outcome = "case-dropped"
        },
        Wrong(.outcomeNotAllowed, "penalty", ["行政处罚法 57"], fined, "conclude") {
            $0.outcome = "penalty"
        },
        Wrong(.missingDocument, "service-return", ["行政处罚法 61"], fined, "serve") {
            $0.documents = []
        },
        Wrong(.missingDocument, "holiday-photo", ["行政处罚法 61"], fined, "serve") {
            $0.documents.append("holiday-photo")
        },
        Wrong(.overpaid, "paid", ["行政处罚法 67"], fined, "pay") {
            $0.fields["paid"] = .money(Money(fen: 100_000_000))
        },
        Wrong(.overpaid, "paid", ["行政处罚法 67"], fined, "pay") {
            $0.fields["paid"] = .money(Money(fen: 0))
        },
        Wrong(.noAddressee, "asks", ["行政处罚法 61"], fined, "serve") { $0.addressees = ["zhang"] },
        Wrong(.noAddressee, "asks", ["政府信息公开条例 32"], asking, "ask-third-party") {
            $0.addressees = []
        },
        Wrong(.alreadyAsked, "asks", ["政府信息公开条例 32"], asking, "ask-third-party") {
            $0.addressees = ["acme", "bolt", "acme"]
        },
        Wrong(.extensionTooLong, "extra-time", ["政府信息公开条例 33"], extending, "extend-reply") {
            $0.fields["extra-time"] = .length(Length(21, .workingDays))
        },
        Wrong(.extensionTooLong, "extra-time", ["政府信息公开条例 33"], extending, "extend-reply") {
            $0.fields["extra-time"] = .length(Length(1, .months))
        },
    ]

    static let asking =
        "disclosure/objection-of-a-third-party-protects-unless-public-interest-weighs-more"
    static let extending =
        "disclosure/reply-is-extended-once-by-the-head-and-a-late-reply-stays-overdue"

    /// The last lawful taking of a step in a story.
    private func scene(_ story: String, _ step: Step.ID) throws -> Scene {
        let parts = story.split(separator: "/").map(String.init)
        let scenes = try Library.shared.story(parts[0], parts[1])
        return try #require(
            scenes.last { $0.act?.step == step && $0.refusal == nil }, "\(story) \(step)")
    }

    @Test(arguments: people + content)
    func `a lawful act changed in one thing is refused for that thing`(wrong: Wrong) throws {
        let scene = try scene(wrong.story, wrong.step)
        var act = try #require(scene.act)
        wrong.change(&act)
        let refused = refusal { () throws(Refusal) in
            try decide(.act(act), on: scene.before, in: scene.occasion)
        }
        let refusal = try #require(refused, "was allowed")
        #expect(refusal.code == wrong.code, "\(refusal)")
        #expect(refusal.field == wrong.field, "\(refusal)")
        #expect(refusal.basis.map(\.text) == wrong.basis, "\(refusal)")
        #expect(!refusal.reason.isEmpty)
    }

    /// An act of a story, tried again when a later step of the story has been taken.
    @Test(arguments: [
        (
            "already-done", "report", ["行政处罚法 52"], "penalty-simple/ordinary-small-fine-paid",
            "report", "report"
        ),
        (
            "closed", "report", ["行政处罚法 52"], "penalty-simple/ordinary-small-fine-paid", "report",
            "close"
        ),
        (
            "already-published", "publish", ["行政处罚法 48", "行政处罚法 50", "本包参数 公示期"], fined, "publish",
            "publish"
        ),
        (
            "not-published", "withdraw-publication", ["行政处罚法 48", "行政处罚法 50", "本包参数 公示期"],
            "penalty-ordinary/a-penalty-is-published-within-seven-working-days-and-withdrawn-within-three",
            "withdraw-publication", "withdraw-publication"
        ),
        (
            "already-extended", "extend-reply", ["政府信息公开条例 33"], extending, "extend-reply",
            "extend-reply"
        ),
        (
            "not-running", "grant-instalments", ["行政处罚法 66", "本包参数 分期期限"],
            "penalty-ordinary/instalments-are-granted-once-on-request", "grant-instalments",
            "clear-fine"
        ),
        (
            "consultation-open", "ask-third-party", ["政府信息公开条例 32"], asking, "ask-third-party",
            "ask-third-party"
        ),
        ("wrong-stage", "register", ["政府信息公开条例 45"], asking, "register", "begin-search"),
    ])
    func `what was lawful once is refused when its time is over`(
        code: String, field: String, basis: [String], story: String, step: String, after: String
    ) throws {
        let act = try #require(try scene(story, Step.ID(step)).act)
        let later = try scene(story, Step.ID(after))
        let occasion = later.occasion.at(Moment(seconds: later.occasion.effective.seconds + 60))
        let refused = refusal { () throws(Refusal) in
            try decide(.act(act), on: later.after, in: occasion)
        }
        let refusal = try #require(refused, "was allowed")
        #expect(refusal.code.text == code && refusal.field == field, "\(refusal)")
        #expect(refusal.basis.map(\.text) == basis && !refusal.reason.isEmpty, "\(refusal)")
    }

    /// An act of a story, tried on another day.
    @Test(arguments: [
        (
            "too-early", "enforce-upheld-act", ["行政复议法 33", "行政诉讼法 45"],
            "reconsideration-2017/an-upheld-act-is-enforced-by-its-maker", "enforce-upheld-act", -1
        ),
        (
            "time-barred", "require-correction", ["政府信息公开条例 30"],
            "disclosure/ordinary-corrected-then-granted", "require-correction", 30
        ),
        ("out-of-order", "day", [], fined, "serve", -10),
        (
            "not-in-force", "day", ["行政复议法 6", "行政复议法 11", "实施条例 18", "实施条例 19"],
            "reconsideration-2017/ordinary-decided-upheld", "apply", 800
        ),
        ("not-in-force", "day", ["政府信息公开条例 29", "政府信息公开条例 31"], asking, "apply", -3000),
        ("time-barred", "extend-reply", ["政府信息公开条例 33"], extending, "extend-reply", 100),
    ])
    func `what is lawful on its day is refused on another`(
        code: String, field: String, basis: [String], story: String, step: String, days: Int
    ) throws {
        let scene = try scene(story, Step.ID(step))
        let act = try #require(scene.act)
        var moment = Moment(seconds: scene.occasion.effective.seconds + Int64(days) * 86_400)
        if code == "too-early", let served = scene.before?.lastDeed("serve") {
            moment = Moment(served.at.day.adding(days: 15), hour: 17)
        }
        let refused = refusal { () throws(Refusal) in
            try decide(.act(act), on: scene.before, in: scene.occasion.at(moment))
        }
        let refusal = try #require(refused, "was allowed")
        #expect(refusal.code.text == code && refusal.field == field, "\(refusal)")
        #expect(refusal.basis.map(\.text) == basis && !refusal.reason.isEmpty, "\(refusal)")
    }

    @Test func `a wait lasts to the last second of its last day`() throws {
        let scene = try scene(
            "reconsideration-2017/an-upheld-act-is-enforced-by-its-maker", "enforce-upheld-act")
        let command = try #require(scene.command)
        let served = try #require(scene.before?.lastDeed("serve"))
        let last = Moment.end(
            of: try Library.shared.calendar.workingDay(onOrAfter: served.at.day.adding(days: 15)))
        func attempt(at moment: Moment) -> Refusal? {
            refusal { () throws(Refusal) in
                try decide(command, on: scene.before, in: scene.occasion.at(moment))
            }
        }
        #expect(attempt(at: last)?.code == .tooEarly)
        #expect(attempt(at: Moment(seconds: last.seconds + 1)) == nil)
    }

    @Test func `a file is opened by an opening step and by nothing else`() throws {
        let scene = try scene(Self.fined, "file-case")
        let act = try #require(scene.act)
        func opening(_ command: Command) -> Refusal? {
            refusal { () throws(Refusal) in try decide(command, on: nil, in: scene.occasion) }
        }
        #expect(opening(.act(act)) == nil)
        let strange = opening(.act(Act("fly", as: "handler", by: act.people)))
        #expect(strange?.code == .unknownStep && strange?.field == "step")
        let later = opening(.act(Act("serve", as: "handler", by: act.people)))
        #expect(later?.code == .wrongStage && later?.field == "serve")
        for command in [Command.pass, .consult("talks", .urge, by: act.people[0])] {
            #expect(opening(command)?.code == .unknownStep)
        }
    }

    @Test func `texts are read by the fields of the procedure`() throws {
        let procedure = try Library.shared.pack("penalty-ordinary").procedure
        let values = try procedure.values(parsing: ["fine": "12.50 yuan", "hearing-right": "true"])
        #expect(values == ["fine": .money(Money(fen: 1250)), "hearing-right": .flag(true)])
        let bad = refusal { () throws(Refusal) in try procedure.values(parsing: ["fine": "许多"]) }
        #expect(
            bad?.code == .badField && bad?.field == "fine" && bad?.reason.contains("金额") == true)
        let long = String(repeating: "x", count: 1_000_000)
        let unknown = refusal { () throws(Refusal) in try procedure.values(parsing: [long: "1"]) }
        #expect(unknown?.code == .unknownField && unknown?.field?.count == 64)
    }

    @Test func `the pack language names exactly the codes that the engine has`() throws {
        let text = try String(
            contentsOf: Library.root.appending(path: "docs/pack-language.md"), encoding: .utf8)
        let start = try #require(text.range(of: "Codes the engine"))
        let paragraph = text[start.lowerBound...].components(separatedBy: "\n\n")[0]
        let words = paragraph.components(separatedBy: "`").enumerated()
        let codes = Set(words.filter { $0.offset % 2 == 1 }.map { Refusal.Code($0.element) })
        #expect(codes == Refusal.Code.ofTheEngine)
    }
}

extension Participant {
    func with(
        id: Person.ID? = nil, organ: Organ.ID? = nil, roles: Set<Role.ID>? = nil
    ) -> Participant {
        Participant(
            id: id ?? self.id, name: name, organ: organ ?? self.organ, roles: roles ?? self.roles,
            certificate: certificate)
    }

    func with(certificate: Certificate?) -> Participant {
        Participant(id: id, name: name, organ: organ, roles: roles, certificate: certificate)
    }
}
