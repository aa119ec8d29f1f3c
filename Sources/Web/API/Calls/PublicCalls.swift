import Engine
import Hummingbird
import Law
import Office
import Sheets

/// What is shown to the public, masked as the pack says.
enum PublicCalls {
    static let endpoints: [Endpoint] = [
        Endpoint(
            method: .get, path: "/publications", name: "listPublications",
            summary: "What is or was shown to the public, the latest first.", need: .nobody,
            parameters: [
                .query("procedure", .name, "Only of this procedure."),
                .query("rule", .name, "Only of this kind of publication."),
                .query("organ", .name, "Only of this organ."), .after, .limit,
            ],
            reply: .json(.page(of: PublicationLine.schema)), handler: list),
        Endpoint(
            method: .get, path: "/publications/{case}/{place}", name: "showPublication",
            summary: "A publication; one that was withdrawn or has ended shows nothing else.",
            need: .nobody,
            parameters: [
                .caseFile,
                .path("place", .integer(0...10_000), "Its place among those of the case file."),
            ],
            reply: .json(PublicationReply.schema), handler: show),
    ]

    static let list: Endpoint.Handler = { call in
        var query = PublicationQuery()
        query.procedure = call.id("procedure")
        query.rule = call.id("rule")
        query.organ = call.id("organ")
        query.before = try call.text("after").map(place)
        query.limit = call.limit + 1
        let found = try await call.office.publications(query)
        let page = found.prefix(call.limit)
        let next = found.count > page.count ? page.last.map(cursor) : nil
        let titles = try await Titles(call)
        return call.page(page.map { PublicationLine($0, titles) }, next: next)
    }

    static let show: Endpoint.Handler = { call in
        guard
            let published = try await call.office.publication(
                call.part("case"), call.number("place") ?? 0)
        else { throw Complaint.notFound }
        let titles = try await Titles(call)
        var shown: [CaseSheet.Stated] = []
        if let record = published.record {
            let maker = CaseSheetMaker(
                record: record, words: call.words, district: try await call.office.district(),
                calendar: call.asked.site.calendar, now: record.file.last)
            let all = maker.sheet.publications
            if all.indices.contains(published.item.position) {
                shown = all[published.item.position].shown
            }
        }
        return call.json(PublicationReply(published, shown, titles))
    }

    private static func cursor(_ item: PublishedItem) -> String {
        Cursor.text(["\(item.since.seconds)", item.subject.text, "\(item.position)"])
    }

    private static func place(_ text: String) throws -> PublishedItem {
        let parts = try Cursor.parts(text, count: 3)
        guard let since = Int64(parts[0]), let position = Int(parts[2]) else {
            throw Complaint.wrong("after", expected: "next")
        }
        return PublishedItem(
            subject: CaseFile.ID(parts[1]), position: position, procedure: "", rule: "", organ: "",
            since: Moment(seconds: since), withdrawn: nil)
    }
}

/// A publication as lists show it.
struct PublicationLine: Encodable {
    let `case`: String
    let place: Int
    let procedure: CaseSheet.Labelled
    let publication: CaseSheet.Labelled
    let organ: CaseSheet.Labelled
    let since: String
    let withdrawn: String?

    init(_ item: PublishedItem, _ titles: Titles) {
        `case` = item.subject.text
        place = item.position
        procedure = titles.procedure(item.procedure)
        let words = titles.of(item.procedure)
        let rule = words?.procedure.publications[item.rule]
        publication = CaseSheet.Labelled(
            id: item.rule.text, title: rule.flatMap { words?.title($0.title) } ?? item.rule.text)
        organ = titles.organ(item.organ)
        since = item.since.day.description
        withdrawn = item.withdrawn?.day.description
    }

    static let members: [Schema.Member] = [
        .must("case", .words), .must("place", .count), .must("procedure", .labelled),
        .must("publication", .labelled), .must("organ", .labelled), .must("since", .day),
        .may("withdrawn", .day),
    ]
    static let schema = Schema.object(members)
}

/// A publication with what it shows.
struct PublicationReply: Encodable {
    enum State: String, Encodable, CaseIterable {
        case shown
        case withdrawn
        case ended
    }

    let publication: PublicationLine
    let state: State
    let until: String?
    let shown: [CaseSheet.Stated]
    /// The entry of the log that published.
    let sequence: Int

    init(_ published: Published, _ shown: [CaseSheet.Stated], _ titles: Titles) {
        publication = PublicationLine(published.item, titles)
        state =
            switch published.state {
            case .shown: .shown
            case .withdrawn: .withdrawn
            case .ended: .ended
            }
        until = published.until?.description
        self.shown = shown
        sequence = published.sequence
    }

    static let schema = Schema.object([
        .must("publication", PublicationLine.schema),
        .must("state", .choice(State.allCases.map(\.rawValue))), .may("until", .day),
        .must("shown", .list(.named("Stated"))), .must("sequence", .count),
    ])
}
