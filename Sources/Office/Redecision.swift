import Engine
import Law

/// Has the engine decide a recorded event again, on the case file as it stood before.
struct Redecision {
    let file: CaseFile?
    let packs: [Edition.ID: AdmittedPack]
    let calendar: WorkingCalendar

    /// Throws unless exactly this event had to come of it.
    func confirm(_ event: Event) throws {
        if !isByLaw(event), event.effective > event.recorded {
            throw Damage("it was recorded before it took effect")
        }
        let decided: [Event]
        do {
            decided = try decisions(instead: event)
        } catch let refusal as Refusal {
            throw Damage("the engine refuses it: \(refusal)")
        }
        guard decided != [event] else { return }
        if decided.count > 1 {
            throw Damage("the law had acted before it, and the log does not say so")
        }
        throw Damage(decided.isEmpty ? "no term had lapsed" : "the engine decides something else")
    }

    private func isByLaw(_ event: Event) -> Bool {
        switch event.fact {
        case .acted(let act): act.role == Role.law
        case .consulted(_, .silence, by: nil): true
        case .consulted, .passed, .assigned, .remarked, .erased: false
        }
    }

    private func decisions(instead event: Event) throws -> [Event] {
        switch event.fact {
        case .acted(let act) where isByLaw(event):
            return try lapse(event, numbered: act.number, mark: act.mark)
        case .acted(var act):
            let (number, mark) = (act.number, act.mark)
            act.number = nil
            act.mark = nil
            return try decide(
                .act(act), on: file,
                in: occasion(of: event, at: event.effective, numbered: number, mark: mark))
        case .consulted(_, .silence, by: nil): return try lapse(event, numbered: nil, mark: nil)
        case .consulted(let rule, let move, let person):
            return try decide(
                .consult(rule, move, by: person), on: file,
                in: occasion(of: event, at: event.effective, numbered: nil))
        case .passed:
            return try decide(
                .pass, on: file,
                in: occasion(of: event, at: event.effective, numbered: nil, under: event.edition))
        case .assigned(let person, let assigner):
            return try decide(
                .assign(to: person, by: assigner), on: file,
                in: occasion(of: event, at: event.effective, numbered: nil))
        case .remarked(let remark):
            return try decide(
                .remark(remark), on: file,
                in: occasion(of: event, at: event.effective, numbered: nil))
        case .erased(let ground): return [try erasure(event, ground)]
        }
    }

    /// What the law does next by itself, once its time has passed.
    private func lapse(
        _ event: Event, numbered number: String?, mark: String?
    ) throws -> [Event] {
        guard let file else { throw Damage("the law opens no case file") }
        var noticed = Moment(seconds: event.effective.seconds + 1)
        let numbering = packs[file.edition]?.procedure.numbering
        let year = number.flatMap { numbering?.reading($0)?.year }
        if let year, year > noticed.day.year, let first = Day(year: year, month: 1, day: 1) {
            // The number is of the year in which the lapse was noticed.
            noticed = Moment(first)
        }
        let occasion = try occasion(of: event, at: noticed, numbered: number, mark: mark)
        return lapses(of: file, in: occasion).prefix(1).map { $0 }
    }

    private func erasure(_ event: Event, _ ground: String) throws -> Event {
        guard let file, event.effective >= file.last else {
            throw Damage("it goes back before what was recorded")
        }
        return Event(
            subject: event.subject, version: file.version + 1, recorded: event.recorded,
            effective: event.recorded, organ: file.organ, edition: file.edition,
            fact: .erased(ground: ground))
    }

    private func occasion(
        of event: Event, at moment: Moment, numbered number: String?, mark: String? = nil,
        under edition: Edition.ID? = nil
    ) throws -> Occasion {
        let pinned = edition ?? file?.edition ?? event.edition
        guard let pack = packs[pinned] else {
            throw Damage("edition \(pinned) is not in the journal")
        }
        let n = number.flatMap { pack.procedure.numbering?.reading($0)?.n }
        return Occasion(
            subject: event.subject, organ: file?.organ ?? event.organ, edition: pack.edition,
            recorded: event.recorded, effective: moment, calendar: calendar, nextNumber: n ?? 0,
            mark: mark)
    }
}
