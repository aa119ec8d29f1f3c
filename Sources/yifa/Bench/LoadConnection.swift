import Foundation

/// One connection of a load: HTTP/1.1 by hand over a blocking socket, so that the client costs little of what is measured.
final class LoadConnection {
    struct Answer {
        let status: Int
        let headers: String
        let body: [UInt8]

        /// The value of a header; nil if it is not there.
        func header(_ name: String) -> String? {
            headers.split(whereSeparator: \.isNewline).first {
                $0.lowercased().hasPrefix(name.lowercased() + ":")
            }
            .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
        }
    }

    private let socket: Int32
    private var buffer: [UInt8] = []
    private static let headersEnd = Array("\r\n\r\n".utf8)

    init(port: Int) throws {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, size)
            }
        }
        guard socket >= 0, connected == 0 else {
            throw Failure("port \(port) does not answer: \(String(cString: strerror(errno)))")
        }
        var isOn: Int32 = 1
        setsockopt(
            socket, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(
            socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(socket) }

    /// The bytes of a request.
    static func request(
        _ method: String, _ path: String, headers: [String: String] = [:], body: String = ""
    ) -> [UInt8] {
        var text = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        for (name, value) in headers { text += "\(name): \(value)\r\n" }
        if method != "GET" { text += "Content-Length: \(body.utf8.count)\r\n" }
        return Array((text + "\r\n" + body).utf8)
    }

    /// Sends a request and waits for the whole answer.
    func send(_ request: [UInt8]) throws -> Answer {
        var sent = 0
        while sent < request.count {
            let count = request[sent...].withUnsafeBytes {
                Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failure("the server closed a connection") }
            sent += count
        }
        return try answer()
    }

    private func answer() throws -> Answer {
        var end = Self.find(Self.headersEnd, in: buffer)
        while end == nil {
            try receive()
            end = Self.find(Self.headersEnd, in: buffer)
        }
        guard let end else { throw Failure("an answer without an end") }
        let headers = String(decoding: buffer[..<end], as: UTF8.self)
        let status = Int(headers.dropFirst(9).prefix(3)) ?? 0
        let start = end + Self.headersEnd.count
        let length = Answer(status: status, headers: headers, body: []).header("content-length")
        let total = start + (length.flatMap { Int($0) } ?? 0)
        while buffer.count < total { try receive() }
        let body = Array(buffer[start..<total])
        buffer.removeFirst(total)
        return Answer(status: status, headers: headers, body: body)
    }

    private func receive() throws {
        var part = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &part, part.count, 0)
        guard count > 0 else { throw Failure("the server did not answer") }
        buffer += part[..<count]
    }

    private static func find(_ needle: [UInt8], in hay: [UInt8]) -> Int? {
        guard hay.count >= needle.count else { return nil }
        return (0...(hay.count - needle.count)).first { hay[$0...].starts(with: needle) }
    }
}
