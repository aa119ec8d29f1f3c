import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// A reminder, an objection to the counting of a term, or a further document.
enum RemarkPage {
    static func answer(_ mine: PartyCase, _ asked: Asked) throws -> Response {
        page(mine, try kind(asked), asked)
    }

    private static func page(
        _ mine: PartyCase, _ kind: Remark.Kind, _ asked: Asked, text: String = "",
        term: String = "", errors: [FieldError] = []
    ) -> Response {
        let frame = asked.frame
        let title = title(kind, mine)
        return asked.page(
            title, status: errors.isEmpty ? .ok : .unprocessableContent, trail: mine.trail
        ) {
            frame.errorSummary(errors)
            h1(.class("title")) { title }
            p(.class("lead")) { lead(kind, mine) }
            if kind == .challenge { dues(mine) }
            frame.form(
                .myRemark(mine.subject, kind.rawValue), .enctype("multipart/form-data"),
                Attribute("novalidate", when: true)
            ) {
                if kind == .challenge { terms(mine, term, errors) }
                if kind == .supplement { documents(mine).controls(errors) }
                area(kind, mine, text, errors)
                div(.class("button-row")) {
                    frame.submit(mine(.send))
                    frame.link(mine(.seeCase), .myCase(mine.subject), .class("button quiet"))
                }
            }
        }
    }

    private static func title(_ kind: Remark.Kind, _ mine: PartyCase) -> String {
        switch kind {
        case .urge: mine(.urge)
        case .challenge: mine(.challenge)
        case .supplement: mine(.supplement)
        }
    }

    private static func lead(_ kind: Remark.Kind, _ mine: PartyCase) -> String {
        switch kind {
        case .urge: mine(.urgeLead)
        case .challenge: mine(.challengeLead)
        case .supplement: mine(.supplementLead)
        }
    }

    private static func area(
        _ kind: Remark.Kind, _ mine: PartyCase, _ text: String, _ errors: [FieldError]
    ) -> HTML {
        let label =
            switch kind {
            case .urge: mine(.urgeText)
            case .challenge: mine(.challengeText)
            case .supplement: mine(.supplementText)
            }
        return mine.frame.field("text", label: label, errors: errors) { attributes in
            .element(
                "textarea",
                attributes + [
                    .rows(4), .maxlength(1800),
                    .data("left", mine.frame.words(FieldPhrase.left, ["count": "{n}"])),
                ],
                HTML(text))
        }
    }

    /// The terms with their explanation, to be read before one objects.
    private static func dues(_ mine: PartyCase) -> HTML {
        pieces {
            for term in mine.sheet.deadlines {
                section(.class("deadline")) {
                    h2 { mine.told(term.deadline.title) }
                    if let due = term.due { p(.class("due")) { mine.day(due) } }
                    ul(.class("why")) { for reason in term.reasons { li { mine.told(reason) } } }
                    mine.frame.citations(
                        term.basis.map { Basis($0) }, of: mine.procedure,
                        on: .guide(mine.procedure.id))
                }
            }
        }
    }

    private static func terms(
        _ mine: PartyCase, _ chosen: String, _ errors: [FieldError]
    ) -> HTML {
        mine.frame.menu(
            "term", label: mine(.challengeWhich), value: chosen, isRequired: true, errors: errors,
            options: mine.sheet.deadlines.enumerated().map { index, term in
                let due = term.due.map { mine(.dueBy, ["due": mine.day($0)]) } ?? ""
                return ("\(index)", term.deadline.title + due)
            })
    }

    private static func documents(_ mine: PartyCase) -> DocumentFields {
        DocumentFields(
            procedure: mine.procedure, asked: [], held: [], shown: [], frame: mine.frame,
            opensOthers: true)
    }

    static func send(
        _ mine: PartyCase, _ asked: Asked, _ form: FormBody
    ) async throws -> Response {
        let kind = try kind(asked)
        let text = form.text("text")
        do {
            switch kind {
            case .urge:
                _ = try await asked.office.urge(mine.subject, text, by: asked.viewer)
            case .challenge:
                guard let index = Int(form.text("term")),
                    mine.sheet.deadlines.indices.contains(index)
                else {
                    throw Fault(
                        [FieldError("term", asked.words(ApplyPhrase.mustChoose))])
                }
                try await challenge(mine, mine.file.deadlines[index], text, asked)
            case .supplement: try await supplement(mine, text, form, asked)
            }
        } catch let refusal as Refusal {
            let named = refusal.field ?? ""
            let field = ["text", "term"].contains(named) ? named : ""
            let error = FieldError(field, asked.words.refusal(refusal, under: mine.procedure))
            return page(
                mine, kind, asked, text: text, term: form.text("term"), errors: [error])
        } catch let fault as Fault {
            return page(
                mine, kind, asked, text: text, term: form.text("term"), errors: fault.errors)
        }
        return asked.redirect(.myCase(mine.subject))
    }

    private struct Fault: Error {
        let errors: [FieldError]

        init(_ errors: [FieldError]) { self.errors = errors }
    }

    /// The objection names the term and its day, in the language of the record.
    private static func challenge(
        _ mine: PartyCase, _ deadline: Deadline, _ text: String, _ asked: Asked
    ) async throws {
        guard !text.isEmpty else {
            throw Fault([FieldError("text", asked.words(ApplyPhrase.mustAnswer))])
        }
        let due = deadline.due(by: asked.site.calendar).map { asked.words.inChinese.due($0) }
        let about = [deadline.limit.title.chinese, due].compactMap { $0 }.joined(separator: " ")
        _ = try await asked.office.remark(
            .challenge, "〔\(about)〕\(text)", in: mine.subject, by: asked.viewer)
    }

    private static func supplement(
        _ mine: PartyCase, _ text: String, _ form: FormBody, _ asked: Asked
    ) async throws {
        let reading = try await documents(mine).read(form, by: asked.office)
        guard reading.errors.isEmpty else { throw Fault(reading.errors) }
        guard !reading.held.isEmpty else {
            throw Fault([FieldError("file-other", asked.words(ApplyPhrase.mustFile))])
        }
        _ = try await asked.office.remark(
            .supplement, text, held: reading.held, in: mine.subject, by: asked.viewer)
    }

    private static func kind(_ asked: Asked) throws -> Remark.Kind {
        guard let kind = Remark.Kind(rawValue: asked.part("kind")) else {
            throw HTTPError(.notFound)
        }
        return kind
    }
}
