package import Engine
package import Law

/// Refusals in the reader's language.
package struct RefusalWords: Sendable {
    let words: Words

    package init(_ words: Words) {
        self.words = words
    }

    /// What a person is told: the engine's own reason in simplified Chinese; elsewhere what the pack says, or general words.
    ///
    /// `isChinese` says that the text is in simplified Chinese, so that a page can mark its language.
    package func words(
        for refusal: Refusal, under procedure: Procedure?
    ) -> (text: String, isChinese: Bool) {
        guard words.language != .zhHans else { return (refusal.reason, true) }
        if let rule = procedure?.requirement(refusal.code) {
            return (words.title(rule.say), words.language.isChinese)
        }
        guard let phrase = RefusalPhrase(rawValue: refusal.code.text) else {
            return (refusal.reason, true)
        }
        return (words(phrase), false)
    }
}

extension Procedure {
    /// The requirement whose refusal has this code.
    fileprivate func requirement(_ code: Refusal.Code) -> Requirement? {
        steps.lazy.flatMap(\.requirements).first { $0.code == code.text }
    }
}

extension [Basis] {
    /// The citations in one line.
    package var cited: String { map(\.text).joined(separator: "；") }
}
