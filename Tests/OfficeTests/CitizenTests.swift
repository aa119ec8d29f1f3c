import Engine
import Law
import Packs
import Storage
import Testing

@testable import Office

/// A citizen applies, follows, reminds and reviews.
@Suite struct CitizenTests {
    @Test func anApplicationIsFiledOnceAndOpensWithItsSecretAlone() async throws {
        let town = try await Town(["mediation"])
        let (visitor, cookie) = try await town.office.beginVisit()
        let other = try await town.office.beginVisit().guest
        let draft = try await town.application(of: visitor)
        #expect(draft.organ == "town-committee")
        #expect(try await town.office.application(draft.id, of: other) == nil)

        let file = try await town.office.file(application: draft, of: visitor)
        #expect(try await town.office.file(application: draft, of: visitor) == file)
        let now = try #require(try await town.office.guest(cookie: cookie))
        #expect(try await town.office.filed(application: draft.id, of: now) == file)
        #expect(try await town.office.filed(application: draft.id, of: other) == nil)

        let secret = try #require(town.office.freshSecret(of: file, in: now))
        #expect(try await town.office.open(file.text, secret: "AAAA", in: other) == nil)
        #expect(try await town.office.open(file.text, secret: secret, in: other) == file)
    }

    @Test func aReminderIsSentOnceADay() async throws {
        let town = try await Town(["mediation"])
        let viewer = try await town.filed().viewer
        let file = try #require(viewer.receipts.keys.first)
        _ = try await town.office.urge(file, "请尽快", by: viewer)
        let refusal = await #expect(throws: Refusal.self) {
            try await town.office.urge(file, "请尽快", by: viewer)
        }
        #expect(refusal?.code == .alreadyDone)
        town.clock.pass(86_400)
        _ = try await town.office.urge(file, "", by: viewer)
    }

    @Test func aMatterThatHasEndedIsReviewedOnceAndABadReviewIsLookedIntoAtOnce() async throws {
        let town = try await Town(["mediation", "service-review"])
        let guest = try await town.filed()
        let file = try #require(guest.viewer.receipts.keys.first)
        let wish = { (form: String) in
            ReviewWish(
                level: "very-dissatisfied", comment: "无人联系", name: nil, unnamed: "匿名", form: form)
        }
        let early = await #expect(throws: Refusal.self) {
            try await town.office.review(file, wish("f1"), by: guest)
        }
        #expect(early?.code == .tooEarly)

        let withdrawal = Draft(
            id: "w", owner: guest.owner, procedure: "mediation", subject: file, step: "withdraw")
        _ = try await town.office.perform(withdrawal, by: guest.viewer)
        let review = try await town.office.review(file, wish("f1"), by: guest)
        #expect(try await town.office.review(file, wish("f1"), by: guest) == review)
        let second = await #expect(throws: Refusal.self) {
            try await town.office.review(file, wish("f2"), by: guest)
        }
        #expect(second?.code == .onceOnly)

        let party = try #require(try await town.office.partyRecord(of: file, as: guest.viewer))
        let record = try #require(try await town.office.review(of: party))
        #expect(record.file.stage == "rectifying")
        #expect(record.file.running("rectification") != nil)
    }

    @Test func aPartySeesWhatMovedTheCaseButNotHowItIsHandled() async throws {
        let bureau = try await Bureau(["reconsideration-2023"])
        let file = try await bureau.play("reconsideration-2023", "ordinary-decided-upheld")
        let record = try await bureau.journal.read { try $0.record(of: file) }
        let person = try #require(record.entries.first?.event.act?.people.first?.id)
        let lines = PartyRecord(record, for: person).lines
        let steps = Set(lines.compactMap { $0.entry.event.act?.step })
        #expect(steps.isSuperset(of: ["apply", "accept", "decide"]))
        #expect(!steps.contains("hear-views"))
        for line in lines {
            let isOwn = line.entry.event.act?.people.contains { $0.id == person } ?? false
            if case .whole = line.extent { #expect(isOwn) } else { #expect(!isOwn) }
        }
    }
}

extension Town {
    /// A mediation that a visitor has filled in.
    fileprivate func application(of guest: Guest) async throws -> Draft {
        var draft = try await office.beginApplication("mediation", "apply", for: guest)
        draft.partyName = "张丽"
        draft.fields = [
            "applicant-name": "张丽", "other-party-name": "王强", "dispute-kind": "neighbours",
            "dispute": "楼上漏水造成损失",
        ]
        try await office.keep(application: draft, of: guest)
        return draft
    }

    /// A visitor who has filed one.
    fileprivate func filed() async throws -> Guest {
        let (guest, cookie) = try await office.beginVisit()
        _ = try await office.file(application: application(of: guest), of: guest)
        return try #require(try await office.guest(cookie: cookie))
    }
}
