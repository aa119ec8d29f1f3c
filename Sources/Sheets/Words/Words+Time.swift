package import Engine
package import Law

/// Days, lengths and amounts as people write them.
extension Words {
    /// `2023年3月6日`, `6 March 2023`.
    package func day(_ day: Day) -> String {
        let civil = day.civil
        let month = TimePhrase(rawValue: "month\(civil.month)").map { self($0) }
        return self(
            TimePhrase.day,
            ["year": "\(civil.year)", "month": month ?? "\(civil.month)", "day": "\(civil.day)"])
    }

    /// `2023年3月6日14时5分`, `6 March 2023, 14:05`.
    package func moment(_ moment: Moment) -> String {
        let minute = "\(moment.secondOfDay / 60 % 60)"
        let padded = language.isChinese || minute.count == 2 ? minute : "0" + minute
        return self(
            TimePhrase.moment,
            [
                "day": day(moment.day), "hour": "\(moment.secondOfDay / 3600)", "minute": padded,
            ])
    }

    /// The last day, or the last minute where hours are counted.
    package func due(_ due: DueDate) -> String { due.isDay ? day(due.day) : moment(due.moment) }

    /// `星期一`, `Monday`.
    package func weekday(_ weekday: Day.Weekday) -> String {
        let phrase: TimePhrase =
            switch weekday {
            case .monday: .monday
            case .tuesday: .tuesday
            case .wednesday: .wednesday
            case .thursday: .thursday
            case .friday: .friday
            case .saturday: .saturday
            case .sunday: .sunday
            }
        return self(phrase)
    }

    /// `5个工作日`, `5 working days`.
    package func length(_ length: Length) -> String {
        let phrase: TimePhrase =
            switch length.unit {
            case .workingDays: .workingDays
            case .days: .days
            case .months: .months
            case .years: .years
            case .hours: .hours
            }
        return counted(phrase, length.count)
    }

    /// `3000元`, `CNY 3000`.
    package func money(_ money: Money) -> String { self(TimePhrase.money, ["yuan": money.yuan]) }

    /// A festival that the calendar names; its Chinese name where no catalogue knows it.
    package func festival(_ chinese: String) -> String {
        phrase(meaning: chinese, of: FestivalPhrase.self).map { self($0) } ?? chinese
    }

    private func counted(_ phrase: TimePhrase, _ count: Int) -> String {
        self(phrase, ["count": "\(count)"])
    }
}

// MARK: - What is left

extension Words {
    /// What is left of a term, or that it ends today.
    package func left(until due: DueDate, at now: Moment) -> String {
        left(until: due.moment, isDay: due.isDay, at: now)
    }

    /// What is left of, or gone since, a term whose last moment is known; nil for one that does not count at present.
    package func remark(due: Moment?, at now: Moment) -> String {
        guard let due else { return self(TimePhrase.notCounting) }
        let isDay = due.isEndOfDay
        guard due < now else { return left(until: due, isDay: isDay, at: now) }
        return self(TimePhrase.gone, ["time": span(from: due, to: now, isDay: isDay)])
    }

    /// Days where days are counted, else hours, the last begun one counted.
    package func span(from first: Moment, to last: Moment, isDay: Bool) -> String {
        if isDay { return counted(.days, first.day.distance(to: last.day)) }
        let hours = Int((last.seconds - first.seconds + 3599) / 3600)
        return hours > 72 ? counted(.days, hours / 24) : counted(.hours, hours)
    }

    private func left(until due: Moment, isDay: Bool, at now: Moment) -> String {
        if isDay, due.day == now.day { return self(TimePhrase.today) }
        return self(TimePhrase.left, ["time": span(from: now, to: due, isDay: isDay)])
    }
}

extension Moment {
    /// Whether it is the last second of its day, as where days are counted.
    package var isEndOfDay: Bool { self == .end(of: day) }

    /// The day, or the minute where hours are counted, as lists show it.
    package var brief: String { isEndOfDay ? day.description : wallTime }
}

extension DueDate {
    /// Whether it ends with a day, not at an hour.
    package var isDay: Bool { moment == .end(of: day) }

    /// The day, or the minute where hours are counted, as lists show it.
    package var brief: String { isDay ? day.description : moment.wallTime }
}
