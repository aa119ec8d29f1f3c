import Ledger
import Testing

@Suite struct TileTests {
    static let paths: [(TilePath, String)] = [
        (TilePath.hashes(level: 0, index: 0, width: 256), "tile/0/000"),
        (.hashes(level: 0, index: 1_234_067, width: 256), "tile/0/x001/x234/067"),
        (.hashes(level: 3, index: 999, width: 1), "tile/3/999.p/1"),
        (.hashes(level: 63, index: 1000, width: 255), "tile/63/x001/000.p/255"),
        (.entries(index: 0, width: 256), "tile/entries/000"),
        (.entries(index: 1_234_067, width: 17), "tile/entries/x001/x234/067.p/17"),
    ]

    @Test(arguments: paths)
    func `a path is written and read back`(path: TilePath, text: String) {
        #expect(path.text == text)
        #expect(TilePath(text) == path)
    }

    @Test(arguments: [
        "", "tile", "tile/", "tile/0", "tile/0/", "tile/0/0", "tile/0/00", "tile/0/0000",
        "tile/00/000", "tile/64/000", "tile/-1/000", "tile/x/000", "tile/Entries/000",
        "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01",
        "tile/0/x000/000", "tile/0/001/000", "tile/0/x001/x000", "tile/0/x01/000",
        "tile/0/x001//000", "/tile/0/000", "tile/0/000/", "tile/0/+00", "tile/0/000.p/1/2",
        "tile/0/x999/x999/x999/x999/x999/x999/999", "tile//000", "tile/0/0\u{300}00",
    ])
    func `no other text is a path`(text: String) {
        #expect(TilePath(text) == nil)
    }

    @Test func `a log of 70000 entries serves the tiles of the specification`() {
        let paths = TilePath.all(inTreeOf: 70_000)
        let levels = (0...3).map { level in
            paths.filter { if case .hashes(level, _, _) = $0 { true } else { false } }
        }
        #expect(levels.map(\.count) == [274, 2, 1, 0])
        #expect(levels[0].last == .hashes(level: 0, index: 273, width: 112))
        #expect(
            levels[1] == [
                .hashes(level: 1, index: 0, width: 256), .hashes(level: 1, index: 1, width: 17),
            ])
        #expect(levels[2] == [.hashes(level: 2, index: 0, width: 1)])
        #expect(paths.last == .entries(index: 273, width: 112))
        #expect(paths.count == 277 + 274)
    }

    @Test(arguments: [0, 1, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 70_000])
    func `the served tiles are the stored ones`(size: Int) {
        let log = MemoryLog(size: size, storingEvery: 1000)
        let stored = log.tiles.map { Tile(address: $0, digests: $1) }
        let served = TilePath.all(inTreeOf: size).filter {
            if case .hashes = $0 { true } else { false }
        }
        #expect(Set(stored.map(\.path)) == Set(served))
        for tile in stored {
            #expect(Tile.width(of: tile.address, inTreeOf: size) == tile.digests.count)
        }
        let beyond = Tile.Address(level: 0, index: size / 256 + 1)
        #expect(Tile.width(of: beyond, inTreeOf: size) == 0)
    }

    @Test func `a tile is read from its bytes`() {
        let digests = (0..<256).map { Digest.leaf(entry($0)) }
        let tile = Tile(address: .init(level: 0, index: 4), digests: digests)
        #expect(tile.bytes == digests.flatMap(\.bytes))
        #expect(tile.bytes.count == 8192)
        #expect(Tile.digests(from: tile.bytes) == digests)
        #expect(Tile.digests(from: tile.bytes.prefix(64)) == Array(digests[..<2]))
        #expect(Tile.digests(from: tile.bytes.dropLast()) == nil)
        #expect(Tile.digests(from: tile.bytes + digests[0].bytes) == nil)
        #expect(Tile.digests(from: []) == nil)
    }

    @Test func `a bundle of entries is written and read back`() throws {
        let entries: [[UInt8]] = [
            [], [1], Array(repeating: 9, count: 258), Array(repeating: 7, count: 65535),
        ]
        let bytes = try EntryBundle.encode(entries)
        #expect(bytes.prefix(8) == [0, 0, 0, 1, 1, 1, 2, 9])
        #expect(try EntryBundle.decode(bytes) == entries)
        #expect(try EntryBundle.decode([]) == [])
        #expect(throws: EntryBundle.Failure.truncated(offset: 2)) {
            try EntryBundle.decode([0, 0, 0])
        }
        #expect(throws: EntryBundle.Failure.truncated(offset: 0)) {
            try EntryBundle.decode([0, 2, 5])
        }
    }

    @Test func `a bundle refuses long entries and more than 256`() throws {
        #expect(throws: EntryBundle.Failure.entryTooLong(place: 1, bytes: 65536)) {
            try EntryBundle.encode([[], Array(repeating: 0, count: 65536)])
        }
        let many = Array(repeating: [UInt8(1)], count: 257)
        #expect(throws: EntryBundle.Failure.tooManyEntries(257)) { try EntryBundle.encode(many) }
        let bytes = try EntryBundle.encode(Array(many.dropLast())) + [0, 1, 1]
        #expect(throws: EntryBundle.Failure.tooManyEntries(257)) { try EntryBundle.decode(bytes) }
    }
}
