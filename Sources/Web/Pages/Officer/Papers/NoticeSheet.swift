import HTML

/// A notice as a paper: the text of the pack with its first line as the title.
enum NoticeSheet {
    /// `masthead` is the organ; the last lines, if they are the organ and a day, stand to the right.
    static func html(_ text: String, masthead: String, level: Int = 2) -> HTML {
        let lines = text.split(separator: "\n").map(String.init)
        let ending = signature(lines)
        return article(.class("document"), .lang("zh-Hans")) {
            p(.class("masthead")) { masthead }
            HTML.element("h\(level)", [.class("title")], HTML(lines.first ?? ""))
            for line in lines.dropFirst().dropLast(ending.count) { paragraph(line) }
            if !ending.isEmpty {
                p(.class("sign")) {
                    for (index, line) in ending.enumerated() {
                        if index > 0 { br() }
                        line
                    }
                }
            }
        }
    }

    /// The number of the paper, the one it is addressed to, and running text each have their place.
    private static func paragraph(_ line: String) -> HTML {
        let isNumber = line.contains("〔") && line.hasSuffix("号") && line.count <= 30
        let isAddressee = line.hasSuffix("：") && line.count <= 40
        let style = isNumber ? "number" : isAddressee ? "to" : nil
        return p(Attribute("class", ifSet: style)) { line }
    }

    /// The organ and the day at the end; empty where a paper ends otherwise.
    private static func signature(_ lines: [String]) -> [String] {
        guard lines.count > 3, let day = lines.last, day.hasSuffix("日"), day.count <= 12 else {
            return []
        }
        let organ = lines[lines.count - 2]
        return organ.count <= 30 && !organ.hasSuffix("。") ? [organ, day] : [day]
    }
}
