package import Foundation
import Packs

/// The catalogues of words in all languages, read once and checked whole.
package struct Catalogues: Sendable {
    /// The texts by area and key.
    package let texts: [String: [String: [Language: String]]]
    private let byLanguage: [Language: Words]
    /// The characters that only simplified script has: those of GB 2312 that Big5 lacks, and two more.
    package private(set) var simplifiedOnly: Set<Character> = []

    /// Reads `<area>.yaml` of every area; throws all that is missing, unknown or uneven, by file, line and column.
    package init(folder: URL, areas: [any Phrase.Type]) throws {
        try self.init(areas: areas, shownAs: folder.lastPathComponent) { name in
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        let characters = try String(
            contentsOf: folder.appending(path: "simplified-only.txt"), encoding: .utf8)
        simplifiedOnly = Set(characters.filter { !$0.isWhitespace })
    }

    /// Reads the catalogues from wherever they are kept.
    package init(
        areas: [any Phrase.Type], shownAs shown: String, _ text: (String) throws -> String
    ) throws {
        let findings = Findings()
        var keys: [String: Set<String>] = [:]
        for area in areas { keys[area.area, default: []].formUnion(area.keys) }
        var texts: [String: [String: [Language: String]]] = [:]
        for (area, keys) in keys {
            let reader = CatalogueReader(
                file: "\(shown)/\(area).yaml", keys: keys, findings: findings)
            texts[area] = reader.read { try text("\(area).yaml") }
        }
        guard findings.diagnostics.isEmpty else {
            throw UnsoundData(diagnostics: findings.sorted)
        }
        self.texts = texts
        let resolved = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                (language, texts.mapValues { $0.compactMapValues { $0[language] } })
            })
        let lexicons = resolved.mapValues { Lexicon($0) }
        let simplified = lexicons[.zhHans] ?? Lexicon([:])
        byLanguage = lexicons.reduce(into: [:]) { words, pair in
            words[pair.key] = Words(
                language: pair.key, lexicon: pair.value, simplified: simplified)
        }
    }

    /// The words of one language.
    package func words(_ language: Language) -> Words {
        byLanguage[language]
            ?? Words(language: language, lexicon: Lexicon([:]), simplified: Lexicon([:]))
    }
}
