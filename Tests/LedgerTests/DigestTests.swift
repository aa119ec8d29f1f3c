import Ledger
import Testing

@Suite struct DigestTests {
    @Test func `the empty root is SHA-256 of nothing`() {
        let hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(Digest.emptyRoot.hex == hex)
        #expect(Digest.emptyRoot.description == hex)
    }

    @Test func `leaf and node hashes are those of RFC 6962`() throws {
        let empty = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
        #expect(Digest.leaf([]).hex == empty)
        let leaf = "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"
        #expect(Digest.leaf(Array("L123456".utf8)).hex == leaf)
        let joined = Digest.of([1] + Digest.leaf([]).bytes + Digest.leaf([7]).bytes)
        #expect(Digest.node(.leaf([]), .leaf([7])) == joined)
        #expect(Digest.node(.leaf([7]), .leaf([])) != joined)
        #expect(Digest.leaf([7]) == Digest.of([0, 7]))
    }

    @Test func `bytes, hex and base64 lead back`() throws {
        let digest = Digest.of([1, 2, 3])
        #expect(Digest(digest.bytes) == digest)
        #expect(Digest(hex: digest.hex) == digest)
        #expect(Digest(base64: digest.base64) == digest)
        #expect(Digest(digest.bytes.dropLast()) == nil)
        #expect(Digest(digest.bytes + [0]) == nil)
        #expect(Digest(hex: String(digest.hex.dropLast())) == nil)
        #expect(Digest(base64: String(digest.base64.dropLast())) == nil)
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
    func `base64 has the vectors of RFC 4648`(plain: String, coded: String) {
        #expect(Base64.encode(Array(plain.utf8)) == coded)
        #expect(Base64.decode(coded) == Array(plain.utf8))
    }

    @Test(arguments: [
        "Zg", "Zg=", "Z===", "====", "Zh==", "Zm9=", "Zm9v\n", "Zm 9", "Zm-_", "Zg==Zg==", "=Zg=",
    ])
    func `base64 is read only as it is written`(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test func `every byte survives hex and base64`() {
        let all = (0...255).map(UInt8.init)
        for count in 0...all.count {
            let bytes = Array(all.prefix(count))
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
            #expect(Hex.decode(Hex.encode(bytes)) == bytes)
        }
        #expect(Hex.decode("0") == nil)
        #expect(Hex.decode("0g") == nil)
        #expect(Hex.decode("FF00") == [255, 0])
    }

    @Test func `a commitment binds payload and salt`() throws {
        let salt = try #require(Salt((0..<16).map { UInt8($0) }))
        let other = try #require(Salt([UInt8](repeating: 0, count: 16)))
        let payload = Array("{\"name\":\"王芳\"}".utf8)
        let commitment = Commitment(to: payload, salt: salt)
        let hashed = Digest.of(Array("yifa payload v1\n".utf8) + salt.bytes + payload)
        #expect(commitment.digest == hashed)
        #expect(Commitment(digest: hashed).opens(to: payload, salt: salt))
        #expect(!commitment.opens(to: payload, salt: other))
        #expect(!commitment.opens(to: payload + [0], salt: salt))
        #expect(Salt([1, 2, 3]) == nil)
    }
}
