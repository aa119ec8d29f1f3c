import HTML
import Sheets

extension Frame {
    /// A text that may be in simplified Chinese though the page is not: of a pack, of the record, of a person; marked as what it is.
    func marked(_ text: String) -> HTML {
        foreign(text).map { language in span(.lang(language)) { text } } ?? HTML(text)
    }

    /// The language of a text that is not the page's; nil if it is.
    func foreign(_ text: String) -> String? {
        switch words.language {
        case .zhHans: nil
        case .zhHant:
            text.contains(where: site.catalogues.simplifiedOnly.contains) ? "zh-Hans" : nil
        case .en:
            text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } ? "zh-Hans" : nil
        }
    }
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
