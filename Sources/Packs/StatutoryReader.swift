import Law

/// Reads the holidays that the law itself fixes, `statutory` of a calendar, for the years after the last announced day.
struct StatutoryReader {
    private let last: Day

    init(after last: Day) {
        self.last = last
    }

    /// The festival of each day; a day on which two fall is the first one's.
    func read(_ block: Block) -> [Day: String] {
        defer { block.finish() }
        _ = block.text("basis")
        guard let festivals = block.required("festivals", { block.texts($0).map(\.text) }),
            let years = block.required("years", block.blocks)
        else { return [:] }
        if last.adding(days: 1).year == last.year {
            block.findings.report(block.place, "needs an announced-until that ends a year")
        }
        var holidays: [Day: String] = [:]
        for (offset, year) in years.enumerated() {
            read(year, of: last.year + 1 + offset, festivals, into: &holidays)
        }
        return holidays
    }

    private func read(
        _ block: Block, of year: Int, _ festivals: [String], into holidays: inout [Day: String]
    ) {
        defer { block.finish() }
        if let number = block.required("year", block.number), number != year {
            block.report("year", "expected \(year): the years follow the announced ones in order")
        }
        var missing = festivals
        for off in block.blocks("off") {
            defer { off.finish() }
            guard let festival = off.text("festival") else { continue }
            missing.removeAll { $0 == festival }
            if !festivals.contains(festival) {
                off.report("festival", "'\(festival)' is not one of the festivals")
            }
            let other = off.optionalText("coincides-with")
            guard let days = off.days("days"), arePlaced(days, in: year, off) else { continue }
            for day in days { add(day, of: festival, with: other, off, to: &holidays) }
        }
        for festival in missing {
            block.findings.report(block.place, "'\(festival)' has no day in \(year)")
        }
    }

    private func arePlaced(_ days: [Day], in year: Int, _ off: Block) -> Bool {
        guard let misplaced = days.first(where: { $0 <= last || $0.year != year }) else {
            return true
        }
        let reason =
            misplaced <= last
            ? "is not after \(last), up to which all is announced" : "is not a day of \(year)"
        off.report("days", "\(misplaced) \(reason)")
        return false
    }

    private func add(
        _ day: Day, of festival: String, with other: String?, _ off: Block,
        to holidays: inout [Day: String]
    ) {
        switch (holidays[day], other) {
        case (nil, nil):
            holidays[day] = festival
        case (nil, let other?):
            off.report("coincides-with", "\(day) is not a day of '\(other)' above")
        case (let taken?, _) where taken == festival:
            off.report("days", "\(day) is a day of '\(festival)' twice")
        case (let taken?, _) where taken != other:
            off.report(
                "days", "\(day) is a day of '\(taken)' already; 'coincides-with' may say so")
        case (_?, _):
            break
        }
    }
}
