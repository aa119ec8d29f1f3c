import Law

/// What the party was told before binds the act; what is posted counts from its day.
extension ActCheck {
    /// Nothing heavier than what was told: a new notice comes first (Penalty Law, articles 44, 45 and 62).
    func isNoHeavierThanTold() throws(Refusal) {
        guard let told = step.told else { return }
        guard file.lastDeed(told.by) != nil else {
            let title = procedure.steps[told.by]?.title.chinese ?? told.by.text
            throw refusal(.notTold, "尚未进行“\(title)”", basis: told.basis)
        }
        for pair in told.noHeavier where isHeavier(pair) {
            let title = procedure.fields[pair.stated]?.title.chinese ?? pair.stated.text
            throw refusal(
                .heavierThanTold, "“\(title)”重于事先告知当事人的内容，应当重新告知", field: pair.stated.text,
                basis: told.basis)
        }
    }

    private func isHeavier(_ pair: Step.Told.Pair) -> Bool {
        guard let stated = act.fields[pair.stated] else { return false }
        guard let told = file.fields[pair.told] else { return !stated.isNothing }
        guard case .choice(let stated) = stated, case .choice(let told) = told,
            case .choice(let choices) = procedure.fields[pair.stated]?.kind
        else { return told.isLess(than: stated) ?? (told != stated) }
        let place = { (name: String) in choices.firstIndex { $0.id.text == name } ?? choices.count }
        return place(stated) > place(told)
    }

    /// Nothing is posted after the day on which it is handed in.
    func isPostedBefore() throws(Refusal) {
        for limit in procedure.timeLimits {
            guard let field = limit.posted, case .day(let day) = act.fields[field],
                day > occasion.effective.day
            else { continue }
            throw refusal(
                .postedLater, "交邮日 \(day) 晚于收到日 \(occasion.effective.day)", field: field.text,
                basis: limit.basis)
        }
    }
}
