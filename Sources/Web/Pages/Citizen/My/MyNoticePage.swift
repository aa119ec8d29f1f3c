import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// A notice to read and to print; notices of law are Chinese.
enum MyNoticePage {
    static func answer(_ mine: PartyCase, _ asked: Asked) throws -> Response {
        guard let version = Int(asked.part("n")), let line = mine.party.line(at: version) else {
            throw HTTPError(.notFound)
        }
        let words = CaseWords(
            procedure: line.entry.edition.procedure, district: mine.district,
            names: mine.words.names, words: asked.words)
        let texts = try CaseNotice(
            entry: line.entry, words: words, calendar: asked.site.calendar
        ).texts()
        guard let first = texts.first else { throw HTTPError(.notFound) }
        let title = String(first.split(separator: "\n").first ?? "")
        return asked.page(title, trail: mine.trail) {
            div(.class("toolbar")) {
                button(
                    .class("button secondary"), .type("button"), .data("print"),
                    Attribute("hidden", when: true)
                ) { mine(.print) }
                mine.frame.link(mine(.seeCase), .myCase(mine.subject), .class("button quiet"))
            }
            for (index, text) in texts.enumerated() { paper(text, isFirst: index == 0) }
        }
    }

    /// The first line is the title; a line is a paragraph.
    private static func paper(_ text: String, isFirst: Bool) -> HTML {
        let lines = text.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
        let title = lines.first ?? ""
        return article(.class("document"), .lang("zh-Hans")) {
            if isFirst { h1 { title } } else { h2 { title } }
            for line in lines.dropFirst() { p { line } }
        }
    }
}
