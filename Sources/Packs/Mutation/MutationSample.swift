/// Some of a pack's weakenings: for one seed always the same, and few others when a rule is added.
package struct MutationSample: Sendable, Equatable {
    /// How many.
    package let limit: Int
    /// Which; any number.
    package let seed: Int

    package init(limit: Int, seed: Int = 1) {
        self.limit = limit
        self.seed = seed
    }

    /// The weakenings drawn, in the order of the pack.
    package func drawn(from all: [Weakening]) -> [Weakening] {
        let lots = all.map { (lot: lot(of: $0.name), name: $0.name) }
        let drawn = Set(lots.sorted { $0 < $1 }.prefix(limit).map(\.name))
        return all.filter { drawn.contains($0.name) }
    }

    /// The lot of a name: FNV-1a over seed and name, so that it depends on nothing else.
    private func lot(of name: String) -> UInt64 {
        "\(seed) \(name)".utf8.reduce(0xcbf2_9ce4_8422_2325) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
    }
}
