import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// Where an application begins: which step, and what was begun before.
enum BeginPage {
    static func answer(_ asked: Asked, refusal: Refusal? = nil) async throws -> Response {
        let procedure = try await procedure(asked)
        guard let guest = asked.caller.guest else { throw HTTPError(.notFound) }
        let begun = try await asked.office.applications(of: guest)
            .filter { $0.procedure == procedure.id.text }
        let frame = asked.frame
        let words = asked.words
        let errors = refusal.map {
            [FieldError("step", words.refusal($0, under: procedure))]
        }
        return asked.page(
            words.title(procedure.title), status: refusal == nil ? .ok : .unprocessableContent,
            trail: [(words.title(procedure.title), .guide(procedure.id))]
        ) {
            frame.errorSummary(errors ?? [])
            h1(.class("title")) { frame.titled(procedure.title) }
            if let plain = procedure.plain { p(.class("lead")) { frame.titled(plain) } }
            p(.class("lead")) { words(ApplyPhrase.startLead) }
            if !begun.isEmpty {
                h2 { words(ApplyPhrase.begun) }
                DraftList.list(begun, [procedure], frame)
            }
            frame.form(.apply(procedure.id), Attribute("novalidate", when: true)) {
                choice(procedure, frame, errors ?? [])
                frame.submit(words(ApplyPhrase.begin))
            }
        }
    }

    static func begin(_ asked: Asked, _ form: FormBody) async throws -> Response {
        let procedure = try await procedure(asked)
        guard let guest = asked.caller.guest else { throw HTTPError(.notFound) }
        do {
            let step = form["step"] ?? ""
            guard !step.isEmpty else {
                throw Refusal(.missingField, field: "step", "请选择办理方式")
            }
            let draft = try await asked.office.beginApplication(
                procedure.id, Step.ID(step), for: guest)
            return asked.redirect(.draft(draft.id))
        } catch let refusal as Refusal {
            return try await answer(asked, refusal: refusal)
        }
    }

    /// Several ways to begin are chosen between; one alone is taken.
    private static func choice(
        _ procedure: Procedure, _ frame: Frame, _ errors: [FieldError]
    ) -> HTML {
        let steps = procedure.applications
        guard steps.count != 1 else { return frame.hidden("step", steps[0].id.text) }
        return frame.radios(
            "step", label: frame.words(ApplyPhrase.chooseStep), value: "", isRequired: true,
            errors: errors,
            options: steps.map { step in
                Frame.Option(
                    step.id.text, frame.titled(step.title), hint: hint(step, procedure, frame))
            })
    }

    /// From when terms count on this way: the ways to begin differ in it.
    private static func hint(_ step: Step, _ procedure: Procedure, _ frame: Frame) -> HTML? {
        OpeningTerms(step, of: procedure, frame).line
    }

    private static func procedure(_ asked: Asked) async throws -> Procedure {
        let id = Procedure.ID(asked.part("procedure"))
        let packs = try await asked.office.packs()
        guard let procedure = packs.first(where: { $0.procedure.id == id })?.procedure,
            !procedure.applications.isEmpty, procedure.id != Office.reviewing
        else { throw HTTPError(.notFound) }
        return procedure
    }
}

/// Applications that somebody has begun.
enum DraftList {
    static func list(_ drafts: [Draft], _ procedures: [Procedure], _ frame: Frame) -> HTML {
        ul(.class("task-list")) {
            for draft in drafts {
                li {
                    a(.href(frame.href(.draft(draft.id)))) {
                        title(of: draft, procedures, frame)
                    }
                    p(.class("hint")) {
                        frame.words(
                            ApplyPhrase.begunLead,
                            ["moment": frame.words.moment(Moment(seconds: draft.saved))])
                    }
                    span(.class("tag paused")) { frame.words(ApplyPhrase.continueDraft) }
                }
            }
        }
    }

    private static func title(
        of draft: Draft, _ procedures: [Procedure], _ frame: Frame
    ) -> HTML {
        let procedure = procedures.first { $0.id.text == draft.procedure }
        let step = procedure?.steps[Step.ID(draft.step)]
        return step.map { frame.titled($0.title) } ?? HTML(draft.step)
    }
}
