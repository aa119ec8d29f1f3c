import Law

/// Articles as official texts cite them: 《中华人民共和国行政复议法》第六十四条第一款.
struct OfficialCitation {
    let procedure: Procedure
    let day: Day

    /// The articles that stand in a text of law, by instrument; nil if a rule rests on none.
    func text(of basis: [Basis]) -> String? {
        var order: [Instrument.ID] = []
        var articles: [Instrument.ID: [String]] = [:]
        for cited in basis {
            guard let provision = procedure.provisions[Provision.ID(cited.text)],
                provision.status != .assumed, provision.inForce.contains(day),
                let article = Self.article(cited)
            else { continue }
            if articles[cited.instrument] == nil { order.append(cited.instrument) }
            articles[cited.instrument, default: []].append(article)
        }
        let texts = order.map { id in
            "《\(title(of: id))》" + (articles[id] ?? []).joined(separator: "、")
        }
        return texts.isEmpty ? nil : texts.joined(separator: "和")
    }

    /// The title of an instrument without its edition.
    private func title(of id: Instrument.ID) -> String {
        let title = procedure.instruments[id]?.title ?? id.text
        guard title.hasSuffix("）"), let start = title.lastIndex(of: "（") else { return title }
        return String(title[..<start])
    }

    /// `64(1)2` as 第六十四条第一款第二项, `36/3` as 第三十六条第三项; nil for what is no number of an article.
    private static func article(_ basis: Basis) -> String? {
        guard let text = basis.text.split(separator: " ").last else { return nil }
        let items = text.split(separator: "/", maxSplits: 1)
        let parts = (items.first ?? "").split { $0 == "(" || $0 == ")" }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, (1...3).contains(numbers.count),
            text.first?.isNumber ?? false
        else { return nil }
        let article = zip(["条", "款", "项"], numbers)
            .map { unit, number in "第\(ChineseNumeral(number).text)\(unit)" }.joined()
        guard items.count == 2 else { return article }
        return Int(items[1]).map { article + "第\(ChineseNumeral($0).text)项" }
    }
}

/// A whole number up to 9,999 in Chinese numerals, as articles are counted.
struct ChineseNumeral {
    let text: String

    init(_ number: Int) {
        guard (1...9999).contains(number) else {
            text = "\(number)"
            return
        }
        let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let units = ["", "十", "百", "千"]
        var rest = number
        var place = 0
        var written = ""
        var hasGap = false
        while rest > 0 {
            let digit = rest % 10
            if digit == 0 {
                hasGap = !written.isEmpty
            } else {
                written = digits[digit] + units[place] + (hasGap ? "零" : "") + written
                hasGap = false
            }
            rest /= 10
            place += 1
        }
        text = number < 20 && number >= 10 ? String(written.dropFirst()) : written
    }
}
