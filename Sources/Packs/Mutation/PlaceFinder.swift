import Yams

/// Finds where in a pack's files a rule stands, by the way to it; as near as the file can be followed.
struct PlaceFinder {
    let source: PackSource
    private let documents: [String: Node]

    init(_ source: PackSource) {
        self.source = source
        documents = source.files.filter { $0.key.hasSuffix(".yaml") }
            .compactMapValues { try? Yams.compose(yaml: $0, .basic) }
    }

    func place(of weakening: Weakening) -> Place {
        let file = "\(source.folder)/\(weakening.file)"
        guard var node = documents[weakening.file] else { return Place(file) }
        var mark = node.mark
        for turn in weakening.way {
            guard let next = node.after(turn) else { break }
            (node, mark) = (next.node, next.mark ?? mark)
        }
        return Place(file, mark: mark)
    }
}

extension Node {
    /// Where a turn leads; nil if it leads nowhere.
    fileprivate func after(_ turn: Turn) -> (node: Node, mark: Mark?)? {
        switch turn {
        case .key(let key):
            return mapping?.first { $0.key.scalar?.string == key }.map { ($0.value, $0.key.mark) }
        case .item(let index):
            let items = self.items
            return items.indices.contains(index) ? (items[index], items[index].mark) : nil
        case .named(let key, let name):
            return items.first { $0.after(.key(key))?.node.scalar?.string == name }
                .map { ($0, $0.mark) }
        }
    }

    /// A single thing counts as a list of one.
    private var items: [Node] { sequence.map(Array.init) ?? [self] }
}
