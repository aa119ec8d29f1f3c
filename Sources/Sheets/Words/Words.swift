package import Law

/// All words of the screens in one language.
package struct Words: Sendable {
    package let language: Language
    /// The texts by area and key.
    let texts: [String: [String: String]]
    /// The texts in simplified Chinese, the language of the law.
    let simplified: [String: [String: String]]

    /// The text; the key where no catalogue has it, which loading excludes.
    package func callAsFunction<P: Phrase>(_ phrase: P) -> String {
        texts[P.area]?[phrase.rawValue] ?? "\(P.area).\(phrase.rawValue)"
    }

    /// The text with its places filled.
    package func callAsFunction<P: Phrase>(_ phrase: P, _ places: [String: String]) -> String {
        let text = self(phrase)
        return Wording(text)?.filled(places) ?? text
    }

    /// The phrase that these words in simplified Chinese are, for names that come from a calendar or a pack.
    package func phrase<P: Phrase>(meaning chinese: String, of phrases: P.Type) -> P? {
        P.allCases.first { simplified[P.area]?[$0.rawValue] == chinese }
    }

    /// The words in simplified Chinese, in which notices of law are written.
    package var inChinese: Words {
        Words(language: .zhHans, texts: simplified, simplified: simplified)
    }

    /// A title of a pack or district: packs have no traditional script, so there the simplified one stands.
    package func title(_ title: Title) -> String {
        language.isChinese ? title.chinese : title.english
    }
}
