import ArgumentParser
import Engine
import Indicators
import Law
import Office
import Sheets
import Storage

struct CaseList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List case files: all, or those behind a figure.",
        discussion: """
            Example: yifa case list --database haidian.db --figure reconsideration.accepted --year 2023
            Example: yifa case list --database haidian.db --organ justice --open
            """)

    @OptionGroup var journal: JournalOptions

    @Option(help: ArgumentHelp("Only those that a figure counts.", valueName: "matter.indicator"))
    var figure: String?

    @Option(help: "Only what the figure counts in this year, or case files opened in it.")
    var year: Int?

    @Option(help: "Only one organ's; with a figure, those counted for it.")
    var organ: String?

    @Option(help: "Only one procedure's.")
    var procedure: String?

    @Option(help: "Only those in one stage.")
    var stage: String?

    @Flag(help: "Only those that run.")
    var open = false

    @Flag(help: "Only those that have ended.")
    var closed = false

    @Option(help: "At most so many, 1 to 100000.")
    var limit = 50

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if open, closed { throw ValidationError("give --open or --closed, not both") }
        guard (1...100_000).contains(limit) else {
            throw ValidationError("--limit is 1 to 100000, not \(limit)")
        }
        if let year, !(1900...2199).contains(year) {
            throw ValidationError("--year is 1900 to 2199, not \(year)")
        }
    }

    func run() async throws {
        try await CaseAnswer.giving(json: json) {
            let desk = try await CaseDesk(journal)
            let packs = try await desk.journal.read { try $0.newestPacks() }
            let query = try query(CaseFilters(desk: desk, packs: packs))
            let found = try await desk.journal.read { try $0.cases(query) }
            let list = CaseLines(
                Array(found.prefix(limit)), isCut: found.count > limit, packs: packs, desk: desk)
            if json {
                try Output.json(list.lines)
            } else {
                Output.print(list.text)
            }
        }
    }

    private func query(_ filters: CaseFilters) throws -> CaseQuery {
        var query = CaseQuery()
        query.figure = try figure.map(filters.figure)
        query.organ = try organ.map(filters.desk.organ)
        query.procedure = try procedure.map(filters.procedure)
        query.stage = try stage.map { try filters.stage($0, of: query.procedure) }
        query.isOpen = open ? true : closed ? false : nil
        query.limit = limit + 1
        if let year, let first = Day(year: year, month: 1, day: 1),
            let last = Day(year: year, month: 12, day: 31)
        {
            query.days = first...last
        }
        return query
    }
}

/// Reads the names by which lists are narrowed, refusing what is not known.
struct CaseFilters {
    let desk: CaseDesk
    let packs: [AdmittedPack]

    func figure(_ text: String) throws(Refusal) -> FigureName {
        var kinds: [String: Indicator.Kind] = [:]
        for pack in packs {
            for indicator in pack.indicators.indicators {
                kinds["\(pack.procedure.matter).\(indicator.id)"] = indicator.kind
            }
        }
        guard let kind = kinds[text], let name = FigureName(parsing: text) else {
            throw .unknown("unknown-figure", field: "figure", "指标", text, known: Array(kinds.keys))
        }
        let parts: [Indicator.ID]
        switch kind {
        case .count, .sum, .distinct: return name
        case .ratio(let of, let over): parts = [of, over]
        case .stock(let into, let out): parts = [into, out]
        }
        let names = parts.map { "\(name.matter).\($0)" }.joined(separator: "、")
        throw Refusal("unknown-figure", field: "figure", "“\(text)”由其他指标算出，请列 \(names)")
    }

    func procedure(_ text: String) throws(Refusal) -> Procedure.ID {
        let known = packs.map(\.procedure.id.text)
        guard known.contains(text) else {
            throw .unknown(.unknownProcedure, field: "procedure", "程序", text, known: known)
        }
        return Procedure.ID(text)
    }

    func stage(_ text: String, of procedure: Procedure.ID?) throws(Refusal) -> Stage.ID {
        let known = packs.filter { procedure == nil || $0.procedure.id == procedure }
            .flatMap { $0.procedure.stages.map(\.id.text) }
        guard known.contains(text) else {
            throw .unknown("unknown-stage", field: "stage", "阶段", text, known: known)
        }
        return Stage.ID(text)
    }
}

/// Case files a line each.
struct CaseLines {
    struct Line: Encodable {
        let `case`: String
        let number: String?
        let procedure: String
        let organ: CaseSheet.Labelled
        let stage: CaseSheet.Labelled
        let isFinal: Bool
        let outcome: CaseSheet.Labelled?
        let opened: String
        let last: String
        let version: Int
    }

    let lines: [Line]
    private let isCut: Bool

    init(_ found: [CaseSummary], isCut: Bool, packs: [AdmittedPack], desk: CaseDesk) {
        self.isCut = isCut
        let procedures = Dictionary(
            packs.map { ($0.procedure.id, $0.procedure) }, uniquingKeysWith: { $1 })
        lines = found.map { one in
            let words = procedures[one.procedure].map { desk.words($0) }
            return Line(
                case: one.subject.text, number: one.number, procedure: one.procedure.text,
                organ: CaseSheet.Labelled(
                    id: one.organ.text, title: words?.organ(one.organ) ?? one.organ.text),
                stage: CaseSheet.Labelled(
                    id: one.stage.text, title: words?.stage(one.stage) ?? one.stage.text),
                isFinal: one.isFinal,
                outcome: one.outcome.map { id in
                    CaseSheet.Labelled(id: id.text, title: words?.outcome(id) ?? id.text)
                },
                opened: one.opened.description, last: one.last.day.description, version: one.version
            )
        }
    }

    var text: String {
        guard !lines.isEmpty else { return "没有这样的案卷" }
        let rows = lines.map { line in
            [
                line.case, line.number ?? "", line.opened, line.stage.title,
                line.outcome?.title ?? "",
                line.last, line.organ.title,
            ]
        }
        let head = ["案卷", "文号", "立卷", "阶段", "结果", "最近", "办理机关"]
        let end = isCut ? ["", "只列前\(lines.count)件；用 --limit 列更多"] : ["", "共\(lines.count)件"]
        return (CaseLayout.table([head] + rows, indent: 0) + end).joined(separator: "\n")
    }
}
