import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// What is done with a case file as a whole, from its page.
enum CaseFileActs {
    static func assign(_ asked: Asked, _ form: FormBody) async throws -> Response {
        let subject = CaseFile.ID(asked.part("case"))
        let person = form.text("person")
        _ = try await asked.office.assign(
            subject, to: person.isEmpty ? nil : Person.ID(person),
            expecting: Int(form.text("version")), by: asked.viewer)
        return asked.redirect(.caseFile(subject))
    }

    static func pass(_ asked: Asked, _ form: FormBody) async throws -> Response {
        let subject = CaseFile.ID(asked.part("case"))
        _ = try await asked.office.passOver(
            subject, expecting: Int(form.text("version")), by: asked.viewer)
        return asked.redirect(.caseFile(subject))
    }

    /// Issues a party's key and tells its secret, once.
    static func issueKey(_ asked: Asked, _ form: FormBody) async throws -> Response {
        let opened = try await OpenedCase.open(asked)
        let person = Person.ID(form.text("party"))
        guard let party = opened.parties.first(where: { $0.id == person }) else {
            throw Refusal(.unknownPerson, field: "party", "不是本案的当事人")
        }
        let secret = try await asked.office.issueKey(
            to: opened.file.id, for: person, by: asked.viewer)
        let frame = asked.frame
        let words = asked.words
        let title = words(CaseFilePhrase.keyIssued)
        return asked.page(title, trail: opened.trail) {
            h1(.class("title")) { title }
            div(.class("notice success")) {
                p { words(CaseFilePhrase.keyIssuedTo, ["name": party.name, "case": opened.name]) }
            }
            p(.class("secret")) { secret }
            p(.class("hint")) { words(CaseFilePhrase.keyOnce) }
            p {
                frame.link(
                    words(CaseFilePhrase.backToFile), .caseFile(opened.file.id), .class("button"))
            }
        }
    }

    /// Gives the content of a document away as an attachment, never shown by the browser itself.
    static func document(_ asked: Asked) async throws -> Response {
        guard asked.viewer.isSignedIn else { throw Refusal(.signInNeeded, "请先登录") }
        let subject = CaseFile.ID(asked.part("case"))
        let digest = asked.part("digest")
        guard
            let (document, bytes) = try await asked.office.content(
                of: digest, in: subject, as: asked.viewer)
        else { throw HTTPError(.notFound) }
        let ending = DocumentMediaType(rawValue: document.mediaType)?.fileExtension ?? "bin"
        return Asked.attachment(
            bytes, document.mediaType,
            named: "\(document.kind.text)-\(digest.prefix(8)).\(ending)")
    }
}
