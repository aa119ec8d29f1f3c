import Engine
import HTML
import Law
import Office
import Packs
import Sheets

// MARK: - Those who act together, approve, and are asked.

extension StepForm {
    @Content var people: HTML {
        if step.people.atLeast > 1 { colleagues }
        if let approver = step.people.approvedBy { approval(approver) }
    }

    private var colleagues: HTML {
        let role = draft.role.map { Role.ID($0) } ?? place.roles.first?.id ?? Role.law
        let candidates = StepPeople.officers(
            of: role, procedure, place.file, place.district, at: place.officer.organ
        ).filter { $0.organ == place.officer.organ && $0.id != place.officer.id }
        return frame.checkboxes(
            StepControl.colleagues, label: words(StepPhrase.colleagues),
            hint: words(
                StepPhrase.colleaguesHint, ["count": "\(step.people.atLeast - 1)"]),
            values: Set(draft.colleagues), errors: errors,
            options: candidates.map { officer in
                Frame.Option(
                    officer.id.text, frame.chinese(officer.name), hint: certificate(officer))
            })
    }

    /// Whether an officer holds a certificate that is valid today, where the step asks for one.
    private func certificate(_ officer: District.Officer) -> HTML? {
        guard step.people.certified else { return nil }
        guard let held = officer.certificate else { return HTML(words(StepPhrase.noCertificate)) }
        let isValid = held.valid.contains(frame.now.day)
        return HTML(
            words(
                isValid ? StepPhrase.certificateValid : .certificateExpired,
                ["number": held.number]))
    }

    private func approval(_ role: Role.ID) -> HTML {
        let title = procedure.roles[role].map { words.title($0.title) } ?? role.text
        let candidates = StepPeople.officers(
            of: role, procedure, place.file, place.district,
            at: draft.organ.map { Organ.ID($0) } ?? place.officer.organ
        ).filter { $0.id != place.officer.id }
        return frame.menu(
            StepControl.approver, label: words(StepPhrase.approver, ["role": title]),
            hint: words(StepPhrase.approverHint), value: draft.approver ?? "", isRequired: true,
            errors: errors,
            options: candidates.map {
                ($0.id.text, StepPeople.name($0, place.district, words))
            })
    }

    // MARK: Addressees

    @Content var addressees: HTML {
        if let rule = place.asks {
            if procedure.roles[rule.addressees]?.kind == .party {
                partyAddressees(rule)
            } else {
                officerAddressees(rule)
            }
        }
    }

    private func partyAddressees(_ rule: ConsultationRule) -> HTML {
        let known = place.opened?.parties ?? []
        let ids = Set(known.map(\.id.text))
        let others = draft.addressees.filter { !ids.contains($0) }
        return pieces {
            if !known.isEmpty {
                frame.checkboxes(
                    StepControl.addressees, label: words.title(rule.title),
                    values: Set(draft.addressees), errors: errors,
                    options: known.map { Frame.Option($0.id.text, frame.chinese($0.name)) })
            }
            frame.textField(
                StepControl.otherAddressees, label: words(StepPhrase.otherAddressees),
                value: others.joined(separator: " "), hint: words(StepPhrase.otherAddressesHint),
                errors: known.isEmpty ? errors : [])
        }
    }

    /// Officers by organ; the groups open where somebody is chosen, so that a long list stays short.
    private func officerAddressees(_ rule: ConsultationRule) -> HTML {
        let candidates = StepPeople.officers(
            of: rule.addressees, procedure, place.file, place.district, at: place.officer.organ)
        let chosen = Set(draft.addressees)
        let error = errors.first { $0.field == StepControl.addressees }?.message
        let organs = place.district?.organs ?? []
        let grouped = Dictionary(grouping: candidates, by: \.organ)
        return fieldset(
            .class(error == nil ? "field" : "field invalid"), .id(StepControl.addressees)
        ) {
            legend { words(StepPhrase.addressees, ["title": words.title(rule.title)]) }
            if let error { p(.class("error-message")) { error } }
            for organ in organs {
                if let officers = grouped[organ.id] {
                    details(
                        .open(
                            grouped.count == 1 || officers.contains { chosen.contains($0.id.text) })
                    ) {
                        summary { frame.titled(organ.title) }
                        boxes(officers, chosen)
                    }
                }
            }
        }
    }

    private func boxes(_ officers: [District.Officer], _ chosen: Set<String>) -> HTML {
        div(.class("checkboxes")) {
            for officer in officers {
                label {
                    input(
                        .type("checkbox"), .name(StepControl.addressees),
                        .value(officer.id.text), .checked(chosen.contains(officer.id.text)))
                    span { frame.chinese(officer.name) }
                }
            }
        }
    }
}
