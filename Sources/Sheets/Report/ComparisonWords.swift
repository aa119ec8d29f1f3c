package import Indicators
import Law

extension Comparison {
    /// Whether the figures agree, in a word, and why.
    package func told(in words: Words) -> (result: String, reason: String) {
        switch self {
        case .equal(let amount, let printed):
            (words(ReportPhrase.equal), words.agreement(of: amount, with: printed))
        case .differs(let amount, let printed):
            (
                words(ReportPhrase.differs),
                words(ReportPhrase.computed, ["value": words.exact(amount, printed)])
            )
        case .cannotBeComputed(let obstacle):
            (words(ReportPhrase.unknown), words.reason(obstacle))
        }
    }
}

extension Words {
    /// In which way a computed amount is the printed one.
    fileprivate func agreement(of amount: Figure.Amount, with printed: Printed) -> String {
        switch amount {
        case .count where printed.precision == .exact: self(ReportPhrase.oneByOne)
        case .count: self(ReportPhrase.allowed, ["value": exact(amount, printed)])
        case .money(let money): self.money(money)
        case .share(let of, let over): "\(of) ÷ \(over)"
        }
    }

    /// The amount in the unit and to the digits that were printed.
    fileprivate func exact(_ amount: Figure.Amount, _ printed: Printed) -> String {
        switch amount {
        case .count(let count): return exactly(count, printed.unit)
        case .money(let money): return self.money(money)
        case .share(let of, let over):
            let share = Decimal.percent(of, over, digits: printed.value.digits)
            return self(
                ReportPhrase.shareExact, ["number": share.text, "of": "\(of)", "over": "\(over)"])
        }
    }

    package func reason(_ obstacle: Comparison.Obstacle) -> String {
        switch obstacle {
        case .noDenominator: self(ReportPhrase.noDenominator)
        case .noIndicator: self(ReportPhrase.noIndicator)
        case .told(let reason): title(reason)
        }
    }
}

extension PrintedFinding {
    /// What is found, in a sentence; the titles of published figures stand in it as they were printed.
    package func told(in words: Words) -> String {
        switch self {
        case .partExceedsWhole(let part, let whole, let wouldHold):
            let told = words(
                ReportPhrase.partExceeds,
                [
                    "part": words.quoted(part), "whole": whole.title, "written": whole.written,
                ])
            guard wouldHold else { return told }
            let hint = [
                "whole": whole.title, "number": whole.value.text,
                "unit": words.unit(whole.unit, of: 2),
            ]
            return told + words(ReportPhrase.wouldHold, hint)
        case .noDenominator(let rate, let part):
            return words(
                ReportPhrase.noBase, ["rate": words.quoted(rate), "part": words.quoted(part)])
        case .divides(let rate, let bases, let others):
            let divided = bases.map { words.quoted($0) }.joined(separator: words(ReportPhrase.or))
            let rest = others.map { other in
                words(
                    ReportPhrase.notBy,
                    ["other": words.quoted(other.printed), "number": other.would.text])
            }
            return words(
                ReportPhrase.dividesBy,
                ["rate": words.quoted(rate), "bases": divided, "others": rest.joined()])
        }
    }
}

extension Words {
    /// A figure as it was printed.
    fileprivate func quoted(_ printed: Printed) -> String {
        self(ReportPhrase.quoted, ["title": printed.title, "written": printed.written])
    }
}
