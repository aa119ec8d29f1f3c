import HTML
import Indicators
import Law
import Office
import Packs
import Sheets

/// What a figure amounts to and how it comes about.
struct FigureSummary {
    let view: FiguresView
    let source: FigureSource
    let row: AnnualReport.Row
    let part: FigurePage.Part
    let months: [Int]?

    private var words: Words { view.words }
    private var indicator: Indicator { source.indicator }

    var html: HTML {
        dl(.class("summary")) {
            line(.value) { value }
            line(.howCounted) { kind }
            if indicator.condition != nil { line(.condition) { words(FiguresPhrase.conditioned) } }
            if let within = indicator.within {
                line(.within) { other(within) }
            }
            if let printed = row.printed, part.organ == nil, part.month == nil {
                line(.published) {
                    view.frame.chinese(printed.written)
                    " "
                    view.tag(row)
                }
            }
            if let assumed = row.assumed { line(.assumed) { view.frame.titled(assumed) } }
            if !indicator.basis.isEmpty {
                line(.basis) {
                    ul(.class("basis")) {
                        for basis in indicator.basis { li { view.frame.chinese(basis.text) } }
                    }
                }
            }
            line(.code) { code { source.name.description } }
        }
    }

    private func line(_ term: FiguresPhrase, @Content _ content: () -> HTML) -> HTML {
        div {
            dt { words(term) }
            dd { content() }
        }
    }

    @Content private var value: HTML {
        if let month = part.month, let months, months.indices.contains(month - 1) {
            strong { words.written(counted(months[month - 1])) }
        } else {
            strong { words.written(row.figure) }
            if words.exact(row.figure) != words.written(row.figure) {
                " "
                words(FiguresPhrase.exactly, ["value": words.exact(row.figure)])
            }
        }
    }

    /// The amount of a part, told as the whole is.
    private func counted(_ amount: Int) -> Figure {
        let isMoney = if case .money = row.figure.amount { true } else { false }
        return Figure(
            name: row.figure.name, indicator: indicator,
            amount: isMoney ? .money(Money(fen: amount)) : .count(amount))
    }

    @Content private var kind: HTML {
        switch indicator.kind {
        case .count(let trigger): counting(FiguresPhrase.countsEach, trigger)
        case .sum(let field, _, let trigger):
            words(FiguresPhrase.sumsField)
            " "
            quoted(field)
            " "
            counting(FiguresPhrase.atEach, trigger)
        case .distinct(_, let trigger): counting(FiguresPhrase.countsDifferent, trigger)
        case .ratio(let of, let over):
            other(of)
            " ÷ "
            other(over)
        case .stock(let into, let out):
            words(FiguresPhrase.stockLead)
            " "
            other(into)
            " − "
            other(out)
        }
    }

    private func quoted(_ field: Field.ID) -> HTML {
        source.procedures.compactMap { $0.fields[field]?.title }.first
            .map { view.frame.titled($0) } ?? HTML(field.text)
    }

    /// The steps, outcomes or stage on which it counts, each once.
    @Content private func counting(_ phrase: FiguresPhrase, _ trigger: Indicator.Trigger) -> HTML {
        words(phrase)
        " "
        let titles = self.titles(of: trigger)
        for (index, title) in titles.enumerated() {
            if index > 0 { words(FiguresPhrase.and) }
            view.frame.titled(title)
        }
    }

    private func titles(of trigger: Indicator.Trigger) -> [Title] {
        var seen: [Title] = []
        for procedure in source.procedures {
            let found: [Title] =
                switch trigger {
                case .steps(let ids): ids.compactMap { procedure.steps[$0]?.title }
                case .outcomes(let ids): ids.compactMap { procedure.outcomes[$0]?.title }
                case .stage(let id): [procedure.stages[id]?.title].compactMap { $0 }
                }
            for title in found where !seen.contains(title) { seen.append(title) }
        }
        return seen
    }

    private func other(_ id: Indicator.ID) -> HTML {
        let name = FigureName(source.name.matter, id)
        return a(.href(view.cases(of: name, organ: part.organ))) {
            source.others[id].map { view.frame.titled($0.title) } ?? HTML(id.text)
        }
    }
}
