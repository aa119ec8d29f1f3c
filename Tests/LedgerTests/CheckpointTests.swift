import Ledger
import Testing

@Suite struct CheckpointTests {
    static let origin = "yifa.example/haidian"
    static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="

    @Test func `the body is that of the specification`() throws {
        let root = try #require(Digest(base64: CheckpointTests.root))
        let checkpoint = try Checkpoint(
            origin: "example.com/behind-the-sofa", size: 20_852_163, root: root)
        let body = "example.com/behind-the-sofa\n20852163\n\(CheckpointTests.root)\n"
        #expect(checkpoint.body == body)
        #expect(try Checkpoint(body: body) == checkpoint)
        let extended = try Checkpoint(body: body + "one\ntwo\n")
        #expect(extended.extensions == ["one", "two"])
        #expect(extended.body == body + "one\ntwo\n")
    }

    @Test(arguments: [
        "", "a\n1\n", "a\n1\n\(root)", "\n1\n\(root)\n", "a\n01\n\(root)\n", "a\n-1\n\(root)\n",
        "a\n+1\n\(root)\n", "a\n\n\(root)\n", "a\n1\nAAAA\n", "a\n1\n\(root)\n\n",
        "a\n1\n\(root) \n", "a\n99999999999999999999\n\(root)\n", "a\r\n1\n\(root)\n",
        "a\n1\n\(root)\nx\n\ny\n",
    ])
    func `no other text is a checkpoint`(body: String) {
        #expect(throws: CheckpointError.self) { try Checkpoint(body: body) }
    }

    @Test func `lines that cannot be written are refused`() {
        for origin in ["", "a\nb", "a\tb"] {
            #expect(throws: CheckpointError.badLine) {
                try Checkpoint(origin: origin, size: 0, root: .emptyRoot)
            }
        }
        #expect(throws: CheckpointError.badLine) {
            try Checkpoint(origin: "a", size: -1, root: .emptyRoot)
        }
        #expect(throws: CheckpointError.badLine) {
            try Checkpoint(origin: "a", size: 0, root: .emptyRoot, extensions: [""])
        }
    }

    @Test func `a signed checkpoint opens with the key of its log only`() throws {
        let key = try SigningKey.generate(name: CheckpointTests.origin)
        let checkpoint = try Checkpoint(
            origin: CheckpointTests.origin, size: 0, root: .emptyRoot)
        let note = try checkpoint.signed(by: key)
        #expect(try Checkpoint.open(note, verifier: key.verifier) == checkpoint)
        let other = try SigningKey.generate(name: CheckpointTests.origin).verifier
        #expect(throws: CheckpointError.note(.noKnownSignature)) {
            try Checkpoint.open(note, verifier: other)
        }
        #expect(throws: CheckpointError.otherOrigin(CheckpointTests.origin)) {
            try Checkpoint.open(note, verifier: key.verifier, origin: "yifa.example/dongcheng")
        }
        let foreign = try Checkpoint(origin: "yifa.example/xicheng", size: 0, root: .emptyRoot)
        let misused = try foreign.signed(by: key)
        #expect(throws: CheckpointError.otherOrigin("yifa.example/xicheng")) {
            try Checkpoint.open(misused, verifier: key.verifier)
        }
        #expect(
            try Checkpoint.open(
                misused, verifier: key.verifier, origin: "yifa.example/xicheng") == foreign)
        let nonsense = try Note.sign("not a checkpoint\n", by: [key])
        #expect(throws: CheckpointError.malformed) {
            try Checkpoint.open(nonsense, verifier: key.verifier)
        }
    }
}
