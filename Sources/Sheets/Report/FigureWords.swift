package import Indicators
import Law

/// Figures as people write them.
extension Words {
    /// As annual reports write it: in Chinese ten-thousands to two decimals, shares to their digits.
    package func written(_ figure: Figure) -> String {
        switch figure.amount {
        case .count(let count): return counted(count, figure.indicator.unit)
        case .money(let money):
            guard language.isChinese, money.fen.magnitude >= 100_000_000 else {
                return self.money(money)
            }
            let number = Decimal(money.fen, digits: 6).rounded(to: 2).trimmed
            return self(ReportPhrase.tenThousandYuan, ["number": number])
        case .share(let of, let over):
            guard over > 0 else { return self(ReportPhrase.noShare) }
            let share = Decimal.percent(of, over, digits: figure.indicator.digits)
            return self(ReportPhrase.percent, ["number": share.text])
        }
    }

    /// The exact value.
    package func exact(_ figure: Figure) -> String {
        switch figure.amount {
        case .count(let count): return exactly(count, figure.indicator.unit)
        case .money(let money): return self.money(money)
        case .share(let of, let over):
            guard over > 0 else { return self(ReportPhrase.noDenominator) }
            let share = Decimal.percent(of, over, digits: 4).trimmed
            return self(
                ReportPhrase.shareExact, ["number": share, "of": "\(of)", "over": "\(over)"])
        }
    }

    /// A unit that a pack names in Chinese, as it stands after a number.
    package func unit(_ chinese: String, of count: Int) -> String {
        phrase(meaning: chinese, of: UnitPhrase.self).map { self($0, ["count": "\(count)"]) }
            ?? chinese
    }

    private func counted(_ count: Int, _ unit: String) -> String {
        guard language.isChinese, count >= 10_000 else { return exactly(count, unit) }
        let number = Decimal(count, digits: 4).rounded(to: 2).trimmed
        let written = self(ReportPhrase.tenThousands, ["number": number])
        return self(
            ReportPhrase.counted, ["number": written, "unit": self.unit(unit, of: count)])
    }

    func exactly(_ count: Int, _ unit: String) -> String {
        self(ReportPhrase.counted, ["number": "\(count)", "unit": self.unit(unit, of: count)])
    }
}

extension FilledTable {
    /// Whether every row's total is the sum of its columns.
    package var totalsHold: Bool {
        rows.compactMap(\.numbers).allSatisfy { $0.dropLast().reduce(0, +) == $0.last }
    }

    /// Whether no number is less than nothing, as one would be if more went out than came in.
    package var isNonNegative: Bool {
        rows.compactMap(\.numbers).allSatisfy { $0.allSatisfy { $0 >= 0 } }
    }
}
