import ArgumentParser
import Engine
import Law
import Office
import Packs
import Sheets
import Storage

struct CaseWork: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract: "The work queue: what must still be done, the earliest due first.",
        discussion:
            "Example: yifa case work --database haidian.db --organ justice --due-before 2026-12-01")

    @OptionGroup var journal: JournalOptions

    @Option(help: "Only one organ's.")
    var organ: String?

    @Option(name: .customLong("due-before"), help: "Only what is due before this day.")
    var dueBefore: String?

    @Option(help: "At most so many, 1 to 100000.")
    var limit = 50

    @Flag(help: "Print JSON.")
    var json = false

    private struct Line: Encodable {
        let `case`: String
        let term: CaseSheet.Labelled
        let holder: CaseSheet.Labelled
        let organ: CaseSheet.Labelled
        /// Nil while paused.
        let due: String?
        let remark: String
    }

    func validate() throws {
        guard (1...100_000).contains(limit) else {
            throw ValidationError("--limit is 1 to 100000, not \(limit)")
        }
        if let dueBefore, Day(iso: dueBefore) == nil {
            throw ValidationError(
                "'\(dueBefore.prefix(40))' is not a day such as 2026-12-01 (1900 to 2199)")
        }
    }

    func run() async throws {
        try await CaseAnswer.giving(json: json) {
            let desk = try await CaseDesk(journal)
            var query = WorkQuery()
            query.duty = try organ.map { .organ(try desk.organ($0)) }
            query.dueBefore = dueBefore.flatMap { Day(iso: $0) }.map { Moment($0) }
            query.limit = 10_000_000
            let asked = query
            let (items, packs) = try await desk.journal.read {
                (try $0.work(asked), try $0.newestPacks())
            }
            let found = items.map { ($0, procedure(of: $0.item, in: packs)) }.filter {
                row, procedure in
                !(procedure?.isForfeit(row.item, at: desk.now) ?? false)
            }
            let lines = found.prefix(limit).map { line($0, $1, desk) }
            if json { return try Output.json(lines) }
            Output.print(text(lines, isCut: found.count > limit))
        }
    }

    /// The procedure that knows the names: the case file's, or an edition of the same matter.
    private func procedure(of item: WorkItem, in packs: [AdmittedPack]) -> Procedure? {
        packs.map(\.procedure).first { procedure in
            item.subject.text.hasPrefix("\(procedure.matter)-") && procedure.knows(item.deadline)
                && procedure.roles[item.holder] != nil
        }
    }

    private func line(_ row: DeskRow, _ procedure: Procedure?, _ desk: CaseDesk) -> Line {
        let item = row.item
        let organ = item.organ ?? row.summary.organ
        let words = procedure.map { desk.words($0) }
        return Line(
            case: item.subject.text,
            term: CaseSheet.Labelled(
                id: item.deadline, title: words?.term(item.deadline) ?? item.deadline),
            holder: CaseSheet.Labelled(
                id: item.holder.text, title: words?.role(item.holder) ?? item.holder.text),
            organ: CaseSheet.Labelled(
                id: organ.text, title: desk.district?.organ(organ)?.title.chinese ?? organ.text),
            due: item.due?.brief, remark: desk.words.remark(due: item.due, at: desk.now))
    }

    private func text(_ lines: [Line], isCut: Bool) -> String {
        guard !lines.isEmpty else { return "没有在办的期限" }
        let rows = lines.map {
            [$0.due ?? "", $0.remark, $0.case, $0.term.title, $0.holder.title, $0.organ.title]
        }
        let head = ["届满", "", "案卷", "期限", "由", "办理机关"]
        let end = isCut ? "只列前\(lines.count)项；用 --limit 列更多" : "共\(lines.count)项"
        return (CaseLayout.table([head] + rows, indent: 0) + ["", end]).joined(separator: "\n")
    }
}

extension Procedure {
    /// Whether the item is a right whose time has passed: nothing is left to do.
    fileprivate func isForfeit(_ item: WorkItem, at now: Moment) -> Bool {
        guard let due = item.due, due < now,
            case .bar = timeLimits[TimeLimit.ID(item.deadline)]?.lapse
        else { return false }
        return true
    }

    /// Whether a deadline or a consultation has this name.
    fileprivate func knows(_ term: String) -> Bool {
        timeLimits[TimeLimit.ID(term)] != nil || consultations[ConsultationRule.ID(term)] != nil
    }
}
