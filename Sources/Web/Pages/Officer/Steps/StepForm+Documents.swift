import Engine
import HTML
import Law
import Office
import Sheets

// MARK: - What is handed in.

extension StepForm {
    @Content var documents: HTML {
        let needed = step.documents.compactMap { procedure.documents[$0] }
        let others = procedure.documents.filter { !step.documents.contains($0.id) }
        for kind in needed { document(kind, isNeeded: true) }
        if !others.isEmpty {
            details(
                .open(draft.held.contains { held in others.contains { $0.id.text == held.kind } })
            ) {
                summary { words(StepPhrase.otherDocuments) }
                for kind in others { document(kind, isNeeded: false) }
            }
        }
    }

    private func document(_ kind: DocumentKind, isNeeded: Bool) -> HTML {
        let name = StepControl.document(kind.id)
        let error = errors.first { $0.field == name }?.message
        return fieldset(.class(error == nil ? "field" : "field invalid")) {
            legend { frame.titled(kind.title) }
            if let error { p(.class("error-message"), .id("\(name)-error")) { error } }
            for held in draft.held where held.kind == kind.id.text { kept(held) }
            div(.class("field")) {
                label(.for(name)) { words(StepPhrase.upload) }
                input(.type("file"), .id(name), .name(name))
            }
            if isNeeded {
                div(.class("checkboxes")) {
                    label {
                        input(
                            .type("checkbox"), .name(StepControl.shown), .value(kind.id.text),
                            .checked(draft.documents.contains(kind.id.text)))
                        span { words(StepPhrase.shown) }
                    }
                }
            }
        }
    }

    /// A document that came with the form before; it can be taken back.
    private func kept(_ held: Draft.Held) -> HTML {
        div(.class("checkboxes")) {
            p(.class("hint")) {
                words(
                    StepPhrase.uploaded,
                    [
                        "type": held.mediaType, "size": "\((held.size + 1023) / 1024)",
                        "digest": String(held.digest.prefix(12)),
                    ])
            }
            label {
                input(.type("checkbox"), .name(StepControl.drop), .value(held.digest))
                span { words(StepPhrase.removeUploaded) }
            }
        }
    }
}
