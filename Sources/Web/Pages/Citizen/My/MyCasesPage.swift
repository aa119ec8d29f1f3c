import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The cases of an account, and those opened in this visit; and what was begun and not filed.
enum MyCasesPage {
    private static let most = 50

    struct Row {
        let subject: CaseFile.ID
        let number: String?
        let procedure: Procedure.ID
        let stage: Stage.ID
        let opened: Day
        let isFinal: Bool
        let outcome: Outcome.ID?
    }

    static func answer(_ asked: Asked) async throws -> Response {
        let after = asked.query("after").map { CaseFile.ID($0) }
        let own = try await own(asked, after: after)
        let opened = after == nil ? try await opened(asked, except: own) : []
        let drafts = try await drafts(asked)
        let packs = try await asked.office.packs().map(\.procedure)
        let frame = asked.frame
        let words = asked.words
        return asked.page(words(SitePhrase.myCases)) {
            h1(.class("title")) { words(SitePhrase.myCases) }
            if !drafts.isEmpty {
                h2 { words(MyPhrase.drafts) }
                DraftList.list(drafts, packs, frame)
            }
            if asked.viewer.isSignedIn || !opened.isEmpty {
                h2 { words(MyPhrase.list) }
                if own.isEmpty && opened.isEmpty {
                    p(.class("empty")) { words(MyPhrase.listEmpty) }
                } else {
                    list(opened + own, packs, frame)
                }
                if own.count == most, let last = own.last {
                    p {
                        a(.href("\(frame.href(.myCases))?after=\(last.subject.text.inQuery)")) {
                            words(MyPhrase.more)
                        }
                    }
                }
            } else {
                p(.class("lead")) { words(MyPhrase.listVisitor) }
            }
            p { frame.link(words(MyPhrase.openCase), .track, .class("button secondary")) }
            p { frame.link(words(GuidePhrase.all), .guides) }
        }
    }

    private static func own(_ asked: Asked, after: CaseFile.ID?) async throws -> [Row] {
        guard asked.viewer.person != nil, asked.viewer.officer == nil else { return [] }
        var query = CaseQuery()
        query.after = after
        query.limit = most
        return try await asked.office.cases(query, for: asked.viewer).map { summary in
            Row(
                subject: summary.subject, number: summary.number, procedure: summary.procedure,
                stage: summary.stage, opened: summary.opened, isFinal: summary.isFinal,
                outcome: summary.outcome)
        }
    }

    /// Those opened with a receipt, at most a few in one visit.
    private static func opened(_ asked: Asked, except own: [Row]) async throws -> [Row] {
        let known = Set(own.map(\.subject))
        let receipts = asked.viewer.receipts.keys.filter { !known.contains($0) }
        return try await asked.office.summaries(
            of: Array(receipts.sorted().suffix(20)), as: asked.viewer
        ).map { file, isFinal in
            Row(
                subject: file.id, number: file.number, procedure: file.procedure,
                stage: file.stage, opened: (file.deeds.first?.at ?? file.last).day,
                isFinal: isFinal, outcome: file.outcome)
        }
    }

    private static func drafts(_ asked: Asked) async throws -> [Draft] {
        guard let guest = asked.caller.guest, asked.viewer.officer == nil else { return [] }
        return try await asked.office.applications(of: guest)
    }

    private static func list(_ rows: [Row], _ packs: [Procedure], _ frame: Frame) -> HTML {
        let words = frame.words
        return frame.scrolling(words(MyPhrase.list)) {
            table(.class("data")) {
                caption(.class("visually-hidden")) { words(MyPhrase.list) }
                thead {
                    tr {
                        th(.scope("col")) { words(MyPhrase.number) }
                        th(.scope("col")) { words(MyPhrase.procedure) }
                        th(.scope("col")) { words(MyPhrase.stage) }
                        th(.scope("col")) { words(MyPhrase.opened) }
                    }
                }
                tbody { for one in rows { row(one, packs, frame) } }
            }
        }
    }

    private static func row(_ row: Row, _ packs: [Procedure], _ frame: Frame) -> HTML {
        let words = frame.words
        let procedure = packs.first { $0.id == row.procedure }
        let outcome = row.outcome.flatMap { procedure?.outcomes[$0] }
        return tr {
            th(.scope("row")) {
                a(.href(frame.href(.myCase(row.subject)))) {
                    frame.marked(row.number ?? row.subject.text)
                }
            }
            td(.data("label", words(MyPhrase.procedure))) {
                procedure.map { frame.titled($0.title) } ?? HTML(row.procedure.text)
            }
            td(.data("label", words(MyPhrase.stage))) {
                if let outcome {
                    frame.titled(outcome.title)
                } else {
                    procedure?.stages[row.stage].map { frame.titled($0.title) }
                        ?? HTML(row.stage.text)
                }
                if row.isFinal {
                    " "
                    span(.class("tag neutral")) { words(MyPhrase.ended) }
                }
            }
            td(.data("label", words(MyPhrase.opened))) { words.day(row.opened) }
        }
    }
}
