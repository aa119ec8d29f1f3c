import Engine
import Indicators
import Law

extension Office {
    /// Drops every projection and counter and folds them anew from the events; returns how many case files there are.
    package func rebuild() async throws -> Int {
        try await journal.write { [calendar] writer in
            var rebuild = Rebuild(
                writer: writer, packs: try writer.admittedPacks(), calendar: calendar)
            return try rebuild.run()
        }
    }
}

/// Folds all events into projections, holding one case file in memory.
struct Rebuild {
    let writer: any JournalWriter
    let packs: [Edition.ID: AdmittedPack]
    let calendar: WorkingCalendar
    private var file: CaseFile?
    private var count = 0
    private var contributions: [NumberedContribution] = []
    private var counters: [String: Int] = [:]

    init(
        writer: any JournalWriter, packs: [Edition.ID: AdmittedPack], calendar: WorkingCalendar
    ) {
        self.writer = writer
        self.packs = packs
        self.calendar = calendar
    }

    mutating func run() throws -> Int {
        try writer.clearProjections()
        try writer.forEachEvent(.caseFile) { try fold($0) }
        try project()
        try writer.add(contributions)
        for (name, value) in counters.sorted(by: { $0.key < $1.key }) {
            try writer.set(counter: name, to: value)
        }
        return count
    }

    private mutating func fold(_ stored: StoredEvent) throws {
        if file?.id != stored.subject { try project() }
        let envelope = try Envelope(stored.envelope)
        guard let pack = packs[envelope.edition] else {
            throw Damage("edition \(envelope.edition) is not in the journal")
        }
        let event = try EventReader(pack.procedure).event(stored, envelope)
        guard let after = evolve(file, by: event, under: pack.edition) else {
            throw Damage("an event that opens nothing: \(event.subject)")
        }
        countUp(event, pack.procedure)
        let use = EditionUse.counter(envelope.edition)
        counters[use] = min(counters[use] ?? .max, stored.sequence + 1)
        contributions += pack.contributions(
            of: event, before: file, after: after, by: calendar
        )
        .map {
            NumberedContribution(
                sequence: stored.sequence, subject: stored.subject, contribution: $0)
        }
        file = after
    }

    private mutating func project() throws {
        if contributions.count > 1000 {
            try writer.add(contributions)
            contributions = []
        }
        guard let done = file else { return }
        file = nil
        count += 1
        guard let pack = packs[done.edition] else {
            throw Damage("edition \(done.edition) is not in the journal")
        }
        try writer.project(
            done.summary(under: pack.procedure, by: calendar),
            index: done.index(under: pack.procedure),
            work: done.work(under: pack.procedure, by: calendar))
    }

    /// The counters as high as the names and numbers given.
    private mutating func countUp(_ event: Event, _ procedure: Procedure) {
        if event.version == 1 {
            let (counter, _) = CaseName.counter(procedure.matter, event.effective.day.year)
            raise(counter, to: CaseName.number(event.subject))
        }
        guard case .acted(let act) = event.fact, let rule = procedure.numbering,
            let (n, year) = act.number.flatMap({ rule.reading($0) })
        else { return }
        raise(rule.marked(act.mark ?? "").counter(in: year), to: n)
    }

    private mutating func raise(_ counter: String, to value: Int) {
        counters[counter] = max(counters[counter] ?? 0, value)
    }
}
