import Engine
import Foundation
import Law
import Office
import Storage
import Testing

/// Two programs on one file: each act happens once, and each sees what the other did.
@Suite struct TwoOfficesTests {
    private func another(_ bureau: Bureau) throws -> Office {
        let journal = try SQLiteJournal(
            path: bureau.path, authority: Bureau.authority, create: false)
        return try Bureau.office(of: journal)
    }

    @Test func nothingIsLostAndNothingHappensTwice() async throws {
        let bureau = try await Bureau(["mediation"])
        let offices = [bureau.office, try another(bureau)]
        let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
            for index in 0..<200 {
                let request = try Mediation.apply("p\(index)")
                group.addTask { try await offices[index % 2].submit(request) }
            }
            return try await group.reduce(into: [Receipt]()) { $0.append($1) }
        }
        #expect(receipts.map(\.sequence).sorted() == Array(0..<200))
        #expect(Set(receipts.map(\.file.id)).count == 200)
        let findings = try await bureau.check()
        #expect(findings.problem == nil)
        #expect(findings.events == 200 && findings.caseFiles == 200)
    }

    @Test func ofTwoWhoSawTheSameVersionOneIsRefused() async throws {
        let bureau = try await Bureau(["mediation"])
        let offices = [bureau.office, try another(bureau)]
        for index in 0..<20 {
            let file = try await bureau.office.submit(Mediation.apply("p\(index)")).file
            let request = try Mediation.register(file.id, expecting: file.version)
            async let one = offices[0].refusal(of: request)
            async let other = offices[1].refusal(of: request)
            let codes = try await Set([one?.code.text, other?.code.text])
            #expect(codes == [nil, "version-conflict"])
        }
        let numbers = try await bureau.office.cases(CaseQuery()).compactMap(\.number)
        #expect(numbers == (1...20).map { "海民调字〔2023〕\($0)号" })
        #expect(try await bureau.check().problem == nil)
    }

    @Test func eachSeesWhatTheOtherAdmitted() async throws {
        let bureau = try await Bureau(["mediation"])
        let other = try another(bureau)
        _ = try await other.submit(Mediation.apply())
        try await bureau.office.admit(AdmittedPack(Repository.pack("dispute-screening")))
        let request = Request(
            .opening("dispute-screening", organ: "town-committee"),
            .act(
                Act(
                    "screen", as: "screener",
                    by: [
                        Participant(
                            id: "s", name: "李明", organ: "town-committee", roles: ["screener"])
                    ], fields: ["area": .text("某社区")])), effective: try Mediation.moment())
        #expect(try await other.submit(request).file.procedure == "dispute-screening")
    }
}
