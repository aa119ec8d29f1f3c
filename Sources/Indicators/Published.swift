import Law

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
    case equal(String)
    case differs(String)
    case cannotBeComputed(String)

    package init(_ figure: Figure, with printed: Printed) {
        switch figure.amount {
        case .count(let count): self = Self.count(count, figure, printed)
        case .money(let money):
            let scale = printed.unit == "万元" ? 1_000_000 : 100
            let fen = printed.value.parts(of: scale)
            self = fen == money.fen ? .equal("\(money.yuan)元") : .differs("计算为\(money.yuan)元")
        case .share(let of, let over):
            guard over > 0 else {
                self = .cannotBeComputed("分母为零")
                return
            }
            let share = Decimal.percent(of, over, digits: printed.value.digits)
            self =
                share == printed.value
                ? .equal("\(of)÷\(over)") : .differs("计算为\(share.text)%（\(of)÷\(over)）")
        }
    }

    private static func count(_ count: Int, _ figure: Figure, _ printed: Printed) -> Comparison {
        guard let range = printed.range else {
            return .differs("计算为\(count)\(printed.unit)，印作\(printed.written)")
        }
        guard range.contains(count) else { return .differs("计算为\(count)\(printed.unit)") }
        return .equal(printed.precision == .exact ? "逐件计算" : "确数\(count)\(printed.unit)，与所写相符")
    }
}
