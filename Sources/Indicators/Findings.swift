import Law

/// Something that the printed figures alone show: a slip, or which denominator a share divides by.
package struct PrintedFinding: Sendable, Equatable {
    package enum Severity: String, Sendable {
        case slip
        case note
    }

    package let severity: Severity
    package let ids: [String]
    package let text: String
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
        var text = "\(part.title)\(part.written)，\(whole.title)却印作\(whole.written)：部分不能大于整体。"
        if !exceeds(part, whole, times: 10_000) {
            text += "若\(whole.title)脱漏“万”字，作\(whole.value.text)万\(whole.unit)，则成立。"
        }
        return [PrintedFinding(severity: .slip, ids: [whole.id, part.id], text: text)]
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
            guard !others.isEmpty else { return nil }
            return PrintedFinding(
                severity: .slip, ids: [rate.id],
                text: "\(rate.title)\(rate.written)不能由所印的任何分母得出（分子为\(part.title)\(part.written)）。")
        }
        let bases = fits.map { "\($0.title)\($0.written)" }.joined(separator: "或者")
        var text = "\(rate.title)\(rate.written)：分母是\(bases)"
        for other in others {
            guard let base = other.range?.lowerBound, base > 0 else { continue }
            let would = Decimal.percent(counted.lowerBound, base, digits: 2)
            text += "，不是\(other.title)\(other.written)（那样应为\(would.text)%）"
        }
        return PrintedFinding(severity: .note, ids: [rate.id] + fits.map(\.id), text: text + "。")
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
