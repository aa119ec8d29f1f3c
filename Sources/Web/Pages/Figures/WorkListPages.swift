import Engine
import HTML
import HTTPTypes
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The work behind a number of overdue or soon due work.
enum AtRiskPage {
    private static let limit = 50
    /// What stands in the address for work that people of any organ may do; no organ has such a name.
    static let anyOrgan = "*"

    static func answer(_ asked: Asked) async throws -> Response {
        let isOfAnyOrgan = asked.query("organ") == anyOrgan
        let organ = isOfAnyOrgan ? nil : asked.query("organ").map { Organ.ID($0) }
        let oversight = try await asked.office.oversight(of: asked.viewer).narrowed(to: organ)
        let isOverdue = asked.query("state") != "soon"
        let rows = try await asked.office.work(
            oversight, isOverdue: isOverdue, ofAnyOrgan: isOfAnyOrgan,
            after: place(asked.query("after")), limit: limit)
        let lines = try await CaseLines(asked, rows.map(\.summary))
        let words = asked.words
        let heading = words(isOverdue ? FiguresPhrase.overdueWork : .soonWork)
        return asked.page(
            heading, isWide: true, trail: [(words(SitePhrase.dashboard), .dashboard)]
        ) {
            h1(.class("title")) { heading }
            p(.class("lead")) {
                if let organ = oversight.organ {
                    lines.organ(organ)
                } else {
                    words(isOfAnyOrgan ? FiguresPhrase.anyOrgan : .allOrgans)
                }
            }
            if rows.isEmpty {
                p(.class("empty")) { words(FiguresPhrase.noRisks) }
            } else {
                table(rows, lines, heading)
            }
            let shown = oversight.organ?.text ?? (isOfAnyOrgan ? anyOrgan : nil)
            asked.frame.nextPage(next(rows, asked, shown, isOverdue))
        }
    }

    private static func table(_ rows: [DeskRow], _ lines: CaseLines, _ heading: String) -> HTML {
        let words = lines.frame.words
        let header: [FiguresPhrase] = [.caseFile, .term, .due, .organ, .stage]
        return HTML.element(
            "table", [.class("data"), .aria("label", heading)],
            pieces {
                thead { tr { for phrase in header { th(.scope("col")) { words(phrase) } } } }
                tbody { for row in rows { line(row, lines) } }
            })
    }

    private static func line(_ row: DeskRow, _ lines: CaseLines) -> HTML {
        let words = lines.frame.words
        let procedure = lines.procedure(row.summary.procedure)
        let term =
            procedure?.timeLimits[TimeLimit.ID(row.item.deadline)]?.title
            ?? procedure?.consultations[ConsultationRule.ID(row.item.deadline)]?.title
        return tr {
            th(.scope("row")) { lines.name(row.summary) }
            lines.cell(words(FiguresPhrase.term)) {
                term.map { lines.frame.titled($0) } ?? HTML(row.item.deadline)
            }
            lines.cell(words(FiguresPhrase.due)) {
                row.item.due?.brief ?? ""
                span(.class("hint")) { words.remark(due: row.item.due, at: lines.frame.now) }
            }
            lines.cell(words(FiguresPhrase.organ)) {
                row.item.organ.map { lines.organ($0) } ?? HTML(words(FiguresPhrase.anyOrgan))
            }
            lines.cell(words(FiguresPhrase.stage)) { lines.stage(row.summary) }
        }
    }

    private static func next(
        _ rows: [DeskRow], _ asked: Asked, _ organ: String?, _ isOverdue: Bool
    ) -> String? {
        guard rows.count == limit, let last = rows.last?.item, let due = last.due else {
            return nil
        }
        return asked.frame.href(
            .atRisk,
            [
                ("state", isOverdue ? "overdue" : "soon"), ("organ", organ),
                ("after", "\(due.seconds).\(last.subject).\(last.deadline)"),
            ])
    }

    private static func place(_ text: String?) throws -> WorkQuery.Place? {
        guard let text else { return nil }
        let parts = text.split(separator: ".").map(String.init)
        guard parts.count == 3, let due = Int64(parts[0]) else { throw HTTPError(.badRequest) }
        return WorkQuery.Place(
            due: Moment(seconds: due), subject: CaseFile.ID(parts[1]), deadline: parts[2])
    }
}

/// The open case files at a stage.
enum WaitingPage {
    private static let limit = 50

    static func answer(_ asked: Asked) async throws -> Response {
        let organ = asked.query("organ").map { Organ.ID($0) }
        let oversight = try await asked.office.oversight(of: asked.viewer).narrowed(to: organ)
        let procedure = Procedure.ID(asked.part("procedure"))
        let stage = Stage.ID(asked.part("stage"))
        var query = WaitQuery(procedure: procedure, stage: stage)
        query.after = try asked.query("after").map(place)
        query.limit = limit
        let rows = try await asked.office.waiting(oversight, query)
        let lines = try await CaseLines(asked, rows)
        guard let known = lines.procedure(procedure) else { throw HTTPError(.notFound) }
        let words = asked.words
        let title = known.stages[stage]?.title ?? known.title
        let heading = words(FiguresPhrase.filesAt, ["stage": words.title(title)])
        let next =
            rows.count == limit
            ? rows.last.map { last in
                asked.frame.href(
                    .waiting(procedure, stage),
                    [
                        ("organ", oversight.organ?.text),
                        ("after", "\(last.last.seconds).\(last.subject)"),
                    ])
            } : nil
        return asked.page(
            heading, isWide: true, trail: [(words(SitePhrase.dashboard), .dashboard)]
        ) {
            h1(.class("title")) { asked.frame.marked(heading) }
            p(.class("lead")) { asked.frame.titled(known.title) }
            if rows.isEmpty {
                p(.class("empty")) { words(FiguresPhrase.noWaits) }
            } else {
                table(rows, lines, heading)
            }
            asked.frame.nextPage(next)
        }
    }

    private static func place(_ text: String) throws -> WaitQuery.Place {
        let parts = text.split(separator: ".").map(String.init)
        guard parts.count == 2, let last = Int64(parts[0]) else { throw HTTPError(.badRequest) }
        return WaitQuery.Place(last: Moment(seconds: last), subject: CaseFile.ID(parts[1]))
    }

    private static func table(
        _ rows: [CaseSummary], _ lines: CaseLines, _ heading: String
    ) -> HTML {
        let words = lines.frame.words
        let header: [FiguresPhrase] = [.caseFile, .organ, .opened, .lastEntry]
        return HTML.element(
            "table", [.class("data"), .aria("label", heading)],
            pieces {
                thead { tr { for phrase in header { th(.scope("col")) { words(phrase) } } } }
                tbody {
                    for row in rows {
                        tr {
                            th(.scope("row")) { lines.name(row) }
                            lines.cell(words(FiguresPhrase.organ)) { lines.organ(row.organ) }
                            lines.cell(words(FiguresPhrase.opened)) { words.date(row.opened) }
                            lines.cell(words(FiguresPhrase.lastEntry)) {
                                words.date(row.last.day)
                            }
                        }
                    }
                }
            })
    }
}
