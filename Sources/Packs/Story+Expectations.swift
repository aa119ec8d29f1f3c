import Engine
import Indicators
import Law

extension Tale {
    func participant(_ speaker: Scenario.Speaker, fields: [Field.ID: Value]) -> Participant {
        StoryPeople(scenario: scenario, procedure: procedure, file: story.file)
            .participant(speaker, fields: fields)
    }

    func expectDue(_ line: Scenario.Line) throws(Unfit) {
        for expected in line.due {
            let due = self.due(expected.name)
            let fits =
                expected.moment.map { due?.moment == $0 } ?? (due?.day == expected.day)
            guard !fits else { continue }
            throw Unfit(
                place: expected.place,
                expected:
                    "\(expected.name) 至 \(expected.moment?.wallTime ?? expected.day.description)",
                actual: due.map {
                    "至 \(expected.moment == nil ? $0.day.description : $0.moment.wallTime)"
                }
                    ?? "没有在计算，或者正在中止")
        }
    }

    private func due(_ name: String) -> DueDate? {
        if let deadline = story.file?.running(TimeLimit.ID(name)) {
            return deadline.due(by: teller.calendar)
        }
        return story.file?.consultation(ConsultationRule.ID(name))?.due(by: teller.calendar)
    }

    func end() throws(Unfit) {
        let ends = scenario.ends
        if let event = untold.first {
            let what = event.act.flatMap { procedure.steps[$0.step]?.title.chinese } ?? "逾期未答复"
            throw Unfit(
                place: ends.place, expected: "故事讲到法律自行产生的一切",
                actual: "\(event.effective.day) 依法发生“\(what)”，故事没有讲到")
        }
        guard let file = story.file, let last = scenario.lines.last else {
            throw Unfit(place: ends.place, expected: "有一个案卷", actual: "没有立卷")
        }
        try expect("阶段", ends.stage?.text, file.stage.text)
        try expect("结果", ends.outcome?.text, file.outcome?.text)
        try expect("案号", ends.number, file.number)
        if let overdue = ends.overdue {
            let actual = file.overdue(at: .end(of: last.moment.day), by: teller.calendar)
            try expect(
                "逾期", overdue.map(\.text).sorted().joined(separator: "、"),
                actual.map(\.limit.id.text).sorted().joined(separator: "、"))
        }
        for (debt, amount) in ends.unpaid {
            let owed = procedure.debts[debt].flatMap {
                file.owed($0, at: .end(of: last.moment.day), by: teller.calendar)
            }
            try expect("应缴 \(debt)", amount.description, (owed?.total ?? Money(fen: 0)).description)
        }
        try expectFigures(ends)
    }

    private func expect(_ what: String, _ expected: String?, _ actual: String?) throws(Unfit) {
        guard let expected, expected != actual else { return }
        throw Unfit(
            place: scenario.ends.place, expected: "\(what)：\(expected)",
            actual: "\(what)：\(actual ?? "无")")
    }

    private func expectFigures(_ ends: Scenario.Ending) throws(Unfit) {
        guard !ends.figures.isEmpty else { return }
        let set = IndicatorSet(teller.pack.indicators, of: procedure)
        var totals: [String: Int] = [:]
        var members: Set<String> = []
        var file: CaseFile?
        for event in story.events {
            let past = teller.elders[Procedure.ID(event.edition.text)] ?? procedure
            let edition = Edition(id: event.edition, procedure: past)
            guard let next = evolve(file, by: event, under: edition) else { continue }
            for part in set.contributions(of: event, before: file, after: next, by: teller.calendar)
            {
                let name = part.figure.indicator.text
                guard part.member.map({ members.insert("\(name) \($0)").inserted }) ?? true else {
                    continue
                }
                totals[name, default: 0] += part.amount
            }
            file = next
        }
        for (name, value) in ends.figures {
            var total = totals[name] ?? 0
            if case .stock(let into, let out) = teller.pack.indicators[Indicator.ID(name)]?.kind {
                total = (totals[into.text] ?? 0) - (totals[out.text] ?? 0)
            }
            try expect("指标 \(name)", "\(value)", "\(total)")
        }
    }
}
