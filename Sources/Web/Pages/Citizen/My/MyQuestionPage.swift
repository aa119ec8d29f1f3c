import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// A question of a consultation that waits for a party's answer.
enum MyQuestionPage {
    static func answer(
        _ mine: PartyCase, _ asked: Asked, errors: [FieldError] = []
    ) throws -> Response {
        let consultation = try consultation(mine, asked)
        let frame = asked.frame
        let rule = consultation.rule
        let due = consultation.questions.first { $0.addressee == mine.party.person }
            .flatMap { consultation.due($0, by: asked.site.calendar) }
        return asked.page(
            asked.words.title(rule.title), status: errors.isEmpty ? .ok : .unprocessableContent,
            trail: mine.trail
        ) {
            frame.errorSummary(errors)
            h1(.class("title")) { frame.titled(rule.title) }
            p(.class("lead")) { mine(.askedLead) }
            dl(.class("summary")) {
                if let due { frame.summaryRow(mine(.term), HTML(asked.words.due(due))) }
                frame.summaryRow(
                    frame.words(GuidePhrase.silence), HTML(mine.words.silence(rule.silence)))
            }
            frame.citations(rule.basis, of: mine.procedure, on: .guide(mine.procedure.id))
            frame.form(
                .myConsultation(mine.subject, rule.id), Attribute("novalidate", when: true)
            ) {
                frame.radios(
                    "opinion", label: mine(.opinion), value: "", isRequired: true, errors: errors,
                    options: [
                        Frame.Option("agree", HTML(mine(.agree))),
                        Frame.Option("object", HTML(mine(.objection))),
                    ])
                frame.submit(mine(.send))
            }
        }
    }

    static func send(
        _ mine: PartyCase, _ asked: Asked, _ form: FormBody
    ) async throws -> Response {
        let rule = Law.ConsultationRule.ID(asked.part("rule"))
        let wish: ConsultationWish
        switch form["opinion"] {
        case "agree": wish = .agree
        case "object": wish = .object
        case .some, nil:
            return try answer(
                mine, asked, errors: [FieldError("opinion", asked.words(ApplyPhrase.mustChoose))])
        }
        _ = try await asked.office.move(wish, in: rule, of: mine.subject, by: asked.viewer)
        return asked.redirect(.myCase(mine.subject))
    }

    private static func consultation(_ mine: PartyCase, _ asked: Asked) throws -> Consultation {
        let rule = ConsultationRule.ID(asked.part("rule"))
        guard let open = mine.party.questions.first(where: { $0.rule.id == rule }) else {
            throw HTTPError(.notFound)
        }
        return open
    }
}
