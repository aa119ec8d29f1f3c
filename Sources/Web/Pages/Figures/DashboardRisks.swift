import HTML
import Law
import Office
import Packs
import Sheets

/// How much work is overdue and how much soon will be, by organ.
struct DashboardRisks {
    let view: FiguresView
    let risks: [Risk]

    private static let most = 15

    var html: HTML {
        let words = view.words
        return pieces {
            h2(.id("risks")) { words(FiguresPhrase.risks) }
            if risks.isEmpty {
                p(.class("empty")) { words(FiguresPhrase.noRisks) }
            } else {
                table(.class("data")) {
                    caption { words(FiguresPhrase.risksCaption) }
                    thead {
                        tr {
                            th(.scope("col")) { words(FiguresPhrase.organ) }
                            th(.scope("col"), .class("num")) { words(FiguresPhrase.overdue) }
                            th(.scope("col"), .class("num")) { words(FiguresPhrase.soon) }
                        }
                    }
                    tbody { for risk in risks.prefix(Self.most) { line(risk) } }
                    if view.report.organ == nil { total }
                }
            }
        }
    }

    private func line(_ risk: Risk) -> HTML {
        tr {
            th(.scope("row")) {
                if let organ = risk.organ, view.report.organ == nil {
                    a(.href(view.frame.href(.dashboardOrgan(organ)) + "&year=\(view.year)")) {
                        view.organ(organ)
                    }
                } else if let organ = risk.organ {
                    view.organ(organ)
                } else {
                    view.words(FiguresPhrase.anyOrgan)
                }
            }
            number(risk.overdue, .overdue, isOverdue: true, risk.organ)
            number(risk.soon, .soonBrief, isOverdue: false, risk.organ)
        }
    }

    private func number(
        _ count: Int, _ label: FiguresPhrase, isOverdue: Bool, _ organ: Organ.ID?
    ) -> HTML {
        td(.class("num"), .data("label", view.words(label))) {
            if count == 0 {
                "0"
            } else {
                a(.href(address(isOverdue, organ?.text ?? AtRiskPage.anyOrgan))) { "\(count)" }
            }
        }
    }

    private var total: HTML {
        tfoot {
            tr {
                th(.scope("row")) { view.words(FiguresPhrase.allOrgans) }
                td(.class("num"), .data("label", view.words(FiguresPhrase.overdue))) {
                    a(.href(address(true, nil))) { "\(risks.reduce(0) { $0 + $1.overdue })" }
                }
                td(.class("num"), .data("label", view.words(FiguresPhrase.soonBrief))) {
                    a(.href(address(false, nil))) { "\(risks.reduce(0) { $0 + $1.soon })" }
                }
            }
        }
    }

    private func address(_ isOverdue: Bool, _ organ: String?) -> String {
        view.frame.href(.atRisk, [("state", isOverdue ? "overdue" : "soon"), ("organ", organ)])
    }
}

/// At which stages open case files stand, those first where one has waited longest.
struct DashboardWaits {
    let view: FiguresView
    let waits: [StageWait]

    private static let most = 12

    var html: HTML {
        let words = view.words
        return pieces {
            h2(.id("waits")) { words(FiguresPhrase.waits) }
            if waits.isEmpty {
                p(.class("empty")) { words(FiguresPhrase.noWaits) }
            } else {
                table(.class("data")) {
                    caption { words(FiguresPhrase.waitsCaption) }
                    thead {
                        tr {
                            th(.scope("col")) { words(FiguresPhrase.stage) }
                            th(.scope("col")) { words(FiguresPhrase.matter) }
                            th(.scope("col"), .class("num")) { words(FiguresPhrase.openFiles) }
                            th(.scope("col")) { words(FiguresPhrase.longest) }
                        }
                    }
                    tbody { for wait in waits.prefix(Self.most) { line(wait) } }
                }
            }
        }
    }

    private func line(_ wait: StageWait) -> HTML {
        let words = view.words
        let procedure = view.procedures.last { $0.id == wait.procedure }
        let stage = procedure?.stages[wait.stage]
        let days = wait.since.day.distance(to: view.frame.now.day)
        return tr {
            th(.scope("row")) { stage.map { view.frame.titled($0.title) } ?? HTML(wait.stage.text) }
            td(.data("label", words(FiguresPhrase.matter))) {
                procedure.map { view.frame.titled($0.title) } ?? HTML(wait.procedure.text)
            }
            td(.class("num"), .data("label", words(FiguresPhrase.openFiles))) {
                a(
                    .href(
                        view.frame.href(
                            .waiting(wait.procedure, wait.stage),
                            [("organ", view.report.organ?.text)]))
                ) { "\(wait.count)" }
            }
            td(.data("label", words(FiguresPhrase.longest))) {
                words(
                    FiguresPhrase.waitedSince,
                    ["day": words.date(wait.since.day), "days": "\(max(0, days))"])
            }
        }
    }
}
