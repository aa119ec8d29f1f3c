import Engine
import HTTPTypes
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// What comes of a step's form that was sent.
enum StepPosting {
    static func running(_ asked: Asked, _ form: FormBody) async throws -> Response {
        try await post(StepPlace.running(asked), form)
    }

    static func opening(_ asked: Asked, _ form: FormBody) async throws -> Response {
        try await post(StepPlace.opening(asked), form)
    }

    private static func post(_ place: StepPlace, _ form: FormBody) async throws -> Response {
        let reading = StepReading(place: place, form: form)
        let office = place.asked.office
        let viewer = place.asked.viewer
        var draft = reading.filled(try await place.draft().draft)
        do {
            draft = try await reading.holdingDocuments(draft)
            if form[StepControl.save] != nil {
                try await office.keep(stepDraft: draft, by: viewer)
                return place.asked.redirect(
                    place.file.map { .caseFile($0.id) } ?? .openings)
            }
            let performed = try await office.perform(
                draft, expecting: place.file == nil ? nil : Int(form.text(StepControl.version)),
                once: once(place, form), by: viewer)
            try await office.drop(stepDraft: draft, by: viewer)
            return landing(performed, place, form)
        } catch let refusal as Refusal {
            // What was typed is kept: the page can be left as it is.
            try await office.keep(stepDraft: draft, by: viewer)
            let back = form[StepControl.back]
            return try await StepPage.answer(
                place, draft: draft, errors: [reading.error(refusal)], back: back)
        }
    }

    /// A form that opens a case file opens one, however often it is sent.
    private static func once(_ place: StepPlace, _ form: FormBody) -> Once? {
        guard place.file == nil, let sent = Int(form.text(StepControl.sent)) else { return nil }
        let name = "opening/\(place.officer.id)/\(place.procedure.id)/\(place.step.id)/\(sent)"
        return Once(name, request: name)
    }

    private static func landing(
        _ performed: Performed, _ place: StepPlace, _ form: FormBody
    ) -> Response {
        switch performed {
        case .waiting(let joint): place.asked.redirect(.signature(joint.id))
        case .done(let receipt, _):
            form[StepControl.back] == "call-backs"
                ? place.asked.redirect(.callBacks)
                : place.asked.redirect(.caseFile(receipt.file.id))
        }
    }

    /// Keeps a form while it is being filled in; answered without a page.
    static func autosave(_ asked: Asked, _ form: FormBody) async throws -> Response {
        let officer = try asked.officer()
        let step = Step.ID(form.text(StepControl.step))
        let subject = form.text(StepControl.caseFile)
        let place: StepPlace
        if subject.isEmpty {
            place = try await StepPlace.opening(
                asked, Procedure.ID(form.text(StepControl.procedure)), step)
        } else {
            let opened = try await OpenedCase.open(asked, CaseFile.ID(subject))
            place = try StepPlace.make(asked, officer, opened, step)
        }
        let draft = StepReading(place: place, form: form).filled(try await place.draft().draft)
        try await asked.office.keep(stepDraft: draft, by: asked.viewer)
        return Response(status: .noContent)
    }
}
