package import Engine
package import Law

/// What somebody thinks of how their matter was handled (好差评).
package struct ServiceReview: Sendable, Equatable {
    /// One of the five levels that the pack knows.
    package let level: String
    package let comment: String
    /// Nil for a review without a name.
    package let name: String?
    package let contact: String

    package init(level: String, comment: String = "", name: String? = nil, contact: String = "") {
        self.level = level
        self.comment = comment
        self.name = name
        self.contact = contact
    }

    /// Whether it must be looked into.
    package var isBad: Bool { ["dissatisfied", "very-dissatisfied"].contains(level) }

    var fields: [String: String] {
        var fields = ["level": level, "comment": comment, "occasion": "online"]
        fields["real-name"] = name == nil ? "false" : "true"
        if let name {
            fields["reviewer-name"] = name
            fields["contact"] = contact
        }
        return fields
    }
}

extension Office {
    /// The procedure under which services are reviewed.
    package static let reviews: Procedure.ID = "service-review"
    /// How one who gives no name stands in the record.
    static let unnamedReviewer = "匿名评价人"

    /// Reviews a matter that has ended, by one whose matter it was; one matter, one review.
    ///
    /// A bad one is a case file with the organ at once. `request` is the same for the same review sent again.
    package nonisolated func review(
        _ subject: CaseFile.ID, _ review: ServiceReview, request: String, by viewer: Viewer
    ) async throws -> Performed {
        let record = try await record(of: subject, for: viewer)
        let procedure = record.edition.procedure
        guard case .party(let person) = try await sight(of: record, for: viewer),
            procedure.id != Self.reviews
        else { throw Refusal(.notAllowed, field: "case", "只有本事项的当事人可以评价") }
        guard procedure.stages[record.file.stage]?.isFinal ?? false else {
            throw Refusal(.wrongStage, field: "case", "事项办结后可以评价")
        }
        var draft = Draft(
            id: "review", owner: viewer.trailName, procedure: Self.reviews, subject: nil,
            step: review.isBad ? "criticise" : "praise")
        draft.organ = record.file.organ.text
        draft.fields = review.fields
        draft.fields["reviewed-case"] = subject.text
        let reviewer = Viewer(
            account: viewer.account, person: person, name: review.name ?? Self.unnamedReviewer)
        return try await perform(
            draft, once: Once(Self.onceName(subject), request: request), by: reviewer)
    }

    /// The review of a matter; nil while there is none.
    package nonisolated func review(of subject: CaseFile.ID) async throws -> CaseFile.ID? {
        try await journal.read { try $0.once(Self.onceName(subject))?.subject }
    }

    private static func onceName(_ subject: CaseFile.ID) -> String { "review/\(subject)" }
}
