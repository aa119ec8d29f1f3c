import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// The documents of an application.
enum DocumentsPage {
    static func answer(
        _ application: BegunApplication, _ asked: Asked, errors: [FieldError] = []
    ) -> Response {
        let frame = asked.frame
        let words = asked.words
        let fields = application.documentFields
        return asked.page(
            words(ApplyPhrase.documents), status: errors.isEmpty ? .ok : .unprocessableContent,
            trail: application.trail
        ) {
            frame.errorSummary(errors)
            h1(.class("title")) { words(ApplyPhrase.documents) }
            p(.class("lead")) {
                words(
                    fields.asked.isEmpty ? ApplyPhrase.documentsNone : ApplyPhrase.originals)
            }
            frame.form(
                .draftDocuments(application.draft.id), .enctype("multipart/form-data")
            ) {
                fields.controls(errors)
                div(.class("button-row")) {
                    button(
                        .class("button"), .type("submit"), .name("upload"), .value("1")
                    ) { words(ApplyPhrase.upload) }
                    frame.link(
                        words(ApplyPhrase.toTasks), .draft(application.draft.id),
                        .class("button quiet"))
                }
                fields.holdings
            }
        }
    }

    static func save(
        _ application: BegunApplication, _ asked: Asked, _ form: FormBody
    ) async throws -> Response {
        let reading = try await application.documentFields.read(form, by: asked.office)
        var changed = application
        changed.draft.held = reading.held.map { Draft.Held($0) }
        changed.draft.documents = reading.shown
        try await asked.office.keep(application: changed.draft, of: application.guest)
        guard reading.errors.isEmpty else {
            return answer(changed, asked, errors: reading.errors)
        }
        let stays = form["remove"] != nil || !form.files.isEmpty
        return asked.redirect(stays ? .draftDocuments(changed.draft.id) : .draft(changed.draft.id))
    }
}

extension BegunApplication {
    var documentFields: DocumentFields {
        DocumentFields(
            procedure: procedure, asked: step.documents.compactMap { procedure.documents[$0] },
            held: draft.held.map(\.document), shown: Set(draft.documents), frame: frame)
    }
}
