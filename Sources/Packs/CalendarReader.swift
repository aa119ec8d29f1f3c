package import Law

/// Reads a working calendar from YAML, such as `calendars/cn.yaml`.
package struct CalendarReader {
    package init() {}

    /// The calendar, or what is wrong with its text.
    package func read(_ text: String, file: String) throws(UnsoundData) -> WorkingCalendar {
        let findings = Findings()
        let calendar = Block.document(text, file: file, findings: findings).flatMap(calendar)
        guard let calendar, findings.diagnostics.isEmpty else {
            throw UnsoundData(diagnostics: findings.sorted)
        }
        return calendar
    }

    private func calendar(_ block: Block) -> WorkingCalendar? {
        defer { block.finish() }
        _ = block.title("title")
        _ = block.optionalText("basis")
        let name = block.text("calendar")
        let from = block.day("announced-from")
        let until = block.day("announced-until")
        var exceptions: [Day: WorkingCalendar.Exception] = [:]
        for year in block.blocks("years") { read(year, into: &exceptions) }
        guard let name, let from, let until, from <= until else {
            block.findings.report(block.place, "needs announced-from and announced-until")
            return nil
        }
        let statutory = block.optionalBlock("statutory").map(StatutoryReader(after: until).read)
        return WorkingCalendar(
            name: name, announced: from...until, exceptions: exceptions, statutory: statutory ?? [:]
        )
    }

    private func read(_ year: Block, into exceptions: inout [Day: WorkingCalendar.Exception]) {
        defer { year.finish() }
        _ = year.number("year")
        _ = year.optionalText("notice")
        for off in year.blocks("off") {
            defer { off.finish() }
            guard let festival = off.text("festival"), let days = off.days("days") else { continue }
            for day in days { exceptions[day] = .off(festival: festival) }
        }
        for work in year.blocks("make-up") {
            defer { work.finish() }
            guard let festival = work.text("festival"), let day = work.required("day", work.day)
            else { continue }
            exceptions[day] = .makeUp(festival: festival)
        }
    }
}

extension Block {
    /// A day or a range of days `A..B`, both ends included.
    func days(_ key: String) -> [Day]? {
        guard let text = text(key) else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: true)
        guard (1...2).contains(parts.count), let first = Day(iso: parts[0]),
            let last = Day(iso: parts[parts.count - 1]), first <= last
        else {
            report(key, "'\(text)' is neither a day nor a range A..B")
            return nil
        }
        return (0...first.distance(to: last)).map { first.adding(days: $0) }
    }
}

/// Data that cannot be understood, with every reason and its place.
package struct UnsoundData: Error, CustomStringConvertible {
    package let diagnostics: [Diagnostic]

    package init(diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    package var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}
