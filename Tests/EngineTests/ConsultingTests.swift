import Law
import Testing

@testable import Engine

/// Who may do what in a running consultation, against the packs that are shipped.
@Suite struct ConsultingTests {
    private let asked: Scene
    private let library: Library

    init() throws {
        library = try Library.shared
        let story = try library.story(
            "disclosure", "objection-of-a-third-party-protects-unless-public-interest-weighs-more")
        asked = try #require(story.first { $0.act?.step == "ask-third-party" && $0.refusal == nil })
    }

    private let handler = Participant(id: "handler", name: "承办人", roles: ["handler"])

    private func party(_ name: String) -> Participant {
        Participant(id: Person.ID(name), name: name, roles: ["third-party"])
    }

    private func attempt(
        _ move: ConsultationMove, by person: Participant?, on file: CaseFile? = nil,
        in rule: ConsultationRule.ID = "third-party"
    ) -> Refusal? {
        refusal { () throws(Refusal) in
            try decide(
                .consult(rule, move, by: person), on: file ?? asked.after, in: asked.occasion)
        }
    }

    private func made(_ moves: [(ConsultationMove, Participant)]) throws -> CaseFile {
        try moves.reduce(try #require(asked.after)) { file, next in
            let command = Command.consult("third-party", next.0, by: next.1)
            return try #require(
                library.replay(decide(command, on: file, in: asked.occasion), from: file))
        }
    }

    @Test func `the asker and those asked may do each their own`() {
        let allowed: [(ConsultationMove, Participant)] = [
            (.answer(.agree, by: "acme"), party("acme")),
            (.answer(.object, by: "bolt"), party("bolt")),
            (.pass(from: "acme", to: "dong"), party("acme")),
            (.delegate(from: "bolt", to: "dong"), party("bolt")), (.add("chen"), handler),
            (.urge, handler), (.withdraw, handler),
        ]
        for (move, person) in allowed { #expect(attempt(move, by: person) == nil, "\(move)") }
    }

    @Test func `nobody answers for another, and only the asker steers`() {
        let wrong: [(ConsultationMove, Participant)] = [
            (.answer(.agree, by: "acme"), party("bolt")), (.answer(.agree, by: "acme"), handler),
            (.pass(from: "acme", to: "dong"), handler),
            (.delegate(from: "acme", to: "dong"), party("bolt")),
            (.add("chen"), party("acme")), (.urge, party("acme")),
            (.withdraw, party("bolt")), (.silence(of: "acme"), handler),
            (.silence(of: "acme"), party("acme")),
        ]
        for (move, person) in wrong {
            let refused = attempt(move, by: person)
            #expect(refused?.code == .wrongRole && refused?.field == person.id.text, "\(move)")
            #expect(refused?.basis == [Basis("政府信息公开条例 32")] && refused?.reason.isEmpty == false)
        }
    }

    @Test func `silence comes from the law alone`() {
        let refused = attempt(.silence(of: "acme"), by: nil)
        #expect(refused?.code == .byLawOnly && refused?.field == "third-party")
    }

    @Test func `who was not asked, has answered, or is asked already is told so`() throws {
        let basis = [Basis("政府信息公开条例 32")]
        let cases: [(Refusal?, Refusal.Code, String)] = [
            (attempt(.answer(.agree, by: "chen"), by: party("chen")), .notAsked, "chen"),
            (attempt(.remove("chen"), by: handler), .notAsked, "chen"),
            (attempt(.add("acme"), by: handler), .alreadyAsked, "acme"),
            (attempt(.pass(from: "acme", to: "bolt"), by: party("acme")), .alreadyAsked, "bolt"),
            (
                attempt(.delegate(from: "acme", to: "acme"), by: party("acme")), .alreadyAsked,
                "acme"
            ),
            (
                attempt(.sendBack(by: "acme", to: "received"), by: party("acme")), .wrongStage,
                "received"
            ),
            (
                attempt(
                    .answer(.object, by: "acme"), by: party("acme"),
                    on: try made([(.answer(.agree, by: "acme"), party("acme"))])),
                .alreadyAnswered, "acme"
            ),
            // A party asked keeps their own time: nobody takes it from them.
            (attempt(.remove("bolt"), by: handler), .noAddressee, "bolt"),
            (
                attempt(.urge, by: handler, on: try made([(.withdraw, handler)])),
                .consultationClosed, "third-party"
            ),
        ]
        for (refused, code, field) in cases {
            #expect(
                refused?.code == code && refused?.field == field, "\(String(describing: refused))")
            #expect(refused?.basis == basis && refused?.reason.isEmpty == false)
        }
    }

    @Test func `a consultation that never was cannot be moved, nor by somebody recused`() throws {
        let refused = attempt(.urge, by: handler, in: "joint-maker")
        #expect(refused?.code == .notAsked && refused?.field == "joint-maker")
        var file = try #require(asked.after)
        file.recused.insert("acme")
        let recused = attempt(.answer(.agree, by: "acme"), by: party("acme"), on: file)
        #expect(recused?.code == .recused && recused?.field == "acme")
    }

    @Test func `advice goes back to the one who asked for it, who answers`() throws {
        let file = try made([
            (.delegate(from: "acme", to: "dong"), party("acme")),
            (.answer(.object, by: "dong"), party("dong")),
        ])
        let consultation = try #require(file.consultation("third-party"))
        #expect(consultation.isOpen && consultation.questions[0].advice == .object)
        #expect(consultation.questions[0].state == .open)
        let decided = try made([
            (.delegate(from: "acme", to: "dong"), party("acme")),
            (.answer(.object, by: "dong"), party("dong")),
            (.answer(.agree, by: "acme"), party("acme")),
            (.answer(.agree, by: "bolt"), party("bolt")),
        ])
        #expect(decided.consultation("third-party")?.result == .agreed)
    }

    @Test func `the reply term stands still while others are asked and runs on with the result`()
        throws
    {
        let file = try #require(asked.after)
        #expect(file.running("reply")?.isPaused == true)
        #expect(file.running("reply")?.due(by: library.calendar) == nil)
        let answered = try made([
            (.answer(.agree, by: "acme"), party("acme")),
            (.answer(.agree, by: "bolt"), party("bolt")),
        ])
        #expect(answered.running("reply")?.isPaused == false)
        #expect(answered.running("reply")?.due(by: library.calendar) != nil)
    }
}
