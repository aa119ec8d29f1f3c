import HTTPTypes
import Hummingbird
import NIOCore

/// What a form carries: names with their values, and files.
struct FormBody: Sendable {
    struct File: Sendable {
        let name: String
        let bytes: [UInt8]
    }

    private(set) var values: [String: [String]] = [:]
    private(set) var files: [File] = []

    /// The first value; nil if there is none.
    subscript(name: String) -> String? { values[name]?.first }

    /// All values, such as of checkboxes.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The first value, without space at its ends; empty if there is none.
    func text(_ name: String) -> String {
        (self[name] ?? "").trimmed
    }

    /// Reads the body of a request: `application/x-www-form-urlencoded` or `multipart/form-data`.
    ///
    /// Errors: 413 for too much, 415 for another type, 400 for what cannot be read.
    init(_ request: Request, upTo most: Int) async throws {
        let type = request.headers[.contentType] ?? ""
        var request = request
        let buffer: ByteBuffer
        do {
            buffer = try await request.collectBody(upTo: most)
        } catch is NIOTooManyBytesError {
            throw HTTPError(.contentTooLarge)
        }
        let bytes = Array(buffer.readableBytesView)
        if type.hasPrefix("multipart/form-data") {
            try read(multipart: bytes, type)
        } else if type.hasPrefix("application/x-www-form-urlencoded") || type.isEmpty {
            try read(urlEncoded: bytes)
        } else {
            throw HTTPError(.unsupportedMediaType)
        }
    }

    /// Reads names and values from a text such as `a=1&b=2`.
    init(query text: String) throws {
        try read(urlEncoded: Array(text.utf8))
    }

    private mutating func read(urlEncoded bytes: [UInt8]) throws {
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let halves = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decoded(halves[0])
            let value = halves.count > 1 ? try Self.decoded(halves[1]) : ""
            values[name, default: []].append(value.withPlainLineEnds)
        }
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) throws -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else {
                    throw HTTPError(.badRequest)
                }
                decoded.append(value)
                rest = rest.dropFirst(2)
            default: decoded.append(byte)
            }
        }
        guard let text = String(validating: decoded, as: UTF8.self) else {
            throw HTTPError(.badRequest)
        }
        return text
    }

    private mutating func read(multipart bytes: [UInt8], _ type: String) throws {
        for part in try Multipart(bytes, type: type).parts {
            if part.isFile {
                if !part.content.isEmpty {
                    files.append(File(name: part.name, bytes: Array(part.content)))
                }
            } else {
                guard let text = String(validating: part.content, as: UTF8.self) else {
                    throw HTTPError(.badRequest)
                }
                values[part.name, default: []].append(text.withPlainLineEnds)
            }
        }
    }
}

extension String {
    /// Without white space at the ends.
    var trimmed: String {
        let first = firstIndex { !$0.isWhitespace } ?? endIndex
        let last = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? first
        return String(self[first..<last])
    }

    /// Browsers end the lines of a text area with two characters.
    fileprivate var withPlainLineEnds: String { replacing("\r\n", with: "\n") }
}
