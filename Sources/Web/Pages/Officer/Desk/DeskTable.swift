import Engine
import HTML
import Law
import Office
import Packs
import Sheets

/// The rows of the desk in a form, so that several can be taken or given to somebody at once.
struct DeskTable {
    let page: DeskPage

    private var frame: Frame { page.frame }
    private var words: Words { page.frame.words }

    /// The heads of the columns, asked for once a page.
    private struct Heads {
        let choose: String
        let stage: String
        let what: String
        let due: String
        let state: String
        let assignee: String
    }

    /// Cells that rows have in common, each written once: most rows stand at few stages and end on few days.
    private struct SharedCells {
        enum Key: Hashable {
            case stage(Procedure.ID, Stage.ID)
            case what(Procedure.ID, deadline: String, holder: Role.ID, Organ.ID?)
            case due(Moment?)
            case assignee(Person.ID?)
        }

        private var written: [Key: HTML] = [:]

        mutating func cell(_ key: Key, _ make: () -> HTML) -> HTML {
            if let known = written[key] { return known }
            let cell = make().written
            written[key] = cell
            return cell
        }
    }

    var html: HTML {
        let heads = Heads(
            choose: words(DeskPhrase.choose), stage: words(DeskPhrase.stage),
            what: words(DeskPhrase.what),
            due: words(DeskPhrase.dueDay), state: words(DeskPhrase.daysLeft),
            assignee: words(DeskPhrase.assignee))
        var shared = SharedCells()
        let row = row(heads)
        let lines = page.rows.map { line($0, row, heads, &shared) }
        return frame.form(.bulkAssign) {
            frame.hidden("query", page.filter.query)
            table(.class("data")) {
                caption { words(DeskPhrase.sorted, ["count": "\(page.rows.count)"]) }
                head(heads)
                tbody { lines }
            }
            assign
        }
    }

    private func head(_ heads: Heads) -> HTML {
        thead {
            tr {
                th(.scope("col")) {
                    span(.class("visually-hidden")) { heads.choose }
                }
                th(.scope("col")) { words(DeskPhrase.caseFile) }
                th(.scope("col")) { heads.stage }
                th(.scope("col")) { heads.what }
                th(.scope("col"), .class("num")) { heads.due }
                th(.scope("col")) { heads.state }
                th(.scope("col")) { heads.assignee }
            }
        }
    }

    /// A row with places for what differs: the file's identifier, its name as text, its address, its name, what it is about, and the cells that rows share.
    private func row(_ heads: Heads) -> Template {
        Template(places: 9) { place in
            tr {
                td(.data("label", heads.choose)) {
                    input(
                        .type("checkbox"), .name("case"), .value(place[0].text),
                        .aria("label", words(DeskPhrase.chooseFile, ["case": place[1].text])))
                }
                th(.scope("row")) {
                    a(.href(place[2].text)) { place[3].piece }
                    span(.class("hint")) { place[4].piece }
                }
                for cell in place[5...] { cell.piece }
            }
        }
    }

    private func line(
        _ work: DeskRow, _ row: Template, _ heads: Heads, _ shared: inout SharedCells
    ) -> HTML {
        let summary = work.summary
        let item = work.item
        let procedure = page.titles[summary.procedure]
        let name = summary.number ?? summary.subject.text
        let stage = shared.cell(.stage(summary.procedure, summary.stage)) {
            td(.data("label", heads.stage)) {
                frame.titled(procedure?.stages[summary.stage]?.title, or: summary.stage.text)
            }
        }
        let task = shared.cell(
            .what(
                summary.procedure, deadline: item.deadline, holder: item.holder, item.organ)
        ) { td(.data("label", heads.what)) { what(item, procedure) } }
        let due = shared.cell(.due(item.due)) {
            pieces {
                td(.data("label", heads.due), .class("num")) { item.due.map { self.due($0) } }
                td(.data("label", heads.state)) { frame.left(until: item.due) }
            }
        }
        let person = item.person ?? summary.assignee
        let assigned = shared.cell(.assignee(person)) {
            td(.data("label", heads.assignee)) { assignee(person) }
        }
        return row.filled(
            HTML(summary.subject.text), HTML(name),
            HTML(frame.href(.caseFile(summary.subject))), frame.marked(name),
            about(summary, procedure), stage, task, due, assigned)
    }

    @Content private func about(_ summary: CaseSummary, _ procedure: Procedure?) -> HTML {
        if let party = summary.party {
            frame.chinese(party)
            " · "
        }
        frame.titled(procedure?.title, or: summary.procedure.text)
    }

    @Content private func what(_ item: WorkItem, _ procedure: Procedure?) -> HTML {
        let limit = procedure?.timeLimits[TimeLimit.ID(item.deadline)]?.title
        let rule = procedure?.consultations[ConsultationRule.ID(item.deadline)]?.title
        frame.titled(limit ?? rule, or: item.deadline)
        span(.class("hint")) {
            frame.titled(procedure?.roles[item.holder]?.title, or: item.holder.text)
            if let organ = item.organ, organ != page.officer.organ {
                " · "
                frame.titled(page.district?.organ(organ)?.title, or: organ.text)
            }
        }
    }

    private func due(_ due: Moment) -> HTML {
        time(.datetime(due.isEndOfDay ? due.day.description : due.description)) { due.brief }
    }

    private func assignee(_ person: Person.ID?) -> HTML {
        guard let person else {
            return span(.class("tag neutral")) { words(DeskPhrase.nobody) }
        }
        if person == page.officer.id {
            return span(.class("tag info")) { words(DeskPhrase.myself) }
        }
        return frame.chinese(page.district?.officer(person)?.name ?? person.text)
    }

    // MARK: Taking and assigning

    private var assign: HTML {
        let colleagues = page.district?.officers(of: page.officer.organ) ?? []
        return div(.class("filters")) {
            div(.class("button-row")) {
                button(
                    .class("button"), .type("submit"), .name("take"), .value("1")
                ) { words(DeskPhrase.takeChosen) }
            }
            div(.class("field")) {
                label(.for("person")) { words(DeskPhrase.assignTo) }
                select(.id("person"), .name("person")) {
                    option(.value("")) { words(DeskPhrase.nobody) }
                    for one in colleagues {
                        option(
                            .value(one.id.text), Attribute("lang", ifSet: frame.foreign(one.name))
                        ) {
                            one.name
                        }
                    }
                }
            }
            div(.class("button-row")) {
                button(.class("button secondary"), .type("submit")) {
                    words(DeskPhrase.assignChosen)
                }
            }
        }
    }
}
