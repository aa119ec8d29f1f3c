import Engine
import Hummingbird
import Law
import Office

/// The work that waits for an officer.
enum DeskCalls {
    static let endpoints: [Endpoint] = [
        Endpoint(
            method: .get, path: "/desk", name: "listWork",
            summary: "Work of the account, of its organ or of its posts, the earliest due first.",
            need: .account, parameters: parameters, reply: .json(.page(of: WorkReply.schema)),
            handler: desk)
    ]

    private static let parameters: [Endpoint.Parameter] = [
        .query(
            "scope", .choice(Office.Scope.allCases.map(\.rawValue)),
            "Whose work: assigned to me, owed by my organ, of my posts in any organ, questions to me.",
            isRequired: true),
        .query("procedure", .name, "Only of this procedure."),
        .query("stage", .name, "Only in this stage."),
        .query("holder", .name, "Only the duties of this role."),
        .query("unassigned", .flag, "Only what is nobody's in particular."),
        .query("dueFrom", .day, "Only what is due on this day or later."),
        .query("dueUntil", .day, "Only what is due on this day or earlier."),
        .query("text", .words(most: 200), "Only those in which these words occur."), .after, .limit,
    ]

    static let desk: Endpoint.Handler = { call in
        let scope = call.text("scope").flatMap(Office.Scope.init) ?? .mine
        let found = try await call.office.desk(scope, try query(call), for: call.viewer)
        let page = found.prefix(call.limit)
        let next = found.count > page.count ? page.last.map(cursor) : nil
        let titles = try await Titles(call)
        return call.page(page.map { WorkReply($0, titles, now: call.now) }, next: next)
    }

    private static func query(_ call: Call) throws -> WorkQuery {
        var query = WorkQuery()
        query.procedure = call.id("procedure")
        query.stage = call.id("stage")
        query.holders = [call.id("holder")].compactMap { $0 }
        if call.flag("unassigned") == true { query.assignee = .nobody }
        query.dueFrom = call.day("dueFrom").map { Moment($0) }
        query.dueBefore = call.day("dueUntil").map { Moment($0.adding(days: 1)) }
        query.text = call.text("text")
        query.after = try call.text("after").map(place)
        query.limit = call.limit + 1
        return query
    }

    private static func cursor(_ row: DeskRow) -> String {
        Cursor.text([
            row.item.due.map { "\($0.seconds)" } ?? "", row.item.subject.text, row.item.deadline,
        ])
    }

    private static func place(_ text: String) throws -> WorkQuery.Place {
        let parts = try Cursor.parts(text, count: 3)
        return WorkQuery.Place(
            due: Int64(parts[0]).map { Moment(seconds: $0) }, subject: CaseFile.ID(parts[1]),
            deadline: parts[2])
    }
}
