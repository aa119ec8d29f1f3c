import Engine
import Law
import Office
import Sheets

/// What an act made happen, for the person who did it.
struct CaseReceipt {
    private struct Printed: Encodable {
        let `case`: String
        let number: String?
        let version: Int
        let stage: CaseSheet.Labelled
        let decision: CaseSheet.Decision?
        let events: [CaseSheet.Entry]
        let deadlines: [CaseSheet.Term]
        let may: [CaseSheet.Possible]
    }

    private let sheet: CaseSheet
    private let events: [CaseSheet.Entry]
    private let words: Words

    init(_ receipt: Receipt, desk: CaseDesk) async throws {
        let record = try await desk.record(of: receipt.file.id.text)
        words = desk.words
        // The sheet is made at the moment of the act, or now if that is later.
        sheet = desk.sheet(of: record)
        let made = receipt.sequence..<(receipt.sequence + receipt.events.count)
        events = sheet.record.filter { made.contains($0.sequence) }
    }

    func print(json: Bool) throws {
        guard json else { return Output.print(text) }
        try Output.json(
            Printed(
                case: sheet.case, number: sheet.number, version: sheet.version, stage: sheet.stage,
                decision: sheet.decision, events: events,
                deadlines: sheet.deadlines.filter(\.isRunning),
                may: sheet.may))
    }

    /// A few of the steps that may follow, those that lead on first.
    private var next: String {
        let leading = sheet.may.filter { $0.to != nil } + sheet.may.filter { $0.to == nil }
        let names = leading.prefix(6).map { "\($0.step.title) \($0.step.id)" }
        let rest = leading.count > 6 ? " 等\(leading.count)项（yifa case show \(sheet.case)）" : ""
        return names.joined(separator: "、") + rest
    }

    private var text: String {
        var lines = ["已记录 \(sheet.case)\(sheet.number.map { "  \($0)" } ?? "")"]
        lines += CaseLayout.table(
            events.map { ["#\($0.sequence)", $0.day, $0.summary(in: words)] })
        var rows = [["阶段", sheet.stage.title + (sheet.isFinal ? "（终）" : "")]]
        if let decision = sheet.decision, events.contains(where: { $0.outcome != nil }) {
            rows += decision.remedies.map { remedy in
                ["救济", remedy.title + (remedy.within.map { "，\($0)内" } ?? "")]
            }
        }
        for term in sheet.deadlines where term.isRunning {
            rows.append(["期限", "\(term.deadline.title) \(term.due ?? "中止")，\(term.remark)"])
        }
        for event in events where !event.notices.isEmpty {
            let titles = event.notices.map { "《\($0.title)》" }.joined()
            rows.append([
                "文书", "\(titles)（yifa case show \(sheet.case) --notice \(event.sequence)）",
            ])
        }
        if !next.isEmpty { rows.append(["接着", next]) }
        return (lines + CaseLayout.table(rows)).joined(separator: "\n")
    }
}
