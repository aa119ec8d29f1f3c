package import Law

/// The texts of all areas in one language, with their places found once.
final class Lexicon: Sendable {
    /// The texts by area and key.
    let texts: [String: [String: String]]
    /// Those that have places to fill.
    let wordings: [String: [String: Wording]]

    init(_ texts: [String: [String: String]]) {
        self.texts = texts
        wordings = texts.mapValues { area in
            area.compactMapValues { $0.contains("{") ? Wording($0) : nil }
        }
    }
}

/// All words of the screens in one language.
package struct Words: Sendable {
    package let language: Language
    let lexicon: Lexicon
    /// The texts in simplified Chinese, the language of the law.
    let simplified: Lexicon

    /// The text; the key where no catalogue has it, which loading excludes.
    package func callAsFunction<P: Phrase>(_ phrase: P) -> String {
        lexicon.texts[P.area]?[phrase.rawValue] ?? "\(P.area).\(phrase.rawValue)"
    }

    /// The text with its places filled.
    package func callAsFunction<P: Phrase>(_ phrase: P, _ places: [String: String]) -> String {
        lexicon.wordings[P.area]?[phrase.rawValue]?.filled(places) ?? self(phrase)
    }

    /// The phrase that these words in simplified Chinese are, for names that come from a calendar or a pack.
    package func phrase<P: Phrase>(meaning chinese: String, of phrases: P.Type) -> P? {
        P.allCases.first { simplified.texts[P.area]?[$0.rawValue] == chinese }
    }

    /// The words in simplified Chinese, in which notices of law are written.
    package var inChinese: Words {
        Words(language: .zhHans, lexicon: simplified, simplified: simplified)
    }

    /// A title of a pack or district: packs have no traditional script, so there the simplified one stands.
    package func title(_ title: Title) -> String {
        language.isChinese ? title.chinese : title.english
    }
}
