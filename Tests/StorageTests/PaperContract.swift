import Engine
import Law
import Office
import Testing

/// The part of the contract about what an office keeps beside the record.
extension JournalContract {
    static let papers = once + kept + trail + documents

    private static let once = [
        Rule("what counts once is done once, and is gone with a transaction that fails") {
            journal in
            let done = Done(request: "r", subject: "a-1", sequence: 4, count: 2)
            try await journal.write { try $0.put(done, once: "k") }
            #expect(try await journal.glance { try $0.once("k") } == done)
            #expect(try await journal.glance { try $0.once("K") } == nil)
            let other = Done(request: "s", subject: "b-1", sequence: 9, count: 1)
            await #expect(throws: (any Error).self) {
                try await journal.write { try $0.put(other, once: "k") }
            }
            await #expect(throws: (any Error).self) {
                try await journal.write { writer in
                    try writer.put(other, once: "l")
                    try writer.put(other, once: "k")
                }
            }
            #expect(try await journal.read { try $0.once("k") } == done)
            #expect(try await journal.read { try $0.once("l") } == nil)
        }
    ]

    private static func paper(
        _ key: String, of owner: String = "", kind: String = "note", _ body: [UInt8] = [1]
    ) -> Paper {
        Paper(kind: kind, key: key, owner: owner, body: body)
    }

    private static let kept = [
        Rule("a paper is what was put last under its kind and key, until it is dropped") {
            journal in
            let body = Array(UInt8.min...UInt8.max)
            try await journal.write { (writer) throws in
                try writer.put(paper("k"))
                try writer.put(paper("k", of: "li", body))
                try writer.put(paper("k", kind: "other", []))
            }
            #expect(
                try await journal.glance { try $0.paper("note", "k") } == paper("k", of: "li", body)
            )
            #expect(try await journal.read { try $0.paper("other", "k")?.body.isEmpty } == true)
            try await journal.write { try $0.dropPaper("note", "k") }
            try await journal.write { try $0.dropPaper("note", "never put") }
            #expect(try await journal.read { try $0.paper("note", "k") } == nil)
            #expect(try await journal.read { try $0.paper("other", "k") } != nil)
        },
        Rule("papers are listed by key, of one owner or of all, and page by page as in one list") {
            journal in
            let keys = ["b/2", "a/1", "b/1", "案/1", "b", "b/10", "c"]
            try await journal.write { writer in
                for (place, key) in keys.enumerated() {
                    try writer.put(paper(key, of: place % 2 == 0 ? "li" : "wu"))
                }
            }
            let all = try await journal.read { try $0.papers("note", of: nil).map(\.key) }
            #expect(all == ["a/1", "b", "b/1", "b/10", "b/2", "c", "案/1"])
            #expect(
                try await journal.read { try $0.papers("note", of: "wu").map(\.key) }
                    == ["a/1", "b/10", "案/1"])
            func page(_ change: (inout PaperQuery) -> Void) async throws -> [String] {
                var query = PaperQuery("note")
                change(&query)
                let asked = query
                return try await journal.read { try $0.papers(asked).map(\.key) }
            }
            #expect(try await page { $0.prefix = "b/" } == ["b/1", "b/10", "b/2"])
            #expect(
                try await page {
                    $0.prefix = "b"
                    $0.owners = ["li"]
                } == ["b", "b/1", "b/2"])
            #expect(try await page { $0.owners = [] }.isEmpty)
            var found: [String] = []
            while true {
                let next = try await page {
                    $0.after = found.last
                    $0.limit = 2
                }
                found += next
                if next.count < 2 { break }
            }
            #expect(found == all)
        },
    ]

    private static let trail = [
        Rule("the trail is told from its end, by account, by case file, by act, page by page") {
            journal in
            let moment = Moment(seconds: 1_700_000_000)
            try await journal.write { writer in
                for place in 0..<7 {
                    try writer.add(
                        TrailEntry(
                            at: Moment(seconds: moment.seconds + Int64(place)),
                            account: place % 2 == 0 ? "li" : "wu",
                            act: place % 3 == 0 ? "saw-case" : "sign-in",
                            subject: place % 3 == 0 ? CaseFile.ID("a-\(place)") : nil,
                            detail: "\(place)"))
                }
            }
            func told(_ change: (inout TrailQuery) -> Void) async throws -> [TrailEntry] {
                var query = TrailQuery()
                change(&query)
                let asked = query
                return try await journal.read { try $0.trail(asked) }
            }
            let all = try await told { _ in }
            #expect(all.map(\.detail) == (0..<7).reversed().map { "\($0)" })
            #expect(all.map(\.at.seconds) == (0..<7).reversed().map { moment.seconds + $0 })
            #expect(try await told { $0.account = "wu" }.map(\.detail) == ["5", "3", "1"])
            #expect(try await told { $0.act = "saw-case" }.map(\.detail) == ["6", "3", "0"])
            #expect(try await told { $0.subject = "a-3" }.map(\.detail) == ["3"])
            let first = try await told { $0.limit = 3 }
            let rest = try await told { $0.before = first.last?.n }
            #expect((first + rest) == all)
        }
    ]

    private static let documents = [
        Rule("a document is its content until it is dropped, and putting it again changes nothing")
        {
            journal in
            let content = Array(repeating: UInt8(0), count: 300_000) + [1, 2, 3]
            try await journal.write { (writer) throws in
                try writer.put(document: content, named: "d1")
                try writer.put(document: content, named: "d1")
                try writer.put(document: [], named: "d2")
            }
            #expect(try await journal.read { try $0.document("d1") } == content)
            #expect(try await journal.read { try $0.document("d2") } == [])
            try await journal.write { try $0.dropDocument("d1") }
            #expect(try await journal.read { try $0.document("d1") } == nil)
            #expect(try await journal.read { try $0.document("d2") } == [])
        }
    ]
}
