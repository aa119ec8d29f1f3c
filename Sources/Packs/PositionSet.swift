/// A set of positions below 64, as the bits of one word.
struct PositionSet: Hashable {
    static let capacity = 64
    private var bits: UInt64 = 0

    init(_ positions: some Sequence<Int> = []) {
        for position in positions { insert(position) }
    }

    private init(bits: UInt64) { self.bits = bits }

    var isEmpty: Bool { bits == 0 }

    /// The positions, lowest first.
    var positions: [Int] {
        var left = bits
        var found: [Int] = []
        while left != 0 {
            found.append(left.trailingZeroBitCount)
            left &= left - 1
        }
        return found
    }

    func contains(_ position: Int) -> Bool { bits & (1 << UInt64(position)) != 0 }

    mutating func insert(_ position: Int) { bits |= 1 << UInt64(position) }

    mutating func remove(_ position: Int) { bits &= ~(1 << UInt64(position)) }

    func union(_ other: Self) -> Self { Self(bits: bits | other.bits) }

    func intersection(_ other: Self) -> Self { Self(bits: bits & other.bits) }

    func subtracting(_ other: Self) -> Self { Self(bits: bits & ~other.bits) }

    func isDisjoint(with other: Self) -> Bool { bits & other.bits == 0 }
}
