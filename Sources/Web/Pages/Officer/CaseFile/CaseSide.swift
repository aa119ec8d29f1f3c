import Engine
import HTML
import Law
import Office
import Packs
import Sheets

/// What stands beside the record: the summary, whose work it is, the keys of parties, the passage to a new law.
struct CaseSide {
    let page: CaseFilePage

    private var opened: OpenedCase { page.opened }
    private var frame: Frame { page.frame }
    private var words: Words { page.words }
    private var sheet: CaseSheet { page.sheet }

    @Content var html: HTML {
        summaryPanel
        if let decision = sheet.decision { outcome(decision) }
        if opened.isMine {
            if !sheet.isFinal { assignment }
            keys
            passing
        }
    }

    private var summaryPanel: HTML {
        section(.class("panel")) {
            h2 { words(CaseFilePhrase.summary) }
            dl(.class("summary")) {
                for party in sheet.parties {
                    frame.summaryRow(
                        frame.told(party.role.title), frame.chinese(party.person.title))
                }
                frame.summaryRow(words(CaseFilePhrase.organ), frame.told(sheet.organ.title))
                frame.summaryRow(words(CaseFilePhrase.assignee), assignee)
                frame.summaryRow(words(CaseFilePhrase.opened), HTML(sheet.opened))
                frame.summaryRow(words(CaseFilePhrase.caseName), HTML(sheet.case))
                frame.summaryRow(
                    words(CaseFilePhrase.procedure),
                    pieces {
                        frame.link(
                            words.title(opened.procedure.title), .guide(opened.procedure.id))
                        " "
                        code(.class("mono")) { String(sheet.edition.prefix(12)) }
                    })
            }
        }
    }

    private var assignee: HTML {
        guard let person = page.file.assignee else { return HTML(words(DeskPhrase.nobody)) }
        return frame.chinese(opened.terms.person(person))
    }

    private func outcome(_ decision: CaseSheet.Decision) -> HTML {
        section(.class("panel")) {
            h2 { words(CaseFilePhrase.outcome) }
            p {
                strong { frame.told(decision.outcome.title) }
                " · \(decision.day)"
            }
            opened.cited(decision.basis)
            if !decision.remedies.isEmpty {
                h3 { words(CaseFilePhrase.remedies) }
                ul {
                    for remedy in decision.remedies {
                        li {
                            frame.told(remedy.title)
                            if let within = remedy.within { " · \(within)" }
                            if let until = remedy.until { " · \(until)" }
                            opened.cited(remedy.basis)
                        }
                    }
                }
            }
        }
    }

    // MARK: Whose work it is

    private var assignment: HTML {
        let me = opened.viewer.officer?.id
        return section(.class("panel")) {
            h2 { words(CaseFilePhrase.assign) }
            if page.file.assignee != me {
                frame.form(.caseAssign(page.file.id)) {
                    frame.hidden("version", "\(sheet.version)")
                    frame.hidden("person", me?.text ?? "")
                    frame.submit(words(CaseFilePhrase.take), "button secondary")
                }
            } else {
                frame.form(.caseAssign(page.file.id)) {
                    frame.hidden("version", "\(sheet.version)")
                    frame.hidden("person", "")
                    frame.submit(words(CaseFilePhrase.giveBack), "button secondary")
                }
            }
            handOver
        }
    }

    /// Those who could be given the file.
    private var candidates: [District.Officer] {
        guard let officer = opened.viewer.officer else { return [] }
        let posts = Set(opened.procedure.roles.filter { $0.kind != .party }.map(\.id))
        return (opened.district?.officers(of: officer.organ) ?? []).filter {
            !$0.roles.isDisjoint(with: posts)
                && $0.id != page.file.assignee && !page.file.recused.contains($0.id)
        }
    }

    private var handOver: HTML? {
        let candidates = candidates
        guard !candidates.isEmpty else { return nil }
        return frame.form(.caseAssign(page.file.id)) {
            frame.hidden("version", "\(sheet.version)")
            frame.menu(
                "person", label: words(CaseFilePhrase.handOverTo), value: "", isRequired: true,
                options: candidates.map { ($0.id.text, $0.name) })
            frame.submit(words(CaseFilePhrase.handOver), "button secondary")
        }
    }

    // MARK: Keys and the passage

    private var keys: HTML? {
        let parties = opened.parties
        guard !parties.isEmpty else { return nil }
        return details(.class("panel")) {
            summary { words(CaseFilePhrase.issueKey) }
            p(.class("hint")) { words(CaseFilePhrase.issueKeyHint) }
            frame.form(.caseKey(page.file.id)) {
                frame.menu(
                    "party", label: words(CaseFilePhrase.party),
                    value: parties.count == 1 ? parties[0].id.text : "", isRequired: true,
                    options: parties.map { ($0.id.text, $0.name) })
                frame.submit(words(CaseFilePhrase.issueKey), "button secondary")
            }
        }
    }

    private var passing: HTML? {
        guard let successor = page.successor,
            opened.viewer.handles(page.file, under: opened.procedure),
            let rule = successor.procedure.passing.first(where: { $0.from == page.file.procedure })
        else { return nil }
        return section(.class("panel")) {
            h2 { words(CaseFilePhrase.passing) }
            p { frame.titled(rule.say) }
            opened.cited(rule.basis.map(\.text))
            frame.form(.casePass(page.file.id)) {
                frame.hidden("version", "\(sheet.version)")
                button(.class("button secondary"), .type("submit")) {
                    frame.marked(
                        words(
                            CaseFilePhrase.passTo,
                            ["procedure": words.title(successor.procedure.title)]))
                }
            }
        }
    }
}

extension OpenedCase {
    /// The parties who took part, as the record names them, and those who were asked something.
    var parties: [Participant] {
        var seen: Set<Person.ID> = []
        let acted = file.deeds.filter { procedure.roles[$0.role]?.kind == .party }.flatMap(\.people)
        let asked = file.consultations
            .filter { procedure.roles[$0.rule.addressees]?.kind == .party }
            .flatMap(\.questions)
            .map { Participant(id: $0.addressee, name: $0.addressee.text, roles: []) }
        return (acted + asked).filter { seen.insert($0.id).inserted }
    }
}
