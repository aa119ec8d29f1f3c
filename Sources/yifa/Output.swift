import Foundation

/// Standard output and standard error, written whole.
enum Output {
    static func print(_ text: String) {
        write(text + "\n", to: FileHandle.standardOutput)
    }

    static func complain(_ text: String) {
        write(text + "\n", to: FileHandle.standardError)
    }

    static func write(_ text: String, to handle: FileHandle) {
        // A reader that went away is no error of ours.
        try? handle.write(contentsOf: Data(text.utf8))
    }

    /// JSON with sorted keys, for programs.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
