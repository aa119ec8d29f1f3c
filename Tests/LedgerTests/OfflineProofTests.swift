import Ledger
import Testing

@Suite struct OfflineProofTests {
    static let index = 7

    let log = MemoryLog(size: 20)
    let key: SigningKey
    let proof: OfflineProof

    init() throws {
        key = try SigningKey.generate(name: "yifa.example/haidian")
        let checkpoint = try Checkpoint(
            origin: "yifa.example/haidian", size: log.tree.size, root: log.tree.root)
        proof = OfflineProof(
            index: OfflineProofTests.index,
            path: try Proof.inclusion(
                of: OfflineProofTests.index, inTreeOf: 20, readTile: log.read),
            checkpoint: try checkpoint.signed(by: key))
    }

    @Test func `a proof file is written, read back and holds`() throws {
        let lines = proof.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.prefix(2) == ["c2sp.org/tlog-proof@v1", "index 7"])
        #expect(lines[2..<7].map { Digest(base64: $0) } == proof.path)
        #expect(lines[7].isEmpty)
        #expect(lines[8] == "yifa.example/haidian")
        let back = try OfflineProof(proof.text)
        #expect(back == proof)
        #expect(back.text == proof.text)
        let checkpoint = try back.verify(entry: entry(7), verifier: key.verifier)
        #expect(checkpoint.size == 20)
        #expect(checkpoint.root == log.tree.root)
    }

    @Test(arguments: [[], [1, 2, 3], Array("extra \n".utf8)])
    func `extra bytes are carried`(extra: [UInt8]) throws {
        let carrying = OfflineProof(
            index: proof.index, path: proof.path, checkpoint: proof.checkpoint, extra: extra)
        let back = try OfflineProof(carrying.text)
        #expect(back.extra == extra)
        #expect(back == carrying)
        try back.verify(entry: entry(7), verifier: key.verifier)
    }

    @Test func `a log of one entry needs no path`() throws {
        let log = MemoryLog(size: 1)
        let note = try Checkpoint(origin: "yifa.example/haidian", size: 1, root: log.tree.root)
            .signed(by: key)
        let single = OfflineProof(index: 0, path: [], checkpoint: note)
        #expect(single.text.hasPrefix("c2sp.org/tlog-proof@v1\nindex 0\n\nyifa.example"))
        try OfflineProof(single.text).verify(entry: entry(0), verifier: key.verifier)
    }

    @Test func `no changed, dropped or doubled line holds`() throws {
        let lines = proof.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map(String.init)
        func holds(_ lines: [String]) -> Bool {
            let text = lines.map { $0 + "\n" }.joined()
            guard let proof = try? OfflineProof(text) else { return false }
            return (try? proof.verify(entry: entry(7), verifier: key.verifier)) != nil
        }
        #expect(holds(lines))
        for place in lines.indices {
            for column in 0...lines[place].utf8.count {
                var bytes = Array(lines[place].utf8)
                bytes.insert(UInt8(ascii: "1"), at: column)
                let longer = String(decoding: bytes, as: UTF8.self)
                #expect(!holds(lines.replacing(place, with: [longer])), "line \(place)")
                guard column < bytes.count - 1 else { continue }
                bytes.remove(at: column)
                bytes[column] ^= 1
                let changed = String(decoding: bytes, as: UTF8.self)
                #expect(!holds(lines.replacing(place, with: [changed])), "line \(place)")
            }
            #expect(!holds(lines.replacing(place, with: [])), "line \(place)")
            if place < lines.count - 1 {
                let doubled = lines.replacing(place, with: [lines[place], lines[place]])
                #expect(!holds(doubled), "line \(place)")
            }
        }
    }

    @Test func `a proof says why it does not hold`() throws {
        func reason(_ proof: OfflineProof, _ entry: [UInt8] = entry(7)) -> OfflineProofError? {
            #expect(throws: OfflineProofError.self) {
                try proof.verify(entry: entry, verifier: key.verifier)
            }
        }
        #expect(reason(proof, entry(8)) == .path(.rootDiffers))
        func altered(index: Int = 7, path: [Digest]? = nil, note: String? = nil) -> OfflineProof {
            OfflineProof(
                index: index, path: path ?? proof.path, checkpoint: note ?? proof.checkpoint)
        }
        #expect(reason(altered(index: 6)) == .path(.rootDiffers))
        #expect(reason(altered(index: 20)) == .path(.noSuchLeaf(index: 20, size: 20)))
        #expect(reason(altered(path: [])) == .path(.pathTooShort))
        let stranger = try SigningKey.generate(name: "yifa.example/haidian")
        let forged = try Checkpoint(origin: "yifa.example/haidian", size: 20, root: log.tree.root)
            .signed(by: stranger)
        #expect(reason(altered(note: forged)) == .checkpoint(.note(.noKnownSignature)))
        #expect(throws: OfflineProofError.checkpoint(.otherOrigin("yifa.example/haidian"))) {
            try proof.verify(entry: entry(7), verifier: key.verifier, origin: "elsewhere")
        }
    }

    static let malformedFiles: [(String, OfflineProofError)] = [
        ("", OfflineProofError.unknownFormat),
        ("c2sp.org/tlog-proof@v2\nindex 0\n\na\n", .unknownFormat),
        ("c2sp.org/tlog-proof@v1", .unknownFormat), ("c2sp.org/tlog-proof@v1\n", .badIndex),
        ("c2sp.org/tlog-proof@v1\nextra !\nindex 0\n\na\n", .badExtra),
        ("c2sp.org/tlog-proof@v1\nextra AA==\nextra AA==\nindex 0\n\na\n", .badIndex),
        ("c2sp.org/tlog-proof@v1\nindex 0\nextra AA==\n\na\n", .badPathLine(3)),
        ("c2sp.org/tlog-proof@v1\nindex 00\n\na\n", .badIndex),
        ("c2sp.org/tlog-proof@v1\nindex -1\n\na\n", .badIndex),
        ("c2sp.org/tlog-proof@v1\nindex  1\n\na\n", .badIndex),
        ("c2sp.org/tlog-proof@v1\nindex 99999999999999999999\n\na\n", .badIndex),
        ("c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\na\n", .badPathLine(3)),
        ("c2sp.org/tlog-proof@v1\nindex 0\n", .noCheckpoint),
        ("c2sp.org/tlog-proof@v1\nindex 0\n\n", .noCheckpoint),
        ("c2sp.org/tlog-proof@v1\r\nindex 0\r\n\r\na\r\n", .unknownFormat),
    ]

    @Test(arguments: malformedFiles)
    func `a malformed file is refused with its reason`(text: String, reason: OfflineProofError) {
        #expect(throws: reason) { try OfflineProof(text) }
    }
}

extension [String] {
    fileprivate func replacing(_ place: Int, with lines: [String]) -> [String] {
        Array(self[..<place]) + lines + Array(self[(place + 1)...])
    }
}
