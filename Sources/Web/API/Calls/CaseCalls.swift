import Engine
import HTTPTypes
import Hummingbird
import Law
import Ledger
import Office
import Sheets

/// What a viewer may read of case files.
enum CaseCalls {
    static let endpoints: [Endpoint] = [
        Endpoint(
            method: .get, path: "/cases", name: "listCases",
            summary: "The case files that the account may see, the newest of each matter first.",
            need: .account, parameters: listParameters,
            reply: .json(.page(of: .named("CaseSummary"))), handler: list),
        Endpoint(
            method: .get, path: "/cases/{case}", name: "showCase",
            summary:
                "A case file: where it stands, who must act by when and why, what may be done.",
            parameters: [.caseFile], statuses: [200, 304], reply: .json(.named("Case")),
            isVersioned: true, handler: show),
        Endpoint(
            method: .get, path: "/cases/{case}/record", name: "listRecord",
            summary: "The record of a case file, an item an event.",
            parameters: [.caseFile, .after, .limit],
            reply: .json(.page(of: EntryReply.schema)), handler: record),
        Endpoint(
            method: .get, path: "/cases/{case}/notices/{version}", name: "showNotices",
            summary: "The notices that an entry of the record issued, in full.",
            parameters: [
                .caseFile,
                .path("version", .integer(1...1_000_000), "The place of the entry in the record."),
            ],
            reply: .json(.object([.must("texts", .list(.words))])), handler: notices),
        Endpoint(
            method: .get, path: "/cases/{case}/documents/{digest}", name: "fetchDocument",
            summary: "The content of a document handed in.",
            parameters: [.caseFile, .path("digest", .digest, "The SHA-256 of the document.")],
            reply: .bytes, handler: document),
    ]

    private static let listParameters: [Endpoint.Parameter] = [
        .query("procedure", .name, "Only of this procedure."),
        .query("organ", .name, "Only of this organ."),
        .query("stage", .name, "Only in this stage."),
        .query("open", .flag, "Only running ones, or only ended ones."),
        .query("text", .words(most: 200), "Only those in which these words occur."),
        .query("from", .day, "Only those opened on this day or later."),
        .query("until", .day, "Only those opened on this day or earlier."), .after, .limit,
    ]

    static let list: Endpoint.Handler = { call in
        var query = CaseQuery()
        query.procedure = call.id("procedure")
        query.organ = call.id("organ")
        query.stage = call.id("stage")
        query.isOpen = call.flag("open")
        query.text = call.text("text")
        let from = call.day("from") ?? .earliest
        let until = call.day("until") ?? .latest
        guard from <= until else { throw Complaint.wrong("until", expected: ">= from") }
        if call.day("from") != nil || call.day("until") != nil { query.days = from...until }
        query.after = try call.text("after").map { CaseFile.ID(try Cursor.parts($0, count: 1)[0]) }
        query.limit = call.limit + 1
        let found = try await call.office.cases(query, for: call.viewer)
        let page = found.prefix(call.limit)
        let next = found.count > page.count ? page.last : nil
        let titles = try await Titles(call)
        return call.page(
            page.map { SummaryReply($0, titles) }, next: next.map { Cursor.text([$0.subject.text]) }
        )
    }

    static let show: Endpoint.Handler = { call in
        let seen = try await Seen(call)
        let maker = CaseSheetMaker(
            record: seen.record, words: call.words, district: try await call.office.district(),
            calendar: call.asked.site.calendar, now: call.now)
        let reply =
            seen.party.map { CaseReply(maker.sheet, for: $0) }
            ?? CaseReply(maker.sheet, of: seen.record.file)
        let text = Asked.jsonText(reply)
        let tag = EntityTag.text(version: seen.record.file.version, body: Array(text.utf8))
        let known = call.text("If-None-Match")?.split(separator: ",").map {
            $0.hasPrefix("W/") ? String($0.dropFirst(2)) : String($0)
        }
        if known?.contains(where: { $0 == tag || $0 == "*" }) ?? false {
            return Response(
                status: .notModified, headers: [.eTag: tag, .cacheControl: "private, no-cache"])
        }
        var response = Asked.answer(text, "application/json; charset=utf-8")
        response.headers[.eTag] = tag
        response.headers[.cacheControl] = "private, no-cache"
        return response
    }

    static let record: Endpoint.Handler = { call in
        let seen = try await Seen(call)
        let after = try call.text("after").flatMap { Int(try Cursor.parts($0, count: 1)[0]) } ?? 0
        let rest = seen.lines.filter { $0.entry.event.version > after }
        let page = rest.prefix(call.limit)
        let words = CaseWords(
            procedure: seen.record.edition.procedure, district: try await call.office.district(),
            names: seen.record.names, words: call.words)
        let timeline = CaseTimeline(record: seen.record, words: words)
        let next = rest.count > page.count ? page.last?.entry.event.version : nil
        return call.page(
            page.map { line in
                EntryReply(
                    timeline.line(line.entry), held: line.entry.held, isOutline: line.isOutline)
            }, next: next.map { Cursor.text(["\($0)"]) })
    }

    static let notices: Endpoint.Handler = { call in
        let seen = try await Seen(call)
        let version = call.number("version")
        guard let line = seen.lines.first(where: { $0.entry.event.version == version }) else {
            throw Complaint.notFound
        }
        let words = CaseWords(
            procedure: line.entry.edition.procedure, district: try await call.office.district(),
            names: seen.record.names, words: call.words)
        let notice = CaseNotice(
            entry: line.entry, words: words, calendar: call.asked.site.calendar)
        return call.json(NoticesReply(texts: try notice.texts()))
    }

    static let document: Endpoint.Handler = { call in
        let digest = call.text("digest") ?? ""
        let subject: CaseFile.ID = call.part("case")
        guard
            let (document, content) = try await call.office.handedIn(
                digest, in: subject, as: call.viewer)
        else { throw Complaint.notFound }
        let type = DocumentMediaType(rawValue: document.mediaType)
        return Asked.attachment(
            content, type == nil ? "application/octet-stream" : document.mediaType,
            named: String(digest.prefix(16)) + "." + (type?.fileExtension ?? "bin"))
    }
}

private struct NoticesReply: Encodable {
    let texts: [String]
}

/// A case file with as much of its record as the caller may see.
struct Seen {
    struct Line {
        let entry: CaseRecord.Entry
        let isOutline: Bool
    }

    let record: CaseRecord
    /// The party who calls; nil for an official.
    let party: PartyRecord?

    init(_ call: Call) async throws {
        let (record, sight) = try await call.office.look(at: call.part("case"), as: call.viewer)
        self.record = record
        if case .party(let person) = sight {
            party = PartyRecord(record, for: person)
        } else {
            party = nil
        }
    }

    var lines: [Line] {
        guard let party else {
            return record.entries.map { Line(entry: $0, isOutline: false) }
        }
        return party.lines.map { line in
            switch line.extent {
            case .whole: Line(entry: line.entry, isOutline: false)
            case .outline: Line(entry: line.entry, isOutline: true)
            }
        }
    }
}
