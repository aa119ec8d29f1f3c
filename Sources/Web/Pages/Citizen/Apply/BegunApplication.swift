import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// An application half filled in, with the step of the pack that it is about and the frame of its pages.
struct BegunApplication: Sendable {
    var draft: Draft
    let guest: Guest
    let pack: AdmittedPack
    let step: Step
    let district: District?
    /// The organs at which it can be filed.
    let organs: [District.Body]
    let frame: Frame

    var procedure: Procedure { pack.procedure }
    var words: Words { frame.words }

    /// Where somebody stands who asks for a draft.
    enum Found {
        case open(BegunApplication)
        /// It was filed before: a button pressed twice, or the way back through the history.
        case filed(CaseFile.ID)
    }

    /// Finds the draft that an address names.
    ///
    /// Errors: 404 if there is none, or it is somebody else's.
    static func find(_ asked: Asked) async throws -> Found {
        guard let guest = asked.caller.guest else { throw HTTPError(.notFound) }
        let id = asked.part("draft")
        guard let draft = try await asked.office.application(id, of: guest) else {
            if let subject = try await asked.office.filed(application: id, of: guest) {
                return .filed(subject)
            }
            throw HTTPError(.notFound)
        }
        let packs = try await asked.office.packs()
        guard let pack = packs.first(where: { $0.procedure.id.text == draft.procedure }),
            let step = pack.procedure.steps[Step.ID(draft.step)]
        else { throw HTTPError(.notFound) }
        let district = try await asked.office.district()
        let organs = try await asked.office.organs(for: pack.procedure)
        return .open(
            BegunApplication(
                draft: draft, guest: guest, pack: pack, step: step, district: district,
                organs: organs.compactMap { district?.organ($0) }, frame: asked.frame))
    }

    // MARK: What is asked, and what is answered

    struct Question {
        let field: Field
        let isRequired: Bool
    }

    var questions: [Question] {
        let entries = step.form.flatMap { procedure.forms[$0] }?.entries ?? []
        return entries.compactMap { entry in
            procedure.fields[entry.field].map { Question(field: $0, isRequired: entry.required) }
        }
    }

    func isAnswered(_ question: Question) -> Bool {
        !(draft.fields[question.field.id.text] ?? "").isEmpty
    }

    /// The required questions without an answer.
    var unanswered: [Question] { questions.filter { $0.isRequired && !isAnswered($0) } }

    /// The kinds of document that the step needs and that are neither uploaded nor promised.
    var missingDocuments: [DocumentKind] {
        step.documents.compactMap { procedure.documents[$0] }.filter { kind in
            !draft.documents.contains(kind.id.text)
                && !draft.held.contains { $0.kind == kind.id.text }
        }
    }

    var needsName: Bool { guest.viewer.person == nil }
    var hasName: Bool { !needsName || !(draft.partyName ?? "").isEmpty }

    var isComplete: Bool {
        draft.organ != nil && hasName && unanswered.isEmpty && missingDocuments.isEmpty
    }

    /// Where one goes after a question: the next without an answer, else the list of tasks.
    func next(after question: Question) -> Address {
        let index = questions.firstIndex { $0.field.id == question.field.id } ?? 0
        let rest = questions[(index + 1)...]
        return rest.first { !isAnswered($0) }.map { .draftQuestion(draft.id, $0.field.id) }
            ?? .draft(draft.id)
    }

    var caseWords: CaseWords {
        CaseWords(procedure: procedure, district: district, names: [:], words: words)
    }

    /// The way back, as the trail above a page shows it.
    var trail: [(String, Address)] {
        [
            (words.title(procedure.title), .guide(procedure.id)),
            (words.title(step.title), .draft(draft.id)),
        ]
    }
}

extension Field {
    /// What may stand in the field, in the reader's language.
    func expectation(in words: Words) -> String {
        switch kind {
        case .text: words(CasePhrase.expectsText)
        case .longText: words(CasePhrase.expectsLongText)
        case .number: words(CasePhrase.expectsNumber)
        case .money: words(CasePhrase.expectsMoney)
        case .day: words(CasePhrase.expectsDay)
        case .flag: words(CasePhrase.expectsFlag)
        case .organ: words(CasePhrase.expectsOrgan)
        case .person: words(CasePhrase.expectsPerson)
        case .length: words(CasePhrase.expectsLength)
        case .choice: words(ApplyPhrase.mustChoose)
        }
    }

    /// What is wrong with what was typed; nil if nothing is.
    func fault(_ text: String, isRequired: Bool, in words: Words) -> FieldError? {
        let title = words.language == .zhHant ? "" : words.title(self.title)
        guard !text.isEmpty else {
            guard isRequired else { return nil }
            let message =
                title.isEmpty
                ? words(ApplyPhrase.mustAnswer)
                : words(ApplyPhrase.mustAnswerTitle, ["title": title])
            return FieldError(id.text, message)
        }
        guard value(parsing: text) == nil else { return nil }
        return FieldError(
            id.text, words(ApplyPhrase.badValue, ["expected": expectation(in: words)]))
    }
}
