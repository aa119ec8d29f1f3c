import Law
import Yams

/// A mapping of a pack's YAML, read key by key; what nobody asked for is reported at the end.
///
/// Every scalar is a text (`Yams.compose` with the basic resolver), so nothing is guessed.
package final class Block {
    package let place: Place
    let findings: Findings
    private let entries: [(key: String, place: Place, node: Node)]
    private let variables: [String: String]
    private var asked: Set<String> = []
    private var known: Set<String> = []
    private var missing: [String] = []
    /// The failures found before this block was read.
    private let failuresBefore: Int

    init(
        _ node: Node, in file: String, findings: Findings, variables: [String: String] = [:]
    ) {
        let mapping = node.mapping
        place = Place(file, mark: node.mark)
        self.findings = findings
        self.variables = variables
        failuresBefore = findings.failures
        entries = (mapping ?? [:]).map { key, value in
            (key.scalar?.string ?? "", Place(file, mark: key.mark), value)
        }
        if mapping == nil { findings.report(place, "expected keys and values here") }
    }

    /// Reads one document; nil with a diagnostic if it is not YAML or not a mapping.
    package static func document(
        _ text: String, file: String, findings: Findings, variables: [String: String] = [:]
    ) -> Block? {
        do {
            guard let node = try Yams.compose(yaml: text, .basic), node.mapping != nil else {
                findings.report(Place(file), "expected keys and values, found something else")
                return nil
            }
            return Block(node, in: file, findings: findings, variables: variables)
        } catch {
            findings.report(Place(file, mark: error.mark), error.explanation)
            return nil
        }
    }

    func has(_ key: String) -> Bool {
        known.insert(key)
        return entries.contains { $0.key == key }
    }

    package var keys: [String] { entries.map(\.key) }

    func isMapping(_ key: String) -> Bool { entries.first { $0.key == key }?.node.mapping != nil }

    /// The place of a key's value, or of the block if the key is absent.
    package func place(of key: String) -> Place {
        entries.first { $0.key == key }.map { Place(place.file, mark: $0.node.mark) } ?? place
    }

    package func report(_ key: String, _ message: String) {
        findings.report(place(of: key), message)
    }

    /// Reports the keys that nobody asked for.
    ///
    /// After a failure the reader may have given up before asking, so then only what looks like a missing key is reported.
    package func finish() {
        let isWhole = findings.failures == failuresBefore
        for entry in entries where !asked.contains(entry.key) {
            if isWhole {
                let known = known.union(asked).sorted().joined(separator: ", ")
                let message = "unknown key '\(entry.key)'; known here: \(known)"
                findings.report(superfluous: entry.place, message)
            } else if let near = entry.key.nearest(among: missing) {
                let message = "unknown key '\(entry.key)'; did you mean '\(near)'?"
                findings.report(superfluous: entry.place, message)
            }
        }
    }

    /// A value that must be there, and how it is read.
    func required<Value>(_ key: String, _ read: (String) -> Value?) -> Value? {
        guard has(key) else {
            asked.insert(key)
            missing.append(key)
            findings.report(place, "missing '\(key)'")
            return nil
        }
        return read(key)
    }

    private func node(_ key: String) -> Node? {
        asked.insert(key)
        return entries.first { $0.key == key }?.node
    }
}

// MARK: - Scalars

extension Block {
    package func optionalText(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        guard let text = text(of: node) else {
            report(key, "'\(key)' must be a single value")
            return nil
        }
        return text
    }

    package func text(_ key: String) -> String? { required(key, optionalText) }

    private func text(of node: Node) -> String? {
        guard let raw = node.scalar?.string else { return nil }
        guard raw.hasPrefix("$"), !variables.isEmpty else { return raw }
        return variables[String(raw.dropFirst())] ?? raw
    }

    /// One text or a list of texts, each with its place.
    func texts(_ key: String) -> [(text: String, place: Place)] {
        guard let node = node(key) else { return [] }
        let nodes = node.sequence.map(Array.init) ?? [node]
        return nodes.compactMap { node in
            let place = Place(place.file, mark: node.mark)
            guard let text = text(of: node) else {
                findings.report(place, "'\(key)' must be a name or a list of names")
                return nil
            }
            return (text, place)
        }
    }

    func number(_ key: String) -> Int? {
        guard let text = optionalText(key) else { return nil }
        guard let number = Int(text), (0...1_000_000).contains(number) else {
            report(key, "'\(text)' is not a whole number")
            return nil
        }
        return number
    }

    /// A number that would say nothing if it were 0.
    func positive(_ key: String) -> Int? {
        let number = number(key)
        if number == 0 { report(key, "'\(key)' is at least 1") }
        return number
    }

    func flag(_ key: String) -> Bool {
        guard let text = optionalText(key) else { return false }
        if text != "true", text != "false" { report(key, "'\(text)' is neither true nor false") }
        return text == "true"
    }

    func day(_ key: String) -> Day? {
        guard let text = optionalText(key) else { return nil }
        let day = Day(iso: text)
        if day == nil { report(key, "'\(text)' is not a day such as 2024-01-01") }
        return day
    }

    func length(_ key: String) -> Length? {
        guard let text = optionalText(key) else { return nil }
        do {
            return try Length(parsing: text)
        } catch {
            report(key, "\(error)")
            return nil
        }
    }

    func choice<Value: RawRepresentable & CaseIterable>(_ key: String, of type: Value.Type)
        -> Value?
    where Value.RawValue == String {
        guard let text = text(key) else { return nil }
        let value = Value(rawValue: text)
        if value == nil {
            let known = type.allCases.map(\.rawValue).joined(separator: ", ")
            report(key, "'\(text)' is not one of: \(known)")
        }
        return value
    }
}

// MARK: - Structures

extension Block {
    package func optionalBlock(_ key: String) -> Block? {
        node(key).map { Block($0, in: place.file, findings: findings, variables: variables) }
    }

    func block(_ key: String) -> Block? { required(key, optionalBlock) }

    /// A list of mappings; a single mapping counts as a list of one.
    func blocks(_ key: String) -> [Block] {
        guard let node = node(key) else { return [] }
        let nodes = node.sequence.map(Array.init) ?? [node]
        return nodes.map { Block($0, in: place.file, findings: findings, variables: variables) }
    }

    /// A mapping whose keys are free.
    func pairs(_ key: String) -> [(key: String, value: String, place: Place)] {
        guard let block = optionalBlock(key) else { return [] }
        return block.keys.compactMap { name in
            block.optionalText(name).map { (name, $0, block.place(of: name)) }
        }
    }

    func title(_ key: String) -> Title? {
        guard let block = block(key) else { return nil }
        defer { block.finish() }
        guard let chinese = block.text("zh-Hans"), let english = block.text("en") else {
            return nil
        }
        return Title(chinese: chinese, english: english)
    }

    func optionalTitle(_ key: String) -> Title? { has(key) ? title(key) : nil }

    func validity(_ key: String) -> Validity? {
        guard let block = block(key) else { return nil }
        defer { block.finish() }
        guard let from = block.required("from", block.day) else { return nil }
        let until = block.day("until")
        if let until, until < from { block.report("until", "ends before it begins") }
        return Validity(from: from, until: until)
    }

    func basis(_ key: String = "basis") -> [Basis] {
        texts(key).map { Basis($0.text) }
    }
}

extension Place {
    init(_ file: String, mark: Mark?) {
        self.init(file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
}

extension Error {
    /// Where a YAML error is, if it says so.
    fileprivate var mark: Mark? {
        switch self as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            mark
        case .duplicatedKeysInMapping(_, let context): context.mark
        default: nil
        }
    }

    fileprivate var explanation: String {
        switch self as? YamlError {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
            .composer(_, let problem, _, _):
            "not YAML: \(problem)"
        case .duplicatedKeysInMapping(let keys, _):
            "duplicate key \(keys.map { "'\($0)'" }.joined(separator: ", "))"
        default: "not YAML: \(self)"
        }
    }
}
