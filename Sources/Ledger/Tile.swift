/// A run of up to 256 neighbouring digests at one level of the tree (C2SP tlog-tiles).
///
/// At level 0 they are leaf digests; above, each is the root of a full tile of the level below.
public struct Tile: Hashable, Sendable {
    /// The levels of the tree that one tile spans.
    public static let height = 8
    /// The digests of a full tile.
    public static let fullWidth = 256

    /// The place of a tile: stored once, its row overwritten while the tile grows.
    public struct Address: Hashable, Sendable {
        /// The tile level, 0 for leaf digests.
        public let level: Int
        /// The place among the tiles of the level.
        public let index: Int

        /// The place of the `index`-th tile of `level`.
        public init(level: Int, index: Int) {
            self.level = level
            self.index = index
        }
    }

    /// Where the tile is.
    public let address: Address
    /// What it holds, from left to right.
    public let digests: [Digest]

    /// A tile holding `digests` at `address`.
    public init(address: Address, digests: [Digest]) {
        self.address = address
        self.digests = digests
    }

    /// The path at which a static export serves the tile.
    public var path: TilePath {
        .hashes(level: address.level, index: address.index, width: digests.count)
    }

    /// The digests one after another, as a tile file holds them.
    public var bytes: [UInt8] { Tile.bytes(of: digests) }
}

extension Tile {
    /// The digests one after another.
    public static func bytes(of digests: [Digest]) -> [UInt8] {
        digests.withUnsafeBytes { Array($0) }
    }

    /// The digests of a tile file or row; `nil` unless it holds 1 to 256 whole digests.
    public static func digests(from bytes: some Collection<UInt8>) -> [Digest]? {
        let count = bytes.count / Digest.byteCount
        guard 1...fullWidth ~= count, bytes.count == count * Digest.byteCount else { return nil }
        return [Digest](unsafeUninitializedCapacity: count) { buffer, initialized in
            UnsafeMutableRawBufferPointer(buffer).copyBytes(from: bytes)
            initialized = count
        }
    }

    /// The number of digests, 0 to 256, that a tile has in a tree of `size` leaves.
    public static func width(of address: Address, inTreeOf size: Int) -> Int {
        let entries = entries(atLevel: address.level, inTreeOf: size)
        return min(max(entries - address.index << height, 0), fullWidth)
    }

    static func entries(atLevel level: Int, inTreeOf size: Int) -> Int { size >> (height * level) }

    /// The rightmost tile of each level that is neither empty nor full in a tree of `size` leaves.
    static func partials(inTreeOf size: Int) -> [(address: Address, width: Int)] {
        var partials: [(Address, Int)] = []
        var entries = size
        var level = 0
        while entries > 0 {
            let width = entries % fullWidth
            let address = Address(level: level, index: entries / fullWidth)
            if width > 0 { partials.append((address, width)) }
            entries >>= height
            level += 1
        }
        return partials
    }
}
