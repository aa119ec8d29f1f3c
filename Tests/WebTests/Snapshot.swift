import Foundation
import Testing

/// A text that was looked at once and is kept, in `Tests/Fixtures/pages`; what differs from it is seen in a review.
///
/// Where none is kept, or `RECORD_SNAPSHOTS` is set, the text is written and the test fails, so that somebody looks at it.
enum Snapshot {
    private static let folder = ProgramScene.root.appending(path: "Tests/Fixtures/pages")

    static func expect(
        _ text: String, as name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = folder.appending(path: name)
        let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
        guard !isRecording, let kept = try? String(contentsOf: file, encoding: .utf8) else {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record(
                "\(name) was recorded: look at it, then test again", sourceLocation: sourceLocation)
            return
        }
        let difference = text.split(separator: "\n").difference(from: kept.split(separator: "\n"))
        let lines = difference.map { change in
            switch change {
            case .remove(let offset, let line, _): "\(offset + 1)- \(line)"
            case .insert(let offset, let line, _): "\(offset + 1)+ \(line)"
            }
        }
        guard !difference.isEmpty else { return }
        Issue.record(
            "\(name) differs (RECORD_SNAPSHOTS=1 writes it anew):\n\(lines.joined(separator: "\n"))",
            sourceLocation: sourceLocation)
    }
}
