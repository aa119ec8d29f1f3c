package import Engine
package import Law
import Packs

/// What somebody says of how a matter of theirs was handled (好差评).
package struct ReviewWish: Sendable {
    /// The choice of the pack's field `level`.
    package let level: String
    package let comment: String
    /// Nil for one who gives no name.
    package let name: String?
    /// What stands for one who gives no name.
    package let unnamed: String
    /// Which form was sent, so that sending it again is no second review.
    package let form: String

    package init(level: String, comment: String, name: String?, unnamed: String, form: String) {
        self.level = level
        self.comment = comment
        self.name = name
        self.unnamed = unnamed
        self.form = form
    }
}

/// Reviews of matters that have ended: one matter, one review.
extension Office {
    /// The procedure under which reviews are handled.
    package static let reviewing: Procedure.ID = "service-review"

    /// The pack of reviews; nil where the office has none.
    package nonisolated func reviewPack() async throws -> AdmittedPack? {
        try await packs().first { $0.procedure.id == Self.reviewing }
    }

    /// The review that a party's matter has; nil if there is none.
    package nonisolated func review(of party: PartyRecord) async throws -> CaseRecord? {
        let name = Self.onceName(of: party.record.file.id)
        guard let done = try await journal.glance({ try $0.once(name) }) else { return nil }
        return try await record(of: done.subject, for: nil)
    }

    /// Reviews a matter that has ended: opens a file of its own at the organ that handled it, which a bad review then occupies at once.
    package nonisolated func review(
        _ subject: CaseFile.ID, _ wish: ReviewWish, by guest: Guest
    ) async throws -> CaseFile.ID {
        let (receipt, secret) = try await review(subject, wish, by: guest.viewer)
        try await remember(receipt, secret, in: guest.visit)
        return receipt.file.id
    }

    /// The same for a program; answers with the secret that opens the review to one who gave no name.
    package nonisolated func review(
        _ subject: CaseFile.ID, _ wish: ReviewWish, by viewer: Viewer
    ) async throws -> (receipt: Receipt, secret: String?) {
        guard viewer.officer == nil, let party = try await partyRecord(of: subject, as: viewer)
        else { throw Refusal(.notAllowed, field: "level", "只有当事人可以评价，工作人员不能评价") }
        guard party.record.canBeReviewed else {
            throw Refusal(.tooEarly, field: "level", "办结或者作出决定后可以评价")
        }
        guard let pack = try await reviewPack(), let step = pack.procedure.reviewStep(wish.level)
        else { throw Refusal(.missingField, field: "level", "请选择评价等级") }
        var draft = Draft(
            id: wish.form, owner: viewer.trailName, procedure: Self.reviewing, subject: nil,
            step: step)
        draft.organ = party.record.file.organ.text
        draft.fields = [
            "reviewed-case": subject.text, "level": wish.level, "comment": wish.comment,
            "real-name": wish.name == nil ? "false" : "true",
            "reviewer-name": wish.name ?? "", "occasion": "online",
        ]
        // Without a name the record does not say which account it was.
        let performed = try await perform(
            draft, partyName: wish.name ?? wish.unnamed,
            once: Once(Self.onceName(of: subject), request: wish.form),
            by: wish.name == nil ? .visitor : viewer)
        guard case .done(let receipt, let secret) = performed else { throw Self.mustSignIn }
        return (receipt, secret)
    }

    static func onceName(of subject: CaseFile.ID) -> String { "review/\(subject)" }
}

extension CaseRecord {
    /// Whether the matter is at a point where it may be reviewed: decided, or ended; a review itself is not reviewed.
    package var canBeReviewed: Bool {
        let procedure = edition.procedure
        guard procedure.id != Office.reviewing else { return false }
        return file.outcome != nil || procedure.stages[file.stage]?.isFinal ?? false
    }
}

extension Procedure {
    /// The step by which a review of a level is made; nil if no step takes it.
    fileprivate func reviewStep(_ level: String) -> Step.ID? {
        applications.first { step in
            step.requirements.allSatisfy { rule in
                guard case .oneOf("level", let values) = rule.that else { return true }
                return values.contains(.choice(level))
            }
        }?.id
    }
}
