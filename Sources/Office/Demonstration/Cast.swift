import Engine
import Law
import Packs

/// Gives the speakers of a story's instance people: officers of the district in turn, parties with invented names.
struct Cast: Sendable {
    let district: District
    private let officers: [Post: [District.Officer]]
    private let anywhere: [Role.ID: [District.Officer]]

    private struct Post: Hashable {
        let role: Role.ID
        let organ: Organ.ID
    }

    init(_ district: District) {
        self.district = district
        var officers: [Post: [District.Officer]] = [:]
        var anywhere: [Role.ID: [District.Officer]] = [:]
        for officer in district.officers {
            for role in officer.roles {
                officers[Post(role: role, organ: officer.organ), default: []].append(officer)
                anywhere[role, default: []].append(officer)
            }
        }
        self.officers = officers
        self.anywhere = anywhere
    }

    /// The person who plays a speaker; the position among the story's speakers keeps different ones apart.
    func participant(
        _ speaker: Scenario.Speaker, at position: Int, in instance: Int, role: Role,
        organ: Organ.ID?
    ) -> Participant? {
        guard role.kind != .party else {
            return Participant(
                id: Person.ID("p\(instance)-\(speaker.name)"),
                name: name(instance &* 31 &+ position),
                roles: [speaker.role])
        }
        let known =
            organ.flatMap { officers[Post(role: role.id, organ: $0)] } ?? anywhere[role.id] ?? []
        guard !known.isEmpty else { return nil }
        return known[(instance + position) % known.count].participant
    }

    /// An invented name, the same for the same number.
    func name(_ number: Int) -> String {
        let given = district.givenNames
        let surnames = district.surnames
        guard !given.isEmpty, !surnames.isEmpty else { return "某" }
        let index = number.magnitude
        return surnames[Int(index % UInt(surnames.count))]
            + given[Int(index / UInt(surnames.count) % UInt(given.count))]
    }
}
