import Engine
import Indicators
import Law
import Packs

/// One computation of a report within one reading of the journal.
struct Reporting {
    let reader: any JournalReader
    let year: Int
    let organ: Organ.ID?
    let days: ClosedRange<Day>
    let packs: [AdmittedPack]
    private let indicators: [FigureName: Indicator]
    private let names: [FigureName]
    private let texts: ReportTexts
    private var printed: [PublishedFigure] { texts.published }
    private var mix: YearMix? { texts.mix }

    init(
        reader: any JournalReader, year: Int, organ: Organ.ID?, texts: ReportTexts,
        shelf: EditionShelf
    ) throws {
        guard let first = Day(year: year, month: 1, day: 1),
            let last = Day(year: year, month: 12, day: 31)
        else { throw Refusal(.badField, field: "year", "年度应当在1900年至2199年之间") }
        self.reader = reader
        self.year = year
        self.organ = organ
        days = first...last
        packs = try reader.editions().map { try shelf.pack($0) }
            .sorted { $0.procedure.id < $1.procedure.id }
        var indicators: [FigureName: Indicator] = [:]
        var names: [FigureName] = []
        for pack in packs {
            for indicator in pack.indicators.indicators {
                let name = FigureName(pack.procedure.matter, indicator.id)
                if indicators[name] == nil { names.append(name) }
                indicators[name] = indicators[name] ?? indicator
            }
        }
        self.indicators = indicators
        self.names = names
        self.texts = texts
        if let organ, let known = texts.organs, !known.contains(organ) {
            throw Refusal("unknown-organ", field: "organ", "没有机关“\(organ.text.prefix(64))”")
        }
    }

    func report() throws -> AnnualReport {
        let known = printed.compactMap { $0.printed }
        let figures = try Dictionary(uniqueKeysWithValues: names.map { ($0, try figure($0)) })
        let isWhole = organ == nil && year == mix?.year ?? year
        return AnnualReport(
            title: texts.title, year: year, organ: organ, days: days,
            groups: groups(figures, known), tables: try tables(),
            compared: isWhole ? printed.map { compared($0, figures) } : [],
            findings: isWhole ? PrintedCheck(known, indicators: indicators).run() : [])
    }

    private func groups(
        _ figures: [FigureName: Figure], _ known: [Printed]
    ) -> [AnnualReport.Group] {
        let order = (mix?.entries ?? []).compactMap { entry in
            packs.first { $0.procedure.id == entry.pack }?.procedure.matter
        }
        var matters: [Procedure.Matter.ID] = []
        for matter in order + packs.map(\.procedure.matter) where !matters.contains(matter) {
            matters.append(matter)
        }
        return matters.map { matter in
            let procedures = packs.filter { $0.procedure.matter == matter }
            return AnnualReport.Group(
                matter: matter,
                titles: procedures.map(\.procedure.title),
                rows: names.filter { $0.matter == matter }.compactMap { name in
                    figures[name].map { row($0, known, procedures) }
                })
        }
    }

    private func row(
        _ figure: Figure, _ known: [Printed], _ procedures: [AdmittedPack]
    ) -> AnnualReport.Row {
        let printed = known.first { $0.figure == figure.name }
        let ids = procedures.map(\.procedure.id)
        let assumed = mix?.entries.first { ids.contains($0.pack) && $0.assumed != nil }?.assumed
        var denominator: Title?
        if case .ratio(_, let over) = figure.indicator.kind {
            denominator = indicators[FigureName(figure.name.matter, over)]?.title
        }
        return AnnualReport.Row(
            figure: figure, denominator: denominator,
            assumed: printed == nil && isDemonstration ? assumed : nil, printed: printed)
    }

    private var isDemonstration: Bool { mix?.year == year }

    private func compared(
        _ published: PublishedFigure, _ figures: [FigureName: Figure]
    ) -> AnnualReport.Compared {
        let printed = published.printed
        let comparison: Comparison
        if let printed, let figure = figures[printed.figure] {
            comparison = Comparison(figure, with: printed)
        } else {
            comparison = .cannotBeComputed(published.reason.map { .told($0) } ?? .noIndicator)
        }
        return AnnualReport.Compared(
            id: published.id, section: published.section, title: published.title,
            written: printed?.written ?? "\(published.value)\(published.unit)",
            figure: printed?.figure, comparison: comparison)
    }
}

// MARK: - Figures

extension Reporting {
    private func figure(_ name: FigureName) throws -> Figure {
        guard let indicator = indicators[name] else { throw Damage("no indicator \(name)") }
        return Figure(name: name, indicator: indicator, amount: try amount(name, indicator))
    }

    private func amount(_ name: FigureName, _ indicator: Indicator) throws -> Figure.Amount {
        switch indicator.kind {
        case .count: return .count(try total(name, in: days))
        case .sum:
            let total = try total(name, in: days)
            return indicator.unit.contains("元") ? .money(Money(fen: total)) : .count(total)
        case .distinct:
            return .count(try reader.distinct(TallyQuery(figure: name, days: days, organ: organ)))
        case .ratio(let of, let over):
            return .share(
                of: try total(FigureName(name.matter, of), in: days),
                over: try total(FigureName(name.matter, over), in: days))
        case .stock:
            return .count(try stock(name, indicator, through: days.upperBound).values.reduce(0, +))
        }
    }

    private func total(_ name: FigureName, in days: ClosedRange<Day>) throws -> Int {
        try reader.tally(TallyQuery(figure: name, days: days, organ: organ)).reduce(0) {
            $0 + $1.amount
        }
    }

    private func cells(_ name: FigureName, in days: ClosedRange<Day>) throws -> [String: Int] {
        try reader.tally(TallyQuery(figure: name, days: days, organ: organ))
            .reduce(into: [:]) { $0[$1.cell, default: 0] += $1.amount }
    }

    /// What came in less what went out, by cell, from the first day to the end of a day.
    private func stock(
        _ name: FigureName, _ indicator: Indicator, through day: Day
    ) throws -> [String: Int] {
        guard case .stock(let into, let out) = indicator.kind, day >= .earliest else { return [:] }
        let span = Day.earliest...day
        let entered = try cells(FigureName(name.matter, into), in: span)
        let left = try cells(FigureName(name.matter, out), in: span)
        return entered.merging(left.mapValues { -$0 }, uniquingKeysWith: +)
    }

    private func tables() throws -> [FilledTable] {
        try packs.compactMap { pack in
            guard let form = pack.table else { return nil }
            let matter = pack.procedure.matter
            return try form.filled(
                from: StatisticalTable.Source(
                    cells: { try cells(FigureName(matter, $0), in: days) },
                    stock: { id, atEnd in
                        let name = FigureName(matter, id)
                        guard let indicator = indicators[name] else { return [:] }
                        let day = atEnd ? days.upperBound : days.lowerBound.adding(days: -1)
                        return try stock(name, indicator, through: day)
                    }))
        }
    }
}

extension PublishedFigure {
    /// The figure as the comparison needs it; nil if nothing computes it.
    fileprivate var printed: Printed? {
        guard let name = figure.flatMap(FigureName.init(parsing:)), let value = Decimal(value),
            let precision = Printed.Precision(rawValue: precision)
        else { return nil }
        return Printed(
            id: id, title: title, unit: unit, value: value, precision: precision, figure: name)
    }
}
