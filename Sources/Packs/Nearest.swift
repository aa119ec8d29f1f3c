extension String {
    /// The name that was probably meant: the nearest of those that differ in at most two letters.
    func nearest(among names: some Sequence<String>) -> String? {
        names.map { ($0, distance(to: $0)) }.filter { $0.1 <= 2 }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// The names, those that were probably meant first.
    package func nearestFirst(among names: some Sequence<String>) -> [String] {
        let meant = String(prefix(64))
        return names.map { ($0, meant.distance(to: $0)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            .map(\.0)
    }

    /// Levenshtein's distance.
    private func distance(to other: String) -> Int {
        let right = Array(other)
        var previous = Array(0...right.count)
        for (i, character) in enumerated() {
            var current = [i + 1]
            for (j, other) in right.enumerated() {
                let replaced = previous[j] + (character == other ? 0 : 1)
                current.append(Swift.min(previous[j + 1] + 1, current[j] + 1, replaced))
            }
            previous = current
        }
        return previous[right.count]
    }
}
