import Engine
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// What leaders, compilers, auditors and officers see beyond single case files.
enum OversightCalls {
    static let endpoints: [Endpoint] = [
        Endpoint(
            method: .get, path: "/officers", name: "listOfficers",
            summary: "The officers of the district, to name colleagues, approvers and those asked.",
            need: .account,
            parameters: [
                .query("organ", .name, "Only of this organ."),
                .query("role", .name, "Only those who hold this post."), .after, .limit,
            ],
            reply: .json(.page(of: OfficerLine.schema)), handler: officers),
        Endpoint(
            method: .get, path: "/risks", name: "listRisks",
            summary: "How much work is overdue or due within three working days, by organ.",
            need: .account,
            reply: .json(
                .page(
                    of: .object([
                        .may("organ", .labelled), .must("overdue", .count), .must("soon", .count),
                    ]))), handler: risks),
        Endpoint(
            method: .get, path: "/waits", name: "listWaits",
            summary: "Where open case files stand, those first that have waited longest.",
            need: .account,
            reply: .json(
                .page(
                    of: .object([
                        .must("procedure", .labelled), .must("stage", .labelled),
                        .must("count", .count), .must("oldest", .words), .must("since", .words),
                    ]))), handler: waits),
        Endpoint(
            method: .get, path: "/trail", name: "listTrail",
            summary: "Who did and saw what, the latest first; for the audit administrator.",
            need: .account,
            parameters: [
                .query("account", .words(most: 64), "Only of this account."),
                .query("case", .name, "Only on this case file."),
                .query("act", .name, "Only of this kind, such as saw-case."), .after, .limit,
            ],
            reply: .json(.page(of: TrailLine.schema)), handler: trail),
    ]

    static let officers: Endpoint.Handler = { call in
        let after = try call.text("after").map { try Cursor.parts($0, count: 1)[0] } ?? ""
        let found = try await call.office.colleagues(
            of: call.id("organ"), holding: call.id("role"), for: call.viewer
        ).filter { $0.id.text > after }
        let page = found.prefix(call.limit)
        let next = found.count > page.count ? page.last.map { Cursor.text([$0.id.text]) } : nil
        return call.page(page.map(OfficerLine.init), next: next)
    }

    static let risks: Endpoint.Handler = { call in
        let oversight = try await call.office.oversight(of: call.viewer)
        let titles = try await Titles(call)
        return call.page(
            try await call.office.risks(oversight).map { risk in
                RiskLine(
                    organ: risk.organ.map(titles.organ), overdue: risk.overdue, soon: risk.soon)
            }, next: nil)
    }

    static let waits: Endpoint.Handler = { call in
        let oversight = try await call.office.oversight(of: call.viewer)
        let titles = try await Titles(call)
        return call.page(
            try await call.office.waits(oversight).map { wait in
                WaitLine(
                    procedure: titles.procedure(wait.procedure),
                    stage: titles.stage(wait.stage, of: wait.procedure), count: wait.count,
                    oldest: wait.oldest.text, since: wait.since.description)
            }, next: nil)
    }

    static let trail: Endpoint.Handler = { call in
        var query = TrailQuery()
        query.account = call.text("account")
        query.subject = call.id("case")
        query.act = call.text("act")
        query.before = try call.text("after").flatMap { Int(try Cursor.parts($0, count: 1)[0]) }
        query.limit = call.limit
        let found = try await call.office.trail(query, for: call.viewer)
        let next = found.count == call.limit ? found.last?.n : nil
        return call.page(found.map(TrailLine.init), next: next.map { Cursor.text(["\($0)"]) })
    }
}

private struct RiskLine: Encodable {
    let organ: CaseSheet.Labelled?
    let overdue: Int
    let soon: Int
}

private struct WaitLine: Encodable {
    let procedure: CaseSheet.Labelled
    let stage: CaseSheet.Labelled
    let count: Int
    let oldest: String
    let since: String
}

private struct OfficerLine: Encodable {
    let officer: String
    let name: String
    let organ: String
    let roles: [String]
    let isCertified: Bool

    init(_ officer: District.Officer) {
        self.officer = officer.id.text
        name = officer.name
        organ = officer.organ.text
        roles = officer.roles.map(\.text).sorted()
        isCertified = officer.certificate != nil
    }

    static let schema = Schema.object([
        .must("officer", .words), .must("name", .words), .must("organ", .words),
        .must("roles", .list(.words)), .must("isCertified", .flag),
    ])
}

private struct TrailLine: Encodable {
    let at: String
    let account: String
    let act: String
    let `case`: String?
    let detail: String

    init(_ entry: TrailEntry) {
        at = entry.at.description
        account = entry.account
        act = entry.act
        `case` = entry.subject?.text
        detail = entry.detail
    }

    static let schema = Schema.object([
        .must("at", .words), .must("account", .words), .must("act", .words),
        .may("case", .words), .must("detail", .words),
    ])
}
