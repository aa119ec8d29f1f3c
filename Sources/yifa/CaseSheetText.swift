import Sheets

/// What of a sheet a person wants to read.
struct CaseReading {
    let words: Words
    /// Every reason: of due dates, ended terms, and steps that belong to other stages.
    var why = false
}

extension CaseSheet {
    /// The sheet as lines of text, section by section, without the empty ones.
    func text(_ reading: CaseReading) -> String {
        let sections = [
            heading, terms(reading), asked, owed, published, timeline(reading), next(reading),
            notNow(reading),
        ]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
            .joined(separator: "\n\n")
    }

    private var heading: [String] {
        var rows = [
            ["办理机关", organ.title],
            ["案卷", "\(`case`) · 第\(version)项记录 · 版本 \(edition.prefix(8))"],
        ]
        rows += parties.map { [$0.role.title, "\($0.person.title) · \($0.person.id)"] }
        rows.append(["阶段", stage.title + (isFinal ? "（终）" : "")])
        if let decision {
            rows.append([
                "结果", "\(decision.outcome.title) · \(decision.day)〔\(cited(decision.basis))〕",
            ])
            rows += decision.remedies.map { remedy in
                let within = remedy.within.map { "，\($0)内" } ?? ""
                let until = remedy.until.map { "；作出当日送达的，至 \($0)" } ?? ""
                return ["救济", "\(remedy.title)\(within)\(until)〔\(cited(remedy.basis))〕"]
            }
        }
        return ["\(number.map { "\($0)  " } ?? "")\(procedure.title)"] + CaseLayout.table(rows)
    }

    private func terms(_ reading: CaseReading) -> [String] {
        let shown = deadlines.filter {
            reading.why || $0.isRunning || $0.state == .passed && !isFinal
        }
        guard !shown.isEmpty else { return [] }
        let lines = CaseLayout.table(
            shown.map { term -> [String] in
                let holder = term.isRunning ? term.holder.title : ""
                return [term.deadline.title, term.due ?? "中止", term.remark, holder]
            })
        guard reading.why else { return ["期限"] + lines }
        var text = ["期限"]
        for (term, line) in zip(shown, lines) {
            text.append(line)
            text += term.why.dropFirst(term.due == nil ? 0 : 1).map { "    " + $0 }
            text.append("      依据〔\(cited(term.basis))〕")
        }
        return text
    }

    private var asked: [String] {
        guard !consultations.isEmpty else { return [] }
        return ["征询"]
            + consultations.flatMap { asked in
                [
                    "  \(asked.consultation.title)（\(asked.join)，\(asked.silence)）：\(asked.result ?? "进行中")"
                ]
                    + CaseLayout.table(
                        asked.questions.map { question in
                            let isOpen = question.state.hasPrefix("待答")
                            let due = isOpen ? question.due.map { "至 \($0)" } : nil
                            return [name(question.addressee), question.state, due ?? ""]
                        }, indent: 4)
            }
    }

    private var owed: [String] {
        guard !debts.isEmpty else { return [] }
        return ["应缴"]
            + CaseLayout.table(
                debts.map { debt in
                    let until = debt.payableUntil.map { "，缴款期限 \($0)" } ?? ""
                    let state =
                        debt.isSettled
                        ? "已缴清" : "尚欠 \(debt.total)（本金 \(debt.principal)，加处罚款 \(debt.surcharge)）"
                    return [debt.debt.title, "\(debt.incurred)\(until)", "已缴 \(debt.paid)", state]
                })
    }

    private var published: [String] {
        guard !publications.isEmpty else { return [] }
        return ["公开"]
            + publications.flatMap { shown in
                let end =
                    shown.withdrawn.map { "，\($0) 撤回" } ?? shown.until.map { " 至 \($0)" } ?? " 起"
                return ["  \(shown.publication.title)：\(shown.since)\(end)"]
                    + CaseLayout.table(
                        shown.shown.map {
                            [CaseLayout.brief($0.title, 40), CaseLayout.brief($0.value)]
                        },
                        indent: 4)
            }
    }

    /// `张三（p1)`, or the name alone where it is its own.
    func name(_ person: Labelled) -> String {
        person.id == person.title ? person.title : "\(person.title)（\(person.id)）"
    }

    func cited(_ basis: [String]) -> String { basis.joined(separator: "；") }
}

// MARK: - The record, and what comes next

extension CaseSheet {
    private func timeline(_ reading: CaseReading) -> [String] {
        let heads = CaseLayout.table(
            record.map { ["#\($0.sequence)", $0.day, $0.summary(in: reading.words)] })
        let margin = 2 + (record.map { "#\($0.sequence)".count }.max() ?? 0) + 2 + 12
        return ["记录"]
            + zip(record, heads).flatMap { entry, head in
                [head] + CaseLayout.table(entry.details, indent: margin)
            }
    }

    private func next(_ reading: CaseReading) -> [String] {
        let due = unrecorded.map { "  依法已发生、尚未记录：\($0)" }
        guard !may.isEmpty else { return due.isEmpty ? [] : ["可以办理"] + due }
        let rows = may.map { possible -> [String] in
            let to = possible.to.map { "→ \($0.title)" } ?? ""
            return [possible.step.id, possible.step.title, to, possible.whom(in: reading.words)]
        }
        return ["可以办理"] + due + CaseLayout.table(rows)
    }

    private func notNow(_ reading: CaseReading) -> [String] {
        let elsewhere = reading.why ? [] : mayNot.filter { $0.code == "wrong-stage" }
        let here = mayNot.filter { reading.why || $0.code != "wrong-stage" }
        guard !mayNot.isEmpty else { return [] }
        var lines = ["现在不能办理"]
        lines += CaseLayout.table(
            here.map { ["\($0.step.id)", $0.code, "\($0.reason)〔\(cited($0.basis))〕"] })
        if !elsewhere.isEmpty {
            let others = here.isEmpty ? "" : "其余"
            lines.append("  \(others)\(elsewhere.count)项不属于“\(stageNow.title)”阶段（--why 逐项列出）")
        }
        return lines
    }
}

extension CaseSheet.Entry {
    /// What it states, hands in, asks and issues.
    var details: [[String]] {
        var rows = fields.map { [CaseLayout.brief($0.title, 40), CaseLayout.brief($0.value)] }
        if let number { rows.append(["文号", number]) }
        if !documents.isEmpty {
            rows.append(["材料", documents.map(\.title).joined(separator: "、")])
        }
        if !addressees.isEmpty {
            rows.append(["征询", addressees.map(\.title).joined(separator: "、")])
        }
        if !notices.isEmpty { rows.append(["文书", notices.map { "《\($0.title)》" }.joined()]) }
        return rows
    }
}
