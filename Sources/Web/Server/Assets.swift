import Crypto
package import Foundation
import Hummingbird

/// The style sheet, the script and the mark, read once; their addresses carry a hash, so that browsers may keep them.
package struct Assets: Sendable {
    struct File: Sendable {
        let body: ByteBuffer
        let mediaType: String
        let tag: String
    }

    let files: [String: File]

    private static let mediaTypes = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml",
    ]

    /// Reads a folder.
    package init(folder: URL) throws {
        var files: [String: File] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            guard let type = Self.mediaTypes[(name as NSString).pathExtension] else { continue }
            let data = try Data(contentsOf: folder.appending(path: name))
            let tag = SHA256.hash(data: data).prefix(8).map { String($0, radix: 16) }.joined()
            files[name] = File(body: ByteBuffer(bytes: data), mediaType: type, tag: tag)
        }
        self.files = files
    }

    /// The address of a file, as its content makes it.
    func address(_ name: String) -> Address {
        .asset(files[name].map { "\($0.tag)/\(name)" } ?? name)
    }
}
