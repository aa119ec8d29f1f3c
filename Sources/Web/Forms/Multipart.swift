import Hummingbird

/// The parts of a `multipart/form-data` body (RFC 7578).
struct Multipart {
    struct Part {
        let name: String
        let isFile: Bool
        let content: ArraySlice<UInt8>
    }

    let parts: [Part]

    private static let lineEnd = Array("\r\n".utf8)
    private static let most = 200

    /// Errors: 400 for a body without its boundary, or a part without a name.
    init(_ bytes: [UInt8], type: String) throws {
        guard let boundary = Self.boundary(of: type) else { throw HTTPError(.badRequest) }
        let marker = Array("--\(boundary)".utf8)
        var parts: [Part] = []
        guard var at = Self.find(marker, in: bytes[...]) else { throw HTTPError(.badRequest) }
        at += marker.count
        while !bytes[at...].starts(with: "--".utf8) {
            guard bytes[at...].starts(with: Self.lineEnd), parts.count < Self.most,
                let end = Self.find(Self.lineEnd + marker, in: bytes[(at + 2)...])
            else { throw HTTPError(.badRequest) }
            parts.append(try Self.part(bytes[(at + 2)..<end]))
            at = end + Self.lineEnd.count + marker.count
        }
        self.parts = parts
    }

    private static func part(_ bytes: ArraySlice<UInt8>) throws -> Part {
        let blank = lineEnd + lineEnd
        guard let end = find(blank, in: bytes) else { throw HTTPError(.badRequest) }
        let headers = String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self)
        let disposition = headers.split(whereSeparator: \.isNewline)
            .first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition, let name = value(of: "name", in: disposition) else {
            throw HTTPError(.badRequest)
        }
        return Part(
            name: name, isFile: value(of: "filename", in: disposition) != nil,
            content: bytes[(end + blank.count)...])
    }

    private static func value(of key: String, in header: Substring) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, String(halves[0]).trimmed == key else { continue }
            return String(halves[1]).trimmed.filter { $0 != "\"" }
        }
        return nil
    }

    private static func boundary(of type: String) -> String? {
        let boundary = value(of: "boundary", in: type[...])
        return boundary.flatMap { (1...70).contains($0.utf8.count) ? $0 : nil }
    }

    /// The place where a sequence first occurs.
    private static func find(_ needle: [UInt8], in hay: ArraySlice<UInt8>) -> Int? {
        guard let first = needle.first, hay.count >= needle.count else { return nil }
        var at = hay.startIndex
        let last = hay.endIndex - needle.count
        while at <= last {
            guard let next = hay[at...last].firstIndex(of: first) else { return nil }
            if hay[next...].starts(with: needle) { return next }
            at = next + 1
        }
        return nil
    }
}
