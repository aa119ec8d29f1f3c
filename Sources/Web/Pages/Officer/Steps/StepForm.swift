import Engine
import HTML
import Law
import Office
import Packs
import Sheets

/// The form of a step: all that the act states, on one page.
struct StepForm {
    let place: StepPlace
    let draft: Draft
    let errors: [FieldError]
    /// Where to go on to afterwards, if not to the case file.
    var back: String?

    var frame: Frame { place.asked.frame }
    var words: Words { place.asked.words }
    var step: Step { place.step }
    var procedure: Procedure { place.procedure }

    var html: HTML {
        frame.form(
            place.address, .enctype("multipart/form-data"),
            .data("draft", frame.href(.autosave))
        ) {
            hidden
            role
            organ
            fields
            outcomes
            addressees
            people
            documents
            p(
                .class("hint"), .role("status"),
                .data("saved", words(StepPhrase.saved, ["time": "{time}"])),
                .data("saving", words(StepPhrase.saving)),
                .data("failed", words(StepPhrase.saveFailed)))
            buttons
        }
    }

    @Content private var hidden: HTML {
        frame.hidden(StepControl.step, step.id.text)
        frame.hidden(StepControl.procedure, procedure.id.text)
        if let file = place.file {
            frame.hidden(StepControl.caseFile, file.id.text)
            frame.hidden(StepControl.version, "\(file.version)")
        } else {
            frame.hidden(StepControl.sent, "\(frame.now.seconds)")
        }
        if let back { frame.hidden(StepControl.back, back) }
    }

    private var buttons: HTML {
        let isJoint = step.people.atLeast > 1 || step.people.approvedBy != nil
        return div(.class("button-row")) {
            button(.class("button"), .type("submit"), .data("busy", words(StepPhrase.sending))) {
                words(isJoint ? StepPhrase.submitJoint : .submit)
            }
            button(
                .class("button secondary"), .type("submit"), .name(StepControl.save), .value("1"),
                Attribute("formnovalidate", when: true)
            ) { words(StepPhrase.saveForLater) }
        }
    }

    private var role: HTML? {
        guard place.roles.count > 1 else { return nil }
        return frame.radios(
            StepControl.role, label: words(StepPhrase.asRole),
            value: draft.role ?? place.roles[0].id.text, isRequired: true,
            options: place.roles.map { Frame.Option($0.id.text, frame.titled($0.title)) })
    }

    private var organ: HTML? {
        guard place.organs.count > 1 else { return nil }
        return frame.menu(
            StepControl.organ, label: words(StepPhrase.organ), value: draft.organ ?? "",
            isRequired: true, errors: errors,
            options: place.organs.map { id in
                (id.text, place.district?.organ(id).map { words.title($0.title) } ?? id.text)
            })
    }

    @Content private var fields: HTML {
        let organs = place.district?.organs ?? []
        for entry in place.entries {
            if let field = procedure.fields[entry.field] {
                frame.control(
                    for: field, value: draft.fields[field.id.text] ?? "",
                    isRequired: entry.required, errors: errors, organs: organs,
                    people: candidates(for: field))
            }
        }
    }

    /// A field that names a person names one of those who take part or could.
    private func candidates(for field: Field) -> [District.Officer] {
        guard case .person = field.kind else { return [] }
        return place.district?.officers(of: place.officer.organ) ?? []
    }

    // MARK: Outcomes

    private var outcomes: HTML? {
        guard step.outcomes.count > 1 else { return nil }
        return frame.radios(
            StepControl.outcome, label: words(StepPhrase.outcome), value: draft.outcome ?? "",
            isRequired: true, errors: errors,
            options: step.outcomes.compactMap { procedure.outcomes[$0] }.map(option))
    }

    private func option(_ outcome: Outcome) -> Frame.Option {
        let remedies = procedure.remedies(against: outcome.id, on: frame.now.day)
        let hint = pieces {
            frame.chinese(outcome.basis.cited)
            if outcome.burdens { " · \(words(StepPhrase.burdens))" }
            for remedy in remedies {
                " · "
                frame.titled(remedy.title)
            }
        }
        return Frame.Option(outcome.id.text, frame.titled(outcome.title), hint: hint)
    }
}
