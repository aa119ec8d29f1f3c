import Engine
import HTML
import HTTPTypes
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The case files that left a stage in a year, those first that stayed longest at it.
enum StaysPage {
    private static let limit = 50

    static func answer(_ asked: Asked) async throws -> Response {
        let organ = asked.query("organ").map { Organ.ID($0) }
        let oversight = try await asked.office.oversight(of: asked.viewer).narrowed(to: organ)
        let year = try asked.year(asked.query("year"))
        let id = Procedure.ID(asked.part("procedure"))
        let known = try await asked.office.packs().first { $0.procedure.id == id }?.procedure
        guard let procedure = known, let stage = procedure.stages[Stage.ID(asked.part("stage"))]
        else { throw HTTPError(.notFound) }
        let stays = try await asked.office.stays(
            oversight, at: stage.id, of: procedure, year: year,
            after: try asked.query("after").map(place), limit: limit)
        let lines = try await CaseLines(asked, stays.map(\.summary))
        let words = asked.words
        let heading = words(FiguresPhrase.staysAt, ["stage": words.title(stage.title)])
        return asked.page(
            heading, isWide: true, trail: [(words(SitePhrase.dashboard), .dashboard)]
        ) {
            h1(.class("title")) { asked.frame.marked(heading) }
            p(.class("lead")) {
                // The files of every edition of the matter are counted.
                asked.frame.marked(words.title(procedure.title).withoutParenthesis)
                " · "
                if let organ = oversight.organ {
                    lines.organ(organ)
                } else {
                    words(FiguresPhrase.allOrgans)
                }
            }
            p(.class("hint")) { words(FiguresPhrase.staysLead, ["year": "\(year)"]) }
            if stays.isEmpty {
                p(.class("empty")) { words(FiguresPhrase.noStays) }
            } else {
                table(stays, lines, heading)
            }
            asked.frame.nextPage(
                next(stays, asked, .stays(id, stage.id), year: year, oversight.organ))
        }
    }

    private static func table(_ stays: [Stay], _ lines: CaseLines, _ heading: String) -> HTML {
        let words = lines.frame.words
        return HTML.element(
            "table", [.class("data"), .aria("label", heading)],
            pieces {
                thead {
                    tr {
                        th(.scope("col")) { words(FiguresPhrase.caseFile) }
                        th(.scope("col"), .class("num")) { words(FiguresPhrase.stayed) }
                        for phrase in [FiguresPhrase.leftOn, .organ, .stage, .proof] {
                            th(.scope("col")) { words(phrase) }
                        }
                    }
                }
                tbody { for stay in stays { line(stay, lines) } }
            })
    }

    private static func line(_ stay: Stay, _ lines: CaseLines) -> HTML {
        let words = lines.frame.words
        return tr {
            th(.scope("row")) { lines.name(stay.summary) }
            td(.class("num"), .data("label", words(FiguresPhrase.stayed))) {
                words(FiguresPhrase.withinDays, ["days": "\(stay.days)"])
            }
            lines.cell(words(FiguresPhrase.leftOn)) { words.date(stay.left) }
            lines.cell(words(FiguresPhrase.organ)) { lines.organ(stay.summary.organ) }
            lines.cell(words(FiguresPhrase.stage)) { lines.stage(stay.summary) }
            lines.cell(words(FiguresPhrase.proof)) {
                lines.frame.link(
                    words(FiguresPhrase.entryNumber, ["n": "\(stay.sequence)"]),
                    .ledgerEntry(stay.sequence))
            }
        }
    }

    private static func next(
        _ stays: [Stay], _ asked: Asked, _ address: Address, year: Int, _ organ: Organ.ID?
    ) -> String? {
        guard stays.count == limit, let last = stays.last else { return nil }
        return asked.frame.href(
            address,
            [
                ("year", "\(year)"), ("organ", organ?.text),
                ("after", "\(last.days).\(last.sequence)"),
            ])
    }

    private static func place(_ text: String) throws -> Stay.Place {
        let parts = text.split(separator: ".").map { Int($0) }
        guard parts.count == 2, let days = parts[0], let sequence = parts[1] else {
            throw HTTPError(.badRequest)
        }
        return Stay.Place(days: days, sequence: sequence)
    }
}
