import HTTPTypes
import Hummingbird
import Law
import NIOCore
import Office
import Sheets

/// The trail as a file, page by page, so that its length needs no memory.
enum TrailFile {
    private static let page = 1000

    static func answer(_ asked: Asked) async throws -> Response {
        try await asked.office.noteTrailDownload(by: asked.viewer)
        var query = TrailPage.query(asked)
        query.limit = page
        let first = query
        let head = CSV(rows: [["n", "at", "account", "act", "case", "detail"].map { .text($0) }])
        let (office, viewer) = (asked.office, asked.viewer)
        let body = ResponseBody { writer in
            // A mark by which spreadsheets see that the text is UTF-8.
            try await writer.write(ByteBuffer(string: "\u{FEFF}" + head.text))
            var query = first
            while true {
                let entries = try await office.trail(query, for: viewer)
                let rows = CSV(rows: entries.map(cells))
                try await writer.write(ByteBuffer(string: rows.text))
                guard entries.count == query.limit, let last = entries.last?.n else { break }
                query.before = last
            }
            try await writer.finish(nil)
        }
        let headers: HTTPFields = [
            .contentType: "text/csv; charset=utf-8",
            .contentDisposition: "attachment; filename=\"trail.csv\"",
        ]
        return Response(status: .ok, headers: headers, body: body)
    }

    private static func cells(_ entry: TrailEntry) -> [CSV.Cell] {
        [
            .number(entry.n.map { "\($0)" } ?? ""), .text(entry.at.description),
            .text(entry.account), .text(entry.act), .text(entry.subject?.text ?? ""),
            .text(entry.detail),
        ]
    }
}
