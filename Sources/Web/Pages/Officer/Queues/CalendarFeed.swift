import Engine
import HTTPTypes
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// An officer's terms as a calendar (iCalendar, RFC 5545); of a case file it tells the number and the term, and nothing personal.
struct CalendarFeed {
    let origin: String
    let authority: String
    let now: Moment
    let titles: PackTitles
    let words: Words

    /// The most events; the earliest due come first.
    static let most = 500

    static func answer(_ asked: Asked) async throws -> Response {
        var secret = asked.part("file")
        guard secret.hasSuffix(".ics") else { throw HTTPError(.notFound) }
        secret.removeLast(4)
        guard let viewer = try await asked.office.calendarOwner(secret) else {
            throw HTTPError(.notFound)
        }
        var query = WorkQuery()
        query.limit = most
        query.dueFrom = Moment(asked.now.day.adding(days: -60))
        var rows = try await asked.office.desk(.mine, query, for: viewer)
        rows += try await asked.office.desk(.questions, query, for: viewer)
        let organ = try await asked.office.desk(.organ, query, for: viewer)
        // Whose organ owes nothing works for other organs.
        rows += organ.isEmpty ? try await asked.office.desk(.posts, query, for: viewer) : organ
        let feed = CalendarFeed(
            origin: asked.site.settings.origin, authority: await asked.office.authority,
            now: asked.now, titles: PackTitles(try await asked.office.packs()),
            words: asked.words)
        return Asked.answer(feed.text(rows), "text/calendar; charset=utf-8")
    }

    func text(_ rows: [DeskRow]) -> String {
        var seen: Set<String> = []
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Yifa//\(Self.escaped(authority))//ZH",
            "CALSCALE:GREGORIAN", "X-WR-CALNAME:\(Self.escaped(words(DeskPhrase.calendar)))",
        ]
        for row in rows {
            guard let due = row.item.due else { continue }
            let uid = "\(row.item.subject).\(row.item.deadline).\(row.item.person?.text ?? "")"
            guard seen.insert(uid).inserted, seen.count <= Self.most else { continue }
            lines += event(row, due, uid: "\(uid)@\(authority)")
        }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func event(_ row: DeskRow, _ due: Moment, uid: String) -> [String] {
        let procedure = titles[row.summary.procedure]
        let limit = procedure?.timeLimits[TimeLimit.ID(row.item.deadline)]?.title
        let rule = procedure?.consultations[ConsultationRule.ID(row.item.deadline)]?.title
        let what = (limit ?? rule).map(words.title) ?? row.item.deadline
        let name = row.summary.number ?? row.summary.subject.text
        return [
            "BEGIN:VEVENT", "UID:\(Self.escaped(uid))", "DTSTAMP:\(Self.stamp(now))",
        ] + when(due) + [
            "SUMMARY:\(Self.escaped("\(name) \(what)"))",
            "URL:\(origin)\(Address.caseFile(row.summary.subject).path)",
            "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    /// A whole day where days are counted; the minute where hours are.
    private func when(_ due: Moment) -> [String] {
        guard due.isEndOfDay else { return ["DTSTART:\(Self.stamp(due))"] }
        return [
            "DTSTART;VALUE=DATE:\(Self.compact(due.day))",
            "DTEND;VALUE=DATE:\(Self.compact(due.day.adding(days: 1)))",
        ]
    }

    private static func compact(_ day: Day) -> String { day.description.filter { $0 != "-" } }

    /// A moment in universal time, eight hours behind Beijing.
    static func stamp(_ moment: Moment) -> String {
        let universal = moment.adding(hours: -8)
        let digits = universal.description.prefix(19).filter { $0 != "-" && $0 != ":" }
        return digits + "Z"
    }

    static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
            .replacing(",", with: "\\,").replacing("\n", with: "\\n")
    }

    /// A line of at most 75 octets, continued after a space, never inside a character (RFC 5545, 3.1).
    static func folded(_ line: String) -> String {
        var folded = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let size = String(scalar).utf8.count
            if length + size > 75 {
                folded += "\r\n "
                length = 1
            }
            folded.unicodeScalars.append(scalar)
            length += size
        }
        return folded
    }
}
