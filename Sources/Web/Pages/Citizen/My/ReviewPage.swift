import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// Reviewing how a matter of one's own was handled (好差评), and what came of it.
enum ReviewPage {
    static func answer(_ mine: PartyCase, _ asked: Asked) async throws -> Response {
        if let review = try await asked.office.review(of: mine.party) {
            let district = try await asked.office.district()
            let maker = CaseSheetMaker(
                record: review, words: asked.words, district: district,
                calendar: asked.site.calendar, now: asked.now)
            return shown(mine, review, maker.sheet, asked)
        }
        guard mine.party.record.canBeReviewed, let pack = try await asked.office.reviewPack() else {
            throw HTTPError(.notFound)
        }
        return form(mine, pack.procedure, asked)
    }

    private static func form(
        _ mine: PartyCase, _ procedure: Procedure, _ asked: Asked, typed: FormBody? = nil,
        errors: [FieldError] = []
    ) -> Response {
        let frame = asked.frame
        return asked.page(
            mine(.review), status: errors.isEmpty ? .ok : .unprocessableContent, trail: mine.trail
        ) {
            frame.errorSummary(errors)
            h1(.class("title")) { mine(.review) }
            p(.class("lead")) { mine(.reviewLead) }
            p(.class("hint")) { mine(.reviewOnce) }
            frame.form(.review(mine.subject), Attribute("novalidate", when: true)) {
                frame.hidden("form", typed?["form"] ?? Secret.long().text)
                levels(procedure, frame, mine, typed, errors)
                frame.field(
                    "comment", label: mine(.comment), hint: mine(.commentHint), errors: errors
                ) { attributes in
                    .element(
                        "textarea",
                        attributes + [
                            .rows(4), .maxlength(2000),
                            .data("left", frame.words(FieldPhrase.left, ["count": "{n}"])),
                        ], HTML(typed?.text("comment") ?? ""))
                }
                frame.textField(
                    "name", label: mine(.name), value: typed?.text("name") ?? "",
                    hint: mine(.nameHint), autocomplete: "name", errors: errors)
                frame.submit(mine(.send))
            }
        }
    }

    private static func levels(
        _ procedure: Procedure, _ frame: Frame, _ mine: PartyCase, _ typed: FormBody?,
        _ errors: [FieldError]
    ) -> HTML {
        guard case .choice(let choices) = procedure.fields["level"]?.kind else { return HTML() }
        return frame.radios(
            "level", label: mine(.reviewLevel), value: typed?["level"] ?? "", isRequired: true,
            errors: errors,
            options: choices.map { Frame.Option($0.id.text, frame.titled($0.title)) })
    }

    /// The review as it was made, and where it stands.
    private static func shown(
        _ mine: PartyCase, _ review: CaseRecord, _ sheet: CaseSheet, _ asked: Asked
    ) -> Response {
        let frame = asked.frame
        let mineToo = PartyCase(
            party: mine.party, sheet: sheet,
            words: CaseWords(
                procedure: review.edition.procedure, district: mine.district, names: [:],
                words: asked.words), frame: frame, district: mine.district)
        let isMine = asked.viewer.receipts[review.file.id] != nil
        return asked.page(mine(.review), trail: mine.trail) {
            h1(.class("title")) { mine(.review) }
            div(.class("notice success")) {
                h2 { mine(.reviewDone) }
                p { mine(.reviewOnce) }
            }
            dl(.class("summary")) {
                frame.summaryRow(mine(.level), level(review, mineToo))
                frame.summaryRow(mine(.reviewStage), mine.told(sheet.stage.title))
                if let decision = sheet.decision {
                    frame.summaryRow(mine(.outcome), mine.told(decision.outcome.title))
                }
                frame.summaryRow(mine(.caseNumber), HTML(sheet.case))
            }
            if sheet.deadlines.contains(where: \.isRunning) {
                div(.class("notice info")) { p { mine(.badReview) } }
                mineToo.next
            }
            if isMine { p { frame.link(mine(.seeCase), .myCase(review.file.id)) } }
        }
    }

    private static func level(_ review: CaseRecord, _ mine: PartyCase) -> HTML {
        review.file.fields["level"].map { mine.told(mine.words.value($0, of: "level")) } ?? HTML()
    }

    static func send(
        _ mine: PartyCase, _ asked: Asked, _ form: FormBody
    ) async throws -> Response {
        guard let guest = asked.caller.guest, let pack = try await asked.office.reviewPack() else {
            throw HTTPError(.notFound)
        }
        let name = form.text("name")
        let wish = ReviewWish(
            level: form["level"] ?? "", comment: form.text("comment"),
            name: name.isEmpty ? nil : String(name.prefix(100)),
            unnamed: asked.words.inChinese(MyPhrase.reviewUnnamed),
            form: String((form["form"] ?? "").prefix(64)))
        do {
            _ = try await asked.office.review(mine.subject, wish, by: guest)
        } catch let refusal as Refusal where refusal.code == .onceOnly {
            // It was reviewed before: the page shows that review.
            return asked.redirect(.review(mine.subject))
        } catch let refusal as Refusal {
            let error = FieldError(
                refusal.field == "comment" ? "comment" : "level",
                asked.words.refusal(refusal, under: pack.procedure))
            return self.form(mine, pack.procedure, asked, typed: form, errors: [error])
        }
        return asked.redirect(.review(mine.subject))
    }
}
