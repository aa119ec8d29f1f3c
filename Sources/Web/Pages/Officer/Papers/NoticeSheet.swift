import HTML

/// A notice as a paper: the text of the pack with its first line as the title.
enum NoticeSheet {
    /// `masthead` is the organ; the last lines, if they are the organ and a day, stand to the right.
    static func html(_ text: String, masthead: String, level: Int = 2) -> HTML {
        let lines = text.split(separator: "\n").map(String.init)
        let ending = signature(lines, masthead)
        let title = lines.first ?? ""
        return article(.class("document"), .lang("zh-Hans")) {
            p(.class("masthead")) { masthead }
            HTML.element("h\(level)", [.class("title")], HTML(title))
            for line in lines.dropFirst().dropLast(ending.count) { p { line } }
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

    private static func signature(_ lines: [String], _ organ: String) -> [String] {
        let last = lines.suffix(2)
        guard lines.count > 3, let day = last.last, day.hasSuffix("日"), day.count <= 12 else {
            return []
        }
        return last.first == organ
            || last.first.map { $0.count <= 30 && !$0.hasSuffix("。") } ?? false
            ? Array(last) : [day]
    }
}
