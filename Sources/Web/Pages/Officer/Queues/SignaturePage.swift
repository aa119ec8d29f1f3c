import Engine
import HTML
import HTTPTypes
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// One act that waits: all that is to be signed, and who has signed.
struct SignaturePage {
    let frame: Frame
    let act: JointAct
    let procedure: Procedure
    let terms: CaseWords
    let officer: District.Officer
    let refusal: Refusal?

    private var words: Words { frame.words }
    private var draft: Draft { act.draft }
    private var step: Step? { procedure.steps[Step.ID(draft.step)] }

    static func answer(_ asked: Asked, refusal: Refusal? = nil) async throws -> Response {
        let officer = try asked.officer()
        let id = asked.part("id")
        guard
            let act = try await asked.office.jointActs(for: asked.viewer).first(where: {
                $0.id == id
            })
        else { throw HTTPError(.notFound) }
        let (procedure, names) = try await procedure(of: act, asked)
        let terms = CaseWords(
            procedure: procedure, district: try await asked.office.district(), names: names,
            words: asked.words)
        let page = SignaturePage(
            frame: asked.frame, act: act, procedure: procedure, terms: terms, officer: officer,
            refusal: refusal)
        let words = asked.words
        let title = terms.step(Step.ID(act.draft.step))
        return asked.page(
            title, status: refusal == nil ? .ok : .unprocessableContent,
            trail: [
                (words(SitePhrase.desk), .desk), (words(QueuePhrase.signatures), .signatures),
            ]
        ) { page.content(title) }
    }

    private static func procedure(
        of act: JointAct, _ asked: Asked
    ) async throws -> (Procedure, [Person.ID: String]) {
        if let subject = act.draft.subject,
            let (record, _) = try? await asked.office.look(
                at: CaseFile.ID(subject), as: asked.viewer)
        {
            return (record.edition.procedure, record.names)
        }
        let packs = try await asked.office.packs()
        guard let pack = packs.first(where: { $0.procedure.id.text == act.draft.procedure }) else {
            throw HTTPError(.notFound)
        }
        return (pack.procedure, [:])
    }

    static func decide(_ asked: Asked, _ form: FormBody) async throws -> Response {
        let id = asked.part("id")
        do {
            if form["decline"] != nil {
                try await asked.office.decline(id, by: asked.viewer)
                return asked.redirect(.signatures)
            }
            switch try await asked.office.sign(id, by: asked.viewer) {
            case .done(let receipt, _): return asked.redirect(.caseFile(receipt.file.id))
            case .waiting: return asked.redirect(.signatures)
            }
        } catch let refusal as Refusal where refusal.code != .unknownCase {
            let isThere = try await asked.office.jointActs(for: asked.viewer).contains {
                $0.id == id
            }
            guard isThere else { throw refusal }
            return try await answer(asked, refusal: refusal)
        }
    }

    // MARK: The page

    @Content private func content(_ title: String) -> HTML {
        frame.errorSummary(
            refusal.map { [FieldError("", words.refusal($0, under: procedure))] } ?? [])
        h1(.class("title")) { frame.told(title) }
        p(.class("lead")) {
            if let subject = draft.subject {
                frame.link(subject, .caseFile(CaseFile.ID(subject)))
                " · "
            }
            frame.titled(procedure.title)
        }
        stated
        signers
        if let basis = step?.basis { p(.class("basis")) { frame.chinese(basis.cited) } }
        buttons
    }

    private var stated: HTML {
        let order = step?.form.flatMap { procedure.forms[$0] }?.entries.map(\.field) ?? []
        return dl(.class("summary")) {
            if let outcome = draft.outcome {
                frame.summaryRow(
                    words(StepPhrase.outcome), frame.told(terms.outcome(Outcome.ID(outcome))))
            }
            for field in order {
                if let text = draft.fields[field.text] {
                    frame.summaryRow(
                        frame.told(terms.field(field)), frame.chinese(shown(text, field)))
                }
            }
            if !draft.documents.isEmpty || !draft.held.isEmpty {
                let kinds = draft.documents + draft.held.map(\.kind)
                frame.summaryRow(
                    words(CaseFilePhrase.documents),
                    frame.told(
                        Set(kinds).sorted().map { terms.document(DocumentKind.ID($0)) }
                            .joined(separator: "、")))
            }
            if !draft.addressees.isEmpty {
                frame.summaryRow(
                    words(CaseFilePhrase.askedPeople),
                    frame.chinese(
                        draft.addressees.map { terms.person(Person.ID($0)) }
                            .joined(separator: "、")))
            }
        }
    }

    private func shown(_ text: String, _ field: Field.ID) -> String {
        procedure.fields[field]?.value(parsing: text).map { terms.value($0, of: field) } ?? text
    }

    private var signers: HTML {
        let everybody = act.actors + [act.approver].compactMap { $0 }
        return section {
            h2 { words(QueuePhrase.signers) }
            ul(.class("task-list")) {
                for person in everybody {
                    let isSigned = act.signed.contains(person)
                    li {
                        frame.chinese(terms.person(Person.ID(person)))
                        if person == act.approver {
                            p(.class("hint")) { words(QueuePhrase.approves) }
                        }
                        span(.class(isSigned ? "tag ok" : "tag due-soon")) {
                            words(isSigned ? QueuePhrase.signed : .notSigned)
                        }
                    }
                }
            }
        }
    }

    private var buttons: HTML {
        let isWaited = act.waits(for: officer.id.text)
        return frame.form(.signature(act.id)) {
            div(.class("button-row")) {
                if isWaited {
                    button(.class("button"), .type("submit"), .name("sign"), .value("1")) {
                        words(act.approver == officer.id.text ? QueuePhrase.approve : .sign)
                    }
                }
                button(
                    .class("button danger"), .type("submit"), .name("decline"), .value("1")
                ) { words(isWaited ? QueuePhrase.decline : .takeBack) }
            }
        }
    }
}
