import HTML
import HTTPTypes
import Hummingbird
import Indicators
import Law
import Office
import Packs
import Sheets

/// A year's report with what is needed to tell it on a page.
struct FiguresView: Sendable {
    let frame: Frame
    let report: AnnualReport
    /// Every admitted edition, the oldest first.
    let procedures: [Procedure]
    /// The forms of the prescribed tables, each with its matter.
    let forms: [(matter: Procedure.Matter.ID, form: StatisticalTable)]
    let district: District?

    var words: Words { frame.words }
    var year: Int { report.year }

    init(_ asked: Asked, year: Int, organ: Organ.ID?) async throws {
        frame = asked.frame
        report = try await asked.office.report(year: year, organ: organ)
        let editions = try await asked.office.editions()
        procedures = editions.map(\.procedure)
        forms = editions.compactMap { edition in
            edition.table.map { (edition.procedure.matter, $0) }
        }
        district = try await asked.office.district()
    }

    // MARK: Titles

    /// A matter's title: those of its procedures without what tells one from another, each once.
    func title(of matter: Procedure.Matter.ID) -> String {
        var titles: [String] = []
        for procedure in procedures where procedure.matter == matter {
            let title = words.title(procedure.title).withoutParenthesis
            if !titles.contains(title) { titles.append(title) }
        }
        return titles.joined(separator: words(FiguresPhrase.and))
    }

    func marked(_ matter: Procedure.Matter.ID) -> HTML {
        words.language == .zhHant
            ? span(.lang("zh-Hans")) { title(of: matter) } : HTML(title(of: matter))
    }

    func organ(_ id: Organ.ID) -> HTML {
        district?.organ(id).map { frame.titled($0.title) } ?? HTML(id.text)
    }

    func organName(_ id: Organ.ID) -> String {
        district?.organ(id).map { words.title($0.title) } ?? id.text
    }

    // MARK: Figures

    func row(_ name: FigureName) -> AnnualReport.Row? {
        report.groups.first { $0.matter == name.matter }?.rows
            .first { $0.figure.name == name }
    }

    /// Where the cases behind a figure are.
    func cases(of name: FigureName, month: Int? = nil, organ: Organ.ID? = nil) -> String {
        frame.href(.figure(name, year: year))
            + (month.map { "&month=\($0)" } ?? "")
            + ((organ ?? report.organ).map { "&organ=\($0.text.inQuery)" } ?? "")
    }

    /// Whether a figure is what was published, in a word and with a mark.
    func tag(_ row: AnnualReport.Row) -> HTML? {
        guard report.organ == nil, let printed = row.printed else { return nil }
        return tag(Comparison(row.figure, with: printed))
    }

    func tag(_ comparison: Comparison) -> HTML {
        let style =
            switch comparison {
            case .equal: "tag ok"
            case .differs: "tag overdue"
            case .cannotBeComputed: "tag neutral"
            }
        return span(.class(style)) { comparison.told(in: words).result }
    }
}

extension Asked {
    /// The year asked for; the year of the site if none is.
    ///
    /// Errors: 404 for what is no year.
    func year(_ text: String?) throws -> Int {
        guard let text else { return frame.reportYear }
        guard text.utf8.count == 4, let year = Int(text), (1900...2199).contains(year) else {
            throw HTTPError(.notFound)
        }
        return year
    }
}

extension String {
    /// The text before a parenthesis in which it ends.
    var withoutParenthesis: String {
        guard let last, [")", "\u{FF09}"].contains(last),
            let open = lastIndex(where: { ["(", "\u{FF08}"].contains($0) }), open > startIndex
        else { return self }
        return String(self[..<open]).trimmed
    }
}

extension Words {
    /// A month as charts name it: `3月`, `Mar`.
    func briefMonth(_ month: Int) -> String {
        let name = TimePhrase(rawValue: "month\(month)").map { self($0) } ?? "\(month)"
        return self(FiguresPhrase.month, ["month": String(name.prefix(3))])
    }
}
