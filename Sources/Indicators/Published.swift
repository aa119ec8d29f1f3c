package import Law

/// A figure as a report printed it, with what its wording says about its precision.
package struct Printed: Sendable, Equatable {
    package enum Precision: String, Sendable {
        case exact
        case approxWan = "approx-wan"
        case moreThan = "more-than"
        case atLeast = "at-least"
        case asPrinted = "as-printed"
    }

    package let id: String
    package let title: String
    package let unit: String
    package let value: Decimal
    package let precision: Precision
    /// The figure that computes the same thing.
    package let figure: FigureName

    package init(
        id: String, title: String, unit: String, value: Decimal, precision: Precision,
        figure: FigureName
    ) {
        self.id = id
        self.title = title
        self.unit = unit
        self.value = value
        self.precision = precision
        self.figure = figure
    }

    /// As the report wrote it: 1.25万件, 3100余件, 97.44%.
    package var written: String {
        switch precision {
        case .approxWan: Decimal.genre(value.scaled) + unit
        case .moreThan: "\(value.text)余\(unit)"
        case .atLeast: "\(value.text)\(unit)以上"
        case .exact, .asPrinted: "\(value.text)\(unit)"
        }
    }

    /// The counts that the wording allows; nil for shares and money.
    package var range: ClosedRange<Int>? {
        guard unit != "%", unit != "万元" else { return nil }
        switch precision {
        case .approxWan: return value.scaled - 50...value.scaled + 49
        case .moreThan: return value.scaled + 1...value.scaled + step - 1
        case .atLeast: return value.scaled...Int(Int32.max)
        case .exact: return value.scaled...value.scaled
        case .asPrinted: return value.digits == 0 ? value.scaled...value.scaled : nil
        }
    }

    /// The unit of the last digit that is not zero: 3100 is told in hundreds.
    private var step: Int {
        var step = 1
        while value.scaled > 0, value.scaled % (step * 10) == 0 { step *= 10 }
        return max(step, 2)
    }
}

/// How a computed figure stands to the printed one.
package enum Comparison: Sendable, Equatable {
    case equal(Figure.Amount, Printed)
    case differs(Figure.Amount, Printed)
    case cannotBeComputed(Obstacle)

    /// Why nothing can be compared.
    package enum Obstacle: Sendable, Hashable {
        case noDenominator
        case noIndicator
        /// A reason that the district's own list of published figures gives.
        case told(Title)
    }

    package init(_ figure: Figure, with printed: Printed) {
        let isEqual: Bool
        switch figure.amount {
        case .count(let count): isEqual = printed.range?.contains(count) ?? false
        case .money(let money):
            isEqual = printed.value.parts(of: printed.unit == "万元" ? 1_000_000 : 100) == money.fen
        case .share(let of, let over):
            guard over > 0 else {
                self = .cannotBeComputed(.noDenominator)
                return
            }
            isEqual = Decimal.percent(of, over, digits: printed.value.digits) == printed.value
        }
        self = isEqual ? .equal(figure.amount, printed) : .differs(figure.amount, printed)
    }
}
