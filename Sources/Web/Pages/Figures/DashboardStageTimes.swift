import HTML
import Indicators
import Law
import Office
import Packs
import Sheets

/// How long case files stayed at the stages that they left in the year, the slowest first.
struct DashboardStageTimes {
    let view: FiguresView
    let times: [StageStays]

    private static let most = 12

    var html: HTML {
        let words = view.words
        return pieces {
            h2(.id("stage-times")) { words(FiguresPhrase.stageTimes) }
            if times.isEmpty {
                p(.class("empty")) { words(FiguresPhrase.noStays) }
            } else {
                table(.class("data")) {
                    caption { words(FiguresPhrase.stageTimesCaption) }
                    thead {
                        tr {
                            th(.scope("col")) { words(FiguresPhrase.stage) }
                            th(.scope("col")) { words(FiguresPhrase.matter) }
                            for phrase in [
                                FiguresPhrase.countOfStays, .halfWithin, .mostWithin, .longestStay,
                            ] { th(.scope("col"), .class("num")) { words(phrase) } }
                        }
                    }
                    tbody { for time in times.prefix(Self.most) { line(time) } }
                }
            }
        }
    }

    private func line(_ time: StageStays) -> HTML {
        let words = view.words
        let procedure = view.procedures.last { $0.id == time.procedure }
        let stage = procedure?.stages[time.stage]
        return tr {
            th(.scope("row")) { stage.map { view.frame.titled($0.title) } ?? HTML(time.stage.text) }
            td(.data("label", words(FiguresPhrase.matter))) {
                procedure.map { view.marked($0.matter) } ?? HTML(time.procedure.text)
            }
            number(.countOfStays) {
                a(
                    .href(
                        view.frame.href(
                            .stays(time.procedure, time.stage),
                            [("year", "\(view.year)"), ("organ", view.report.organ?.text)]))
                ) { "\(time.stays.count)" }
            }
            number(.halfWithin) { days(time.stays.days(percent: 50)) }
            number(.mostWithin) { days(time.stays.days(percent: 90)) }
            number(.longestStay) { days(time.stays.longest) }
        }
    }

    private func number(_ phrase: FiguresPhrase, @Content _ content: () -> HTML) -> HTML {
        td(.class("num"), .data("label", view.words(phrase))) { content() }
    }

    private func days(_ days: Int?) -> String {
        days.map { view.words(FiguresPhrase.withinDays, ["days": "\($0)"]) } ?? ""
    }
}
