/// Texts cut into what a search compares: words of letters and digits whole, Chinese in overlapping pairs.
///
/// Chinese is written without spaces, so a word of two characters is found only if every pair is a term.
package enum SearchText {
    /// The terms of a text, separated by spaces.
    package static func terms(of text: String) -> String {
        runs(of: text).map(\.terms).joined(separator: " ")
    }

    /// A query of the full-text index that all words of a text must meet; nil if it has none.
    package static func query(for text: String) -> String? {
        let runs = runs(of: String(text.prefix(100)))
        guard !runs.isEmpty else { return nil }
        return runs.map(\.phrase).joined(separator: " AND ")
    }

    /// The single term by which an organ's case files are found.
    package static func term(ofOrgan organ: String) -> String {
        String(
            organ.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
    }

    /// Neighbouring characters of one kind.
    private enum Run {
        case word(String)
        case characters([Character])

        var terms: String {
            switch self {
            case .word(let word): word
            case .characters(let characters):
                characters.count == 1
                    ? String(characters)
                    : zip(characters, characters.dropFirst()).map { "\($0)\($1)" }
                        .joined(separator: " ")
            }
        }

        /// One character alone is the beginning of a pair.
        var phrase: String {
            switch self {
            case .word(let word): "\"\(word)\"*"
            case .characters(let characters):
                characters.count == 1 ? "\"\(String(characters))\"*" : "\"\(terms)\""
            }
        }
    }

    private static func runs(of text: String) -> [Run] {
        var runs: [Run] = []
        var word = ""
        var characters: [Character] = []
        func finish() {
            if !word.isEmpty { runs.append(.word(word)) }
            if !characters.isEmpty { runs.append(.characters(characters)) }
            word = ""
            characters = []
        }
        for character in text {
            if character.isASCII, character.isLetter || character.isNumber {
                if !characters.isEmpty { finish() }
                word += character.lowercased()
            } else if character.isLetter {
                if !word.isEmpty { finish() }
                characters.append(character)
            } else {
                finish()
            }
        }
        finish()
        return runs
    }
}
