import Engine
import Law
package import Office

/// The record of a case file, a line an event, each in the words of the edition under which it happened.
package struct CaseTimeline {
    typealias Labelled = CaseSheet.Labelled

    let record: CaseRecord
    let words: CaseWords

    package init(record: CaseRecord, words: CaseWords) {
        self.record = record
        self.words = words
    }

    package var entries: [CaseSheet.Entry] { record.entries.map(line) }

    package func line(_ entry: CaseRecord.Entry) -> CaseSheet.Entry {
        let words = CaseWords(
            procedure: entry.edition.procedure, district: words.district, names: words.names,
            words: words.words)
        switch entry.event.fact {
        case .acted(let act): return acted(act, entry, words)
        case .consulted(let rule, let move, let person):
            return plain(
                entry, Labelled(id: rule.text, title: words.consulted(rule, move)),
                role: person == nil ? words(.byLaw) : "",
                people: person.map { [$0] } ?? [])
        case .passed(_, let to):
            let say = words.procedure.passing.first.map { words.title($0.say) }
            let title = words(
                .passedOver,
                ["procedure": words.title(words.procedure.title), "say": say ?? ""])
            return plain(entry, Labelled(id: to.text, title: title), role: words(.byLaw))
        case .assigned(let person, let assigner):
            let title =
                person.map { words(.assigned, ["person": words.person($0)]) } ?? words(.unassigned)
            return plain(
                entry, Labelled(id: "assigned", title: title), role: "", people: [assigner])
        case .remarked(let remark):
            let title = words.remark(remark)
            return plain(
                entry, Labelled(id: remark.kind.rawValue, title: title), role: "",
                people: [remark.by])
        case .erased(let ground):
            let title = words(.erased, ["ground": ground])
            return plain(entry, Labelled(id: "erased", title: title), role: "")
        }
    }

    private func acted(
        _ act: Act, _ entry: CaseRecord.Entry, _ words: CaseWords
    ) -> CaseSheet.Entry {
        let step = words.procedure.steps[act.step]
        let order = step?.form.flatMap { words.procedure.forms[$0] }?.entries.map(\.field) ?? []
        return make(
            entry, Labelled(id: act.step.text, title: words.step(act.step)),
            role: words.role(act.role), people: act.people, approver: act.approver,
            outcome: act.outcome.map { Labelled(id: $0.text, title: words.outcome($0)) },
            number: act.number,
            fields: order.compactMap { field in
                act.fields[field].map { value in
                    CaseSheet.Stated(
                        field: field.text, title: words.field(field),
                        value: words.value(value, of: field))
                }
            },
            documents: act.documents.map { Labelled(id: $0.text, title: words.document($0)) },
            addressees: act.addressees.map { Labelled(id: $0.text, title: words.person($0)) },
            notices: (step?.notices ?? []).map { Labelled(id: $0.text, title: words.notice($0)) })
    }

    private func plain(
        _ entry: CaseRecord.Entry, _ what: Labelled, role: String, people: [Participant] = []
    ) -> CaseSheet.Entry {
        make(
            entry, what, role: role, people: people, approver: nil, outcome: nil, number: nil,
            fields: [], documents: [], addressees: [], notices: [])
    }

    private func make(
        _ entry: CaseRecord.Entry, _ what: Labelled, role: String, people: [Participant],
        approver: Participant?, outcome: Labelled?, number: String?, fields: [CaseSheet.Stated],
        documents: [Labelled], addressees: [Labelled], notices: [Labelled]
    ) -> CaseSheet.Entry {
        let event = entry.event
        let isLater = event.recorded.day > event.effective.day
        return CaseSheet.Entry(
            sequence: entry.sequence, version: event.version, day: event.effective.day.description,
            effective: event.effective.description, recorded: event.recorded.description,
            recordedLater: isLater ? event.recorded.day.description : nil, what: what, role: role,
            people: people.map { Labelled(id: $0.id.text, title: $0.name) },
            approver: approver.map { Labelled(id: $0.id.text, title: $0.name) }, outcome: outcome,
            number: number, fields: fields, documents: documents, addressees: addressees,
            notices: notices)
    }
}
