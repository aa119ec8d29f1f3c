import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// A month of terms: how many of the organ's and of one's own end on each day.
struct CalendarPage {
    let frame: Frame
    let month: Day
    let own: [Day: Int]
    /// Whose terms are counted beside one's own.
    let base: Office.Scope
    let others: [Day: Int]
    let hasKey: Bool

    private var words: Words { frame.words }
    /// Nobody reads a number beyond this.
    private static let most = 20_000

    static func answer(_ asked: Asked, _ memory: DeskMemory) async throws -> Response {
        _ = try asked.officer()
        let month = month(asked.query("month")) ?? first(of: asked.now.day)
        var query = WorkQuery()
        query.dueFrom = Moment(month)
        query.dueBefore = Moment(month.adding(months: 1))
        query.limit = most
        let base = try await memory.margin(asked).base
        let page = CalendarPage(
            frame: asked.frame, month: month,
            own: try await asked.office.deskDays(.mine, query, for: asked.viewer),
            base: base, others: try await asked.office.deskDays(base, query, for: asked.viewer),
            hasKey: try await asked.office.hasCalendarKey(asked.viewer))
        let title = asked.words(DeskPhrase.calendar)
        return asked.page(title, isWide: true, trail: [(asked.words(SitePhrase.desk), .desk)]) {
            h1(.class("title")) { title }
            page.around
            page.grid
            CalendarAddress(frame: asked.frame, hasKey: page.hasKey).html
        }
    }

    private static func month(_ text: String?) -> Day? { text.flatMap { Day(iso: "\($0)-01") } }

    private static func first(of day: Day) -> Day { day.adding(days: 1 - day.civil.day) }

    private func name(_ month: Day) -> String { String(month.description.prefix(7)) }

    private var around: HTML {
        let before = Self.first(of: month.adding(days: -1))
        let after = month.adding(months: 1)
        return nav(.class("pager"), .aria("label", words(QueuePhrase.months))) {
            frame.link(name(before), .deadlineMonth(name(before)), .rel("prev"))
            strong { name(month) }
            frame.link(name(after), .deadlineMonth(name(after)), .rel("next"))
        }
    }

    private var grid: HTML {
        frame.scrolling(words(DeskPhrase.calendar)) {
            table(.class("data")) {
                caption { words(QueuePhrase.calendarCaption, ["month": name(month)]) }
                thead { tr { for weekday in weekdays { th(.scope("col")) { weekday } } } }
                tbody { for week in weeks { tr { for day in week { cell(day) } } } }
            }
        }
    }

    private var weekdays: [String] {
        (0..<7).map { index in
            words.weekday(Day.Weekday(rawValue: index) ?? .monday)
        }
    }

    /// Weeks from Monday; nil before the first and after the last day of the month.
    private var weeks: [[Day?]] {
        let length = month.distance(to: month.adding(months: 1))
        var days: [Day?] = Array(repeating: nil, count: month.weekday.rawValue)
        days += (0..<length).map { month.adding(days: $0) }
        while days.count % 7 != 0 { days.append(nil) }
        return stride(from: 0, to: days.count, by: 7).map { Array(days[$0..<($0 + 7)]) }
    }

    private func cell(_ day: Day?) -> HTML {
        guard let day else { return td() }
        return td(
            .data("label", words.weekday(day.weekday)),
            Attribute("aria-current", ifSet: day == frame.now.day ? "date" : nil)
        ) {
            time(.datetime(day.description)) { strong { "\(day.civil.day)" } }
            if !frame.site.calendar.isWorking(day) {
                " "
                small { words(QueuePhrase.restDay) }
            }
            count(own[day], .mine, day, .ownDue)
            count(others[day], base, day, base == .organ ? .organDue : .postsDue)
        }
    }

    private func count(
        _ count: Int?, _ scope: Office.Scope, _ day: Day, _ phrase: QueuePhrase
    ) -> HTML? {
        count.map { count in
            div {
                frame.link(
                    words(phrase, ["count": "\(count)"]),
                    .deskList(DeskFilter(scope, due: .day(day)).query))
            }
        }
    }
}
