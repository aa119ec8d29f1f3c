import Engine
import HTML
import HTTPTypes
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The notices that an entry of a case file issued, to read and to print.
enum NoticePage {
    static func answer(_ asked: Asked) async throws -> Response {
        let opened = try await OpenedCase.open(asked)
        let texts = try notices(of: opened, Int(asked.part("n")) ?? 0, asked)
        guard !texts.isEmpty else { throw HTTPError(.notFound) }
        let words = asked.words
        let title = words(CaseFilePhrase.notices)
        let organ = opened.sheet.organ.title
        return asked.page(title, trail: opened.trail) {
            PrintButton.html(words)
            for (index, text) in texts.enumerated() {
                NoticeSheet.html(
                    text, masthead: masthead(opened) ?? organ, level: index == 0 ? 1 : 2)
            }
        }
    }

    /// The notices that the entry with this version issued; empty if it issued none.
    static func notices(
        of opened: OpenedCase, _ version: Int, _ asked: Asked
    ) throws -> [String] {
        guard let entry = opened.record.entries.first(where: { $0.event.version == version }) else {
            return []
        }
        let words = CaseWords(
            procedure: entry.edition.procedure, district: opened.district,
            names: opened.record.names, words: asked.words)
        return try CaseNotice(entry: entry, words: words, calendar: asked.site.calendar).texts()
    }

    static func masthead(_ opened: OpenedCase) -> String? {
        opened.district?.organ(opened.file.organ)?.title.chinese
    }
}

/// The button that prints; the script shows it.
enum PrintButton {
    static func html(_ words: Words) -> HTML {
        div(.class("toolbar")) {
            button(
                .class("button secondary"), .type("button"), .data("print"),
                Attribute("hidden", when: true)
            ) { words(CaseFilePhrase.print) }
        }
    }
}
