import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// All answers once more, and the button that files them.
enum CheckPage {
    static func answer(
        _ application: BegunApplication, _ asked: Asked, refusal: Refusal? = nil,
        missing: [FieldError] = []
    ) -> Response {
        let frame = asked.frame
        let words = asked.words
        let errors = missing + (refusal.map { [error($0, application)] } ?? [])
        return asked.page(
            words(ApplyPhrase.check), status: errors.isEmpty ? .ok : .unprocessableContent,
            trail: application.trail
        ) {
            frame.errorSummary(errors)
            h1(.class("title")) { words(ApplyPhrase.check) }
            p(.class("lead")) { words(ApplyPhrase.checkLead) }
            if let refusal, !refusal.basis.isEmpty {
                frame.citations(
                    refusal.basis, of: application.procedure,
                    on: .guide(application.procedure.id))
            }
            dl(.class("summary")) {
                who(application)
                for question in application.questions { row(question, application) }
                documents(application)
            }
            frame.form(.draftCheck(application.draft.id)) {
                div(.class("inset")) {
                    p { words(ApplyPhrase.submitHint) }
                    OpeningTerms(application.step, of: application.procedure, frame).html
                }
                div(.class("button-row")) {
                    button(
                        .class("button"), .type("submit"),
                        .data("busy", words(ApplyPhrase.submitBusy))
                    ) { words(ApplyPhrase.submit) }
                    frame.link(
                        words(ApplyPhrase.toTasks), .draft(application.draft.id),
                        .class("button quiet"))
                }
            }
        }
    }

    static func file(
        _ application: BegunApplication, _ asked: Asked, _ form: FormBody
    ) async throws -> Response {
        guard application.isComplete else {
            return answer(application, asked, missing: missing(application))
        }
        do {
            let subject = try await asked.office.file(
                application: application.draft, of: application.guest)
            return asked.redirect(.confirmation(subject))
        } catch let refusal as Refusal {
            return answer(application, asked, refusal: refusal)
        }
    }

    /// All that is not there yet, each leading to its row.
    private static func missing(_ application: BegunApplication) -> [FieldError] {
        let words = application.words
        var errors: [FieldError] = []
        if application.draft.organ == nil {
            errors.append(FieldError("organ", words(ApplyPhrase.chooseOrgan)))
        }
        if !application.hasName {
            errors.append(FieldError("party-name", words(ApplyPhrase.nameHint)))
        }
        errors += application.unanswered.compactMap {
            $0.field.fault("", isRequired: true, in: words)
        }
        errors += application.missingDocuments.map { kind in
            FieldError("document-\(kind.id)", words(ApplyPhrase.mustFile))
        }
        return errors
    }

    /// A refusal leads to the row that it is about.
    private static func error(_ refusal: Refusal, _ application: BegunApplication) -> FieldError {
        let message = application.words.refusal(refusal, under: application.procedure)
        let rows =
            application.questions.map(\.field.id.text)
            + application.step.documents.map { "document-\($0)" } + ["organ", "party-name"]
        let field = refusal.field ?? ""
        let wanted = rows.contains(field) ? field : "document-" + field
        return FieldError(rows.contains(wanted) ? wanted : "", message)
    }

    @Content private static func who(_ application: BegunApplication) -> HTML {
        let frame = application.frame
        let words = application.words
        let id = application.draft.id
        let organ = application.draft.organ.flatMap { application.district?.organ(Organ.ID($0)) }
        changeable(
            frame, HTML(words(ApplyPhrase.organ)), organ.map { frame.titled($0.title) },
            .draftOrgan(id), id: "organ")
        if application.needsName {
            changeable(
                frame, HTML(words(ApplyPhrase.name)),
                application.draft.partyName.map(frame.marked), .draftName(id), id: "party-name")
        } else {
            frame.summaryRow(
                words(ApplyPhrase.name), frame.marked(application.guest.viewer.name))
        }
    }

    private static func row(
        _ question: BegunApplication.Question, _ application: BegunApplication
    ) -> HTML {
        let field = question.field
        let frame = application.frame
        let text = application.draft.fields[field.id.text] ?? ""
        let value = field.value(parsing: text).map { application.shown($0, of: field) }
        let empty = question.isRequired ? nil : HTML(frame.words(ApplyPhrase.notNeeded))
        return changeable(
            frame, frame.titled(field.title), value ?? empty,
            .draftQuestion(application.draft.id, field.id), id: field.id.text)
    }

    @Content private static func documents(_ application: BegunApplication) -> HTML {
        let frame = application.frame
        let words = application.words
        let kinds = application.step.documents.compactMap { application.procedure.documents[$0] }
        for kind in kinds {
            changeable(
                frame, frame.titled(kind.title), handedIn(kind, application),
                .draftDocuments(application.draft.id), id: "document-\(kind.id)")
        }
        let others = application.draft.held.filter { one in
            !kinds.contains { $0.id.text == one.kind }
        }
        if kinds.isEmpty || !others.isEmpty {
            changeable(
                frame, HTML(words(ApplyPhrase.documents)),
                HTML(words(ApplyPhrase.documentsSome, ["count": "\(others.count)"])),
                .draftDocuments(application.draft.id), id: "documents")
        }
    }

    private static func handedIn(_ kind: DocumentKind, _ application: BegunApplication) -> HTML? {
        let words = application.words
        let held = application.draft.held.filter { $0.kind == kind.id.text }
        if held.isEmpty {
            return application.draft.documents.contains(kind.id.text)
                ? HTML(words(ApplyPhrase.shown)) : nil
        }
        return ul {
            for one in held { li { DocumentFields.described(one.document, words) } }
        }
    }

    /// A row whose answer can be changed; one that is missing says so.
    private static func changeable(
        _ frame: Frame, _ term: HTML, _ value: HTML?, _ address: Address, id: String
    ) -> HTML {
        div(.id(id)) {
            dt { term }
            dd {
                if let value {
                    value
                } else {
                    span(.class("tag overdue")) { frame.words(ApplyPhrase.missing) }
                }
            }
            dd(.class("change")) {
                a(.href(frame.href(address))) {
                    frame.words(ApplyPhrase.change)
                    span(.class("visually-hidden")) { term }
                }
            }
        }
    }
}

extension BegunApplication {
    /// An answer as its writer reads it back.
    fileprivate func shown(_ value: Value, of field: Field) -> HTML {
        switch value {
        case .choice(let choice):
            guard case .choice(let choices) = field.kind,
                let known = choices[Field.Choice.ID(choice)]
            else { return HTML(choice) }
            return frame.titled(known.title)
        case .organ(let organ):
            return district?.organ(organ).map { frame.titled($0.title) } ?? HTML(organ.text)
        case .text(let text):
            var lines: [HTML] = []
            for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                if index > 0 { lines.append(br()) }
                lines.append(frame.marked(String(line)))
            }
            return HTML(lines)
        case .number, .money, .day, .flag, .person, .length, .erased:
            return HTML(caseWords.value(value, of: field.id))
        }
    }
}
