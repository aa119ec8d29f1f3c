/// The growing edge of an append-only Merkle tree (RFC 6962); the tree itself is its tiles.
///
/// A value: append to a copy, store ``takeChanges()`` in a transaction, and keep the copy only
/// once the transaction is committed.
public struct Tree: Sendable {
    /// The number of leaves.
    public private(set) var size = 0

    /// The roots of the perfect trees that make up the tree, largest first.
    private var roots: [Digest] = []
    /// The rightmost tile of each level, always short of full.
    private var edge: [Edge] = []
    /// The tiles filled since the last take.
    private var filled: [Tile] = []

    private struct Edge {
        var digests: [Digest] = []
        var changed = false
    }

    /// A tree without leaves.
    public init() {}

    /// The tree of `size` leaves whose rightmost tiles were stored; throws ``TreeError``.
    public init(size: Int, readTile: TileReader) throws {
        guard size >= 0 else { throw TreeError.negativeSize(size) }
        for (address, width) in Tile.partials(inTreeOf: size) {
            let digests = try readTile(address)
            guard digests.count >= width else {
                throw TreeError.tileTooNarrow(address, has: digests.count, needs: width)
            }
            while edge.count <= address.level { edge.append(Edge()) }
            edge[address.level].digests = Array(digests[..<width])
        }
        self.size = size
        roots = edge.reversed().flatMap { Tree.perfectRoots(of: $0.digests) }
    }

    /// The Merkle tree hash of all leaves (RFC 6962 section 2.1).
    public var root: Digest { Subtrees.join(roots) }

    /// Adds a leaf digest at the right.
    public mutating func append(_ leaf: Digest) {
        var digest = leaf
        var height = 0
        push(digest, level: 0)
        while size >> height & 1 == 1 {
            digest = .node(roots.removeLast(), digest)
            height += 1
            if height % Tile.height == 0 { push(digest, level: height / Tile.height) }
        }
        roots.append(digest)
        size += 1
    }

    /// The tiles changed since the last take, full or partial, each as it now stands.
    public mutating func takeChanges() -> [Tile] {
        var changes = filled
        filled = []
        for level in edge.indices where edge[level].changed {
            edge[level].changed = false
            let index = Tile.entries(atLevel: level + 1, inTreeOf: size)
            let address = Tile.Address(level: level, index: index)
            changes.append(Tile(address: address, digests: edge[level].digests))
        }
        return changes
    }

    private mutating func push(_ digest: Digest, level: Int) {
        if edge.count == level { edge.append(Edge()) }
        edge[level].digests.append(digest)
        edge[level].changed = true
        if edge[level].digests.count == Tile.fullWidth { fill(level) }
    }

    private mutating func fill(_ level: Int) {
        let index = Tile.entries(atLevel: level + 1, inTreeOf: size)
        let address = Tile.Address(level: level, index: index)
        filled.append(Tile(address: address, digests: edge[level].digests))
        edge[level] = Edge()
        edge[level].digests.reserveCapacity(Tile.fullWidth)
    }

    private static func perfectRoots(of digests: [Digest]) -> [Digest] {
        var start = 0
        return Subtrees.heights(in: digests.count).map { height in
            defer { start += 1 << height }
            return Subtrees.root(ofPerfect: digests[start..<(start + 1 << height)])
        }
    }
}
