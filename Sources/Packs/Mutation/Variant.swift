/// A thing with something about it made weaker.
struct Variant<Whole: Sendable>: Sendable {
    let whole: Whole
    /// What was made weaker, such as `not-of dropped`.
    let words: String
    /// The way to it from where the thing stands in the pack's files.
    let way: [Turn]
}

/// A turn on the way to a rule in a pack's file.
enum Turn: Sendable, Equatable {
    /// The value of a key.
    case key(String)
    /// The item of a list, from 0.
    case item(Int)
    /// The item of a list that says this of itself, such as `step: decide`.
    case named(String, String)
}

/// Collects the variants of a thing, part by part; one that differs in nothing is none, and no two are the same.
struct Variants<Whole: Equatable & Sendable> {
    let whole: Whole
    private(set) var all: [Variant<Whole>] = []

    init(of whole: Whole) {
        self.whole = whole
    }

    mutating func add(_ words: String, at way: [Turn] = [], _ change: (inout Whole) -> Void) {
        var changed = whole
        change(&changed)
        guard changed != whole, !all.contains(where: { $0.whole == changed }) else { return }
        all.append(Variant(whole: changed, words: words, way: way))
    }
}

// MARK: - Parts

extension Variants {
    /// What makes a part weaker makes the whole weaker.
    mutating func vary<Part>(
        _ part: WritableKeyPath<Whole, Part>, _ words: String, at way: [Turn],
        _ variants: [Variant<Part>]
    ) {
        for variant in variants {
            add(words + variant.words, at: way + variant.way) {
                $0[keyPath: part] = variant.whole
            }
        }
    }

    /// A part that may be missing, dropped and made weaker.
    mutating func vary<Part>(
        _ part: WritableKeyPath<Whole, Part?>, _ key: String,
        _ variants: (Part) -> [Variant<Part>] = { _ in [] }
    ) {
        guard let value = whole[keyPath: part] else { return }
        add("\(key) dropped", at: [.key(key)]) { $0[keyPath: part] = nil }
        for variant in variants(value) {
            add("\(key) \(variant.words)", at: [.key(key)] + variant.way) {
                $0[keyPath: part] = variant.whole
            }
        }
    }

    /// A rule that holds, dropped.
    mutating func drop(_ part: WritableKeyPath<Whole, Bool>, _ key: String) {
        add("\(key) dropped", at: [.key(key)]) { $0[keyPath: part] = false }
    }

    /// A list of names without one of them, at least so many staying.
    mutating func shorten<Item>(
        _ list: WritableKeyPath<Whole, [Item]>, _ key: String, leaving least: Int = 0
    ) where Item: CustomStringConvertible {
        let items = whole[keyPath: list]
        guard items.count > least else { return }
        for (index, item) in items.enumerated() {
            add("\(key) without \(item)", at: [.key(key)]) { $0[keyPath: list].remove(at: index) }
        }
    }

    /// A list of rules without one of them, and with one of them made weaker.
    mutating func vary<Part>(
        _ list: WritableKeyPath<Whole, [Part]>, _ key: String, named name: KeyPath<Part, String>,
        _ variants: (Part) -> [Variant<Part>] = { _ in [] }
    ) {
        for (index, part) in whole[keyPath: list].enumerated() {
            let way: [Turn] = [.key(key), .item(index)]
            let name = part[keyPath: name]
            add("\(name) dropped", at: way) { $0[keyPath: list].remove(at: index) }
            for variant in variants(part) {
                add("\(name): \(variant.words)", at: way + variant.way) {
                    $0[keyPath: list][index] = variant.whole
                }
            }
        }
    }
}
