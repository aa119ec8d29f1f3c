import Law

/// Tells a pack's stories under each weakened procedure, to find what no story notices.
package struct MutationRun: Sendable {
    let teller: StoryTeller
    package let weakenings: [Weakening]

    /// A run over some weakenings of the teller's pack; all unless said.
    package init(_ teller: StoryTeller, weakenings: [Weakening]? = nil) {
        self.teller = teller
        self.weakenings = weakenings ?? teller.pack.procedure.weakenings
    }

    /// What comes of it; all cores are used, and each step forward is told.
    package func result(telling progress: (_ done: Int) -> Void = { _ in }) async -> MutationResult
    {
        var noticed: Set<String> = []
        var done = 0
        await withTaskGroup(of: (count: Int, noticed: [String]).self) { group in
            for start in stride(from: 0, to: weakenings.count, by: Self.together) {
                let some = weakenings[start...].prefix(Self.together)
                group.addTask { (some.count, self.noticed(of: some)) }
            }
            for await part in group {
                noticed.formUnion(part.noticed)
                done += part.count
                progress(done)
            }
        }
        return MutationResult(of: teller.pack, weakenings, noticed: noticed)
    }

    /// Neighbours are mostly noticed by the same story.
    private static let together = 12

    /// The names of those under which some story is not true; the story that noticed last is told first.
    private func noticed(of weakenings: ArraySlice<Weakening>) -> [String] {
        var stories = teller.pack.scenarios
        return weakenings.compactMap { weakening in
            let weaker = teller.under(weakening.applied(to: teller.pack.procedure))
            guard let index = stories.firstIndex(where: { weaker.tell($0).failure != nil }) else {
                return nil
            }
            stories.swapAt(0, index)
            return weakening.name
        }
    }
}

extension StoryTeller {
    /// One who tells the same stories under another procedure of the same name.
    fileprivate func under(_ procedure: Procedure) -> StoryTeller {
        StoryTeller(
            pack: pack.under(procedure),
            elders: elders.merging([procedure.id: procedure]) { $1 }, calendar: calendar)
    }
}
