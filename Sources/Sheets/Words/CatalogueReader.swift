import Packs

/// Reads the catalogue of one area: `key: {zh-Hans: …, zh-Hant: …, en: …}`, and nothing else.
struct CatalogueReader {
    let file: String
    /// The keys that the catalogue must have.
    let keys: Set<String>
    let findings: Findings

    func read(_ text: () throws -> String) -> [String: [Language: String]] {
        let written: String
        do {
            written = try text()
        } catch {
            findings.report(Place(file), "cannot be read: \(error)")
            return [:]
        }
        guard let block = Block.document(written, file: file, findings: findings) else {
            return [:]
        }
        var texts: [String: [Language: String]] = [:]
        for key in block.keys {
            guard keys.contains(key) else {
                block.report(key, "no text is called '\(key)'")
                continue
            }
            texts[key] = block.optionalBlock(key).map(languages)
        }
        for key in keys.subtracting(texts.keys).sorted() {
            findings.report(block.place, "missing '\(key)'")
        }
        return texts
    }

    private func languages(_ block: Block) -> [Language: String] {
        var texts: [Language: String] = [:]
        var first: (language: Language, places: Set<String>)?
        for language in Language.allCases {
            guard let text = block.text(language.rawValue) else { continue }
            texts[language] = text
            guard let wording = Wording(text) else {
                block.report(language.rawValue, "the braces hold no name of a place")
                continue
            }
            if !wording.places.isEmpty, !wording.numbers.isSubset(of: wording.places) {
                block.report(language.rawValue, "a form is chosen by a place that is not there")
            }
            guard let expected = first else {
                first = (language, wording.places)
                continue
            }
            if wording.places != expected.places {
                let message =
                    "places \(wording.places.list) differ from \(expected.places.list) in \(expected.language.rawValue)"
                block.report(language.rawValue, message)
            }
        }
        block.finish()
        return texts
    }
}

extension Set<String> {
    /// `{a} {b}`, or none.
    fileprivate var list: String {
        isEmpty ? "(none)" : sorted().map { "{\($0)}" }.joined(separator: " ")
    }
}
