import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// A step that a party takes in their own case, on one page; what was filled in is kept until it is taken.
enum MyStepPage {
    static func answer(_ mine: PartyCase, _ asked: Asked) async throws -> Response {
        let step = try step(mine, asked)
        guard let guest = asked.caller.guest else { throw HTTPError(.notFound) }
        let draft = try await asked.office.stepDraft(mine.subject, step, of: guest)
        return page(mine, step, draft, asked)
    }

    private static func page(
        _ mine: PartyCase, _ step: Step, _ draft: Draft, _ asked: Asked,
        errors: [FieldError] = [], refusal: Refusal? = nil
    ) -> Response {
        let frame = asked.frame
        let failed = refusal != nil || !errors.isEmpty
        let all = errors + (refusal.map { [error($0, mine, step)] } ?? [])
        return asked.page(
            asked.words.title(step.title), status: failed ? .unprocessableContent : .ok,
            trail: mine.trail
        ) {
            frame.errorSummary(all)
            h1(.class("title")) { frame.titled(step.title) }
            p(.class("lead")) { mine(.stepLead) }
            frame.citations(step.basis, of: mine.procedure, on: .guide(mine.procedure.id))
            conditions(step, mine)
            frame.form(
                .myStep(mine.subject, step.id), .enctype("multipart/form-data"),
                Attribute("novalidate", when: true)
            ) {
                frame.hidden("form", Secret.long().text)
                controls(mine, step, draft, all)
                div(.class("button-row")) {
                    button(
                        .class("button"), .type("submit"), .name("send"), .value("1"),
                        .data("busy", frame.words(ApplyPhrase.submitBusy))
                    ) { mine(.send) }
                    frame.link(mine(.seeCase), .myCase(mine.subject), .class("button quiet"))
                }
                documents(mine, step, draft).holdings
            }
        }
    }

    private static func conditions(_ step: Step, _ mine: PartyCase) -> HTML? {
        guard !step.requirements.isEmpty else { return nil }
        return details {
            summary { mine.frame.words(GuidePhrase.notPossibleIf) }
            ul { for rule in step.requirements { li { mine.frame.titled(rule.say) } } }
        }
    }

    @Content private static func controls(
        _ mine: PartyCase, _ step: Step, _ draft: Draft, _ errors: [FieldError]
    ) -> HTML {
        for (field, isRequired) in fields(mine, step) {
            mine.frame.control(
                for: field, value: draft.fields[field.id.text] ?? "", isRequired: isRequired,
                errors: errors, organs: mine.district?.organs ?? [])
        }
        if step.outcomes.count > 1 {
            mine.frame.radios(
                "outcome", label: mine(.outcome), value: draft.outcome ?? "", isRequired: true,
                errors: errors,
                options: step.outcomes.compactMap { mine.procedure.outcomes[$0] }.map {
                    Frame.Option($0.id.text, mine.frame.titled($0.title))
                })
        }
        documents(mine, step, draft).controls(errors)
    }

    private static func fields(_ mine: PartyCase, _ step: Step) -> [(Field, Bool)] {
        let entries = step.form.flatMap { mine.procedure.forms[$0] }?.entries ?? []
        return entries.compactMap { entry in
            mine.procedure.fields[entry.field].map { ($0, entry.required) }
        }
    }

    private static func documents(
        _ mine: PartyCase, _ step: Step, _ draft: Draft
    ) -> DocumentFields {
        DocumentFields(
            procedure: mine.procedure,
            asked: step.documents.compactMap { mine.procedure.documents[$0] },
            held: draft.held.map(\.document), shown: Set(draft.documents), frame: mine.frame)
    }

    static func take(
        _ mine: PartyCase, _ asked: Asked, _ form: FormBody
    ) async throws -> Response {
        let step = try step(mine, asked)
        guard let guest = asked.caller.guest else { throw HTTPError(.notFound) }
        var draft = try await asked.office.stepDraft(mine.subject, step, of: guest)
        var errors: [FieldError] = []
        for (field, isRequired) in fields(mine, step) {
            let text = FieldInput.text(of: field, from: form)
            draft.fields[field.id.text] = text.isEmpty ? nil : text
            if let fault = field.fault(text, isRequired: isRequired, in: asked.words) {
                errors.append(fault)
            }
        }
        draft.outcome = form["outcome"]
        let reading = try await documents(mine, step, draft).read(form, by: asked.office)
        draft.held = reading.held.map { Draft.Held($0) }
        draft.documents = reading.shown
        errors += reading.errors
        guard errors.isEmpty, form["send"] != nil else {
            try await asked.office.keep(application: draft, of: guest)
            return page(mine, step, draft, asked, errors: form["send"] == nil ? [] : errors)
        }
        do {
            let name = form["form"] ?? ""
            _ = try await asked.office.perform(
                draft,
                once: Once("party/\(mine.subject)/\(name.prefix(64))", request: step.id.text),
                by: asked.viewer)
        } catch let refusal as Refusal {
            try await asked.office.keep(application: draft, of: guest)
            return page(mine, step, draft, asked, refusal: refusal)
        }
        try await asked.office.drop(application: draft, of: guest)
        return asked.redirect(.myCase(mine.subject))
    }

    private static func error(
        _ refusal: Refusal, _ mine: PartyCase, _ step: Step
    ) -> FieldError {
        let message = mine.frame.words.refusal(refusal, under: mine.procedure)
        let names =
            fields(mine, step).map(\.0.id.text) + step.documents.map(\.text) + ["outcome"]
        let field = refusal.field ?? ""
        return FieldError(names.contains(field) ? field : "", message)
    }

    /// A step that the party's role may take, now or not.
    ///
    /// Errors: 404 for any other.
    private static func step(_ mine: PartyCase, _ asked: Asked) throws -> Step {
        guard let step = mine.procedure.steps[Step.ID(asked.part("step"))],
            step.place != .opening, !mine.party.roles.isDisjoint(with: step.by)
        else { throw HTTPError(.notFound) }
        return step
    }
}
