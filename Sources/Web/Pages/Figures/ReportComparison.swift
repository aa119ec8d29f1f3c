import HTML
import Indicators
import Law
import Office
import Sheets

/// What was published against what is computed: what differs, what agrees, what nothing computes yet.
struct ReportComparison {
    let view: FiguresView

    private enum Kind: String, CaseIterable {
        case differs
        case equal
        case unknown

        init(_ comparison: Comparison) {
            switch comparison {
            case .equal: self = .equal
            case .differs: self = .differs
            case .cannotBeComputed: self = .unknown
            }
        }

        var phrase: FiguresPhrase {
            switch self {
            case .differs: .notAsPublished
            case .equal: .asPublished
            case .unknown: .notComputed
            }
        }
    }

    private var words: Words { view.words }

    var html: HTML? {
        guard !view.report.compared.isEmpty else { return nil }
        return pieces {
            h2(.id("comparison")) { words(ReportPhrase.comparison) }
            p { words(FiguresPhrase.comparisonLead) }
            for kind in Kind.allCases { part(kind) }
        }
    }

    private func part(_ kind: Kind) -> HTML? {
        let rows = view.report.compared.filter { Kind($0.comparison) == kind }
        guard !rows.isEmpty else { return nil }
        let heading = words(
            FiguresPhrase.counted, ["what": words(kind.phrase), "count": "\(rows.count)"])
        return pieces {
            h3(.id(kind.rawValue)) { heading }
            switch kind {
            case .differs, .equal: table(rows, heading)
            case .unknown:
                details {
                    summary { words(FiguresPhrase.showAll) }
                    table(rows, heading)
                }
            }
        }
    }

    private func table(_ rows: [AnnualReport.Compared], _ heading: String) -> HTML {
        let header: [String] = [
            words(ReportPhrase.item), words(ReportPhrase.published), words(FiguresPhrase.computed),
            words(ReportPhrase.reason),
        ]
        return HTML.element(
            "table", [.class("data"), .aria("label", heading)],
            pieces {
                thead { tr { for name in header { th(.scope("col")) { name } } } }
                tbody { for row in rows { line(row) } }
            })
    }

    private func line(_ row: AnnualReport.Compared) -> HTML {
        tr {
            th(.scope("row")) {
                view.frame.chinese(row.title)
                span(.class("hint")) { row.section }
            }
            td(.data("label", words(ReportPhrase.published))) { view.frame.chinese(row.written) }
            td(.data("label", words(FiguresPhrase.computed))) {
                if let name = row.figure, let known = view.row(name) {
                    a(.href(view.cases(of: name))) { words.written(known.figure) }
                } else {
                    view.tag(row.comparison)
                }
            }
            td(.data("label", words(ReportPhrase.reason))) {
                view.frame.marked(row.comparison.told(in: words).reason)
            }
        }
    }
}
