import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// One question of an application.
enum QuestionPage {
    static func answer(
        _ application: BegunApplication, _ asked: Asked, typed: String? = nil,
        fault: FieldError? = nil
    ) throws -> Response {
        let question = try question(application, asked)
        let frame = asked.frame
        let words = asked.words
        let errors = [fault].compactMap { $0 }
        let place = (application.questions.firstIndex { $0.field.id == question.field.id } ?? 0) + 1
        let value = typed ?? application.draft.fields[question.field.id.text] ?? ""
        return asked.page(
            words.title(question.field.title),
            status: fault == nil ? .ok : .unprocessableContent, trail: application.trail
        ) {
            frame.errorSummary(errors)
            h1(.class("title")) { frame.titled(application.step.title) }
            p(.class("hint")) {
                words(
                    ApplyPhrase.progress,
                    ["n": "\(place)", "all": "\(application.questions.count)"])
            }
            frame.form(
                .draftQuestion(application.draft.id, question.field.id),
                Attribute("novalidate", when: true)
            ) {
                frame.control(
                    for: question.field, value: value, isRequired: question.isRequired,
                    errors: errors, organs: application.district?.organs ?? [])
                div(.class("button-row")) {
                    frame.submit(words(ApplyPhrase.save))
                    frame.link(
                        words(ApplyPhrase.later), .draft(application.draft.id),
                        .class("button quiet"))
                }
            }
        }
    }

    static func save(
        _ application: BegunApplication, _ asked: Asked, _ form: FormBody
    ) async throws -> Response {
        let question = try question(application, asked)
        let text = FieldInput.text(of: question.field, from: form)
        if let fault = question.field.fault(
            text, isRequired: question.isRequired, in: asked.words)
        {
            return try answer(
                application, asked, typed: form.text(question.field.id.text), fault: fault)
        }
        var changed = application
        changed.draft.fields[question.field.id.text] = text.isEmpty ? nil : text
        try await asked.office.keep(application: changed.draft, of: application.guest)
        return asked.redirect(changed.next(after: question))
    }

    private static func question(
        _ application: BegunApplication, _ asked: Asked
    ) throws -> BegunApplication.Question {
        let id = Field.ID(asked.part("field"))
        guard let question = application.questions.first(where: { $0.field.id == id }) else {
            throw HTTPError(.notFound)
        }
        return question
    }
}

/// At which organ an application is filed.
enum OrganPage {
    static func answer(
        _ application: BegunApplication, _ asked: Asked, errors: [FieldError] = []
    ) -> Response {
        let frame = asked.frame
        let words = asked.words
        return asked.page(
            words(ApplyPhrase.organ), status: errors.isEmpty ? .ok : .unprocessableContent,
            trail: application.trail
        ) {
            frame.errorSummary(errors)
            h1(.class("title")) { words(ApplyPhrase.organ) }
            frame.form(
                .draftOrgan(application.draft.id), Attribute("novalidate", when: true)
            ) {
                if application.organs.count <= 8 {
                    frame.radios(
                        "organ", label: words(ApplyPhrase.chooseOrgan),
                        hint: words(ApplyPhrase.organHint), value: application.draft.organ ?? "",
                        isRequired: true, errors: errors,
                        options: application.organs.map {
                            Frame.Option($0.id.text, frame.titled($0.title))
                        })
                } else {
                    frame.menu(
                        "organ", label: words(ApplyPhrase.chooseOrgan),
                        hint: words(ApplyPhrase.organHint), value: application.draft.organ ?? "",
                        isRequired: true, errors: errors,
                        options: application.organs.map {
                            ($0.id.text, words.title($0.title))
                        })
                }
                frame.submit(words(ApplyPhrase.save))
            }
        }
    }

    static func save(
        _ application: BegunApplication, _ asked: Asked, _ form: FormBody
    ) async throws -> Response {
        let organ = form["organ"] ?? ""
        guard application.organs.contains(where: { $0.id.text == organ }) else {
            return answer(
                application, asked,
                errors: [FieldError("organ", asked.words(ApplyPhrase.mustChoose))])
        }
        var draft = application.draft
        draft.organ = organ
        try await asked.office.keep(application: draft, of: application.guest)
        return asked.redirect(.draft(draft.id))
    }
}

/// Who applies, where they have not signed in.
enum NamePage {
    static func answer(
        _ application: BegunApplication, _ asked: Asked, errors: [FieldError] = [],
        typed: String? = nil
    ) -> Response {
        let frame = asked.frame
        let words = asked.words
        return asked.page(
            words(ApplyPhrase.who), status: errors.isEmpty ? .ok : .unprocessableContent,
            trail: application.trail
        ) {
            frame.errorSummary(errors)
            h1(.class("title")) { words(ApplyPhrase.who) }
            frame.form(.draftName(application.draft.id), Attribute("novalidate", when: true)) {
                frame.textField(
                    "party-name", label: words(ApplyPhrase.name),
                    value: typed ?? application.draft.partyName ?? "",
                    hint: words(ApplyPhrase.nameHint), isRequired: true, autocomplete: "name",
                    errors: errors)
                frame.submit(words(ApplyPhrase.save))
            }
        }
    }

    static func save(
        _ application: BegunApplication, _ asked: Asked, _ form: FormBody
    ) async throws -> Response {
        let name = form.text("party-name")
        guard (1...100).contains(name.count), !name.contains(where: \.isNewline) else {
            return answer(
                application, asked,
                errors: [FieldError("party-name", asked.words(ApplyPhrase.mustAnswer))],
                typed: name)
        }
        var draft = application.draft
        draft.partyName = name
        try await asked.office.keep(application: draft, of: application.guest)
        let first = application.questions.first { !application.isAnswered($0) }
        return asked.redirect(
            first.map { .draftQuestion(draft.id, $0.field.id) } ?? .draft(draft.id))
    }
}
