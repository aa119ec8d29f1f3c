import Engine
import HTML
import HTTPTypes
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// One publication, masked as its pack says; one that was withdrawn or is over says so and shows nothing else.
enum PublicationPage {
    static func answer(_ asked: Asked) async throws -> Response {
        guard let position = Int(asked.part("n")), position >= 0,
            let published = try await asked.office.publication(
                CaseFile.ID(asked.part("case")), position)
        else { throw HTTPError(.notFound) }
        let lines = try await PublicationLines(asked)
        let stated = published.record.map { shown(of: $0, at: position, asked, lines) } ?? []
        let frame = asked.frame
        let words = asked.words
        return asked.page(
            words.title(published.rule.title),
            trail: [(words(SitePhrase.publications), .publications)]
        ) {
            article {
                h1(.class("title")) {
                    frame.titled(published.rule.title)
                    " "
                    lines.tag(published.state)
                }
                p(.class("lead")) { lines.organ(published.item.organ) }
                switch published.state {
                case .shown: facts(published, stated, frame)
                case .withdrawn(let day): over(.withdrawnOn, day, frame)
                case .ended(let day): over(.endedOn, day, frame)
                }
            }
            source(published, frame)
            objection(frame)
        }
    }

    /// The values as they stood when they were published.
    private static func shown(
        of record: CaseRecord, at position: Int, _ asked: Asked, _ lines: PublicationLines
    ) -> [CaseSheet.Stated] {
        let sheet = CaseSheetMaker(
            record: record, words: asked.words, district: lines.district,
            calendar: asked.site.calendar, now: record.file.last
        ).sheet
        let publications = sheet.publications
        return publications.indices.contains(position) ? publications[position].shown : []
    }

    private static func over(_ phrase: PublicPhrase, _ day: Day, _ frame: Frame) -> HTML {
        div(.class("warning")) { p { frame.words(phrase, ["day": frame.words.date(day)]) } }
    }

    private static func facts(
        _ published: Published, _ shown: [CaseSheet.Stated], _ frame: Frame
    ) -> HTML {
        let words = frame.words
        return dl(.class("summary")) {
            for stated in shown {
                row(frame.titled(title(of: stated, published))) { frame.chinese(stated.value) }
            }
            row(HTML(words(PublicPhrase.since))) { words.date(published.item.since.day) }
            if let until = published.until {
                row(HTML(words(PublicPhrase.until))) { words.date(until) }
            }
            if !published.rule.basis.isEmpty {
                row(HTML(words(FiguresPhrase.basis))) {
                    ul(.class("basis")) {
                        for basis in published.rule.basis { li { frame.chinese(basis.text) } }
                    }
                }
            }
        }
    }

    private static func title(of stated: CaseSheet.Stated, _ published: Published) -> Title {
        published.procedure.fields[Field.ID(stated.field)]?.title
            ?? Title(chinese: stated.title, english: stated.title)
    }

    private static func row(_ term: HTML, @Content _ content: () -> HTML) -> HTML {
        div {
            dt { term }
            dd { content() }
        }
    }

    private static func source(_ published: Published, _ frame: Frame) -> HTML {
        p(.class("hint")) {
            frame.words(PublicPhrase.recordedAs)
            " "
            frame.link(
                frame.words(FiguresPhrase.entryNumber, ["n": "\(published.sequence)"]),
                .ledgerEntry(published.sequence))
        }
    }

    private static func objection(_ frame: Frame) -> HTML {
        section(.class("panel")) {
            h2 { frame.words(PublicPhrase.objectionHeading) }
            p { frame.words(PublicPhrase.objection) }
            p { a(.href("tel:12345")) { frame.words(SitePhrase.hotline) } }
        }
    }
}
