/// What of a pack's rules its stories notice.
package struct MutationResult: Sendable {
    /// A weakening that no story noticed, with where the rule stands.
    package struct Unnoticed: Sendable, Equatable {
        package let name: String
        package let place: Place
    }

    /// How many things were made weaker.
    package let weakenings: Int
    /// How many of them a story noticed.
    package let noticed: Int
    /// How many the pack declares to change nothing that a story could show.
    package let declared: Int
    /// The rest, in the order of the pack.
    package let unnoticed: [Unnoticed]
    /// What the pack declares wrongly.
    package let wrong: [Diagnostic]

    init(of pack: Pack, _ weakenings: [Weakening], noticed: Set<String>) {
        let declared = Set(pack.unnoticed.map(\.weakening))
        let others = weakenings.filter { !noticed.contains($0.name) }
        let finder = PlaceFinder(pack.source)
        self.weakenings = weakenings.count
        self.noticed = weakenings.count - others.count
        self.declared = others.count { declared.contains($0.name) }
        unnoticed = others.filter { !declared.contains($0.name) }
            .map { Unnoticed(name: $0.name, place: finder.place(of: $0)) }
        wrong = pack.unnoticed.filter { noticed.contains($0.weakening) }.map {
            Diagnostic($0.place, "a story notices '\($0.weakening)': it need not be declared")
        }
    }

    /// The share that stories notice, as they must.
    package var share: MutationShare { MutationShare(noticed: noticed, of: weakenings) }
}

/// How many of a pack's weakenings its stories notice.
package struct MutationShare: Sendable, Equatable, CustomStringConvertible {
    package let noticed: Int
    package let of: Int

    package init(noticed: Int, of all: Int) {
        self.noticed = noticed
        of = all
    }

    /// The least share of a hundred that a pack's stories must notice.
    package static let floor = 92

    /// Whether it is enough.
    package var suffices: Bool { noticed * 100 >= of * Self.floor }

    /// The share in percent, rounded down to a digit after the point: `95.8 %`.
    package var description: String {
        let thousandths = of == 0 ? 1000 : noticed * 1000 / of
        return "\(thousandths / 10).\(thousandths % 10) %"
    }
}
