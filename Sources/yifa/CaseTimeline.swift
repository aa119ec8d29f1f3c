import Engine
import Law
import Office

/// The record of a case file, a line an event, each in the words of the edition under which it happened.
struct CaseTimeline {
    typealias Labelled = CaseSheet.Labelled

    let record: CaseRecord
    let words: CaseWords

    var entries: [CaseSheet.Entry] { record.entries.map(line) }

    func line(_ entry: CaseRecord.Entry) -> CaseSheet.Entry {
        let words = CaseWords(
            procedure: entry.edition.procedure, district: words.district, names: words.names)
        switch entry.event.fact {
        case .acted(let act): return acted(act, entry, words)
        case .consulted(let rule, let move, let person):
            let title = "\(words.consultation(rule))：\(words.move(move))"
            return plain(
                entry, Labelled(id: rule.text, title: title), role: person == nil ? "依法" : "",
                people: person.map { [$0] } ?? [])
        case .passed(_, let to):
            let rule = words.procedure.passing.first
            let title = "衔接适用\(words.procedure.title.chinese)。\(rule?.say.chinese ?? "")"
            return plain(entry, Labelled(id: to.text, title: title), role: "依法")
        case .assigned(let person, let assigner):
            let title = person.map { "交办：由\(words.person($0))经办" } ?? "交办：退回待分办"
            return plain(entry, Labelled(id: "assigned", title: title), role: "", people: [assigner])
        case .remarked(let remark):
            let title = [words.remark(remark.kind), remark.text].filter { !$0.isEmpty }
            return plain(
                entry, Labelled(id: remark.kind.rawValue, title: title.joined(separator: "：")),
                role: "", people: [remark.by])
        case .erased(let ground):
            return plain(entry, Labelled(id: "erased", title: "删除个人信息：\(ground)"), role: "")
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
