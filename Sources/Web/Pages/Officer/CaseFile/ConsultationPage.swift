import Engine
import HTML
import HTTPTypes
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// One consultation of a case file, with what the viewer may do in it.
struct ConsultationPage {
    let opened: OpenedCase
    let consultation: Consultation
    let refusal: Refusal?

    var frame: Frame { opened.frame }
    var words: Words { opened.words }
    var address: Address { .caseConsultation(opened.file.id, consultation.rule.id) }

    static func answer(_ asked: Asked, refusal: Refusal? = nil) async throws -> Response {
        let opened = try await OpenedCase.open(asked)
        let rule = ConsultationRule.ID(asked.part("rule"))
        guard let consultation = opened.file.consultation(rule) else {
            throw HTTPError(.notFound)
        }
        let page = ConsultationPage(
            opened: opened, consultation: consultation, refusal: refusal)
        let title = asked.words.title(consultation.rule.title)
        return asked.page(
            title, status: refusal == nil ? .ok : .unprocessableContent, trail: opened.trail
        ) { page.content(title) }
    }

    @Content private func content(_ title: String) -> HTML {
        frame.errorSummary(refusal.map { [FieldError("", words.refusal($0, under: nil))] } ?? [])
        h1(.class("title")) {
            frame.told(title)
            span(.class(consultation.isOpen ? "tag info" : "tag neutral")) { result }
        }
        question
        if let sheet = opened.sheet.consultations.last(where: {
            $0.consultation.id == consultation.rule.id.text
        }) {
            p(.class("inset")) { "\(sheet.join) · \(sheet.silence)" }
            CaseConsultations(opened: opened).questions(sheet)
        }
        opened.cited(consultation.rule.basis.map(\.text))
        if consultation.isOpen { ConsultationForms(page: self).html }
    }

    private var result: String {
        consultation.result.map(opened.terms.result) ?? words(CaseFilePhrase.consultationOpen)
    }

    /// What the asking step said.
    private var question: HTML? {
        let asking = opened.sheet.record.last { $0.what.id == consultation.rule.askedBy.text }
        guard let asking, !asking.fields.isEmpty else { return nil }
        return dl(.class("summary")) {
            for one in asking.fields {
                frame.summaryRow(frame.told(one.title), frame.chinese(one.value))
            }
        }
    }

    // MARK: Moves

    static func move(_ asked: Asked, _ form: FormBody) async throws -> Response {
        let subject = CaseFile.ID(asked.part("case"))
        let rule = ConsultationRule.ID(asked.part("rule"))
        guard let wish = wish(form) else { throw HTTPError(.badRequest) }
        do {
            _ = try await asked.office.move(
                wish, in: rule, of: subject, expecting: Int(form.text("version")),
                by: asked.viewer)
        } catch let refusal as Refusal where refusal.code != .unknownCase {
            return try await answer(asked, refusal: refusal)
        }
        return form["back"] == "inbox"
            ? asked.redirect(.consultations) : asked.redirect(.caseConsultation(subject, rule))
    }

    private static func wish(_ form: FormBody) -> ConsultationWish? {
        let person = Person.ID(form.text("person"))
        let needsPerson = ["add", "remove", "pass", "delegate"].contains(form.text("move"))
        if needsPerson, person.text.isEmpty { return nil }
        return switch form.text("move") {
        case "agree": .agree
        case "object": .object
        case "add": .add(person)
        case "remove": .remove(person)
        case "pass": .pass(to: person)
        case "delegate": .delegate(to: person)
        case "send-back": .sendBack(to: Stage.ID(form.text("stage")))
        case "withdraw": .withdraw
        case "urge": .urge
        default: nil
        }
    }
}
