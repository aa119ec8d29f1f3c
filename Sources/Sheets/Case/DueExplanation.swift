package import Engine
package import Law

extension DueDate {
    /// The due date and each thing that made it so, a line each with the article, the reasons moved in.
    package func explanation(in words: Words, grounds: [Title] = []) -> [String] {
        explanation(in: words, of: explainedReasons(in: words, grounds: grounds))
    }

    /// The due date before its reasons, which are told already.
    func explanation(in words: Words, of reasons: [String]) -> [String] {
        [words(DuePhrase.due, ["due": brief])] + reasons.map { "  " + $0 }
    }

    /// Each thing that made the due date what it is, with the article; `grounds` are the titles of known pauses.
    package func explainedReasons(in words: Words, grounds: [Title] = []) -> [String] {
        reasons.map { $0.text(in: words, grounds: grounds) }
    }
}

extension DueDate.Reason {
    func text(in words: Words, grounds: [Title]) -> String {
        switch self {
        case .start(let moment, let length):
            let isHours = length.unit == .hours
            return words(
                isHours ? DuePhrase.startHour : .startDay,
                [
                    "from": isHours ? moment.wallTime : moment.day.description,
                    "length": words.length(length),
                ])
        case .rest(let day, .weekend):
            return words(
                DuePhrase.restWeekend,
                ["day": day.description, "weekday": words.weekday(day.weekday)])
        case .rest(let day, .holiday(let festival)):
            return words(
                DuePhrase.restHoliday,
                ["day": day.description, "festival": words.festival(festival)])
        case .worked(let day, let festival):
            return words(
                DuePhrase.worked,
                [
                    "day": day.description, "weekday": words.weekday(day.weekday),
                    "festival": words.festival(festival),
                ])
        case .paused(let from, let until, let ground):
            return words(
                DuePhrase.paused,
                [
                    "from": from.description, "until": until.adding(days: -1).description,
                    "ground": words.ground(ground, among: grounds),
                ])
        case .extended(let length):
            return words(DuePhrase.extended, ["length": words.length(length)])
        case .rolledOver(let from, let to):
            return words(
                DuePhrase.rolledOver, ["from": from.description, "to": to.description])
        case .unannounced(let last):
            return words(DuePhrase.unannounced, ["day": last.description])
        case .uncharted(let days):
            return words(
                DuePhrase.uncharted,
                ["from": days.lowerBound.description, "until": days.upperBound.description])
        }
    }
}

extension Words {
    /// A ground of a pause, which the record keeps in Chinese, in the words of the rule that knows it.
    func ground(_ chinese: String, among titles: [Title]) -> String {
        titles.first { $0.chinese == chinese }.map(title) ?? chinese
    }
}
