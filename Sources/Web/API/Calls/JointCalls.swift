import HTTPTypes
import Hummingbird
import Office

/// Acts that wait for the signatures of several.
enum JointCalls {
    private static let joint = Endpoint.Parameter.path(
        "joint", .name, "The name of an act that waits.")

    static let endpoints: [Endpoint] = [
        Endpoint(
            method: .get, path: "/joint-acts", name: "listJointActs",
            summary: "The acts that wait for the account's signature, or that it prepared.",
            need: .account, parameters: [.after, .limit],
            reply: .json(.page(of: .named("JointAct"))), handler: list),
        Endpoint(
            method: .get, path: "/joint-acts/{joint}", name: "showJointAct",
            summary: "An act that waits, as it would be recorded.", need: .account,
            parameters: [joint], reply: .json(.named("JointAct")), handler: show),
        Endpoint(
            method: .post, path: "/joint-acts/{joint}/signature", name: "signJointAct",
            summary: "Signs an act; it happens with the last signature.", need: .account,
            parameters: [joint], statuses: [200, 202], reply: .json(.named("Done")), handler: sign),
        Endpoint(
            method: .delete, path: "/joint-acts/{joint}", name: "declineJointAct",
            summary: "Takes back or declines an act that waits.", need: .account,
            parameters: [joint], statuses: [204], reply: .nothing, handler: decline),
    ]

    static let list: Endpoint.Handler = { call in
        let after = try call.text("after").map { try Cursor.parts($0, count: 1)[0] } ?? ""
        let all = try await call.office.jointActs(for: call.viewer).sorted { $0.id < $1.id }
            .filter { $0.id > after }
        let page = all.prefix(call.limit)
        let next = all.count > page.count ? page.last.map { Cursor.text([$0.id]) } : nil
        return call.page(page.map(JointReply.init), next: next)
    }

    static let show: Endpoint.Handler = { call in
        let id = call.text("joint")
        let all = try await call.office.jointActs(for: call.viewer)
        guard let joint = all.first(where: { $0.id == id }) else { throw Complaint.notFound }
        return call.json(JointReply(joint))
    }

    static let sign: Endpoint.Handler = { call in
        let performed = try await call.office.sign(
            call.text("joint") ?? "", telling: call.telling(.accepted, WaitingReply.init),
            by: call.viewer)
        switch performed {
        case .done(let receipt, _): return try await call.told(DoneReply(receipt), status: .ok)
        case .waiting(let joint): return call.json(WaitingReply(joint), status: .accepted)
        }
    }

    static let decline: Endpoint.Handler = { call in
        let id = call.text("joint") ?? ""
        let all = try await call.office.jointActs(for: call.viewer)
        guard all.contains(where: { $0.id == id }) else { throw Complaint.notFound }
        try await call.office.decline(id, by: call.viewer)
        if let once = call.once {
            try await call.office.remember(call.replied(once, .noContent, ""))
        }
        return Call.empty
    }
}
