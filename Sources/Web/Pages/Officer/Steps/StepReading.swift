import Engine
import HTTPTypes
import Hummingbird
import Law
import Office
import Sheets

/// The names of the controls that are no fields of a pack; no field's name has a full stop in it.
enum StepControl {
    static let role = "act.role"
    static let organ = "act.organ"
    static let outcome = "act.outcome"
    static let colleagues = "act.colleagues"
    static let approver = "act.approver"
    static let addressees = "act.addressees"
    static let otherAddressees = "act.others"
    static let shown = "act.shown"
    static let drop = "act.drop"
    static let version = "act.version"
    static let sent = "act.sent"
    static let save = "act.save"
    static let back = "act.back"
    static let caseFile = "act.case"
    static let procedure = "act.procedure"
    static let step = "act.step"

    static func document(_ kind: DocumentKind.ID) -> String { "doc.\(kind)" }
}

/// Reads a draft of a step from what its form posts.
struct StepReading {
    let place: StepPlace
    let form: FormBody

    /// The draft with what was typed in the place of what stood there; what was handed in before stays.
    func filled(_ draft: Draft) -> Draft {
        var draft = draft
        draft.role = value(StepControl.role) ?? place.roles.first?.id.text
        draft.organ =
            value(StepControl.organ) ?? (place.file == nil ? place.organs.first?.text : nil)
        draft.fields = [:]
        for entry in place.entries {
            guard let field = place.procedure.fields[entry.field] else { continue }
            let text = FieldInput.text(of: field, from: form)
            if !text.isEmpty { draft.fields[field.id.text] = text }
        }
        draft.outcome = value(StepControl.outcome)
        let others = form.text(StepControl.otherAddressees).split(whereSeparator: \.isWhitespace)
        draft.addressees = form.all(StepControl.addressees) + others.map(String.init)
        draft.colleagues = form.all(StepControl.colleagues)
        draft.approver = value(StepControl.approver)
        draft.documents = form.all(StepControl.shown)
        let dropped = Set(form.all(StepControl.drop))
        draft.held.removeAll { dropped.contains($0.digest) }
        return draft
    }

    private func value(_ name: String) -> String? {
        let text = form.text(name)
        return text.isEmpty ? nil : text
    }

    /// Holds the documents that came with the form.
    ///
    /// Errors: `bad-field` naming the kind, for what is too large or of no kind that is taken.
    func holdingDocuments(_ draft: Draft) async throws -> Draft {
        var draft = draft
        for file in form.files {
            guard
                let kind = place.procedure.documents.first(where: {
                    StepControl.document($0.id) == file.name
                })
            else { continue }
            guard file.bytes.count <= DocumentMediaType.mostBytes else {
                throw Refusal(.badField, field: kind.id.text, "单个材料不超过20兆字节")
            }
            guard let type = DocumentMediaType(sniffing: file.bytes) else {
                throw Refusal(
                    .badField, field: kind.id.text, "材料应当是PDF、图片、文本或者Office、OFD文件")
            }
            let held = try await place.asked.office.hold(
                file.bytes, as: kind.id, mediaType: type.rawValue)
            draft.held.removeAll { $0.digest == held.digest && $0.kind == held.kind.text }
            draft.held.append(Draft.Held(held))
        }
        return draft
    }

    /// The control to which a refusal leads.
    func error(_ refusal: Refusal) -> FieldError {
        let message = place.asked.words.refusal(refusal, under: place.procedure)
        return FieldError(control(refusal), message)
    }

    private func control(_ refusal: Refusal) -> String {
        guard let field = refusal.field else { return "" }
        if place.entries.contains(where: { $0.field.text == field }) { return field }
        if place.procedure.documents[DocumentKind.ID(field)] != nil {
            return StepControl.document(DocumentKind.ID(field))
        }
        switch field {
        case "by": return place.step.people.atLeast > 1 ? StepControl.colleagues : ""
        case "approved-by": return StepControl.approver
        case "asks": return StepControl.addressees
        case "outcome": return StepControl.outcome
        case "organ": return place.organs.count > 1 ? StepControl.organ : ""
        default: return ""
        }
    }
}
