import ArgumentParser
import Foundation
import Law
import Packs
import Sheets

struct PackShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a pack: stages, steps, deadlines, basis.",
        discussion: """
            Example: yifa pack show reconsideration-2023
            Example: yifa pack show mediation --dot | dot -Tsvg > mediation.svg
            """)

    @Argument(help: "A pack's folder, or the name of a pack in packs/.")
    var pack: String

    @Flag(help: "Print a Graphviz graph of stages and steps.")
    var dot = false

    func run() throws {
        let home = try Home.find()
        let (reading, _) = try NamedPack(pack, home: home).read()
        guard let pack = reading.pack, reading.isSound else {
            for diagnostic in reading.diagnostics { Output.complain(diagnostic.description) }
            throw ExitCode(1)
        }
        if dot {
            Output.print(pack.procedure.dot)
        } else {
            let wait = LongestWait(of: pack.procedure, by: try home.calendar())
            Output.print(pack.procedure.overview(wait))
        }
    }
}

extension Pack {
    var summary: String {
        "\(procedure.steps.count) steps, \(procedure.timeLimits.count) deadlines, \(procedure.outcomes.count) outcomes, \(indicators.count) figures, \(scenarios.count) stories"
    }
}

extension LongestWait {
    func sentence(_ procedure: Procedure) -> String {
        var text = "longest lawful wait \(days) days"
        if !isComplete { text += " or more (too many courses to explore)" }
        if goesRound { text += " if no round is repeated (a course can go round again)" }
        let bounded = pauses.compactMap(\.most)
        if !bounded.isEmpty {
            text +=
                "; pauses add at most \(bounded.map(String.init).joined(separator: ", ")) days each"
        }
        if bounded.count < pauses.count {
            text += "; \(pauses.count - bounded.count) pauses have no bound"
        }
        if !unbounded.isEmpty {
            text += "; without bound in \(unbounded.map(\.text).joined(separator: ", "))"
        }
        return text
    }
}

extension Procedure {
    /// Stages, steps and deadlines, as a lawyer reads them.
    func overview(_ wait: LongestWait) -> String {
        var lines = ["\(title.chinese)（\(id)），施行期间 \(inForce)", ""]
        lines += ["参与人：" + roles.map(\.title.chinese).joined(separator: "、"), ""]
        let opening = steps.filter { $0.place == .opening }
        lines += ["立卷"] + opening.map { "  " + line(of: $0) } + [""]
        for stage in stages {
            lines.append("【\(stage.title.chinese)】\(stage.isFinal ? "（终）" : "")")
            if let reason = stage.noDeadline { lines.append("  无期限：\(reason.chinese)") }
            lines += steps(in: stage.id).map { "  " + line(of: $0) }
            lines.append("")
        }
        lines.append("期限")
        for limit in timeLimits { lines.append("  " + line(of: limit)) }
        lines += ["", "结果"]
        for outcome in outcomes {
            lines.append(
                "  \(outcome.title.chinese)\(outcome.burdens ? "（告知救济）" : "")〔\(outcome.basis.cited)〕"
            )
        }
        lines += ["", "依法最长等候：\(wait.days)日（各项期限用足，工作日折算为自然日）"]
        for step in wait.course where step.waited > 0 {
            let title = steps[Step.ID(step.step)]?.title.chinese ?? step.step
            lines.append("  等候\(step.waited)日后：\(title)")
        }
        for pause in wait.pauses {
            let most = pause.most.map { "每次至多\($0)日" } ?? "没有上限"
            lines.append("  另有不计入的时间——\(pause.ground.chinese)：\(most)")
        }
        for stage in wait.unbounded {
            lines.append("  无上限：\(stages[stage]?.title.chinese ?? stage.text)")
        }
        return lines.joined(separator: "\n")
    }

    private func line(of step: Step) -> String {
        let who = step.by.map { $0 == Role.law ? "依法" : roles[$0]?.title.chinese ?? $0.text }
        let to = step.to.flatMap { stages[$0]?.title.chinese }.map { " → \($0)" } ?? ""
        return "\(step.title.chinese)：\(who.joined(separator: "、"))\(to)〔\(step.basis.cited)〕"
    }

    private func line(of limit: TimeLimit) -> String {
        let from = limit.from.map { steps[$0]?.title.chinese ?? $0.text }
        let metBy = limit.metBy.map { steps[$0]?.title.chinese ?? $0.text }
        let lapse: String =
            switch limit.lapse {
            case .overdue: "逾期"
            case .take(let step): steps[step]?.title.chinese ?? step.text
            case .bar(let barred):
                "不得再" + barred.map { steps[$0]?.title.chinese ?? $0.text }.joined(separator: "、")
            }
        return "\(limit.title.chinese)：自\(from.joined(separator: "或者"))起\(limit.span.chinese)，"
            + "至\(metBy.joined(separator: "、"))；届满：\(lapse)〔\(limit.basis.cited)〕"
    }

    /// The stages as nodes, the steps between them as edges.
    var dot: String {
        var lines = [
            "digraph \"\(id)\" {", "  rankdir=LR; node [shape=box, fontname=\"Noto Sans CJK SC\"];",
        ]
        for stage in stages {
            let shape = stage.isFinal ? ", peripheries=2" : ""
            lines.append("  \"\(stage.id)\" [label=\"\(stage.title.chinese)\"\(shape)];")
        }
        for step in steps {
            guard let to = step.to else { continue }
            let from: [String] =
                switch step.place {
                case .opening: ["(立卷)"]
                case .stages(let stages): stages.map(\.text)
                case .anywhere: stages.filter { !$0.isFinal }.map(\.id.text)
                }
            for stage in from {
                let style = step.isByLaw ? ", style=dashed" : ""
                lines.append(
                    "  \"\(stage)\" -> \"\(to)\" [label=\"\(step.title.chinese)\"\(style)];")
            }
        }
        return (lines + ["}"]).joined(separator: "\n")
    }
}

extension TimeLimit.Span {
    var chinese: String {
        switch self {
        case .fixed(let length): length.chinese
        case .chosen(_, let lengths):
            lengths.sorted { $0.key < $1.key }.map(\.value.chinese).joined(separator: "或者")
        case .set: "所定期间"
        }
    }
}
