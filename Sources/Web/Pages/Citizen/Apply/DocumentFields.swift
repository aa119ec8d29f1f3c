import Engine
import HTML
import Law
import Office
import Sheets

/// Controls by which documents are handed in, and the reading of what they send.
///
/// Neither a file's name nor what a browser says of it is kept.
struct DocumentFields {
    let procedure: Procedure
    /// The kinds that are asked for.
    let asked: [DocumentKind]
    /// What is held so far.
    let held: [HeldDocument]
    /// The kinds whose original will be shown instead.
    let shown: Set<String>
    let frame: Frame
    /// Whether other kinds of document are what the page is about.
    var opensOthers = false

    /// The most documents in one act.
    static let most = 20

    private var words: Words { frame.words }

    func controls(_ errors: [FieldError], allowsShowing: Bool = true) -> HTML {
        pieces {
            for kind in asked {
                fieldset(.class("fieldset")) {
                    legend { frame.titled(kind.title) }
                    file("file." + kind.id.text, errors)
                    if allowsShowing { showing(kind) }
                }
            }
            others(errors)
        }
    }

    private func file(_ name: String, _ errors: [FieldError]) -> HTML {
        frame.field(
            name, label: words(ApplyPhrase.file), hint: words(ApplyPhrase.documentsHint),
            errors: errors
        ) { attributes in
            .void(
                "input",
                attributes + [
                    .type("file"),
                    Attribute("accept", ".pdf,.png,.jpg,.jpeg,.txt,.zip,.docx,.xlsx,.ofd"),
                ])
        }
    }

    private func showing(_ kind: DocumentKind) -> HTML {
        div(.class("checkboxes")) {
            label {
                input(
                    .type("checkbox"), .id(kind.id.text), .name("shown"), .value(kind.id.text),
                    .checked(shown.contains(kind.id.text)))
                span { words(ApplyPhrase.shown) }
            }
        }
    }

    /// What is held, each with a button that takes it away; behind the button that saves, which the Enter key presses.
    var holdings: HTML? {
        guard !held.isEmpty else { return nil }
        return section(.class("panel")) {
            h2 { words(ApplyPhrase.uploaded) }
            ul(.class("task-list")) {
                for document in held {
                    li {
                        span {
                            procedure.documents[document.kind].map { frame.titled($0.title) }
                        }
                        p(.class("hint")) { Self.described(document, words) }
                        button(
                            .class("button quiet"), .type("submit"), .name("remove"),
                            .value(document.digest)
                        ) {
                            words(ApplyPhrase.remove)
                            span(.class("visually-hidden")) { Self.described(document, words) }
                        }
                    }
                }
            }
        }
    }

    /// A document of any other kind that the procedure knows.
    private func others(_ errors: [FieldError]) -> HTML? {
        let rest = procedure.documents.filter { kind in !asked.contains { $0.id == kind.id } }
        guard !rest.isEmpty else { return nil }
        if opensOthers { return other(rest, errors) }
        return details {
            summary { words(ApplyPhrase.documentsOther) }
            other(rest, errors)
        }
    }

    private func other(_ kinds: [DocumentKind], _ errors: [FieldError]) -> HTML {
        pieces {
            frame.menu(
                "other-kind", label: words(ApplyPhrase.documentKind), value: "", isRequired: false,
                errors: errors, options: kinds.map { ($0.id.text, words.title($0.title)) })
            file("file-other", errors)
        }
    }

    /// Kind, size and the beginning of the hash: what tells one document from another without its name.
    static func described(_ document: HeldDocument, _ words: Words) -> String {
        words(
            ApplyPhrase.held,
            [
                "type": DocumentMediaType(rawValue: document.mediaType)?.fileExtension ?? "",
                "size": "\(max(1, document.size / 1024))",
                "hash": String(document.digest.prefix(8)),
            ])
    }

    // MARK: Reading

    struct Reading: Sendable {
        var held: [HeldDocument]
        var shown: [String]
        var errors: [FieldError]
    }

    /// Holds what a form brings, takes away what it removes; what is not taken is told by field.
    func read(_ form: FormBody, by office: Office) async throws -> Reading {
        var reading = Reading(held: held, shown: [], errors: [])
        let known = Set(asked.map(\.id.text))
        reading.shown = form.all("shown").filter(known.contains)
        if let removed = form["remove"] { reading.held.removeAll { $0.digest == removed } }
        for file in form.files {
            guard let kind = kind(of: file, form) else {
                reading.errors.append(FieldError("other-kind", words(ApplyPhrase.mustChoose)))
                continue
            }
            guard file.bytes.count <= DocumentMediaType.mostBytes, reading.held.count < Self.most,
                let type = DocumentMediaType(sniffing: file.bytes)
            else {
                reading.errors.append(FieldError(file.name, words(ApplyPhrase.badDocument)))
                continue
            }
            let document = try await office.hold(file.bytes, as: kind, mediaType: type.rawValue)
            if !reading.held.contains(document) { reading.held.append(document) }
        }
        return reading
    }

    private func kind(of file: FormBody.File, _ form: FormBody) -> DocumentKind.ID? {
        let name =
            file.name == "file-other"
            ? form.text("other-kind") : String(file.name.dropFirst("file.".count))
        return procedure.documents[DocumentKind.ID(name)]?.id
    }
}
