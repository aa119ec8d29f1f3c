import Engine
import Law
import Ledger
import Office
import Storage
import Testing

/// Requests come in any number and order; each is durable or refused, and none disturbs another.
@Suite struct SubmitTests {
    @Test func aRefusalChangesNothing() async throws {
        let bureau = try await Bureau(["mediation"])
        let file = try await bureau.office.submit(Mediation.apply()).file.id
        let before = try await bureau.journal.digest()
        let refused = [
            try Mediation.apply(dispute: nil),
            try Mediation.step("mediate", file),
            try Mediation.register(file, on: "2023-03-05"),
            try Mediation.register(file, expecting: 7),
            try Mediation.register("mediation-2023-999999"),
            Request(.opening("no-such-law", organ: "town-committee"), .pass),
        ]
        var codes: [String] = []
        for request in refused {
            codes.append(try await bureau.office.refusal(of: request)?.code.text ?? "done")
            #expect(try await bureau.journal.digest() == before)
        }
        #expect(
            codes == [
                "missing-field", "wrong-stage", "out-of-order", "version-conflict", "unknown-case",
                "unknown-procedure",
            ])
        #expect(try await bureau.journal.read { try $0.counter("case:mediation-2023") } == 1)
    }

    @Test func whoSawAnOlderVersionIsRefused() async throws {
        let bureau = try await Bureau(["mediation"])
        let file = try await bureau.office.submit(Mediation.apply()).file
        let seen = file.version
        _ = try await bureau.office.submit(Mediation.register(file.id, expecting: seen))
        let late = try Mediation.step("withdraw", file.id, expecting: seen)
        #expect(try await bureau.office.refusal(of: late)?.code == "version-conflict")
    }

    @Test func ofTwoAtOnceWhoSawTheSameVersionOneIsRefused() async throws {
        let bureau = try await Bureau(["mediation"])
        let file = try await bureau.office.submit(Mediation.apply()).file
        let request = try Mediation.register(file.id, expecting: file.version)
        async let one = bureau.office.refusal(of: request)
        async let other = bureau.office.refusal(of: request)
        let codes = try await [one, other].map { $0?.code.text }
        #expect(Set(codes) == [nil, "version-conflict"])
    }

    @Test func fiveHundredAtOnceAreAllDurableInOneOrder() async throws {
        let bureau = try await Bureau(["mediation"])
        let office = bureau.office
        let receipts = try await withThrowingTaskGroup(of: Receipt?.self) { group in
            for index in 0..<500 {
                // Every tenth is refused, and leaves the others alone.
                let dispute = index % 10 == 0 ? nil : "楼上漏水造成损失"
                let request = try Mediation.apply("p\(index)", dispute: dispute)
                group.addTask {
                    do {
                        return try await office.submit(request)
                    } catch is Refusal {
                        return nil
                    }
                }
            }
            return try await group.reduce(into: [Receipt]()) { all, one in
                if let one { all.append(one) }
            }
        }
        #expect(receipts.map(\.sequence).sorted() == Array(0..<450))
        #expect(Set(receipts.map(\.file.id)).count == 450)
        let reopened = try SQLiteJournal(
            path: bureau.path, authority: Bureau.authority, create: false)
        for receipt in receipts {
            let stored = try await reopened.read { try $0.event(at: receipt.sequence) }
            #expect(stored?.subject == receipt.file.id)
        }
        let findings = try await Bureau.check(reopened)
        #expect(findings.problem == nil)
        #expect(findings.events == 450 && findings.caseFiles == 450)
    }

    @Test func namesAndNumbersHaveNoGapsWhateverIsRefused() async throws {
        let bureau = try await Bureau(["mediation"])
        for (index, day) in ["2023-03-06", "2023-03-06", "2024-01-02"].enumerated() {
            #expect(
                try await bureau.office.refusal(of: Mediation.apply(on: day, dispute: nil)) != nil)
            let receipt = try await bureau.office.submit(Mediation.apply("p\(index)", on: day))
            #expect(
                try await bureau.office.refusal(
                    of: Mediation.register(receipt.file.id, on: "2023-01-01")) != nil)
        }
        let files = try await bureau.office.cases(CaseQuery()).map(\.subject)
        #expect(
            files == ["mediation-2023-000001", "mediation-2023-000002", "mediation-2024-000001"])
        // Numbers go by the day of registration, not by that of the application.
        var numbers: [String?] = []
        for (file, day) in zip(
            [files[1], files[2], files[0]], ["2023-12-29", "2024-01-03", "2024-01-04"])
        {
            numbers.append(
                try await bureau.office.submit(Mediation.register(file, on: day)).file.number)
        }
        #expect(numbers == ["海民调字〔2023〕1号", "海民调字〔2024〕1号", "海民调字〔2024〕2号"])
        #expect(try await bureau.check().problem == nil)
    }

    @Test func nobodyChoosesANumberThemselves() async throws {
        let bureau = try await Bureau(["mediation"])
        guard case .act(var act) = try Mediation.apply().command else { return }
        act.number = "海民调字〔2023〕9999号"
        let request = Request(
            .opening("mediation", organ: Mediation.organ), .act(act),
            effective: try Mediation.moment())
        #expect(try await bureau.office.submit(request).file.number == nil)
    }

    @Test func nothingIsRecordedBeforeItHappened() async throws {
        let now = try Mediation.moment("2023-03-06", hour: 8)
        let bureau = try await Bureau(["mediation"], clock: .system { now })
        #expect(try await bureau.office.refusal(of: Mediation.apply())?.code == "in-future")
        let receipt = try await bureau.office.submit(Mediation.apply(on: "2023-03-03"))
        #expect(receipt.events.map(\.recorded) == [now])
        #expect(receipt.events.map(\.effective) == [try Mediation.moment("2023-03-03")])
    }

    @Test func anOfficeThatLostItsMemoryGoesOnWhereItWas() async throws {
        let bureau = try await Bureau(["mediation"])
        let file = try await bureau.office.submit(Mediation.apply()).file
        let other = try Bureau.office(of: bureau.journal)
        let registered = try await other.submit(Mediation.register(file.id)).file
        #expect(registered.version == file.version + 1)
        // The first office sees that somebody else wrote.
        let told = try await bureau.office.submit(Mediation.step("tell-rights", file.id)).file
        #expect(told.version == registered.version + 1)
        #expect(try await bureau.office.caseFile(file.id).file == told)
        #expect(try await bureau.check().problem == nil)
    }
}
