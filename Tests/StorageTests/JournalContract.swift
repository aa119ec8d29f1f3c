import Engine
import Indicators
import Law
import Ledger
import Office
import Testing

/// What every journal does, whatever it stores in; each rule starts from an empty journal.
struct JournalContract: Sendable {
    struct Rule: Sendable, CustomTestStringConvertible {
        let name: String
        /// Throws, or records an issue, unless the journal keeps the rule.
        let check: @Sendable (any Journal) async throws -> Void

        var testDescription: String { name }

        init(_ name: String, _ check: @escaping @Sendable (any Journal) async throws -> Void) {
            self.name = name
            self.check = check
        }
    }

    static let rules = events + writes + ledger + projections + papers
}

// MARK: - Events

extension JournalContract {
    static let events = [
        Rule("a new journal holds nothing") { journal in
            try await journal.read { (reader) throws in
                #expect(try reader.size() == 0)
                #expect(try reader.event(at: 0) == nil)
                #expect(try reader.events(of: "a-1").isEmpty)
                #expect(try reader.checkpoint() == nil)
                #expect(try reader.editions().isEmpty)
                #expect(try reader.tileCount() == 0)
                #expect(try reader.counter("n") == 0)
                #expect(try reader.text(named: "n") == nil)
            }
        },
        Rule("events come back as written, in each order") { journal in
            let written = [
                Sample.event(0, "b-1", 1), Sample.event(1, "a-1", 1), Sample.event(2, "b-1", 2),
                Sample.event(3, "a-1", 2, personal: nil),
            ]
            try await journal.write { writer in for event in written { try writer.append(event) } }
            try await journal.read { (reader) throws in
                #expect(try reader.size() == 4)
                #expect(try reader.event(at: 2) == written[2])
                #expect(try reader.events(of: "b-1") == [written[0], written[2]])
                #expect(try Sample.all(reader, .sequence) == written)
                #expect(
                    try Sample.all(reader, .caseFile)
                        == [written[1], written[3], written[0], written[2]])
            }
        },
        Rule("a glance sees what was written before it, and nothing of what failed") { journal in
            struct Stop: Error {}
            for version in 1...3 {
                try await journal.write { try $0.append(Sample.event(version - 1, "a-1", version)) }
                #expect(try await journal.glance { try $0.events(of: "a-1").count } == version)
            }
            await #expect(throws: Stop.self) {
                try await journal.write { writer in
                    try writer.append(Sample.event(3, "a-1", 4))
                    throw Stop()
                }
            }
            #expect(try await journal.glance { try $0.size() } == 3)
            await #expect(throws: Stop.self) { try await journal.glance { _ in throw Stop() } }
        },
        Rule("glances, reads and writes at once wait for no thread that waits for them") {
            journal in
            try await withThrowingTaskGroup { group in
                for number in 0..<200 {
                    group.addTask {
                        if number % 4 == 0 {
                            try await journal.write { try $0.set(counter: "n", to: number) }
                        }
                        let before = try await journal.read { try $0.counter("n") }
                        let after = try await journal.glance { try $0.counter("n") }
                        #expect((0..<200).contains(before) && (0..<200).contains(after))
                    }
                }
                try await group.waitForAll()
            }
        },
        Rule("every byte survives, and so do nothing and very much") { journal in
            let everything = Array(UInt8.min...UInt8.max)
            let written = [
                Sample.event(0, "a-1", 1, personal: everything),
                Sample.event(1, "a-1", 2, personal: []),
                Sample.event(2, "案卷-1", 1, personal: Array(repeating: 7, count: 1 << 20)),
            ]
            try await journal.write { writer in for event in written { try writer.append(event) } }
            #expect(try await journal.read { try Sample.all($0, .sequence) } == written)
        },
        Rule("a place is taken only once") { journal in
            try await journal.write { try $0.append(Sample.event(0, "a-1", 1)) }
            for event in [Sample.event(0, "b-1", 1), Sample.event(1, "a-1", 1)] {
                await #expect(throws: (any Error).self) {
                    try await journal.write { try $0.append(event) }
                }
            }
            #expect(try await journal.read { try $0.size() } == 1)
        },
        Rule("only the personal part of one case file is erased") { journal in
            let written = [
                Sample.event(0, "a-1", 1), Sample.event(1, "b-1", 1), Sample.event(2, "a-1", 2),
            ]
            try await journal.write { (writer) throws in
                for event in written { try writer.append(event) }
                try writer.erasePersonal(of: "a-1")
            }
            let read = try await journal.read { try Sample.all($0, .sequence) }
            #expect(read.map { $0.personal == nil } == [true, false, true])
            #expect(read.map(\.envelope) == written.map(\.envelope))
            #expect(read.map(\.record) == written.map(\.record))
        },
    ]
}

// MARK: - Writes

extension JournalContract {
    private struct Stop: Error {}

    static let writes = [
        Rule("a write that throws leaves no trace") { journal in
            try await journal.write { try $0.append(Sample.event(0, "a-1", 1)) }
            let before = try await journal.digest()
            await #expect(throws: Stop.self) {
                try await journal.write { (writer) throws in
                    try writer.append(Sample.event(1, "a-1", 2))
                    try writer.erasePersonal(of: "a-1")
                    try writer.set(counter: "n", to: 5)
                    try writer.put(checkpoint: "note")
                    try writer.put(Sample.edition("e1"))
                    try writer.project(
                        Sample.summary("a-1"), index: CaseIndex(), work: [Sample.work("a-1", "x")])
                    throw Stop()
                }
            }
            #expect(try await journal.digest() == before)
            #expect(try await journal.read { try $0.counter("n") } == 0)
        },
        Rule("a write sees what it wrote") { journal in
            try await journal.write { (writer) throws in
                try writer.append(Sample.event(0, "a-1", 1))
                try writer.set(counter: "n", to: 3)
                #expect(try writer.size() == 1)
                #expect(try writer.counter("n") == 3)
                #expect(try writer.events(of: "a-1").count == 1)
            }
        },
        Rule("writes at once happen one after another, and none is lost") { journal in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        try await journal.write { (writer) throws in
                            let size = try writer.size()
                            try writer.append(Sample.event(size, "a-1", size + 1))
                            try writer.set(counter: "n", to: writer.counter("n") + 1)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await journal.read { try ($0.size(), $0.counter("n")) } == (100, 100))
        },
        Rule("counters and texts hold what was put last, each under its name") { journal in
            try await journal.write { (writer) throws in
                for value in [1, 9] { try writer.set(counter: "n", to: value) }
                try writer.set(counter: "m", to: 2)
                for text in ["old", "依法"] { try writer.put(text: text, named: "t") }
            }
            try await journal.read { (reader) throws in
                #expect(try reader.counter("n") == 9)
                #expect(try reader.counter("m") == 2)
                #expect(try reader.text(named: "t") == "依法")
                #expect(try reader.text(named: "T") == nil)
            }
        },
    ]
}

// MARK: - Ledger and editions

extension JournalContract {
    static let ledger = [
        Rule("a tile holds what was put last, and is counted once") { journal in
            let narrow = Sample.tile(level: 0, index: 3, width: 1)
            let wide = Sample.tile(level: 0, index: 3, width: 256)
            try await journal.write { (writer) throws in
                for tile in [narrow, wide, Sample.tile(level: 1, index: 3, width: 7)] {
                    try writer.put(tile)
                }
            }
            try await journal.read { (reader) throws in
                #expect(try reader.tile(wide.address) == wide.digests)
                #expect(try reader.tile(Tile.Address(level: 1, index: 3))?.count == 7)
                #expect(try reader.tile(Tile.Address(level: 3, index: 0)) == nil)
                #expect(try reader.tileCount() == 2)
            }
        },
        Rule("the checkpoint is the one put last") { journal in
            try await journal.write { (writer) throws in
                for note in ["one\n", "two\n\n— 依法 x\n"] { try writer.put(checkpoint: note) }
            }
            #expect(try await journal.read { try $0.checkpoint() } == "two\n\n— 依法 x\n")
        },
        Rule("editions come in order of admission, each once") { journal in
            let editions = ["e2", "e1", "e3"].map(Sample.edition)
            for edition in editions { try await journal.write { try $0.put(edition) } }
            await #expect(throws: (any Error).self) {
                try await journal.write { try $0.put(Sample.edition("e1")) }
            }
            #expect(try await journal.read { try $0.editions() } == editions)
        },
    ]
}
