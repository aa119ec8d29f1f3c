import Ledger
import Testing

@Suite struct CanonicalWriterTests {
    @Test func `the writer writes what the encoder writes`() throws {
        let value: JSON = [
            "a": "text \"quoted\"", "b": -5, "c": true, "d": .null,
            "e": ["x": 1, "y": [1, "two", ["z": false], .null]], "f": [], "g": [:],
        ]
        let written = try CanonicalWriter.object { writer in
            writer.field("a", "text \"quoted\"")
            writer.field("b", -5)
            writer.field("c", true)
            writer.field("d", JSON.null)
            writer.field(
                "e",
                object: { writer in
                    writer.field("x", 1)
                    writer.field(
                        "y",
                        array: { writer in
                            writer.element(1)
                            writer.element("two")
                            writer.element(object: { $0.field("z", false) })
                            writer.element(JSON.null)
                        })
                })
            writer.field("f", array: { _ in })
            writer.field("g", object: { _ in })
        }
        #expect(written == (try value.canonicalBytes()))
        #expect(try CanonicalWriter.object { _ in } == Array("{}".utf8))
    }

    @Test func `keys out of order are a mistake`() {
        #expect(throws: CanonicalWriter.Mistake.key("a")) {
            try CanonicalWriter.object { writer in
                writer.field("b", 1)
                writer.field("a", 2)
            }
        }
        #expect(throws: CanonicalWriter.Mistake.key("b")) {
            try CanonicalWriter.object { writer in
                writer.field("b", object: { $0.field("z", 1) })
                writer.field("b", 2)
            }
        }
        #expect(throws: CanonicalWriter.Mistake.key("a")) {
            try CanonicalWriter.object { writer in
                writer.field("c", object: { _ in })
                writer.field("d", object: { $0.field("a", 1) })
                writer.field("a", 2)
            }
        }
    }

    @Test func `keys that need escapes are a mistake`() {
        for key: StaticString in ["a\"b", "a\\b", "a\nb", "\u{e9}"] {
            #expect(throws: CanonicalWriter.Mistake.key(key.description)) {
                try CanonicalWriter.object { $0.field(key, 1) }
            }
        }
    }

    @Test func `values without canonical form are a mistake`() {
        #expect(throws: CanonicalWriter.Mistake.value(.unsafeInteger(.max))) {
            try CanonicalWriter.object { $0.field("a", Int.max) }
        }
        #expect(throws: CanonicalWriter.Mistake.value(.unsafeInteger(.min))) {
            try CanonicalWriter.object { $0.field("a", JSON.integer(.min)) }
        }
        let deep = (1..<64).reduce(JSON.array([])) { list, _ in [list] }
        #expect(throws: CanonicalWriter.Mistake.value(.tooDeep)) {
            try CanonicalWriter.object { $0.field("a", deep) }
        }
    }

    @Test func `fields in lists and elements in objects are a mistake`() {
        #expect(throws: CanonicalWriter.Mistake.misplaced) {
            try CanonicalWriter.object { $0.element(1) }
        }
        #expect(throws: CanonicalWriter.Mistake.misplaced) {
            try CanonicalWriter.object { $0.field("a", array: { $0.field("b", 1) }) }
        }
    }
}
