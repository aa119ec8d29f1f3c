import Foundation
import Law
import Testing

@testable import Engine
@testable import Packs

/// Released meaning is frozen: these case files replay for ever, under the packs as they were when they were recorded.
///
/// `Tests/Fixtures/golden/<pack>.txt` holds events and the file they make, the folder beside it the pack's binding files.
/// They are recorded when missing, or anew with `RECORD_SNAPSHOTS=1`; a recording fails the test, so that somebody looks.
@Suite struct GoldenTests {
    static let stories = [
        ("disclosure", "objection-of-a-third-party-protects-unless-public-interest-weighs-more"),
        ("dispute-screening", "danger-of-escalation-must-be-reported"),
        ("hotline", "transfer-only-by-agreement-before-acceptance"),
        ("mediation", "confirmation-is-joint-and-the-court-rules"),
        (
            "penalty-ordinary",
            "late-payment-costs-three-percent-a-day-and-the-court-is-asked-after-exhortation"
        ),
        ("penalty-simple", "late-payment-costs-three-percent-a-day-up-to-the-fine"),
        ("pre-case-settlement", "talks-end-by-themselves-before-the-application-term"),
        ("reconsideration-2017", "suspension-survey-and-expertise-are-not-counted"),
        ("reconsideration-2023", "a-case-of-2023-passes-over-with-its-running-terms"),
        ("record-correction", "part-is-corrected-and-the-rest-refused-with-reasons"),
        ("service-review", "ordinary-criticised-and-rectified"),
    ]

    private static let folder = Library.root.appending(path: "Tests/Fixtures/golden")
    private static let heading = "# the case file they make\n"

    @Test(arguments: stories)
    func `a case file that was recorded once is replayed to the same text`(
        pack: String, story: String
    ) throws {
        let file = Self.folder.appending(path: "\(pack).txt")
        if !FileManager.default.fileExists(atPath: file.path)
            || ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
        {
            try record(pack, story, in: file)
            Issue.record("recorded \(file.path): look at it and run the test again")
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = try text.components(separatedBy: Self.heading)[0].split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.map { try EventLine(reading: $0) }
        let editions = try Dictionary(
            uniqueKeysWithValues: Set(lines.map(\.edition)).map { try ($0, edition($0)) })
        let events = try lines.map { line in
            try line.event(under: try #require(editions[line.edition]).procedure)
        }
        let replayed = events.reduce(nil as CaseFile?) { file, event in
            editions[event.edition.text].flatMap { evolve(file, by: event, under: $0) }
        }
        let golden = try Self.text(story, events, try #require(replayed))
        #expect(golden == text)
        #expect(events.count >= 2 && replayed?.version == events.count)
    }

    @Test func `every pack has a golden case file`() throws {
        #expect(try Set(Library.shared.packs.map(\.source.name)) == Set(Self.stories.map(\.0)))
    }

    @Test func `every event is read back from its line as it was`() throws {
        let library = try Library.shared
        for scene in library.scenes {
            for event in scene.events {
                let procedure = try #require(library.editions[event.edition]).procedure
                let line = try EventLine(reading: try EventLine(event).text)
                #expect(try line.event(under: procedure) == event, "\(scene)")
            }
        }
        let moves = ConsultationTests.moves
        for move in moves { #expect(try ConsultationMove(words: move.words) == move) }
        let occasion = library.scenes[0].occasion
        let erased = occasion.event(.erased(ground: "个人信息保护法 47"), after: 3)
        #expect(
            try EventLine(reading: EventLine(erased).text).event(under: occasion.procedure)
                == erased)
    }

    private static func text(_ story: String, _ events: [Event], _ file: CaseFile) throws -> String
    {
        let lines = try events.map { try EventLine($0).text + "\n" }
        let made = CaseFileText(file: file, calendar: try Library.shared.calendar).text
        return "# \(story)\n" + lines.joined() + heading + made
    }

    /// The pack as it was recorded, not as it is now.
    private func edition(_ name: String) throws -> Edition {
        let source = try PackSource(folder: Self.folder.appending(path: name), shownAs: name)
        let pack = try #require(
            PackReading.admitted(source).pack, "the recorded pack cannot be read")
        return Edition(id: Edition.ID(name), procedure: pack.procedure)
    }

    private func record(_ name: String, _ story: String, in file: URL) throws {
        let library = try Library.shared
        let scenes = try library.story(name, story)
        let made = try #require(scenes.last?.after)
        let events = scenes.flatMap(\.events)
        for edition in Set(events.map(\.edition.text)) {
            for (path, text) in try library.pack(edition).source.binding {
                let target = Self.folder.appending(path: "\(edition)/\(path)")
                try FileManager.default.createDirectory(
                    at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: target, atomically: true, encoding: .utf8)
            }
        }
        try Self.text(story, events, made).write(to: file, atomically: true, encoding: .utf8)
    }
}
