package import Engine
package import Law
package import Packs

/// Loads a district's year through the same engine and journal as live work: every act is decided, committed, projected.
package struct Demonstration: Sendable {
    package struct Progress: Sendable {
        package let day: Day
        package let acts: Int
        package let of: Int
    }

    /// What could not be loaded, and why.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private struct Key: Hashable {
        let entry: Int
        let start: Day
    }

    let office: Office
    let mix: YearMix
    let cast: Cast
    let packs: [Procedure.ID: (pack: Pack, edition: Edition)]
    let calendar: WorkingCalendar

    package init(
        office: Office, mix: YearMix, district: District,
        packs: [Procedure.ID: (pack: Pack, edition: Edition)], calendar: WorkingCalendar
    ) {
        self.office = office
        self.mix = mix
        cast = Cast(district)
        self.packs = packs
        self.calendar = calendar
    }

    /// The year that is loaded.
    package var year: Int { mix.year }

    /// One act of one instance, waiting for its moment.
    struct Pending: Sendable {
        let moment: Moment
        let instance: Int
        let beat: Int
    }

    /// Loads the year up to its last day; then running cases pass over to newer editions on their day.
    package func load(_ report: @Sendable (Progress) -> Void) async throws {
        let instances = try self.instances()
        let end = Day(year: mix.year, month: 12, day: 31) ?? Day.latest
        let pending = pending(instances).filter { $0.moment.day <= end }
        var files: [Int: CaseFile.ID] = [:]
        var done = 0
        var index = 0
        while index < pending.count {
            let day = pending[index].moment.day
            _ = try await office.settle(before: Moment(day))
            var group: [Pending] = []
            while index < pending.count, pending[index].moment.day == day {
                group.append(pending[index])
                index += 1
            }
            try await play(group, instances, &files)
            done += group.count
            report(Progress(day: day, acts: done, of: pending.count))
        }
        _ = try await office.settle(before: Moment(end.adding(days: 1)))
        try await passOver(after: end)
    }

    /// The most acts that commit together.
    private static let groupLimit = 2_000

    /// Plays a day in rounds: an instance has to be opened before its second act can name the case file.
    private func play(
        _ group: [Pending], _ instances: [Instance], _ files: inout [Int: CaseFile.ID]
    ) async throws {
        var rest = group
        while !rest.isEmpty {
            var seen: Set<Int> = []
            var round: [Pending] = []
            var later: [Pending] = []
            for one in rest {
                let isFirst = seen.insert(one.instance).inserted
                if round.count < Self.groupLimit, isFirst || files[one.instance] != nil {
                    round.append(one)
                } else {
                    later.append(one)
                }
            }
            let requests = try round.map {
                try request($0, instances[$0.instance], files[$0.instance])
            }
            let results = try await office.commit(requests)
            for (one, result) in zip(round, results) {
                switch result {
                case .success(let receipt): files[one.instance] = receipt.file.id
                case .failure(let error):
                    let beat = instances[one.instance].timeline.beats[one.beat]
                    throw Failure(
                        description:
                            "\(beat.line.place.file):\(beat.line.place.line): on \(one.moment.wallTime), \(instances[one.instance].name): \(error)"
                    )
                }
            }
            rest = later
        }
    }

    private func passOver(after end: Day) async throws {
        for (_, successor) in packs.sorted(by: { $0.key < $1.key }) {
            for passing in successor.pack.procedure.passing {
                let moment = Moment(max(passing.on, end.adding(days: 1)), hour: 0)
                var query = CaseQuery()
                query.procedure = passing.from
                query.isOpen = true
                query.limit = 1_000_000
                let open = try await office.cases(query)
                for start in stride(from: 0, to: open.count, by: Office.groupLimit) {
                    let group = open[start..<min(start + Office.groupLimit, open.count)]
                    let results = try await office.commit(
                        group.map {
                            Request(
                                .running($0.subject, expecting: $0.version), .pass,
                                effective: moment)
                        })
                    for result in results { _ = try result.get() }
                }
            }
        }
    }
}
