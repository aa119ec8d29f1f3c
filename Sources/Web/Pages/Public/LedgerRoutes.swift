import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Office

/// The log for people, and its files for programs (C2SP tlog-tiles).
enum LedgerRoutes {
    static func add(to routes: Routes) {
        routes.get("/ledger") { asked in try await LedgerPage.answer(asked) }
        routes.get("/ledger/entries/:n") { asked in try await LedgerEntryPage.answer(asked) }
        routes.get("/ledger/entries/:n/:file") { asked in try await LedgerEntryPage.file(asked) }
        routes.get("/ledger/verify") { asked in try await LedgerVerifyPage.answer(asked) }
        routes.post("/ledger/verify", LedgerVerifyPage.check)
        routes.get("/log/checkpoint", checkpoint)
        routes.get("/log/verifier-key.txt", key)
        routes.get("/log/tile/**", tile)
    }

    private static func checkpoint(_ asked: Asked) async throws -> Response {
        guard let head = try await asked.office.logHead() else { throw HTTPError(.notFound) }
        return file(Array(head.note.utf8), "text/plain; charset=utf-8", cache: "no-cache")
    }

    private static func key(_ asked: Asked) async throws -> Response {
        file(
            Array((asked.site.verifierKey + "\n").utf8), "text/plain; charset=utf-8",
            cache: "public, max-age=3600")
    }

    /// What a path names never changes: a partial tile is the beginning of the full one.
    private static func tile(_ asked: Asked) async throws -> Response {
        let path = asked.request.uri.path.dropFirst("/log/".count)
        guard let place = TilePath(String(path)),
            let bytes = try await asked.office.logFile(place)
        else { throw HTTPError(.notFound) }
        return file(
            bytes, "application/octet-stream", cache: "public, max-age=31536000, immutable")
    }

    private static func file(_ bytes: [UInt8], _ type: String, cache: String) -> Response {
        let headers: HTTPFields = [
            .contentType: type, .cacheControl: cache, .accessControlAllowOrigin: "*",
        ]
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
