/// Why a proof does not hold.
public enum ProofError: Error, Hashable, Sendable {
    /// An inclusion proof needs 0 <= index < size.
    case noSuchLeaf(index: Int, size: Int)
    /// A consistency proof needs 0 <= old size <= new size.
    case sizesOutOfOrder(old: Int, new: Int)
    /// The path has more digests than the sizes call for.
    case pathTooLong
    /// The path has fewer digests than the sizes call for.
    case pathTooShort
    /// The path leads to another root than the one given.
    case rootDiffers
    /// The path leads to another old root than the one given.
    case oldRootDiffers
}

extension Proof {
    /// Checks that `leaf` is leaf `index` of the tree with `size` leaves and `root`.
    ///
    /// RFC 9162 section 2.1.3.2.
    public static func verifyInclusion(
        of leaf: Digest, at index: Int, inTreeOf size: Int, root: Digest, path: [Digest]
    ) throws(ProofError) {
        guard 0..<max(size, 0) ~= index else { throw .noSuchLeaf(index: index, size: size) }
        var climb = Climb(from: index, last: size - 1)
        var reached = leaf
        for digest in path {
            switch try climb.step() {
            case .joinsLeft: reached = .node(digest, reached)
            case .joinsRight: reached = .node(reached, digest)
            }
        }
        guard climb.isDone else { throw .pathTooShort }
        guard reached == root else { throw .rootDiffers }
    }

    /// Checks that the tree of `old` leaves and `oldRoot` is a prefix of the newer one.
    ///
    /// RFC 9162 section 2.1.4.2. The empty tree is a prefix of every tree.
    public static func verifyConsistency(
        from old: Int, oldRoot: Digest, to new: Int, newRoot: Digest, path: [Digest]
    ) throws(ProofError) {
        guard 0 <= old, old <= new else { throw .sizesOutOfOrder(old: old, new: new) }
        guard 0 < old, old < new else {
            guard path.isEmpty else { throw .pathTooLong }
            guard oldRoot == (old == 0 ? .emptyRoot : newRoot) else { throw .oldRootDiffers }
            guard new > 0 || newRoot == .emptyRoot else { throw .rootDiffers }
            return
        }
        let isPerfect = old & (old - 1) == 0
        guard let start = isPerfect ? oldRoot : path.first else { throw .pathTooShort }
        var climb = Climb(from: old - 1, last: new - 1)
        climb.skipRightTurns()
        var (reachedOld, reachedNew) = (start, start)
        for digest in isPerfect ? path[...] : path.dropFirst() {
            switch try climb.step() {
            case .joinsLeft:
                reachedOld = .node(digest, reachedOld)
                reachedNew = .node(digest, reachedNew)
            case .joinsRight:
                reachedNew = .node(reachedNew, digest)
            }
        }
        guard climb.isDone else { throw .pathTooShort }
        guard reachedOld == oldRoot else { throw .oldRootDiffers }
        guard reachedNew == newRoot else { throw .rootDiffers }
    }
}

/// The walk from a node to the root: `fn` and `sn` of RFC 9162 sections 2.1.3.2 and 2.1.4.2.
private struct Climb {
    enum Turn { case joinsLeft, joinsRight }

    private var node: Int
    private var last: Int

    init(from node: Int, last: Int) {
        self.node = node
        self.last = last
    }

    var isDone: Bool { last == 0 }

    mutating func skipRightTurns() {
        while node & 1 == 1 { rise() }
    }

    mutating func step() throws(ProofError) -> Turn {
        guard !isDone else { throw .pathTooLong }
        defer { rise() }
        guard node & 1 == 1 || node == last else { return .joinsRight }
        while node & 1 == 0 && node > 0 { rise() }
        return .joinsLeft
    }

    private mutating func rise() {
        node >>= 1
        last >>= 1
    }
}
