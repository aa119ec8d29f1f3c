import Ledger
import Testing

/// A log kept in memory: its tiles, and its leaves for the naive definitions.
struct MemoryLog {
    var tree = Tree()
    var tiles: [Tile.Address: [Digest]] = [:]
    var leaves: [Digest] = []

    /// A log with tiles of three levels.
    static let large = MemoryLog(size: 66_000, storingEvery: 777)

    /// The log of the first `size` entries, its tiles stored after every `step` of them.
    init(size: Int = 0, storingEvery step: Int = 1) {
        for place in 0..<size {
            add(place)
            if place % step == step - 1 { store() }
        }
        store()
    }

    mutating func add(_ place: Int) {
        leaves.append(.leaf(entry(place)))
        tree.append(.leaf(entry(place)))
    }

    mutating func store() {
        for tile in tree.takeChanges() { tiles[tile.address] = tile.digests }
    }

    func read(_ address: Tile.Address) throws -> [Digest] {
        try #require(tiles[address])
    }
}

/// The entry at a place of the test logs.
func entry(_ place: Int) -> [UInt8] { Array("entry \(place)".utf8) }

/// MTH of RFC 6962 section 2.1, word for word.
func naiveRoot(_ leaves: ArraySlice<Digest>) -> Digest {
    guard leaves.count > 1 else { return leaves.first ?? Digest.of([]) }
    var k = 1
    while k * 2 < leaves.count { k *= 2 }
    let middle = leaves.startIndex + k
    return .node(naiveRoot(leaves[..<middle]), naiveRoot(leaves[middle...]))
}

/// PATH(m, D[n]) of RFC 6962 section 2.1.1, word for word.
func naivePath(_ m: Int, _ leaves: ArraySlice<Digest>) -> [Digest] {
    guard leaves.count > 1 else { return [] }
    var k = 1
    while k * 2 < leaves.count { k *= 2 }
    let middle = leaves.startIndex + k
    return m < k
        ? naivePath(m, leaves[..<middle]) + [naiveRoot(leaves[middle...])]
        : naivePath(m - k, leaves[middle...]) + [naiveRoot(leaves[..<middle])]
}

/// SUBPROOF(m, D[n], b) of RFC 6962 section 2.1.2, word for word.
func naiveSubproof(_ m: Int, _ leaves: ArraySlice<Digest>, _ whole: Bool) -> [Digest] {
    guard m < leaves.count else { return whole ? [] : [naiveRoot(leaves)] }
    var k = 1
    while k * 2 < leaves.count { k *= 2 }
    let middle = leaves.startIndex + k
    return m <= k
        ? naiveSubproof(m, leaves[..<middle], whole) + [naiveRoot(leaves[middle...])]
        : naiveSubproof(m - k, leaves[middle...], false) + [naiveRoot(leaves[..<middle])]
}

/// Every path that differs from `path` in one digest flipped, dropped or added.
func tamperings(of path: [Digest]) -> [[Digest]] {
    let stranger = Digest.of(Array("stranger".utf8))
    var paths: [[Digest]] = []
    for place in path.indices {
        var flipped = path
        flipped[place] = flip(flipped[place], bit: place)
        var dropped = path
        dropped.remove(at: place)
        paths += [flipped, dropped]
    }
    for place in 0...path.count {
        var added = path
        added.insert(stranger, at: place)
        paths.append(added)
    }
    return paths
}

/// The digest with one bit changed.
func flip(_ digest: Digest, bit: Int = 0) -> Digest {
    var bytes = digest.bytes
    bytes[bit / 8 % bytes.count] ^= 1 << (bit % 8)
    return Digest(bytes) ?? digest
}
