import Engine
import HTML
import HTTPTypes
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The page on which an officer is written down or changed.
enum OfficerEditor {
    static func new(_ asked: Asked) async throws -> Response {
        try asked.viewer.mustHold(.systemAdministrator)
        var form = OfficerForm()
        form.organ = asked.query("organ") ?? ""
        return try await page(asked, nil, form)
    }

    static func answer(_ asked: Asked) async throws -> Response {
        let officer = try await officer(asked)
        return try await page(
            asked, officer, OfficerForm(officer), isSaved: asked.query("saved") != nil)
    }

    private static func officer(_ asked: Asked) async throws -> District.Officer {
        do {
            return try await asked.office.officer(Person.ID(asked.part("id")), for: asked.viewer)
        } catch let refusal as Refusal where refusal.code == .unknownPerson {
            throw HTTPError(.notFound)
        }
    }

    static func add(_ asked: Asked, _ form: FormBody) async throws -> Response {
        try await keep(asked, form, nil)
    }

    static func change(_ asked: Asked, _ form: FormBody) async throws -> Response {
        try await keep(asked, form, officer(asked))
    }

    private static func keep(
        _ asked: Asked, _ body: FormBody, _ officer: District.Officer?
    ) async throws -> Response {
        let form = OfficerForm(body)
        do {
            let id = try await asked.office.keep(form, as: officer?.id, by: asked.viewer)
            return asked.redirect(
                to: asked.frame.href(.adminOfficer(id), [("saved", "1")]))
        } catch let refusal as Refusal where refusal.code != .notAllowed {
            let text =
                phrase(of: refusal.field).map { asked.words($0) }
                ?? asked.words.refusal(refusal, under: nil)
            let error = FieldError(refusal.field ?? "", text)
            return try await page(asked, officer, form, errors: [error])
        }
    }

    /// What is wrong with a field, in words that say what should stand there.
    private static func phrase(of field: String?) -> AdminPhrase? {
        switch field {
        case "name": .nameNeeded
        case "organ": .organNeeded
        case "certificate": .certificateNumberWrong
        case "certificate-from": .certificateFromWrong
        case "certificate-until": .certificateUntilWrong
        default: nil
        }
    }

    private static func page(
        _ asked: Asked, _ officer: District.Officer?, _ form: OfficerForm, isSaved: Bool = false,
        errors: [FieldError] = []
    ) async throws -> Response {
        let organs = try await asked.office.district()?.organs ?? []
        let posts = try await asked.office.posts()
        let frame = asked.frame
        let words = asked.words
        let heading =
            officer.map { words(AdminPhrase.officerHeading, ["number": $0.id.text]) }
            ?? words(AdminPhrase.newOfficer)
        return asked.page(
            heading, status: errors.isEmpty ? .ok : .unprocessableContent,
            trail: [(words(AdminPhrase.officers), .adminOfficers)]
        ) {
            frame.errorSummary(errors)
            if isSaved {
                div(.class("notice success"), .role("status")) {
                    p { words(AdminPhrase.officerSaved) }
                }
            }
            h1(.class("title")) { heading }
            p(.class("inset")) { words(AdminPhrase.officerExplained) }
            editor(frame, officer, form, organs, posts, errors)
        }
    }

    private static func editor(
        _ frame: Frame, _ officer: District.Officer?, _ form: OfficerForm,
        _ organs: [District.Body], _ posts: [(role: Role.ID, titles: [Title])],
        _ errors: [FieldError]
    ) -> HTML {
        let words = frame.words
        let known = Set(posts.map(\.role.text))
        let others = form.roles.filter { !known.contains($0) }.map { Frame.Option($0, HTML($0)) }
        let options = posts.map { post in
            Frame.Option(
                post.role.text, frame.titled(PostTitle.joined(post.titles)),
                hint: HTML(post.role.text))
        }
        let address = officer.map { Address.adminOfficer($0.id) } ?? .adminNewOfficer
        return frame.form(address) {
            frame.textField(
                "name", label: words(AdminPhrase.officerName), value: form.name,
                isRequired: true, autocomplete: "off", errors: errors)
            frame.menu(
                of: "organ", label: words(AdminPhrase.organ), value: form.organ,
                all: words(FieldPhrase.choose), options: organs.map { ($0.id.text, $0.title) },
                errors: errors)
            frame.checkboxes(
                "roles", label: words(AdminPhrase.posts), hint: words(AdminPhrase.postsHint),
                values: Set(form.roles), errors: errors, options: options + others)
            certificate(frame, form, errors)
            frame.submit(words(AdminPhrase.save))
        }
    }

    private static func certificate(
        _ frame: Frame, _ form: OfficerForm, _ errors: [FieldError]
    ) -> HTML {
        let words = frame.words
        return fieldset(.class("fieldset")) {
            legend { words(AdminPhrase.certificate) }
            frame.textField(
                "certificate", label: words(AdminPhrase.certificateNumber),
                value: form.certificate, hint: words(AdminPhrase.certificateHint),
                autocomplete: "off", errors: errors)
            div(.class("field-row")) {
                frame.textField(
                    "certificate-from", label: words(AdminPhrase.certificateFrom),
                    value: form.certificateFrom, type: "date", errors: errors)
                frame.textField(
                    "certificate-until", label: words(AdminPhrase.certificateUntil),
                    value: form.certificateUntil, type: "date", errors: errors)
            }
        }
    }
}

extension OfficerForm {
    /// What the page posts back.
    init(_ form: FormBody) {
        self.init()
        name = form.text("name")
        organ = form.text("organ")
        roles = form.all("roles")
        certificate = form.text("certificate")
        certificateFrom = form.text("certificate-from")
        certificateUntil = form.text("certificate-until")
    }
}
