import Engine
import Law
import Office
import Testing

/// Requests in mediations, by hand: one party, one mediator, one committee.
enum Mediation {
    static let organ: Organ.ID = "town-committee"

    /// The moment of an hour of a day; 2023-03-06 is a Monday.
    static func moment(_ day: String = "2023-03-06", hour: Int = 9) throws -> Moment {
        Moment(try #require(Day(iso: day)), hour: hour)
    }

    static func participant(_ id: String, as role: Role.ID) -> Participant {
        let isParty = role == "applicant"
        return Participant(
            id: Person.ID(id), name: isParty ? "张丽" : "李明", organ: isParty ? nil : organ,
            roles: [role])
    }

    /// An application; without a dispute it is refused.
    static func apply(
        _ party: String = "p1", on day: String = "2023-03-06", dispute: String? = "楼上漏水造成损失"
    ) throws -> Request {
        var fields: [Field.ID: Value] = [
            "applicant-name": .text("张丽"), "other-party-name": .text("王强"),
            "dispute-kind": .choice("neighbours"),
        ]
        fields["dispute"] = dispute.map { .text($0) }
        let act = Act(
            "apply", as: "applicant", by: [participant(party, as: "applicant")], fields: fields)
        return Request(.opening("mediation", organ: organ), .act(act), effective: try moment(day))
    }

    /// A step of the mediator in a running file.
    static func step(
        _ step: Step.ID, _ file: CaseFile.ID, on day: String = "2023-03-07",
        with fields: [Field.ID: Value] = [:], expecting version: Int? = nil
    ) throws -> Request {
        let act = Act(step, as: "mediator", by: [participant("m1", as: "mediator")], fields: fields)
        return Request(
            .running(file, expecting: version), .act(act), effective: try moment(day))
    }

    static func register(
        _ file: CaseFile.ID, on day: String = "2023-03-07", expecting version: Int? = nil
    ) throws -> Request {
        try step(
            "register", file, on: day, with: ["mediator-named": .choice("appointed")],
            expecting: version)
    }
}

extension Office {
    /// The refusal that a request gets; nil if it was done.
    func refusal(of request: Request) async throws -> Refusal? {
        do {
            _ = try await submit(request)
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }
}
