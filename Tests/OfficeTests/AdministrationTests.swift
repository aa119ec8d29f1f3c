import Engine
import Law
import Packs
import Storage
import Testing

@testable import Office

/// Three administrators, each with what the others cannot do or see.
@Suite struct AdministrationTests {
    private typealias Deed = @Sendable (Town, Viewer) async throws -> Void

    /// What each administrator does, and nobody else.
    private static let deeds: [(duty: Duty, deed: Deed)] = [
        (.systemAdministrator, { _ = try await $0.office.organs(for: $1) }),
        (.systemAdministrator, { _ = try await $0.office.officers(OfficerQuery(), for: $1) }),
        (.systemAdministrator, { _ = try await $0.office.officer("bureau-01", for: $1) }),
        (
            .systemAdministrator,
            { town, viewer in
                let officer = try #require(try await town.office.district()?.officer("bureau-01"))
                _ = try await town.office.keep(OfficerForm(officer), as: officer.id, by: viewer)
            }
        ),
        (.securityAdministrator, { _ = try await $0.office.accounts("", for: $1) }),
        (.securityAdministrator, { _ = try await $0.office.account("somebody", for: $1) }),
        (
            .securityAdministrator,
            { _ = try await $0.office.change("somebody", .endVisits, by: $1) }
        ),
        (
            .securityAdministrator,
            {
                _ = try await $0.office.openAccount(
                    "another", displayName: "", officer: "bureau-01", by: $1)
            }
        ),
        (.auditAdministrator, { _ = try await $0.office.trail(TrailQuery(), for: $1) }),
        (.auditAdministrator, { try await $0.office.noteTrailDownload(by: $1) }),
    ]

    @Test func eachDoesTheirOwnAndNothingElse() async throws {
        let town = try await Town(["mediation"])
        _ = try await town.office.openAccount(
            "somebody", displayName: "某人", duties: [.leader], by: .commandLine)
        for (duty, deed) in Self.deeds {
            for other in Duty.allCases where other != duty {
                let viewer = Town.administrator(other)
                #expect(try await refusal { try await deed(town, viewer) } == .notAllowed)
            }
            #expect(try await refusal { try await deed(town, .visitor) } == .signInNeeded)
            #expect(try await refusal { try await deed(town, Town.citizen()) } == .notAllowed)
            try await deed(town, Town.administrator(duty))
        }
    }

    @Test func noAdministratorSeesACaseFile() async throws {
        let town = try await Town(["mediation"])
        let file = try await town.mediation()
        for duty in Duty.administrators {
            #expect(try await town.sight(file, Town.administrator(duty)) == .none)
        }
    }

    @Test func nobodyUnitesTwoOfThemNorGivesThemselvesDuties() async throws {
        let town = try await Town()
        let (office, security) = (town.office, Town.administrator(.securityAdministrator))
        func open(_ name: String, _ officer: Person.ID?, _ duties: Set<Duty>) async throws
            -> Refusal.Code?
        {
            try await refusal {
                _ = try await office.openAccount(
                    name, displayName: name, officer: officer, duties: duties, by: security)
            }
        }
        let two: Set<Duty> = [.systemAdministrator, .auditAdministrator]
        #expect(try await open("united", nil, two) == .dutiesApart)
        #expect(try await open("first", "bureau-01", [.systemAdministrator, .leader]) == nil)
        #expect(try await open("second", "bureau-01", [.auditAdministrator]) == .dutiesApart)
        #expect(try await open("second", "bureau-01", []) == nil)
        let given = try await refusal {
            _ = try await office.change("second", .setDuties([.auditAdministrator]), by: security)
        }
        #expect(given == .dutiesApart)
        #expect(try await open("securityAdministrator", nil, [.leader]) == .badField)
        let own = Viewer(account: "first", duties: [.securityAdministrator])
        let self1 = try await refusal {
            _ = try await office.change("first", .setDuties([]), by: own)
        }
        #expect(self1 == .ownAccount)
        #expect(try await office.account("second")?.duties == [])
    }

    @Test func everyActOfAdministrationIsOnTheTrail() async throws {
        let town = try await Town()
        let security = Town.administrator(.securityAdministrator)
        _ = try await town.office.openAccount(
            "somebody", displayName: "某人", duties: [.leader], by: security)
        let changes: [AccountChange] = [
            .deactivate, .activate, .unlock, .resetPassword, .dropSecondFactor, .endVisits,
            .setDuties([.auditor]),
        ]
        for change in changes { _ = try await town.office.change("somebody", change, by: security) }
        let trail = try await town.trail()
        #expect(trail.map(\.act) == ["account-opened"] + changes.map(\.act))
        #expect(trail.allSatisfy { $0.account == "securityAdministrator" })
        #expect(trail.last?.detail == "somebody +auditor -leader")
    }

    @Test func aChangedOfficerCountsFromThenOnAndRecordsKeepWhatTheyHad() async throws {
        let town = try await Town(["mediation"])
        let file = try await town.mediation()
        let before = try await town.officer("town-committee-01")
        _ = try await town.office.assign(file, to: "town-committee-01", by: before)
        var form = OfficerForm(try #require(before.officer))
        form.name = "周改名"
        form.roles = []
        _ = try await town.office.keep(
            form, as: "town-committee-01", by: Town.administrator(.systemAdministrator))
        let after = try await town.officer("town-committee-01")
        #expect(after.officer?.name == "周改名")
        #expect(after.officer?.roles == [])
        let record = try await town.office.look(at: file, as: after).record
        #expect(String(describing: record.entries.map(\.event)).contains("周调解"))
        #expect(!String(describing: record.entries.map(\.event)).contains("周改名"))
        form.certificate = "12345"
        form.certificateFrom = "2023-02-30"
        let wrong = form
        let refused = try await refusal {
            _ = try await town.office.keep(
                wrong, as: nil, by: Town.administrator(.systemAdministrator))
        }
        #expect(refused == .badField)
    }

    @Test func certificatesThatEndAreFound() async throws {
        let town = try await Town()
        let system = Town.administrator(.systemAdministrator)
        var query = OfficerQuery()
        query.certificate = .expiring
        #expect(
            try await town.office.officers(query, for: system).officers.map(\.id) == ["bureau-01"])
        town.clock.pass(60 * 86_400)
        query.certificate = .expired
        #expect(
            try await town.office.officers(query, for: system).officers.map(\.id) == ["bureau-01"])
    }
}
