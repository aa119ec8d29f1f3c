import Engine
import Hummingbird
import Indicators
import Law
import Office
import Sheets

/// Figures, the annual report and the prescribed tables: what they count is in the public log.
enum FigureCalls {
    private static let year = Endpoint.Parameter.path("year", .year, "The year.")
    private static let organ = Endpoint.Parameter.query("organ", .name, "Only of this organ.")
    private static let figureName = Endpoint.Parameter.path(
        "figure", .figureName, "Matter and indicator, such as reconsideration.accepted.")
    private static let ofYear = Endpoint.Parameter.query(
        "year", .year, "The year.", isRequired: true)

    static let endpoints: [Endpoint] = [
        Endpoint(
            method: .get, path: "/reports/{year}", name: "showReport",
            summary: "The annual report: figures, tables, comparison with what was published.",
            need: .nobody, parameters: [year, organ], reply: .json(ReportJSON.schema),
            handler: report),
        Endpoint(
            method: .get, path: "/figures/{figure}", name: "showFigure",
            summary: "A figure of a year, with its months and organs where it is a count.",
            need: .nobody, parameters: [figureName, ofYear, organ],
            reply: .json(FigureReply.schema), handler: figure),
        Endpoint(
            method: .get, path: "/figures/{figure}/entries", name: "listFigureEntries",
            summary: "The entries of the log that made up a figure; nobody is named.",
            need: .nobody, parameters: [figureName, ofYear, organ, .after, .limit],
            reply: .json(.page(of: CountedReply.schema)), handler: entries),
        Endpoint(
            method: .get, path: "/tables/{year}", name: "listTables",
            summary: "The prescribed statistical tables of a year.", need: .nobody,
            parameters: [year, organ], reply: .json(.page(of: ReportJSON.tableSchema)),
            handler: tables),
    ]

    static let report: Endpoint.Handler = { call in
        let report = try await call.office.report(
            year: call.number("year") ?? 0, organ: call.id("organ"))
        return call.json(ReportJSON(report, in: call.words))
    }

    static let tables: Endpoint.Handler = { call in
        let report = try await call.office.report(
            year: call.number("year") ?? 0, organ: call.id("organ"))
        return call.page(ReportJSON(report, in: call.words).tables, next: nil)
    }

    static let figure: Endpoint.Handler = { call in
        let name = try await known(call)
        let year = call.number("year") ?? 0
        let organ: Organ.ID? = call.id("organ")
        let report = try await call.office.report(year: year, organ: organ)
        let row = ReportJSON(report, in: call.words).groups.flatMap(\.figures)
            .first { $0.figure == name.description }
        guard let row else { throw Complaint.notFound }
        let months = try await call.office.months(of: name, year: year, organ: organ)
        let organs = try await call.office.organs(of: name, year: year)
        return call.json(
            FigureReply(
                figure: row, months: months,
                organs: Dictionary(
                    organs.map { ($0.key.text, $0.value) }, uniquingKeysWith: { $1 })))
    }

    static let entries: Endpoint.Handler = { call in
        let name = try await known(call)
        guard let days = Day.year(call.number("year") ?? 0) else { throw Complaint.notFound }
        var query = CountedQuery(figure: name, days: days)
        query.organ = call.id("organ")
        query.after = try call.text("after").flatMap(place)
        query.limit = call.limit + 1
        let found = try await call.office.counted(query)
        let page = found.prefix(call.limit)
        let next = found.count > page.count ? page.last?.place : nil
        let titles = try await Titles(call)
        return call.page(
            page.map { CountedReply($0, titles) },
            next: next.map { Cursor.text(["\($0.day)", "\($0.sequence)"]) })
    }

    private static func place(_ text: String) throws -> CountedEvent.Place? {
        let parts = try Cursor.parts(text, count: 2)
        guard let day = Day(iso: parts[0]), let sequence = Int(parts[1]) else {
            throw Complaint.wrong("after", expected: "next")
        }
        return CountedEvent.Place(day: day, sequence: sequence)
    }

    /// The figure that the path names, where some pack defines it.
    private static func known(_ call: Call) async throws -> FigureName {
        guard let name = call.text("figure").flatMap({ FigureName(parsing: $0) }),
            try await call.office.figureSource(name) != nil
        else { throw Complaint.notFound }
        return name
    }
}

extension Schema {
    static let figureName = Schema.text(
        TextRule(least: 3, most: 129, pattern: "^[a-z0-9-]+[.][a-z0-9-]+$") { text in
            FigureName(parsing: text) != nil
                && text.utf8.allSatisfy {
                    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
                        || $0 == 0x2E
                }
        })
}
