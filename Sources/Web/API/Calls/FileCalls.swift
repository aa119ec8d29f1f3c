import Engine
import HTTPTypes
import Hummingbird
import Law
import Office

/// What is done with a case file as a whole.
enum FileCalls {
    static let endpoints: [Endpoint] = [
        Endpoint(
            method: .put, path: "/cases/{case}/assignment", name: "assign",
            summary: "Makes a case file an officer's work, or nobody's.", need: .account,
            parameters: [.caseFile],
            body: .json(
                .object([.may("person", .person, "The officer; absent for nobody.")])),
            reply: .json(.named("Done")), isVersioned: true, handler: assign),
        Endpoint(
            method: .post, path: "/cases/{case}/passing", name: "passOver",
            summary:
                "Passes a running case file over to the procedure that took the place of its own.",
            need: .account, parameters: [.caseFile], reply: .json(.named("Done")),
            isVersioned: true, handler: pass),
        Endpoint(
            method: .post, path: "/cases/{case}/keys", name: "issueKey",
            summary:
                "Gives one who takes part a new secret; the one before no longer opens the case.",
            need: .account, parameters: [.caseFile],
            body: .json(.object([.must("person", .person, "Who takes part.")])), statuses: [201],
            reply: .json(.object([.must("secret", .words)])), mayCountOnce: false, handler: issue),
    ]

    static let assign: Endpoint.Handler = { call in
        let body = try call.body(AssignmentBody.self)
        let receipt = try await call.office.assign(
            call.part("case"), to: body.person.map { Person.ID($0) }, expecting: call.expecting,
            once: call.once, by: call.viewer)
        return call.json(DoneReply(receipt))
    }

    static let pass: Endpoint.Handler = { call in
        let receipt = try await call.office.passOver(
            call.part("case"), expecting: call.expecting, once: call.once, by: call.viewer)
        return call.json(DoneReply(receipt))
    }

    static let issue: Endpoint.Handler = { call in
        let body = try call.body(KeyBody.self)
        let secret = try await call.office.issueKey(
            to: call.part("case"), for: Person.ID(body.person), by: call.viewer)
        return call.json(KeyReply(secret: secret), status: .created)
    }
}

private struct AssignmentBody: Decodable {
    let person: String?
}

private struct KeyBody: Decodable {
    let person: String
}

private struct KeyReply: Encodable {
    let secret: String
}
