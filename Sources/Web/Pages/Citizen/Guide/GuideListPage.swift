import HTML
import Hummingbird
import Law
import Office
import Sheets

/// All guides: what a citizen may begin, what organs begin, and what an older law still governs.
enum GuideListPage {
    static func answer(_ asked: Asked) async throws -> Response {
        let packs = try await asked.office.packs().map(\.procedure)
        let day = asked.now.day
        let citizens = forCitizens(packs, on: day)
        let organs = packs.filter { $0.inForce.contains(day) && $0.applications.isEmpty }
        let reviewing = packs.filter { $0.id == Office.reviewing }
        let older = packs.filter { !$0.inForce.contains(day) }
        let frame = asked.frame
        let words = asked.words
        return asked.page(words(SitePhrase.guides)) {
            h1(.class("title")) { words(SitePhrase.guides) }
            p(.class("lead")) { words(GuidePhrase.listLead) }
            frame.searchBox()
            group(words(GuidePhrase.byCitizens), citizens, frame)
            group(words(GuidePhrase.afterwards), reviewing, frame)
            group(words(GuidePhrase.byOrgans), organs, frame)
            group(words(GuidePhrase.olderLaw), older, frame)
        }
    }

    /// The procedures that a party may open on a day; a review is opened from the matter that it is about.
    static func forCitizens(_ procedures: [Procedure], on day: Day) -> [Procedure] {
        procedures.filter {
            $0.inForce.contains(day) && !$0.applications.isEmpty && $0.id != Office.reviewing
        }
    }

    private static func group(_ title: String, _ members: [Procedure], _ frame: Frame) -> HTML? {
        guard !members.isEmpty else { return nil }
        return pieces {
            h2 { title }
            ul(.class("card-grid")) { for procedure in members { card(procedure, frame) } }
        }
    }

    /// A procedure in a few words: its title, and what it is good for.
    static func card(_ procedure: Procedure, _ frame: Frame) -> HTML {
        li(.class("card")) {
            h3 { frame.link(frame.words.title(procedure.title), .guide(procedure.id), lang(frame)) }
            if let plain = procedure.plain { p { frame.titled(plain) } }
        }
    }

    /// Titles of packs have no traditional script.
    private static func lang(_ frame: Frame) -> Attribute {
        Attribute("lang", ifSet: frame.words.language == .zhHant ? "zh-Hans" : nil)
    }
}
