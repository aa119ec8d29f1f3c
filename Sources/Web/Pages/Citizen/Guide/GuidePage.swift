import Engine
import HTML
import Hummingbird
import Indicators
import Law
import Office
import Packs
import Sheets

/// The guide to a procedure, generated from its pack.
enum GuidePage {
    static func answer(_ asked: Asked, _ shelf: GuideShelf) async throws -> Response {
        let id = Procedure.ID(asked.part("procedure"))
        guard let pack = try await asked.office.packs().first(where: { $0.procedure.id == id })
        else { throw HTTPError(.notFound) }
        let district = try await asked.office.district()
        let organs = try await asked.office.organs(for: pack.procedure)
        let guide = Guide(
            frame: asked.frame, pack: pack, organs: organs.compactMap { district?.organ($0) },
            wait: shelf.wait(of: pack.edition, by: asked.site.calendar),
            results: try await results(pack, asked, shelf))
        let title = asked.words.title(pack.procedure.title)
        return asked.page(title, trail: [(asked.words(SitePhrase.guides), .guides)]) {
            h1(.class("title")) { asked.frame.titled(pack.procedure.title) }
            guide.start
            div(.class("columns")) {
                div {
                    guide.beginners
                    guide.hindrances
                    guide.documents
                    guide.course
                    guide.deciding
                    guide.terms
                    guide.waiting
                    guide.fees
                    guide.remedies
                    guide.outcomes
                    guide.basis
                }
                aside(.class("side"), .aria("label", guide(.basicFacts))) { guide.facts }
            }
        }
    }

    /// What came of a year's cases, as the pack's own figures count it.
    private static func results(
        _ pack: AdmittedPack, _ asked: Asked, _ shelf: GuideShelf
    ) async throws -> [(title: Title, figure: Address, count: Int)] {
        let year = asked.frame.reportYear
        let procedure = pack.procedure
        var found: [(title: Title, figure: Address, count: Int)] = []
        for indicator in pack.indicators.indicators where procedure.countsOutcomes(indicator) {
            let name = FigureName(procedure.matter, indicator.id)
            let count = try await shelf.count(name, in: year, by: asked.office)
            if count > 0 {
                found.append((indicator.title, .figure(name, year: year), count))
            }
        }
        return found.sorted { $0.count > $1.count }
    }
}

extension Procedure {
    /// Whether a figure counts nothing but outcomes.
    fileprivate func countsOutcomes(_ indicator: Indicator) -> Bool {
        guard case .count(let trigger) = indicator.kind else { return false }
        switch trigger {
        case .stage: return false
        case .outcomes: return indicator.condition == nil
        case .steps(let ids):
            let decides = ids.allSatisfy { steps[$0]?.outcomes.isEmpty == false }
            return decides && (indicator.condition?.isOfOutcomes ?? true)
        }
    }
}

extension Condition {
    /// Whether it asks for nothing but outcomes.
    fileprivate var isOfOutcomes: Bool {
        flattened.allSatisfy { part in
            switch part {
            case .outcome, .all, .any, .not: true
            case .compare, .oneOf, .relate, .isSet, .done, .doneSince, .doneWithin, .lapsed,
                .inTime, .consulted, .settled, .running, .handedIn:
                false
            }
        }
    }
}
