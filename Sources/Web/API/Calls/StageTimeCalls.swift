import Hummingbird
import Indicators
import Law
import Office
import Sheets

/// How long case files stay at the stages of their procedures.
enum StageTimeCalls {
    private static let year = Endpoint.Parameter.query(
        "year", .year, "The year in which they left the stage.", isRequired: true)
    private static let organ = Endpoint.Parameter.query("organ", .name, "Only of this organ.")

    static let endpoints: [Endpoint] = [
        Endpoint(
            method: .get, path: "/stage-times", name: "listStageTimes",
            summary:
                "How many calendar days case files had stayed at the stages that they left, the slowest first.",
            need: .account, parameters: [year, organ],
            reply: .json(.page(of: StageTimeLine.schema)), handler: times),
        Endpoint(
            method: .get, path: "/stage-times/{procedure}/{stage}", name: "listStays",
            summary: "The case files that left a stage, those first that stayed longest.",
            need: .account,
            parameters: [
                .path("procedure", .name, "The procedure."), .path("stage", .name, "The stage."),
                year, organ, .after, .limit,
            ],
            reply: .json(.page(of: StayLine.schema)), handler: stays),
    ]

    static let times: Endpoint.Handler = { call in
        let oversight = try await oversight(call)
        let titles = try await Titles(call)
        let found = try await call.office.stageTimes(oversight, year: call.number("year") ?? 0)
        return call.page(found.map { StageTimeLine($0, titles) }, next: nil)
    }

    static let stays: Endpoint.Handler = { call in
        let oversight = try await oversight(call)
        let titles = try await Titles(call)
        let stage: Stage.ID = call.part("stage")
        guard let procedure = titles.of(call.part("procedure"))?.procedure,
            procedure.stages[stage] != nil
        else { throw Complaint.notFound }
        let found = try await call.office.stays(
            oversight, at: stage, of: procedure, year: call.number("year") ?? 0,
            after: call.text("after").map(place), limit: call.limit)
        let next = found.count == call.limit ? found.last : nil
        return call.page(
            found.map { StayLine($0, titles) },
            next: next.map { Cursor.text(["\($0.days)", "\($0.sequence)"]) })
    }

    private static func place(_ text: String) throws -> Stay.Place {
        let parts = try Cursor.parts(text, count: 2)
        guard let days = Int(parts[0]), let sequence = Int(parts[1]) else {
            throw Complaint.wrong("after", expected: "next")
        }
        return Stay.Place(days: days, sequence: sequence)
    }

    private static func oversight(_ call: Call) async throws -> Oversight {
        try await call.office.oversight(of: call.viewer).narrowed(to: call.id("organ"))
    }
}

private struct StageTimeLine: Encodable {
    let procedure: CaseSheet.Labelled
    let stage: CaseSheet.Labelled
    let count: Int
    let halfWithin: Int?
    let nineInTenWithin: Int?
    let longest: Int?

    init(_ time: StageStays, _ titles: Titles) {
        procedure = titles.procedure(time.procedure)
        stage = titles.stage(time.stage, of: time.procedure)
        count = time.stays.count
        halfWithin = time.stays.days(percent: 50)
        nineInTenWithin = time.stays.days(percent: 90)
        longest = time.stays.longest
    }

    static let schema = Schema.object([
        .must("procedure", .labelled), .must("stage", .labelled), .must("count", .count),
        .may("halfWithin", .count), .may("nineInTenWithin", .count), .may("longest", .count),
    ])
}

private struct StayLine: Encodable {
    let days: Int
    let left: String
    let sequence: Int
    let `case`: SummaryReply

    init(_ stay: Stay, _ titles: Titles) {
        days = stay.days
        left = stay.left.description
        sequence = stay.sequence
        `case` = SummaryReply(stay.summary, titles, isPublic: true)
    }

    static let schema = Schema.object([
        .must("days", .count), .must("left", .day), .must("sequence", .count),
        .must("case", .named("CaseSummary")),
    ])
}
