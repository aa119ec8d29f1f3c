import Engine
import Law
import Packs
import Storage
import Testing

@testable import Office

/// Acts of viewers: signed together, done once, kept through a rebuild, erased whole.
@Suite struct ActingTests {
    // MARK: - Joint acts

    /// A reconsideration at the government, of which the handler wants to dismiss the application.
    func dismissal() async throws -> (Town, Draft) {
        let town = try await Town(["reconsideration-2023"], on: "2024-02-07")
        let pack = try Repository.pack("reconsideration-2023")
        let name = "silence-accepts-across-the-spring-festival"
        let story = try #require(pack.scenarios.first { $0.name == name })
        guard case .act(let told)? = story.lines.first?.deed else { throw Refusal("no-act", "") }
        var application = Draft(
            id: "d1", owner: "p-zhang", procedure: "reconsideration-2023", subject: nil,
            step: told.step)
        application.organ = "government"
        application.fields = told.with
        application.documents = told.documents.map(\.text)
        let file = try await town.office.perform(application, by: Town.citizen()).receipt().file
        town.clock.pass(19 * 86_400)
        var draft = Draft(
            id: "d2", owner: "x", procedure: "reconsideration-2023", subject: file.id,
            step: "dismiss")
        draft.fields = ["denial-ground": "out-of-time", "denial-reasons": "超过六十日"]
        draft.approver = "government-01"
        return (town, draft)
    }

    @Test func aJointActHappensWithTheLastSignature() async throws {
        let (town, draft) = try await dismissal()
        let subject = CaseFile.ID(try #require(draft.subject))
        let handler = try await town.officer("government-02")
        let joint = try await town.office.perform(draft, by: handler).joint()
        #expect(joint.missing == ["government-01"])
        #expect(try await town.office.caseFile(subject).file.outcome == nil)
        for other in ["government-02", "government-03", "bureau-01"] {
            let viewer = try await town.officer(Person.ID(other))
            let code = try await refusal { _ = try await town.office.sign(joint.id, by: viewer) }
            #expect(code == .notAllowed)
        }
        let head = try await town.officer("government-01")
        let receipt = try await town.office.sign(joint.id, by: head).receipt()
        #expect(receipt.file.outcome == "dismiss-application")
        let act = try #require(receipt.events.last?.act)
        #expect(act.people.map(\.id) == ["government-02"])
        #expect(act.approver?.id == "government-01")
        let again = try await refusal { _ = try await town.office.sign(joint.id, by: head) }
        #expect(again == .unknownCase)
        #expect(try await town.office.jointActs(for: handler).isEmpty)
    }

    @Test func nobodyApprovesWhatTheyPrepareAndADeclinedActIsGone() async throws {
        var (town, draft) = try await dismissal()
        let handler = try await town.officer("government-02")
        draft.approver = "government-02"
        let own = draft
        let code = try await refusal { _ = try await town.office.perform(own, by: handler) }
        #expect(code == .approvalInvalid)
        draft.approver = "government-01"
        let joint = try await town.office.perform(draft, by: handler).joint()
        let stranger = try await town.officer("bureau-01")
        #expect(
            try await refusal { try await town.office.decline(joint.id, by: stranger) }
                == .notAllowed)
        let head = try await town.officer("government-01")
        try await town.office.decline(joint.id, by: head)
        #expect(
            try await refusal { _ = try await town.office.sign(joint.id, by: head) } == .unknownCase
        )
    }

    @Test func theSameFormSentTwiceIsOneActToSign() async throws {
        let (town, draft) = try await dismissal()
        let handler = try await town.officer("government-02")
        let version = try await town.office.caseFile(CaseFile.ID(try #require(draft.subject))).file
            .version
        let first = try await town.office.perform(draft, expecting: version, by: handler).joint()
        let again = try await town.office.perform(draft, expecting: version, by: handler).joint()
        #expect(first == again)
        var changed = draft
        changed.fields["denial-reasons"] = "超过法定期限"
        let other = try await town.office.perform(changed, expecting: version, by: handler).joint()
        #expect(other.id != first.id)
        #expect(try await town.office.jointActs(for: handler).count == 2)
    }

    /// As when the server ended between the last signature and the act.
    @Test func whatAllHadSignedIsBroughtAboutBySigningAgain() async throws {
        let (town, draft) = try await dismissal()
        let handler = try await town.officer("government-02")
        var joint = try await town.office.perform(draft, by: handler).joint()
        joint.signed.append("government-01")
        let signed = joint
        try await town.office.journal.write { try $0.keep(signed) }
        let stranger = try await town.officer("government-03")
        let code = try await refusal { _ = try await town.office.sign(signed.id, by: stranger) }
        #expect(code == .notAllowed)
        let head = try await town.officer("government-01")
        #expect(try await town.office.jointActs(for: head).map(\.id) == [signed.id])
        let receipt = try await town.office.sign(signed.id, by: head).receipt()
        #expect(receipt.file.outcome == "dismiss-application")
        #expect(try await town.office.jointActs(for: head).isEmpty)
    }

    // MARK: - Once

    @Test func filingTwiceFilesOnce() async throws {
        let town = try await Town(["mediation"])
        let once = Once("draft/d1", request: "d1")
        let citizen = Town.citizen()
        let first = try await town.office.perform(Town.application, once: once, by: citizen)
        let again = try await town.office.perform(Town.application, once: once, by: citizen)
        #expect(try first.receipt().file.id == again.receipt().file.id)
        #expect(try first.receipt().sequence == again.receipt().sequence)
        #expect(try await town.office.cases(CaseQuery()).count == 1)
        let other = Once("draft/d1", request: "another")
        let code = try await refusal {
            _ = try await town.office.perform(Town.application, once: other, by: citizen)
        }
        #expect(code == .onceOnly)
    }

    // MARK: - Beside the steps

    /// A mediation that was assigned, and of which its party said something.
    private func discussed() async throws -> (Town, CaseFile.ID) {
        let town = try await Town(["mediation"])
        let file = try await town.mediation()
        let mediator = try await town.officer("town-committee-01")
        _ = try await town.office.assign(file, to: "town-committee-01", by: mediator)
        _ = try await town.office.remark(.urge, "天花板快要塌了", in: file, by: Town.citizen())
        return (town, file)
    }

    @Test func aRebuiltProjectionIsTheKeptOne() async throws {
        let (town, _) = try await discussed()
        let journal = town.bureau.journal
        let before = try await journal.read { try $0.projectionDigest() }
        _ = try await town.office.rebuild()
        #expect(try await journal.read { try $0.projectionDigest() } == before)
        #expect(try await town.bureau.check().problem == nil)
    }

    @Test func erasureTakesTheWordsOfARemarkAndWhatTheFileIsFoundBy() async throws {
        let (town, file) = try await discussed()
        func found(_ text: String) async throws -> Int {
            var query = CaseQuery()
            query.text = text
            let asked = query
            return try await town.office.cases(asked).count
        }
        #expect(try await found("张丽") == 1)
        let told = String(describing: try await town.office.caseFile(file).events)
        #expect(told.contains("天花板快要塌了"))
        _ = try await town.office.erase(file, ground: "个人信息保护法 47：当事人撤回同意")
        #expect(try await found("张丽") == 0)
        let left = String(describing: try await town.office.caseFile(file).events)
        #expect(!left.contains("天花板") && !left.contains("张丽"))
        #expect(try await town.bureau.check().problem == nil)
    }

    // MARK: - Documents

    /// A mediation whose application brings a document.
    private func documented(_ town: Town, _ document: HeldDocument) async throws -> CaseFile.ID {
        var draft = Town.application
        draft.held = [Draft.Held(document)]
        return try await town.office.perform(draft, by: Town.citizen()).receipt().file.id
    }

    @Test func aDocumentGoesWithTheLastFileThatHoldsIt() async throws {
        let town = try await Town(["mediation"])
        let kind = try #require(try Repository.pack("mediation").procedure.documents.first).id
        let document = try await town.office.hold([1, 2, 3], as: kind, mediaType: "text/plain")
        let first = try await documented(town, document)
        let second = try await documented(town, document)
        func content() async throws -> [UInt8]? {
            try await town.bureau.journal.read { try $0.document(document.digest) }
        }
        for (file, left) in [(first, [1, 2, 3]), (second, nil as [UInt8]?)] {
            _ = try await town.office.erase(file, ground: "个人信息保护法 47：当事人撤回同意")
            #expect(try await content() == left)
        }
        #expect(try await town.bureau.check().problem == nil)
    }

    @Test func aDocumentStaysWhileAnotherDraftNamesItThoughTheOnlyFileIsErased() async throws {
        let town = try await Town(["mediation"])
        let kind = try #require(try Repository.pack("mediation").procedure.documents.first).id
        let document = try await town.office.hold([1, 2, 3], as: kind, mediaType: "text/plain")
        let file = try await documented(town, document)
        var draft = Town.application
        draft.held = [Draft.Held(document)]
        draft.saved = town.clock.now.seconds
        let kept = draft
        try await town.bureau.journal.write { try $0.keep(kept) }
        func isThere() async throws -> Bool {
            try await town.bureau.journal.read { try $0.document(document.digest) != nil }
        }
        _ = try await town.office.erase(file, ground: "个人信息保护法 47：当事人撤回同意")
        #expect(try await isThere())
        try await town.bureau.journal.write { try $0.drop(Draft.self, kept.id) }
        town.clock.pass(Draft.keptSeconds + 1)
        try await town.office.tidy()
        #expect(try await !isThere())
    }

    @Test func whatIsHandedInAndNeverFiledIsDeletedAfterAMonth() async throws {
        let town = try await Town(["mediation"])
        let kind = try #require(try Repository.pack("mediation").procedure.documents.first).id
        func hold(_ bytes: [UInt8]) async throws -> HeldDocument {
            try await town.office.hold(bytes, as: kind, mediaType: "text/plain")
        }
        let filed = try await hold([1])
        let forgotten = try await hold([2])
        let drafted = try await hold([3])
        _ = try await documented(town, filed)
        func left() async throws -> [Bool] {
            try await town.bureau.journal.read { reader in
                try [filed, forgotten, drafted].map { try reader.document($0.digest) != nil }
            }
        }
        town.clock.pass(Draft.keptSeconds)
        try await town.office.tidy()
        #expect(try await left() == [true, true, true])
        town.clock.pass(1)
        var draft = Town.application
        draft.held = [Draft.Held(drafted)]
        draft.saved = town.clock.now.seconds
        let kept = draft
        try await town.bureau.journal.write { try $0.keep(kept) }
        try await town.office.tidy()
        #expect(try await left() == [true, false, true])
    }

    @Test func theFirstEntryUnderAnEditionIsKept() async throws {
        let (town, _) = try await discussed()
        let system = Town.administrator(.systemAdministrator)
        let use = try #require(try await town.office.editions(for: system).first)
        #expect(use.isNewest)
        #expect(use.first?.sequence == 0)
        #expect(
            try await refusal { _ = try await town.office.editions(for: Town.citizen()) }
                == .notAllowed)
    }
}
