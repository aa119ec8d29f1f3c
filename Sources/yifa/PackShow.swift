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
            let words = try home.catalogues().words(.zhHans)
            Output.print(PackOverview(pack.procedure, wait, in: words).text)
            Output.print("\n" + (try pack.noticed()))
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

/// A pack as a lawyer reads it: who takes part, every step with what it asks, every deadline with all that governs it.
private struct PackOverview {
    let procedure: Procedure
    let wait: LongestWait
    let words: Words
    let steps: StepRuleWords
    let terms: TermWords

    init(_ procedure: Procedure, _ wait: LongestWait, in words: Words) {
        self.procedure = procedure
        self.wait = wait
        self.words = words
        steps = StepRuleWords(procedure, in: words)
        terms = TermWords(procedure, in: words)
    }

    var text: String {
        let parts = [
            head, opening, stages, section("期限", procedure.timeLimits.map(lines)),
            section("征询", procedure.consultations.map(lines)),
            section("结果", procedure.outcomes.map(lines)),
            section("救济", procedure.remedies.map(lines)),
            section("参数", procedure.parameters.map(lines)), waiting,
        ]
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
            .joined(separator: "\n\n")
    }

    private var head: [String] {
        let asked = procedure.askedAs.chinese
        return ["\(procedure.title.chinese)（\(procedure.id)），施行期间 \(procedure.inForce)"]
            + [procedure.plain?.chinese].compactMap { $0 }
            + (asked.isEmpty ? [] : ["也这样说：" + asked.joined(separator: "、")])
            + ["", "参与人：" + procedure.roles.map(\.title.chinese).joined(separator: "、")]
    }

    private func section(_ title: String, _ members: [[String]]) -> [String] {
        members.isEmpty ? [] : [title] + members.flatMap { $0 }.map { "  " + $0 }
    }

    // MARK: Steps

    private var opening: [String] {
        section("立卷", procedure.steps.filter { $0.place == .opening }.map(lines))
    }

    private var stages: [String] {
        var lines: [String] = []
        for stage in procedure.stages {
            if !lines.isEmpty { lines.append("") }
            lines.append("【\(stage.title.chinese)】\(stage.isFinal ? "（终）" : "")")
            if let reason = stage.noDeadline { lines.append("  无期限：\(reason.chinese)") }
            let here = procedure.steps(in: stage.id).flatMap(self.lines)
            lines += here.map { "  " + $0 }
        }
        return lines
    }

    private func lines(_ step: Step) -> [String] {
        let who = step.by.map {
            $0 == Role.law ? "依法" : procedure.roles[$0]?.title.chinese ?? $0.text
        }
        let to = step.to.flatMap { procedure.stages[$0]?.title.chinese }.map { " → \($0)" } ?? ""
        let people = steps.people(step).map { "（\($0)）" } ?? ""
        let first =
            "\(step.title.chinese)：\(who.joined(separator: "、"))\(people)\(to)〔\(step.basis.cited)〕"
        let rules = steps.rules(step).map { "· " + cited($0.text, $0.basis) }
        let requirements = step.requirements.map { "· " + cited(steps.requirement($0), $0.basis) }
        return [first] + (rules + requirements).map { "  " + $0 }
    }

    private func cited(_ text: String, _ basis: [Basis]) -> String {
        basis.isEmpty ? text : "\(text)〔\(basis.cited)〕"
    }

    // MARK: Rules beside the steps

    private func lines(_ limit: TimeLimit) -> [String] {
        let told = terms.told(limit)
        let holder = procedure.roles[limit.holder]?.title.chinese ?? limit.holder.text
        let mark = words.footing(procedure.footing(of: limit.basis)).map { "（\($0)）" } ?? ""
        let first = "\(limit.title.chinese)：\(told.length)，由\(holder)遵守\(mark)"
        let basis = limit.pauses.flatMap(\.basis) + limit.extensions.flatMap(\.basis)
        let others = basis.filter { !limit.basis.contains($0) }
        var lines = [cited(first, limit.basis)] + told.lines.map { "  · " + $0 }
        if !others.isEmpty { lines.append("  〔\(others.uniqued.cited)〕") }
        return lines
    }

    private func lines(_ rule: ConsultationRule) -> [String] {
        [cited("\(rule.title.chinese)：\(steps.consultation(rule))", rule.basis)]
    }

    private func lines(_ outcome: Outcome) -> [String] {
        let remedies = outcome.remedies.compactMap { procedure.remedies[$0]?.title.chinese }
        let told = remedies.isEmpty ? "" : "（救济：\(remedies.uniqued.joined(separator: "；"))）"
        return [cited(outcome.title.chinese + told, outcome.basis)]
    }

    private func lines(_ remedy: Remedy) -> [String] {
        let rule = steps.remedy(remedy)
        return [cited(remedy.title.chinese + (rule.isEmpty ? "" : "：" + rule), remedy.basis)]
    }

    private func lines(_ parameter: Parameter) -> [String] {
        let values = ConditionWords(procedure, in: words).values(of: parameter)
        return [cited("\(parameter.title.chinese)：\(values)", parameter.basis)]
    }

    // MARK: The wait

    private var waiting: [String] {
        var lines: [String] = []
        if wait.days > 0 {
            lines.append("依法最长等候：\(wait.days)日（各项期限用足，工作日折算为自然日）")
        }
        for step in wait.course where step.waited > 0 {
            let title = procedure.steps[Step.ID(step.step)]?.title.chinese ?? step.step
            lines.append("  等候\(step.waited)日后：\(title)")
        }
        for pause in wait.pauses {
            let most = pause.most.map { "每次至多\($0)日" } ?? "没有上限"
            lines.append("  另有不计入的时间——\(pause.ground.chinese)：\(most)")
        }
        for stage in wait.unbounded {
            lines.append("  无上限：\(procedure.stages[stage]?.title.chinese ?? stage.text)")
        }
        return lines
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it stands first.
    fileprivate var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Procedure {
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
