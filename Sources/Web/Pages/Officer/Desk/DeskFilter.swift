import Engine
import Foundation
import Law
import Office

/// Which work a desk shows: what stands in its address.
struct DeskFilter: Sendable, Equatable {
    enum Due: Sendable, Equatable {
        case overdue
        /// Within three working days.
        case soon
        /// To the end of the week.
        case week
        case paused
        case day(Day)

        var text: String {
            switch self {
            case .overdue: "overdue"
            case .soon: "soon"
            case .week: "week"
            case .paused: "paused"
            case .day(let day): day.description
            }
        }

        init?(_ text: String) {
            switch text {
            case "overdue": self = .overdue
            case "soon": self = .soon
            case "week": self = .week
            case "paused": self = .paused
            default:
                guard let day = Day(iso: text) else { return nil }
                self = .day(day)
            }
        }
    }

    var scope = Office.Scope.organ
    var procedure: Procedure.ID?
    var stage: Stage.ID?
    var due: Due?
    var isUnassigned = false
    var text = ""
    var after: WorkQuery.Place?

    init(_ scope: Office.Scope = .organ, due: Due? = nil) {
        self.scope = scope
        self.due = due
    }

    /// `base` is the scope where the address names none.
    init(_ form: FormBody, base: Office.Scope = .organ) {
        scope = form["scope"].flatMap { Office.Scope(rawValue: $0) } ?? base
        let procedure = form.text("procedure")
        let stage = form.text("stage")
        self.procedure = procedure.isEmpty ? nil : Procedure.ID(procedure)
        self.stage = stage.isEmpty ? nil : Stage.ID(stage)
        due = form["due"].flatMap { Due($0) }
        isUnassigned = form["unassigned"] == "1"
        text = String(form.text("q").prefix(100))
        after = form["after"].flatMap(Self.place)
    }

    /// The query part of the address, without the place in the list.
    var query: String {
        var parts = ["scope=\(scope.rawValue)"]
        if let procedure { parts.append("procedure=\(procedure.text.inQuery)") }
        if let stage { parts.append("stage=\(stage.text.inQuery)") }
        if let due { parts.append("due=\(due.text)") }
        if isUnassigned { parts.append("unassigned=1") }
        if !text.isEmpty { parts.append("q=\(text.inQuery)") }
        return parts.joined(separator: "&")
    }

    /// Whether anything but the scope is set.
    var isNarrowed: Bool {
        procedure != nil || stage != nil || due != nil || isUnassigned || !text.isEmpty
    }

    /// The query of the page after a row.
    func query(after row: WorkItem) -> String {
        let due = row.due.map { "\($0.seconds)" } ?? ""
        let place = Data("\(due)\n\(row.subject)\n\(row.deadline)".utf8).base64EncodedString()
        return query + "&after=\(place.inQuery)"
    }

    private static func place(_ text: String) -> WorkQuery.Place? {
        guard let bytes = Data(base64Encoded: text) else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        return WorkQuery.Place(
            due: Int64(parts[0]).map { Moment(seconds: $0) },
            subject: CaseFile.ID(String(parts[1])),
            deadline: String(parts[2]))
    }

    /// What the office is asked.
    func work(at now: Moment, by calendar: WorkingCalendar) -> WorkQuery {
        var query = WorkQuery()
        query.procedure = procedure
        query.stage = stage
        query.text = text.isEmpty ? nil : text
        query.assignee = isUnassigned ? .nobody : nil
        query.after = after
        switch due {
        case .overdue: query.dueBefore = now
        case .soon:
            query.dueFrom = now
            let last = calendar.day(DueStyle.soonDays, workingDaysAfter: now.day)
            query.dueBefore = Moment(last.adding(days: 1))
        case .week:
            query.dueFrom = now
            let left = 7 - now.day.weekday.rawValue
            query.dueBefore = Moment(now.day.adding(days: left))
        case .paused: query.dueFrom = Moment(seconds: Int64.max)
        case .day(let day):
            query.dueFrom = Moment(day)
            query.dueBefore = Moment(day.adding(days: 1))
        case nil: break
        }
        return query
    }
}
