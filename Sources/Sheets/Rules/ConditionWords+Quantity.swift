package import Law

// What is compared, and how.

extension ConditionWords {
    /// A comparison as a clause: days are early or late, other values small or large.
    func comparing(
        _ left: Quantity, _ comparison: Condition.Comparison, _ right: Quantity
    ) -> String {
        let isDay = isDay(left) || isDay(right)
        let phrase: ConditionPhrase =
            switch comparison {
            case .equals: .equals
            case .differs: isFlag(right) ? .isNot : .differs
            case .atMost: isDay ? .notLater : .atMost
            case .atLeast: isDay ? .notEarlier : .atLeast
            case .below: isDay ? .earlier : .below
            case .above: isDay ? .later : .above
            }
        return self(
            phrase,
            ["left": quantity(left, beside: right), "right": quantity(right, beside: left)])
    }

    /// A quantity; a literal reads as the quantity beside it has it.
    private func quantity(_ quantity: Quantity, beside other: Quantity) -> String {
        switch quantity {
        case .literal(let value): literal(value, beside: other)
        case .field(let id): field(id)
        case .percent(let percent, let id):
            self(.percent, ["field": field(id), "percent": "\(percent)"])
        case .parameter(let id): parameter(id)
        case .due(let limit): self(.lastDay, ["term": term(limit)])
        case .later(let id, let length):
            self(.dayAfter, ["field": field(id), "length": words.words.length(length)])
        case .earlier(let id, let length):
            self(.dayBefore, ["field": field(id), "length": words.words.length(length)])
        case .today: self(.today)
        case .timesDone(let id): self(.timesDone, ["step": step(id)])
        }
    }

    private func literal(_ value: Value, beside other: Quantity) -> String {
        if case .timesDone = other, case .number(let count) = value {
            return self(.timesValue, ["count": "\(count)"])
        }
        let text = words.value(value, of: other.field ?? "")
        switch value {
        case .text, .flag, .choice, .organ, .person: return quoted(text)
        case .number, .money, .day, .length, .erased: return text
        }
    }

    // MARK: - Parameters

    private func parameter(_ id: Parameter.ID) -> String {
        guard let rule = procedure.parameters[id] else { return id.text }
        return self(
            .parameter,
            ["name": quoted(words.title(rule.title)), "values": values(of: rule)])
    }

    /// Every value of a parameter with its days and its condition, in the order in which they are tried.
    package func values(of parameter: Parameter) -> String {
        let isSeveral = parameter.choices.count > 1
        let values = parameter.choices.map { choice in
            let value = words.value(choice.value, of: "")
            let when = [
                choice.inForce.map { days($0) }, choice.when.map { text($0) },
            ].compactMap { $0 }
            guard !when.isEmpty else {
                return isSeveral ? self(.valueOtherwise, ["value": value]) : value
            }
            return self(
                .valueWhen, ["when": when.joined(separator: self(.and)), "value": value])
        }
        let listed = values.joined(separator: self(.valueListed))
        return values.count > 2 ? self(.valuesOrdered, ["values": listed]) : listed
    }

    /// A span of days in words.
    package func days(_ validity: Validity) -> String {
        let from = words.words.day(validity.from)
        // The earliest day stands for no beginning.
        guard validity.from > .earliest else {
            return self(
                .daysUntil, ["until": validity.until.map { words.words.day($0) } ?? from])
        }
        guard let until = validity.until else { return self(.daysFrom, ["from": from]) }
        return self(.daysBetween, ["from": from, "until": words.words.day(until)])
    }

    // MARK: - Kinds

    private func isFlag(_ quantity: Quantity) -> Bool {
        if case .literal(.flag) = quantity { true } else { false }
    }

    private func isDay(_ quantity: Quantity) -> Bool {
        switch quantity {
        case .literal(.day), .due, .later, .earlier, .today: true
        case .field(let id): procedure.fields[id]?.kind == .day
        case .parameter(let id):
            if case .day = procedure.parameters[id]?.choices.first?.value { true } else { false }
        case .literal, .percent, .timesDone: false
        }
    }
}
