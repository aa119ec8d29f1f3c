import Ledger
import Testing

@Suite struct NoteTests {
    /// The example of the package comment of golang.org/x/mod/sumdb/note.
    static let secret =
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    static let verifier = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let text = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        """
    static let signature = """
        \u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqf\
        qdngotpRZb6KE6RyyBwJnAM=

        """
    static let note = text + "\n" + signature

    @Test func `the example of the golang package is signed and opened`() throws {
        let key = try SigningKey(NoteTests.secret)
        #expect(key.verifier.text == NoteTests.verifier)
        #expect(key.secretText == NoteTests.secret)
        #expect(try Note.sign(NoteTests.text, by: [key]) == NoteTests.note)
        let verifier = try VerifierKey(NoteTests.verifier)
        let note = try Note.open(NoteTests.note, verifiers: [verifier])
        #expect(note.text == NoteTests.text)
        #expect(note.signers == [verifier])
    }

    @Test func `no changed byte of a signed note opens`() throws {
        let verifier = try VerifierKey(NoteTests.verifier)
        let bytes = Array(NoteTests.note.utf8)
        for place in bytes.indices {
            for bit: UInt8 in [1, 0x20] {
                var changed = bytes
                changed[place] ^= bit
                guard let note = String(validating: changed, as: UTF8.self) else { continue }
                #expect(throws: NoteError.self) { try Note.open(note, verifiers: [verifier]) }
            }
            var dropped = bytes
            dropped.remove(at: place)
            guard let note = String(validating: dropped, as: UTF8.self) else { continue }
            #expect(throws: NoteError.self) { try Note.open(note, verifiers: [verifier]) }
        }
    }

    @Test func `signatures by other keys are passed over`() throws {
        let (mine, other) = (
            try SigningKey(NoteTests.secret), try SigningKey.generate(name: "other.example")
        )
        let note = try Note.sign("text\n\nmore\n", by: [other, mine])
        #expect(try Note.open(note, verifiers: [mine.verifier]).signers == [mine.verifier])
        #expect(try Note.open(note, verifiers: [mine.verifier]).text == "text\n\nmore\n")
        let both = try Note.open(note, verifiers: [mine.verifier, other.verifier])
        #expect(both.signers == [other.verifier, mine.verifier])
        let stranger = try SigningKey.generate(name: "other.example").verifier
        #expect(throws: NoteError.noKnownSignature) {
            try Note.open(note, verifiers: [stranger])
        }
        #expect(throws: NoteError.noKnownSignature) { try Note.open(note, verifiers: []) }
    }

    @Test func `one wrong signature by a known key rejects the note`() throws {
        let (a, b) = (try SigningKey.generate(name: "a"), try SigningKey.generate(name: "b"))
        let good = try Note.sign("one\n", by: [a])
        let line = try #require(try Note.sign("two\n", by: [b]).split(separator: "\n").last)
        let mixed = good + line + "\n"
        #expect(try Note.open(mixed, verifiers: [a.verifier]).text == "one\n")
        #expect(throws: NoteError.wrongSignature(name: "b")) {
            try Note.open(mixed, verifiers: [a.verifier, b.verifier])
        }
    }

    static let malformedNotes: [(String, NoteError)] = [
        ("", NoteError.badText), ("text", .badText), ("text\n", .noSignatures),
        ("text\n\n", .noSignatures), ("\n\(signature)", .noSignatures),
        ("\(text)\(signature)", .noSignatures), (String(note.dropLast()), .badText),
        ("\(note)x\n", .badSignatureLine(2)),
        ("\(text)\n- PeterNeumann AAAAAAA=\n", .badSignatureLine(1)),
        ("\(text)\n\u{2014} PeterNeumann AAAAAA==\n", .badSignatureLine(1)),
        ("\(text)\n\u{2014} PeterNeumann  AAAAAAA=\n", .badSignatureLine(1)),
        ("a\tb\n\n\(signature)", .badText), ("a\r\n\n\(signature)", .badText),
    ]

    @Test(arguments: malformedNotes)
    func `a malformed note does not open`(note: String, reason: NoteError) throws {
        let verifier = try VerifierKey(NoteTests.verifier)
        #expect(throws: reason) { try Note.open(note, verifiers: [verifier]) }
    }

    @Test(arguments: ["", "no newline", "tab\t\n", "return\r\n"])
    func `a malformed text is not signed`(text: String) throws {
        let key = try SigningKey(NoteTests.secret)
        #expect(throws: NoteError.badText) { try Note.sign(text, by: [key]) }
    }

    @Test func `a very long note does not open`() throws {
        let verifier = try VerifierKey(NoteTests.verifier)
        let note = String(repeating: "a", count: Note.longest) + "\n\n" + NoteTests.signature
        #expect(throws: NoteError.tooLong) { try Note.open(note, verifiers: [verifier]) }
    }

    @Test func `a note is not signed by nobody`() {
        #expect(throws: NoteError.noSignatures) { try Note.sign("text\n", by: []) }
    }

    static let malformedKeys: [(String, KeyError)] = [
        ("", KeyError.malformed), ("PeterNeumann", .malformed),
        ("PeterNeumann+c74f20a3", .malformed),
        ("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .hashDiffers),
        ("PeterNeumanN+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .hashDiffers),
        ("PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .unknownAlgorithm),
        ("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy", .malformed),
        ("PeterNeumann+74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .malformed),
        ("PeterNeumann++c74f20a+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .malformed),
        ("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .badName),
        ("Peter\u{3000}N+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .badName),
        ("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .badName),
    ]

    @Test(arguments: malformedKeys)
    func `a malformed key text is refused`(text: String, reason: KeyError) {
        #expect(throws: reason) { try VerifierKey(text) }
        if !text.isEmpty {
            #expect(throws: KeyError.self) { try SigningKey("PRIVATE+KEY+" + text) }
        }
    }

    @Test func `a generated key is written and read back and hides its secret`() throws {
        let key = try SigningKey.generate(name: "yifa.example/haidian")
        let back = try SigningKey(key.secretText)
        #expect(back.verifier == key.verifier)
        #expect(try VerifierKey(key.verifier.text) == key.verifier)
        #expect("\(key)" == "SigningKey(yifa.example/haidian)")
        var dumped = ""
        dump(key, to: &dumped)
        #expect(!dumped.contains("PrivateKey"))
        #expect(throws: KeyError.badName) { try SigningKey.generate(name: "a+b") }
        #expect(throws: KeyError.malformed) { try SigningKey(name: "a", seed: [1, 2]) }
        #expect(throws: KeyError.malformed) { try VerifierKey(name: "a", publicKey: [1]) }
    }
}
