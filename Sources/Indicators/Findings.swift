import Law

/// Something that the printed figures alone show: a slip, or which denominator a share divides by.
package enum PrintedFinding: Sendable, Equatable {
    /// A part is printed larger than its whole; perhaps since the whole lacks the character for ten thousand.
    case partExceedsWhole(Printed, whole: Printed, wouldHoldInTenThousands: Bool)
    /// No printed count of the matter gives a share of this part.
    case noDenominator(Printed, part: Printed)
    /// The printed counts that a share divides by, and those that it does not.
    case divides(Printed, by: [Printed], not: [Other])

    /// A count by which a share is not divided, and what it would be if it were.
    package struct Other: Sendable, Equatable {
        package let printed: Printed
        /// In percent.
        package let would: Decimal
    }

    /// Whether something is wrong, not merely worth knowing.
    package var isSlip: Bool {
        switch self {
        case .partExceedsWhole, .noDenominator: true
        case .divides: false
        }
    }

    /// The names of the published figures concerned.
    package var ids: [String] {
        switch self {
        case .partExceedsWhole(let part, let whole, _): [whole.id, part.id]
        case .noDenominator(let rate, _): [rate.id]
        case .divides(let rate, let bases, _): [rate.id] + bases.map(\.id)
        }
    }
}

/// Judges printed figures by the rules that their indicators declare: a part is within the whole, a share divides two counts.
package struct PrintedCheck: Sendable {
    let printed: [Printed]
    let indicators: [FigureName: Indicator]

    package init(_ printed: [Printed], indicators: [FigureName: Indicator]) {
        self.printed = printed
        self.indicators = indicators
    }

    package func run() -> [PrintedFinding] {
        printed.flatMap { parts(of: $0) } + printed.compactMap { share($0) }
    }

    private func published(_ name: FigureName) -> Printed? { printed.first { $0.figure == name } }

    /// A part can never exceed the whole.
    private func parts(of part: Printed) -> [PrintedFinding] {
        guard let within = indicators[part.figure]?.within,
            let whole = published(FigureName(part.figure.matter, within)),
            part.unit != "%", whole.unit == part.unit, exceeds(part, whole)
        else { return [] }
        return [
            .partExceedsWhole(
                part, whole: whole, wouldHoldInTenThousands: !exceeds(part, whole, times: 10_000))
        ]
    }

    private func exceeds(_ part: Printed, _ whole: Printed, times factor: Int = 1) -> Bool {
        let least = part.range?.lowerBound ?? part.value.parts(of: 1)
        let most =
            factor == 1
            ? whole.range?.upperBound ?? whole.value.parts(of: 1)
            : whole.value.multiplied(by: factor).parts(of: 1) + 50
        return least > most
    }

    /// Which printed count a printed share divides by.
    private func share(_ rate: Printed) -> PrintedFinding? {
        guard case .ratio(let of, _) = indicators[rate.figure]?.kind,
            let part = published(FigureName(rate.figure.matter, of)), let counted = part.range
        else { return nil }
        let candidates = printed.filter { base in
            base.figure.matter == rate.figure.matter && base.id != part.id && base.unit == part.unit
                && (base.range.map { $0.upperBound >= counted.lowerBound } ?? false)
        }
        let fits = candidates.filter { divides(rate, counted, by: $0) }
        let others = candidates.filter { !divides(rate, counted, by: $0) }
        guard !fits.isEmpty else {
            return others.isEmpty ? nil : .noDenominator(rate, part: part)
        }
        return .divides(
            rate, by: fits,
            not: others.compactMap { other in
                guard let base = other.range?.lowerBound, base > 0 else { return nil }
                let would = Decimal.percent(counted.lowerBound, base, digits: 2)
                return PrintedFinding.Other(printed: other, would: would)
            })
    }

    /// Whether some counts that the wording allows give the printed share.
    private func divides(_ rate: Printed, _ part: ClosedRange<Int>, by base: Printed) -> Bool {
        guard let whole = base.range, whole.lowerBound > 0 else { return false }
        let digits = rate.value.digits
        let least = Decimal.percent(part.lowerBound, whole.upperBound, digits: digits).scaled
        let most = Decimal.percent(part.upperBound, whole.lowerBound, digits: digits).scaled
        return (least...max(least, most)).contains(rate.value.scaled)
    }
}
