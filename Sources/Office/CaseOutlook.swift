package import Engine
package import Law

/// A case file looked at, at a moment: after what the law did by itself up to then.
package struct CaseOutlook: Sendable {
    package let occasion: Occasion
    /// What the law did, and no entry tells yet.
    package let pending: [Event]
    package let file: CaseFile

    /// Nobody looks at a time before the last entry.
    package init(_ record: CaseRecord, at moment: Moment, by calendar: WorkingCalendar) {
        let moment = max(moment, record.file.last)
        let edition = record.edition.edition
        occasion = Occasion(
            subject: record.file.id, organ: record.file.organ, edition: edition, recorded: moment,
            effective: moment, calendar: calendar, nextNumber: 0)
        pending = lapses(of: record.file, in: occasion)
        file = pending.reduce(record.file) { evolve($0, by: $1, under: edition) ?? $0 }
    }

    /// What may be done next, and why the rest may not.
    package var standings: [Standing] { standing(of: file, in: occasion) }
}
