import Engine
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// What the law asks, who holds office, and by when: open to everybody.
enum LawCalls {
    static let endpoints: [Endpoint] = [
        Endpoint(
            method: .get, path: "/procedures", name: "listProcedures",
            summary: "The procedures under which case files are opened.", need: .nobody,
            reply: .json(.page(of: ProcedureLine.schema)), handler: procedures),
        Endpoint(
            method: .get, path: "/procedures/{procedure}", name: "showProcedure",
            summary: "A procedure with its steps, forms, deadlines, outcomes and provisions.",
            need: .nobody, parameters: [.path("procedure", .name, "The name of a procedure.")],
            reply: .json(ProcedureReply.schema), handler: procedure),
        Endpoint(
            method: .get, path: "/organs", name: "listOrgans",
            summary: "The organs of the district.",
            need: .nobody, parameters: [.after, .limit],
            reply: .json(
                .page(of: .object([.must("organ", .labelled), .must("kind", .words)]))),
            handler: organs),
        Endpoint(
            method: .get, path: "/due", name: "computeDueDay",
            summary: "A due day, and each thing that makes it so.", need: .nobody,
            parameters: [
                .query(
                    "from", .words(most: 40),
                    "The day (2023-09-28) or moment (2023-09-28 09:30) it runs from.",
                    isRequired: true),
                .query(
                    "within", .words(most: 40),
                    "The length: 5 working-days, 60 days, 6 months, 2 years, 24 hours.",
                    isRequired: true),
            ],
            reply: .json(DueReply.schema), handler: due),
        Endpoint(
            method: .get, path: "/account", name: "showAccount",
            summary: "For whom the token acts, and what they may do.", need: .account,
            reply: .json(AccountReply.schema), handler: account),
    ]

    static let procedures: Endpoint.Handler = { call in
        let titles = try await Titles(call)
        let packs = try await call.office.packs().sorted { $0.procedure.id < $1.procedure.id }
        return call.page(
            packs.compactMap { pack in
                titles.of(pack.procedure.id).map { ProcedureLine(pack, $0) }
            }, next: nil)
    }

    static let procedure: Endpoint.Handler = { call in
        let id: Procedure.ID = call.part("procedure")
        let titles = try await Titles(call)
        guard let pack = try await call.office.packs().first(where: { $0.procedure.id == id }),
            let words = titles.of(id)
        else { throw Refusal(.unknownProcedure, field: "procedure", "没有“\(id)”这一程序") }
        return call.json(ProcedureReply(pack, words))
    }

    static let organs: Endpoint.Handler = { call in
        let after = try call.text("after").map { try Cursor.parts($0, count: 1)[0] }
        let all = (try await call.office.district()?.organs ?? []).sorted { $0.id < $1.id }
            .filter { organ in after.map { organ.id.text > $0 } ?? true }
        let page = all.prefix(call.limit)
        let next = all.count > page.count ? page.last.map { Cursor.text([$0.id.text]) } : nil
        return call.page(
            page.map { organ in
                OrganLine(
                    organ: CaseSheet.Labelled(
                        id: organ.id.text, title: call.words.title(organ.title)),
                    kind: organ.kind)
            }, next: next)
    }

    static let due: Endpoint.Handler = { call in
        let from = call.text("from") ?? ""
        guard let start = Day(iso: from).map({ Moment($0) }) ?? Moment(from) else {
            throw Complaint.wrong("from", expected: "2023-09-28 | 2023-09-28 09:30")
        }
        let length: Length
        do throws(Length.Malformed) {
            length = try Length(parsing: call.text("within") ?? "")
        } catch {
            throw Complaint.wrong("within", expected: error.description)
        }
        let counting = Counting(from: start, length)
        guard let due = counting.due(by: call.asked.site.calendar) else {
            throw Complaint.notFound
        }
        return call.json(DueReply(counting, due, call.words))
    }

    static let account: Endpoint.Handler = { call in
        call.json(AccountReply(call.viewer))
    }
}

private struct OrganLine: Encodable {
    let organ: CaseSheet.Labelled
    let kind: String
}

private struct DueReply: Encodable {
    let from: String
    let within: String
    let day: String
    let moment: String
    let isCertain: Bool
    let why: [String]

    init(_ counting: Counting, _ due: DueDate, _ words: Words) {
        from = counting.start.description
        within = counting.length.description
        day = due.day.description
        moment = due.moment.description
        isCertain = due.isCertain
        why = due.explainedReasons(in: words)
    }

    static let schema = Schema.object([
        .must("from", .words), .must("within", .words), .must("day", .words),
        .must("moment", .words),
        .must("isCertain", .flag, "Whether the calendar was announced for all the days counted."),
        .must("why", .list(.words)),
    ])
}

private struct AccountReply: Encodable {
    let account: String
    let name: String
    let officer: String?
    let organ: String?
    let roles: [String]
    let person: String?
    let duties: [String]

    init(_ viewer: Viewer) {
        account = viewer.account ?? ""
        name = viewer.name
        officer = viewer.officer?.id.text
        organ = viewer.officer?.organ.text
        roles = (viewer.officer?.roles ?? []).map(\.text).sorted()
        person = viewer.person?.text
        duties = viewer.duties.map(\.rawValue).sorted()
    }

    static let schema = Schema.object([
        .must("account", .words), .must("name", .words), .may("officer", .words),
        .may("organ", .words), .must("roles", .list(.words)), .may("person", .words),
        .must("duties", .list(.choice(Duty.allCases.map(\.rawValue)))),
    ])
}
