import Indicators
import Law

/// Reads `table.yaml`: a statistical table whose form is prescribed.
struct TableReader {
    let block: Block
    let figures: Catalogue<Indicator>
    let fields: Catalogue<Field>
    let references: References

    func read() -> StatisticalTable? {
        defer { block.finish() }
        guard let id = block.text("table"), let title = block.title("title"),
            let basis = block.text("basis"),
            let results: Indicator.ID = block.name("figure-results", .indicator, references)
        else { return nil }
        let rows = block.blocks("rows").compactMap(row)
        let known = Set(references.names(of: .row))
        return StatisticalTable(
            id: id, title: title, basis: basis, results: results,
            columns: block.blocks("columns").compactMap { column($0, choices(of: results)) },
            rows: rows,
            checks: block.blocks("checks").map { check($0, known) })
    }

    /// The choices of the field by which the results are broken down, which are the columns.
    private func choices(of results: Indicator.ID) -> Catalogue<Field.Choice>? {
        for case .field(let field) in figures[results]?.breakdown ?? [] {
            if case .choice(let choices) = fields[field]?.kind { return choices }
        }
        return nil
    }

    private func column(
        _ block: Block, _ choices: Catalogue<Field.Choice>?
    ) -> StatisticalTable.Column? {
        defer { block.finish() }
        guard let choice = block.text("column"), let title = block.text("title") else { return nil }
        if let choices, choices[Field.Choice.ID(choice)] == nil {
            block.report(
                "column", "'\(choice)' is not a choice by which the results are broken down")
        }
        return StatisticalTable.Column(
            choice: choice, title: title, group: block.optionalText("group"))
    }

    private func row(_ block: Block) -> StatisticalTable.Row? {
        defer { block.finish() }
        if let heading = block.optionalText("heading") {
            return StatisticalTable.Row(id: "", title: heading, content: .heading)
        }
        guard let id = block.text("row") else { return nil }
        references.declare(.row, id, at: block.place(of: "row"))
        guard let title = block.text("title"),
            let content = content(block)
        else { return nil }
        return StatisticalTable.Row(id: id, title: title, content: content)
    }

    private func content(_ block: Block) -> StatisticalTable.Content? {
        if block.has("outcome") {
            return block.name("outcome", .outcome, references).map { .outcome($0) }
        }
        if block.has("stock") {
            guard let stock: Indicator.ID = block.name("stock", .indicator, references) else {
                return nil
            }
            switch block.text("at") {
            case "start": return .stockAtStart(stock)
            case "end": return .stockAtEnd(stock)
            default:
                block.report("at", "write start or end")
                return nil
            }
        }
        return block.name("figure", .indicator, references).map { .figure($0) }
    }

    private func check(_ block: Block, _ known: Set<String>) -> StatisticalTable.Check {
        defer { block.finish() }
        let sides = ["plus", "equals"].map { key in
            let rows = block.texts(key)
            if rows.isEmpty {
                block.findings.report(block.place, "a check needs rows on both sides")
            }
            return rows.map { text, place in
                if !known.contains(text) {
                    block.findings.report(place, "there is no row '\(text)'")
                }
                return text
            }
        }
        return StatisticalTable.Check(left: sides[0], right: sides[1])
    }
}
