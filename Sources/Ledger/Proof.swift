/// Proofs about a tree, computed from its tiles (RFC 6962 sections 2.1.1 and 2.1.2).
public enum Proof {
    /// The digests that lead from leaf `index` to the root of the first `size` leaves.
    ///
    /// Throws ``TreeError``, or what the reader throws.
    public static func inclusion(
        of index: Int, inTreeOf size: Int, readTile: TileReader
    ) throws -> [Digest] {
        guard 0..<max(size, 0) ~= index else {
            throw TreeError.noSuchLeaf(index: index, size: size)
        }
        var subtrees = Subtrees()
        return try siblings(of: index, inTreeOf: size).map {
            try subtrees.root(of: $0, readTile: readTile)
        }
    }

    /// The digests that show the first `old` leaves to be a prefix of the first `new`.
    ///
    /// Empty when `old` is 0 or `new`. Throws ``TreeError``, or what the reader throws.
    public static func consistency(
        from old: Int, to new: Int, readTile: TileReader
    ) throws -> [Digest] {
        guard 0 <= old, old <= new else { throw TreeError.sizesOutOfOrder(old: old, new: new) }
        var subtrees = Subtrees()
        return try differences(from: old, to: new).map {
            try subtrees.root(of: $0, readTile: readTile)
        }
    }

    /// The root of the first `size` leaves; throws ``TreeError``, or what the reader throws.
    public static func root(ofTreeOf size: Int, readTile: TileReader) throws -> Digest {
        guard size >= 0 else { throw TreeError.negativeSize(size) }
        var subtrees = Subtrees()
        return try subtrees.root(of: 0..<size, readTile: readTile)
    }

    private static func siblings(of index: Int, inTreeOf size: Int) -> [Range<Int>] {
        var siblings: [Range<Int>] = []
        var range = 0..<size
        while range.count > 1 {
            let middle = middle(of: range)
            let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
            siblings.append(index < middle ? right : left)
            range = index < middle ? left : right
        }
        return siblings.reversed()
    }

    private static func differences(from old: Int, to new: Int) -> [Range<Int>] {
        guard old > 0 else { return [] }
        var differences: [Range<Int>] = []
        var range = 0..<new
        while range.upperBound != old {
            let middle = middle(of: range)
            let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
            differences.append(old <= middle ? right : left)
            range = old <= middle ? left : right
        }
        if range.lowerBound > 0 { differences.append(range) }
        return differences.reversed()
    }

    /// Where RFC 6962 splits a range: after the largest power of two smaller than its length.
    private static func middle(of range: Range<Int>) -> Int {
        range.lowerBound + 1 << (Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount)
    }
}
