import Engine
import Law

extension DueDate {
    /// The due date and each thing that made it so, a line each, with the article.
    func explanation(_ calendar: WorkingCalendar) -> [String] {
        let isDay = moment == .end(of: day)
        return ["届满：\(isDay ? day.description : moment.wallTime)"]
            + reasons.map { $0.chinese(calendar) }
    }
}

extension DueDate.Reason {
    func chinese(_ calendar: WorkingCalendar) -> String {
        switch self {
        case .start(let moment, let length):
            let isHours = length.unit == .hours
            let from = isHours ? moment.wallTime : moment.day.description
            let what = isHours ? "开始之时不计" : "开始当日不计"
            return "  自 \(from) 起\(length.chinese)，\(what)〔民法典 201〕"
        case .rest(let day, .weekend): return "  \(day) 不计：\(day.weekday.chinese)"
        case .rest(let day, .holiday(let festival)):
            return "  \(day) 不计：\(festival)放假〔全国年节及纪念日放假办法〕"
        case .worked(let day, let festival):
            return "  \(day) 计入：\(day.weekday.chinese)，因\(festival)调休上班"
        case .paused(let from, let until, let ground):
            return "  \(from) 至 \(until.adding(days: -1)) 不计：\(ground)"
        case .extended(let length): return "  延长\(length.chinese)"
        case .rolledOver(let from, let to):
            return "  \(from) 是休息日，顺延至 \(to)〔民法典 203〕"
        case .unannounced(let last):
            return "  注意：\(last) 以后的放假安排尚未公布，此日仅按周末推算"
        }
    }
}

extension Day.Weekday {
    var chinese: String {
        switch self {
        case .monday: "星期一"
        case .tuesday: "星期二"
        case .wednesday: "星期三"
        case .thursday: "星期四"
        case .friday: "星期五"
        case .saturday: "星期六"
        case .sunday: "星期日"
        }
    }
}
