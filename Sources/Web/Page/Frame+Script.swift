import HTML
import Sheets

extension Frame {
    /// A text that may be in simplified Chinese, or hold words that are: of a pack, of the record, of a person; those are marked.
    func marked(_ text: String) -> HTML {
        switch words.language {
        case .zhHans: HTML(text)
        case .zhHant: foreign(text) == nil ? HTML(text) : mark(text, apart: site.isTraditional)
        case .en: foreign(text) == nil ? HTML(text) : mark(text, apart: \.isLatin)
        }
    }

    /// The language of a text that is not the page's; nil if it is.
    func foreign(_ text: String) -> String? {
        switch words.language {
        case .zhHans: nil
        case .zhHant:
            text.contains(where: site.catalogues.simplifiedOnly.contains) ? "zh-Hans" : nil
        case .en: text.contains(where: \.isHan) ? "zh-Hans" : nil
        }
    }

    /// Marks each stretch of a text that is not the page's; characters that are surely the page's keep stretches apart.
    private func mark(_ text: String, apart isOfPage: (Character) -> Bool) -> HTML {
        var pieces: [HTML] = []
        var rest = text[...]
        while let first = rest.first {
            let isOwn = isOfPage(first)
            let stretch = rest.prefix { isOfPage($0) == isOwn }
            rest = rest.dropFirst(stretch.count)
            let part = String(stretch)
            let language = isOwn ? nil : foreign(part)
            pieces.append(language.map { name in span(.lang(name)) { part } } ?? HTML(part))
        }
        return HTML(pieces)
    }
}

extension Site {
    /// Whether a character is one that our traditional texts have and simplified script has not.
    fileprivate func isTraditional(_ character: Character) -> Bool {
        traditionalOnly.contains(character)
    }
}

extension Character {
    fileprivate var isHan: Bool {
        unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
    }

    fileprivate var isLatin: Bool { isASCII && isLetter }
}

extension Catalogues {
    /// Which simplified character stands for which traditional one, as the catalogues' own pairs of texts show.
    var simplifiedCharacters: [Character: Character] {
        var map: [Character: Character] = [:]
        for texts in texts.values.flatMap(\.values) {
            guard let plain = texts[.zhHans], let traditional = texts[.zhHant],
                plain.count == traditional.count
            else { continue }
            for (simple, old) in zip(plain, traditional) where simple != old { map[old] = simple }
        }
        return map
    }
}
