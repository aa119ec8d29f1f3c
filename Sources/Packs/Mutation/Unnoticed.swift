package import Law

/// A weakening that the pack's author declares to change nothing that a story could show.
package struct Unnoticed: Sendable, Equatable {
    package let weakening: String
    package let because: Title
    package let place: Place

    /// At most so many in a hundred may be declared.
    static let most = 3
}

/// Reads and checks what a pack declares to go unnoticed.
struct UnnoticedReader {
    let block: Block

    func read() -> [Unnoticed] {
        block.blocks("unnoticed").compactMap { block in
            defer { block.finish() }
            guard let weakening = block.text("weakening"), let because = block.title("because")
            else { return nil }
            return Unnoticed(
                weakening: weakening, because: because, place: block.place(of: "weakening"))
        }
    }
}

extension StaticCheck {
    /// What the pack declares to go unnoticed must exist, once, and be little.
    func checkUnnoticed() {
        guard !pack.unnoticed.isEmpty else { return }
        let names = procedure.weakenings.map(\.name)
        let known = Set(names)
        var seen: Set<String> = []
        for declared in pack.unnoticed {
            if !known.contains(declared.weakening) {
                let near = declared.weakening.nearest(among: names)
                let hint = near.map { "; did you mean '\($0)'?" } ?? ""
                findings.report(
                    declared.place,
                    "yifa pack mutate makes no weakening '\(declared.weakening)'\(hint)")
            } else if !seen.insert(declared.weakening).inserted {
                findings.report(declared.place, "'\(declared.weakening)' is declared twice")
            }
        }
        let most = names.count * Unnoticed.most / 100
        if pack.unnoticed.count > most {
            findings.report(
                pack.unnoticed[most].place,
                "of \(names.count) weakenings at most \(most) may be declared to go unnoticed")
        }
    }
}
