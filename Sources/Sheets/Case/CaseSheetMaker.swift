import Engine
package import Law
package import Office
package import Packs

/// Makes the sheet of a case file at a moment.
package final class CaseSheetMaker {
    typealias Labelled = CaseSheet.Labelled

    let record: CaseRecord
    let file: CaseFile
    let procedure: Procedure
    package let words: CaseWords
    let calendar: WorkingCalendar
    let now: Moment
    private let outlook: CaseOutlook
    /// The case file after what the law did by itself up to now.
    var current: CaseFile { outlook.file }

    package init(
        record: CaseRecord, words: Words, district: District?, calendar: WorkingCalendar,
        now: Moment
    ) {
        self.record = record
        file = record.file
        procedure = record.edition.procedure
        self.words = CaseWords(
            procedure: record.edition.procedure, district: district, names: record.names,
            words: words)
        self.calendar = calendar
        outlook = CaseOutlook(record, at: now, by: calendar)
        self.now = outlook.occasion.effective
    }

    package var sheet: CaseSheet {
        let standings = standings
        return CaseSheet(
            case: file.id.text, number: file.number,
            procedure: Labelled(id: procedure.id.text, title: words.title(procedure.title)),
            edition: file.edition.text,
            organ: Labelled(id: file.organ.text, title: words.organ(file.organ)),
            version: file.version, opened: (file.deeds.first?.at ?? file.last).day.description,
            last: file.last.wallTime, parties: parties,
            stage: label(file.stage),
            isFinal: procedure.stages[file.stage]?.isFinal ?? false, decision: decision,
            deadlines: file.deadlines.map(term),
            consultations: file.consultations.map(consultation),
            debts: procedure.debts.compactMap(debt),
            publications: file.publications.compactMap(publication),
            record: CaseTimeline(record: record, words: words).entries,
            unrecorded: outlook.pending.map(unrecorded), stageNow: label(current.stage),
            may: standings.compactMap(possible), mayNot: standings.compactMap(impossible))
    }

    func label(_ role: Role.ID) -> Labelled { Labelled(id: role.text, title: words.role(role)) }
    func label(_ person: Person.ID) -> Labelled {
        Labelled(id: person.text, title: words.person(person))
    }
    func label(_ stage: Stage.ID) -> Labelled {
        Labelled(id: stage.text, title: words.stage(stage))
    }
    func label(_ step: Step.ID) -> Labelled { Labelled(id: step.text, title: words.step(step)) }
    func label(_ outcome: Outcome.ID) -> Labelled {
        Labelled(id: outcome.text, title: words.outcome(outcome))
    }

    private var parties: [CaseSheet.Party] {
        var seen: Set<Person.ID> = []
        return file.deeds.filter { procedure.roles[$0.role].map { $0.kind != .officer } ?? false }
            .flatMap { deed in
                deed.people.filter { seen.insert($0.id).inserted }.map { person in
                    let organ = person.organ.map { words.named(words.organ($0), person.name) }
                    return CaseSheet.Party(
                        role: label(deed.role),
                        person: Labelled(id: person.id.text, title: organ ?? person.name))
                }
            }
    }

    private var decision: CaseSheet.Decision? {
        guard let id = file.outcome, let deed = file.deeds.last(where: { $0.outcome != nil }) else {
            return nil
        }
        // A decision keeps the basis and the remedies of the edition under which it was made.
        let procedure =
            record.entries.last { $0.event.act?.outcome != nil }?.edition.procedure ?? procedure
        let remedies = procedure.remedies(against: id, on: deed.at.day)
        let told = RemedyWords(procedure: procedure, words: words, organ: file.organ)
        return CaseSheet.Decision(
            outcome: label(id), day: deed.at.day.description,
            basis: procedure.outcomes[id]?.basis.map(\.text) ?? [],
            remedies: remedies.map { remedy in
                let due =
                    remedy.after == nil
                    ? remedy.within.flatMap { Counting(from: deed.at, $0).due(by: calendar) } : nil
                return CaseSheet.Decision.Remedy(
                    title: told.title(remedy), within: remedy.within.map(words.words.length),
                    until: due?.day.description, basis: remedy.basis.map(\.text))
            })
    }

    private func unrecorded(_ event: Event) -> String {
        let what: String =
            switch event.fact {
            case .acted(let act): words.step(act.step)
            case .consulted(let rule, let move, _):
                words.consulted(rule, move)
            case .passed, .assigned, .remarked, .erased: event.subject.text
            }
        return "\(event.effective.day) \(what)"
    }

    // MARK: What may be done next

    private var standings: [Standing] {
        let isOver = procedure.stages[current.stage]?.isFinal ?? false
        let all = outlook.standings
        return isOver ? all.filter { $0.refusal == nil } : all
    }

    private func possible(_ standing: Standing) -> CaseSheet.Possible? {
        guard standing.refusal == nil else { return nil }
        let step = standing.step
        return CaseSheet.Possible(
            step: label(step.id), by: step.by.map(label), officers: step.people.atLeast,
            certified: step.people.certified, approvedBy: step.people.approvedBy.map(label),
            outcomes: step.outcomes.map(label),
            to: step.to.map(label))
    }

    private func impossible(_ standing: Standing) -> CaseSheet.Impossible? {
        standing.refusal.map { refusal in
            let told = RefusalWords(words.words).words(for: refusal, under: procedure)
            return CaseSheet.Impossible(
                step: label(standing.step.id), code: refusal.code.text, reason: told.text,
                basis: refusal.basis.map(\.text), chinese: refusal.reason)
        }
    }
}
