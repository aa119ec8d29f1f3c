public import Law

/// What is still owed on a day: principal and surcharge.
public struct Owed: Sendable, Equatable {
    /// What is left of the principal.
    public let principal: Money
    /// What lateness added and is not yet paid.
    public let surcharge: Money

    /// Both together.
    public var total: Money { Money(fen: principal.fen + surcharge.fen) }
}

extension CaseFile {
    /// What is owed under a rule at a moment; nil if nothing was incurred.
    ///
    /// Payments go to the principal first. Each late day adds its part of the fine as imposed, in all never more than
    /// the fine (Penalty Law, article 72), and none while a remedy is pending (article 73).
    public func owed(_ rule: DebtRule, at moment: Moment, by calendar: WorkingCalendar) -> Owed? {
        guard lastDeed(rule.incurredBy) != nil, case .money(let principal) = fields[rule.principal],
            principal.fen > 0
        else { return nil }
        let payments = payments.filter { $0.debt == rule.id && $0.at <= moment }
        let added =
            rule.surcharge.map { surcharge in
                let late = lateDays(rule, surcharge, principal, payments, at: moment, by: calendar)
                // A hundred days reach the cap at any rate; counting more could overflow.
                return min(
                    principal.fen, principal.fen * surcharge.percentPerDay * min(late, 100) / 100)
            } ?? 0
        let paid = payments.reduce(0) { $0 + $1.amount.fen }
        return Owed(
            principal: Money(fen: max(0, principal.fen - paid)),
            surcharge: Money(fen: max(0, added - max(0, paid - principal.fen))))
    }

    /// The days after the due day, until the principal was paid, on which the surcharge was not stopped.
    private func lateDays(
        _ rule: DebtRule, _ surcharge: DebtRule.Surcharge, _ principal: Money,
        _ payments: [Payment], at moment: Moment, by calendar: WorkingCalendar
    ) -> Int {
        guard let deadline = deadlines.last(where: { $0.limit.id == rule.payable }),
            let due = deadline.due(by: calendar)
        else { return 0 }
        var paid = 0
        let settled = payments.first { payment in
            paid += payment.amount.fen
            return paid >= principal.fen
        }
        let last = min(settled?.at.day ?? moment.day, moment.day)
        guard due.day < last else { return 0 }
        let stopped = stops(surcharge, until: moment)
        return (1...due.day.distance(to: last))
            .filter { offset in
                let day = due.day.adding(days: offset)
                return !stopped.contains { $0.covers(day) }
            }
            .count
    }

    private func stops(_ surcharge: DebtRule.Surcharge, until moment: Moment) -> [Interval] {
        surcharge.stops.flatMap { stop in
            deeds.filter { $0.step == stop.from }.map { deed in
                let end = deeds.first { $0.step == stop.until && $0.at >= deed.at }
                return Interval(from: deed.at, until: end?.at, ground: stop.from.text)
            }
        }
    }
}
