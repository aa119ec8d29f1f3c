import Engine
import HTML
import HummingbirdCore
import Law
import Office
import Packs
import Sheets

extension Asked {
    /// The officer who asks; anybody else is refused.
    func officer() throws -> District.Officer {
        guard viewer.isSignedIn else { throw Refusal(.signInNeeded, "请先登录") }
        guard let officer = viewer.officer else {
            throw Refusal(.notAllowed, field: "account", "此页面供机关工作人员使用")
        }
        return officer
    }

    /// The query as a form, so that what a browser writes for a space is read as one.
    func queryForm() throws -> FormBody { try FormBody(query: request.uri.query ?? "") }
}

extension Frame {
    /// A text of a pack in the language in which the pack has it.
    func told(_ text: String) -> HTML {
        marked(text)
    }

    /// A title of a pack, or the name of what the pack does not know.
    func titled(_ title: Title?, or name: String) -> HTML { title.map(titled) ?? HTML(name) }

    /// A day as lists show it.
    func day(_ day: Day) -> HTML {
        let text = day.description
        return time(.datetime(text)) { text }
    }

    /// How a term stands, in a colour and in words.
    func left(until due: Moment?) -> HTML {
        span(.class("tag " + DueStyle(due, now, site.calendar).rawValue)) {
            words.remark(due: due, at: now)
        }
    }
}

/// How near the end of a term is, as the style sheet calls it.
enum DueStyle: String {
    case overdue
    case soon = "due-soon"
    case paused
    case later = "neutral"

    /// Terms of three working days and less are soon.
    static let soonDays = 3

    init(_ due: Moment?, _ now: Moment, _ calendar: WorkingCalendar) {
        guard let due else {
            self = .paused
            return
        }
        guard due >= now else {
            self = .overdue
            return
        }
        // Without a look into the calendar where the answer is plain.
        guard now.day.distance(to: due.day) <= 14 else {
            self = .later
            return
        }
        let left = calendar.workingDays(after: now.day, through: due.day)
        self = left <= Self.soonDays ? .soon : .later
    }
}

/// The packs by name, for lists that show case files of many procedures.
struct PackTitles {
    private let procedures: [Procedure.ID: Procedure]

    init(_ packs: [AdmittedPack]) {
        procedures = Dictionary(
            packs.map { ($0.procedure.id, $0.procedure) }, uniquingKeysWith: { $1 })
    }

    subscript(id: Procedure.ID) -> Procedure? { procedures[id] }
}
