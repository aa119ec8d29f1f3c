import Engine
import HTML
import Law
import Office
import Packs
import Sheets

/// The forms for what one may do in a running consultation: as one who was asked, and as one who asks.
struct ConsultationForms {
    let page: ConsultationPage

    private var opened: OpenedCase { page.opened }
    private var frame: Frame { page.frame }
    private var words: Words { page.words }
    private var rule: ConsultationRule { page.consultation.rule }
    private var me: Person.ID? { opened.isMine ? opened.viewer.officer?.id : nil }

    private var own: Consultation.Question? {
        page.consultation.questions.first { $0.addressee == me && $0.state == .open }
    }
    private var isAdvising: Bool {
        page.consultation.questions.contains {
            $0.delegate == me && me != nil && $0.state == .open && $0.advice == nil
        }
    }
    private var isAsking: Bool {
        guard let officer = opened.viewer.officer, opened.isMine else { return false }
        let by = opened.procedure.steps[rule.askedBy]?.by ?? []
        return !officer.roles.isDisjoint(with: by)
    }

    @Content var html: HTML {
        if own != nil || isAdvising { answer }
        if own != nil { onward }
        if isAsking { asking }
    }

    private var answer: HTML {
        section(.class("panel")) {
            h2 { words(isAdvising ? CaseFilePhrase.yourAdvice : .yourAnswer) }
            frame.form(page.address) {
                frame.hidden("version", "\(opened.sheet.version)")
                div(.class("button-row")) {
                    button(.class("button"), .type("submit"), .name("move"), .value("agree")) {
                        words(CaseFilePhrase.agree)
                    }
                    button(
                        .class("button danger"), .type("submit"), .name("move"), .value("object")
                    ) { words(CaseFilePhrase.object) }
                }
            }
        }
    }

    /// Passing the question on, having somebody advise, returning the file.
    private var onward: HTML {
        section {
            h2 { words(CaseFilePhrase.onward) }
            if rule.join != .inform, !others.isEmpty {
                people("pass", .passOn, .passOnTo, others)
                people("delegate", .delegate, .delegateTo, others)
            }
            if !rule.sendBack.isEmpty { sendBack }
        }
    }

    private var asking: HTML {
        section {
            h2 { words(CaseFilePhrase.askingSide) }
            div(.class("button-row")) {
                plain("urge", .urge)
                plain("withdraw", .withdraw, "button danger")
            }
            if !others.isEmpty { people("add", .addAddressee, .addAddressee, others) }
            if pending.count > 1 { people("remove", .removeAddressee, .removeAddressee, pending) }
        }
    }

    private var asked: Set<Person.ID> {
        Set(page.consultation.questions.filter { $0.state != .removed }.map(\.addressee))
    }

    /// Officers in the role of those asked, who were not asked yet.
    private var others: [(String, String)] {
        let asked = asked
        return StepPeople.officers(
            of: rule.addressees, opened.procedure, opened.file, opened.district
        )
        .filter { !asked.contains($0.id) && $0.id != me }
        .map { ($0.id.text, StepPeople.name($0, opened.district, words)) }
    }

    private var pending: [(String, String)] {
        page.consultation.questions.filter { $0.state == .open || $0.state == .waiting }
            .map { ($0.addressee.text, opened.terms.person($0.addressee)) }
    }

    private func people(
        _ move: String, _ action: CaseFilePhrase, _ label: CaseFilePhrase,
        _ people: [(String, String)]
    ) -> HTML {
        frame.form(page.address, .class("filters")) {
            frame.hidden("version", "\(opened.sheet.version)")
            frame.hidden("move", move)
            div(.class("field")) {
                HTML.element("label", [.for("person-\(move)")], HTML(words(label)))
                select(.id("person-\(move)"), .name("person"), .required(true)) {
                    option(.value("")) { words(FieldPhrase.choose) }
                    for (id, name) in people { option(.value(id)) { name } }
                }
            }
            div(.class("button-row")) { frame.submit(words(action), "button secondary") }
        }
    }

    private var sendBack: HTML {
        frame.form(page.address, .class("filters")) {
            frame.hidden("version", "\(opened.sheet.version)")
            frame.hidden("move", "send-back")
            div(.class("field")) {
                label(.for("stage")) { words(CaseFilePhrase.sendBackTo) }
                select(.id("stage"), .name("stage")) {
                    for stage in rule.sendBack {
                        option(.value(stage.text)) { opened.terms.stage(stage) }
                    }
                }
            }
            div(.class("button-row")) {
                frame.submit(words(CaseFilePhrase.sendBack), "button secondary")
            }
        }
    }

    private func plain(
        _ move: String, _ phrase: CaseFilePhrase, _ style: String = "button secondary"
    ) -> HTML {
        frame.form(page.address) {
            frame.hidden("version", "\(opened.sheet.version)")
            frame.hidden("move", move)
            frame.submit(words(phrase), style)
        }
    }
}
