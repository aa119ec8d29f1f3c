package import Engine
package import Law

extension Story {
    /// The story as a person would tell it, a line a deed; a failure shows what was expected and what happened.
    package func prose(under procedure: Procedure) -> String {
        var lines = [
            "\(scenario.title.chinese)〔\(scenario.proves.map(\.text).joined(separator: "；"))〕"
        ]
        for telling in told { lines.append("  ✓ " + sentence(telling, procedure)) }
        if let failure {
            let rest = scenario.lines.dropFirst(told.count)
            if let line = rest.first { lines.append("  ✗ " + sentence(of: line, procedure)) }
            lines.append("      应为：\(failure.expected)")
            lines.append("      实为：\(failure.actual)")
            for line in rest.dropFirst() { lines.append("    " + sentence(of: line, procedure)) }
        } else if let file {
            let stage = procedure.stages[file.stage]?.title.chinese ?? file.stage.text
            let outcome = file.outcome.flatMap { procedure.outcomes[$0]?.title.chinese }
            lines.append("  终 " + stage + (outcome.map { "，结果：\($0)" } ?? ""))
        }
        return lines.joined(separator: "\n")
    }

    private func sentence(_ telling: Telling, _ procedure: Procedure) -> String {
        let refused = telling.refusal.map { "——拒绝：\($0)" } ?? ""
        return sentence(of: telling.line, procedure) + refused
    }

    private func sentence(of line: Scenario.Line, _ procedure: Procedure) -> String {
        let when = line.namesHour ? line.moment.wallTime : line.moment.day.description
        let due = line.due.map { expected in
            let title =
                procedure.timeLimits[TimeLimit.ID(expected.name)]?.title.chinese
                ?? procedure.consultations[ConsultationRule.ID(expected.name)]?.title.chinese
            return
                "\(title ?? expected.name)至 \(expected.moment?.wallTime ?? expected.day.description)"
        }
        let terms = due.isEmpty ? "" : "（\(due.joined(separator: "；"))）"
        return "\(when) \(who(line, procedure))\(what(line.deed, procedure))\(terms)"
    }

    private func who(_ line: Scenario.Line, _ procedure: Procedure) -> String {
        guard line.by.first?.role != Role.law else { return "依法：" }
        let names = line.by.map { speaker in
            let title = procedure.roles[speaker.role]?.title.chinese ?? speaker.role.text
            return speaker.name == speaker.role.text ? title : "\(title)\(speaker.name)"
        }
        return names.joined(separator: "、") + "："
    }

    private func what(_ deed: Scenario.Deed, _ procedure: Procedure) -> String {
        let consultation = { (id: ConsultationRule.ID) in
            procedure.consultations[id]?.title.chinese ?? id.text
        }
        switch deed {
        case .act(let told):
            let step = procedure.steps[told.step]?.title.chinese ?? told.step.text
            let outcome = told.outcome.flatMap { procedure.outcomes[$0]?.title.chinese }
            let asks = told.asks.isEmpty ? "" : "，征询\(told.asks.map(\.name).joined(separator: "、"))"
            return step + (outcome.map { "——\($0)" } ?? "") + asks
        case .law(let step): return procedure.steps[step]?.title.chinese ?? step.text
        case .silence(let rule): return "\(consultation(rule))逾期未答复"
        case .passing: return "案卷衔接适用\(procedure.title.chinese)"
        case .move(let rule, let move): return consultation(rule) + move.chinese
        }
    }
}

extension ConsultationMove {
    /// What the move is called in an office.
    package var chinese: String {
        switch self {
        case .answer(.agree, _): "：同意"
        case .answer(.object, _): "：不同意"
        case .add(let person): "加签\(person)"
        case .remove(let person): "减签\(person)"
        case .pass(_, let to): "转办\(to)"
        case .delegate(_, let to): "委派\(to)"
        case .sendBack(_, let stage): "退回至\(stage)"
        case .withdraw: "撤销"
        case .urge: "催办"
        case .silence(let person): "：\(person)逾期未答复"
        }
    }
}
