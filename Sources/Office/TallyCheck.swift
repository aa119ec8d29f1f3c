import Engine
import Indicators
import Law

/// A tally that is not what the events add up to.
package struct WrongTally: Sendable, CustomStringConvertible {
    package let tally: Tally
    package let folded: Int

    package var description: String {
        "\(tally.figure) \(tally.organ) \(tally.day) \(tally.cell): kept \(tally.amount), the events give \(folded)"
    }
}

extension Office {
    /// Folds every event anew and compares each tally; returns the wrong ones, and how many were compared.
    package func checkTallies() async throws -> (wrong: [WrongTally], compared: Int) {
        try await journal.read { [calendar] reader in
            let folded = try TallyFold(reader: reader, calendar: calendar).run()
            var kept: [Tally: Int] = [:]
            for tally in try reader.tallies() { kept[tally.key] = tally.amount }
            let keys = Set(kept.keys).union(folded.keys)
            let wrong = keys.filter { kept[$0] ?? 0 != folded[$0] ?? 0 }.map { key in
                WrongTally(
                    tally: Tally(
                        figure: key.figure, organ: key.organ, day: key.day, cell: key.cell,
                        amount: kept[key] ?? 0),
                    folded: folded[key] ?? 0)
            }
            return (wrong.sorted { $0.description < $1.description }, keys.count)
        }
    }
}

/// The tallies that a full fold of the events gives; one case file in memory at a time.
struct TallyFold {
    let reader: any JournalReader
    let calendar: WorkingCalendar

    func run() throws -> [Tally: Int] {
        let packs = try reader.admittedPacks()
        var tallies: [Tally: Int] = [:]
        var file: CaseFile?
        try reader.forEachEvent(.caseFile) { stored in
            let envelope = try Envelope(stored.envelope)
            guard let pack = packs[envelope.edition] else {
                throw Damage("edition \(envelope.edition) is not in the journal")
            }
            let before = envelope.version == 1 ? nil : file
            let event = try EventReader(pack.procedure).event(stored, envelope)
            guard let after = evolve(before, by: event, under: pack.edition) else {
                throw Damage("event \(stored.sequence) opens nothing")
            }
            let parts = pack.contributions(
                of: event, before: before, after: after, by: calendar)
            for part in parts where part.member == nil {
                let key = Tally(
                    figure: part.figure, organ: part.organ, day: part.day, cell: part.cell,
                    amount: 0)
                tallies[key, default: 0] += part.amount
            }
            file = after
        }
        return tallies.filter { $0.value != 0 }
    }
}

extension Tally {
    fileprivate var key: Tally {
        Tally(figure: figure, organ: organ, day: day, cell: cell, amount: 0)
    }
}
