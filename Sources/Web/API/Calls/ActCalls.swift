import Engine
import HTTPTypes
import Hummingbird
import Law
import Ledger
import Office
import Sheets

/// What a viewer may do in case files.
enum ActCalls {
    static let endpoints: [Endpoint] = [
        Endpoint(
            method: .post, path: "/documents", name: "uploadDocument",
            summary:
                "Keeps a document until an act hands it in; its type is told from its content.",
            body: .bytes(most: DocumentMediaType.mostBytes), statuses: [201],
            reply: .json(
                .object([
                    .must("digest", .digest), .must("size", .count), .must("mediaType", .words),
                ])), handler: upload),
        Endpoint(
            method: .post, path: "/cases", name: "openCase",
            summary: "Opens a case file by a step.",
            body: .json(ActBody.openingSchema), statuses: [201, 202], reply: .json(.named("Done")),
            handler: open),
        Endpoint(
            method: .post, path: "/cases/{case}/acts", name: "act",
            summary: "Takes a step; one that several must sign waits for their signatures.",
            parameters: [.caseFile], body: .json(ActBody.schema), statuses: [200, 202],
            reply: .json(.named("Done")), isVersioned: true, handler: act),
        Endpoint(
            method: .post, path: "/cases/{case}/consultations/{rule}/moves",
            name: "moveConsultation",
            summary: "A move in a running consultation.",
            parameters: [.caseFile, .path("rule", .name, "The name of the consultation.")],
            body: .json(MoveBody.schema), reply: .json(.named("Done")), isVersioned: true,
            handler: move),
        Endpoint(
            method: .post, path: "/cases/{case}/remarks", name: "remark",
            summary: "Puts on record a reminder, an objection to a term, or further documents.",
            parameters: [.caseFile], body: .json(RemarkBody.schema), statuses: [201],
            reply: .json(.named("Done")), handler: remark),
        Endpoint(
            method: .post, path: "/cases/{case}/reviews", name: "review",
            summary: "Reviews how a matter was handled, once; a bad review is looked into at once.",
            parameters: [.caseFile], body: .json(ReviewBody.schema), statuses: [201],
            reply: .json(.named("Done")), handler: review),
    ]

    static let upload: Endpoint.Handler = { call in
        guard let type = DocumentMediaType(sniffing: call.bytes) else {
            let known = DocumentMediaType.allCases.map(\.rawValue).joined(separator: " | ")
            throw Complaint.mediaType(known)
        }
        let held = try await call.office.hold(
            call.bytes, as: "document", mediaType: type.rawValue)
        return call.json(
            Uploaded(digest: held.digest, size: held.size, mediaType: held.mediaType),
            status: .created)
    }

    static let open: Endpoint.Handler = { call in
        let body = try call.body(ActBody.self)
        let draft = try await body.draft(of: nil, by: call)
        return try await call.perform(draft, named: body.name, success: .created)
    }

    static let act: Endpoint.Handler = { call in
        let body = try call.body(ActBody.self)
        let draft = try await body.draft(of: call.part("case"), by: call)
        return try await call.perform(draft, named: body.name, success: .ok)
    }

    static let move: Endpoint.Handler = { call in
        let wish = try call.body(MoveBody.self).wish()
        let receipt = try await call.office.move(
            wish, in: call.part("rule"), of: call.part("case"), expecting: call.expecting,
            once: call.once, by: call.viewer)
        return call.json(DoneReply(receipt))
    }

    static let remark: Endpoint.Handler = { call in
        let body = try call.body(RemarkBody.self)
        let subject: CaseFile.ID = call.part("case")
        let kind = Remark.Kind(rawValue: body.kind) ?? .urge
        let held = try await call.documents(body.held ?? [])
        let isParty = try await call.office.partyRecord(of: subject, as: call.viewer) != nil
        if kind == .urge, isParty {
            let receipt = try await call.office.urge(subject, body.text ?? "", by: call.viewer)
            return try await call.told(DoneReply(receipt), status: .created)
        }
        let receipt = try await call.office.remark(
            kind, body.text ?? "", held: held, in: subject, once: call.once, by: call.viewer)
        return call.json(DoneReply(receipt), status: .created)
    }

    static let review: Endpoint.Handler = { call in
        let body = try call.body(ReviewBody.self)
        let form = call.once?.request ?? Digest.of(call.bytes).hex
        let (receipt, secret) = try await call.office.review(
            call.part("case"),
            ReviewWish(
                level: body.level, comment: body.comment ?? "", name: body.name,
                unnamed: call.words.inChinese(APIPhrase.unnamedReviewer), form: form),
            by: call.viewer)
        return try await call.answer(.done(receipt, secret: secret), success: .created)
    }
}

extension Call {
    /// Has a draft done, and answers with what came of it.
    func perform(
        _ draft: Draft, named name: String?, success: HTTPResponse.Status
    ) async throws -> Response {
        let performed = try await office.perform(
            draft, partyName: name, expecting: expecting, once: once,
            telling: telling(.accepted, WaitingReply.init), by: viewer)
        return try await answer(performed, success: success)
    }

    func answer(_ performed: Performed, success: HTTPResponse.Status) async throws -> Response {
        switch performed {
        case .done(let receipt, let secret):
            var response = json(DoneReply(receipt, secret: secret), status: success)
            if success == .created {
                response.headers[.location] = "\(root)/cases/\(receipt.file.id)"
            }
            return response
        case .waiting(let joint):
            return json(WaitingReply(joint), status: .accepted)
        }
    }

    /// How to tell again what is answered now, if the call counts once.
    func telling<Done, Reply: Encodable & SendableMetatype>(
        _ status: HTTPResponse.Status, _ reply: @escaping @Sendable (Done) -> Reply
    ) -> Telling<Done>? {
        guard let once else { return nil }
        return { done in replied(once, status, Asked.jsonText(reply(done))) }
    }

    /// Answers, and remembers the answer under the name that counts once.
    func told(_ reply: some Encodable, status: HTTPResponse.Status) async throws -> Response {
        let text = Asked.jsonText(reply)
        if let once {
            try await office.remember(replied(once, status, text))
        }
        return Asked.answer(text, "application/json; charset=utf-8", status: status)
    }

    /// What the caller is told, as it is kept under the name that counts once.
    func replied(_ once: Once, _ status: HTTPResponse.Status, _ body: String) -> ProgramReply {
        ProgramReply(once, owner: viewer.trailName, status: status.code, body: body)
    }

    func again(_ reply: ProgramReply) -> Response {
        let status = HTTPResponse.Status(code: reply.status)
        guard !reply.body.isEmpty else { return Response(status: status) }
        return Asked.answer(reply.body, "application/json; charset=utf-8", status: status)
    }
}

private struct Uploaded: Encodable {
    let digest: String
    let size: Int
    let mediaType: String
}
