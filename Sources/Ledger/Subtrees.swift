/// Reads the stored digests of a tile; a row that has since grown wider is welcome.
public typealias TileReader = (Tile.Address) throws -> [Digest]

/// Why stored tiles do not yield a tree or a proof.
public enum TreeError: Error, Hashable, Sendable {
    /// A tile holds fewer digests than a tree of the wanted size needs.
    case tileTooNarrow(Tile.Address, has: Int, needs: Int)
    /// A tree has no negative size.
    case negativeSize(Int)
    /// An inclusion proof needs 0 <= index < size.
    case noSuchLeaf(index: Int, size: Int)
    /// A consistency proof needs 0 <= old size <= new size.
    case sizesOutOfOrder(old: Int, new: Int)
}

/// Roots of stretches of leaves, computed from tiles that are each read once.
struct Subtrees {
    private var tiles: [Tile.Address: [Digest]] = [:]

    /// MTH(D[range]) of RFC 6962 section 2.1, for a range that starts where its largest half may.
    mutating func root(of range: Range<Int>, readTile: TileReader) throws -> Digest {
        var roots: [Digest] = []
        var start = range.lowerBound
        for height in Subtrees.heights(in: range.count) {
            roots.append(
                try perfectRoot(height: height, index: start >> height, readTile: readTile))
            start += 1 << height
        }
        return Subtrees.join(roots)
    }

    private mutating func perfectRoot(
        height: Int, index: Int, readTile: TileReader
    ) throws -> Digest {
        let (level, rest) = height.quotientAndRemainder(dividingBy: Tile.height)
        let first = index << rest
        let address = Tile.Address(level: level, index: first / Tile.fullWidth)
        let start = first % Tile.fullWidth
        let end = start + 1 << rest
        let digests = try tiles[address] ?? readTile(address)
        tiles[address] = digests
        guard digests.count >= end else {
            throw TreeError.tileTooNarrow(address, has: digests.count, needs: end)
        }
        return Subtrees.root(ofPerfect: digests[start..<end])
    }

    /// The heights of the perfect trees that make up `size` leaves, largest first.
    static func heights(in size: Int) -> [Int] {
        (0..<Int.bitWidth).reversed().filter { size >> $0 & 1 == 1 }
    }

    /// The root over neighbouring perfect trees, largest first (RFC 6962 section 2.1).
    static func join(_ roots: [Digest]) -> Digest {
        guard var root = roots.last else { return .emptyRoot }
        for left in roots.dropLast().reversed() { root = .node(left, root) }
        return root
    }

    /// The root of 2^k digests.
    static func root(ofPerfect digests: ArraySlice<Digest>) -> Digest {
        var row = Array(digests)
        var count = row.count
        while count > 1 {
            count /= 2
            for place in 0..<count { row[place] = .node(row[2 * place], row[2 * place + 1]) }
        }
        return row[0]
    }
}
