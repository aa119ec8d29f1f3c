package import Engine
package import Law

/// A district: its organs, its officers, and names for invented parties.
///
/// One for all who read it, since it never changes: who changes officers makes another.
package final class District: Sendable {
    package struct Body: Sendable {
        package let id: Organ.ID
        package let title: Title
        package let kind: String
    }

    package struct Officer: Sendable {
        package let id: Person.ID
        package let name: String
        package let organ: Organ.ID
        package let roles: Set<Role.ID>
        package let certificate: Participant.Certificate?

        package init(
            id: Person.ID, name: String, organ: Organ.ID, roles: Set<Role.ID>,
            certificate: Participant.Certificate?
        ) {
            self.id = id
            self.name = name
            self.organ = organ
            self.roles = roles
            self.certificate = certificate
        }

        /// The officer as a participant in an act.
        package var participant: Participant {
            Participant(id: id, name: name, organ: organ, roles: roles, certificate: certificate)
        }
    }

    package let id: String
    package let title: Title
    package let authority: String
    package let organs: [Body]
    package let officers: [Officer]
    package let surnames: [String]
    package let givenNames: [String]
    package let competence: Competence
    private let organPlaces: [Organ.ID: Int]
    private let officerPlaces: [Person.ID: Int]
    private let staff: [Organ.ID: [Officer]]

    package init(
        id: String, title: Title, authority: String, organs: [Body], officers: [Officer],
        surnames: [String], givenNames: [String], competence: Competence = .unsaid
    ) {
        self.id = id
        self.title = title
        self.authority = authority
        self.organs = organs
        self.officers = officers
        self.surnames = surnames
        self.givenNames = givenNames
        self.competence = competence
        organPlaces = Dictionary(
            organs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        officerPlaces = Dictionary(
            officers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        staff = Dictionary(grouping: officers, by: \.organ)
    }

    package func organ(_ id: Organ.ID) -> Body? { organPlaces[id].map { organs[$0] } }
    /// The title of an organ of the district, or of one outside it that its notices name.
    package func title(of id: Organ.ID) -> Title? {
        organ(id)?.title ?? competence.outsiders.first { $0.id == id }?.title
    }
    package func officer(_ id: Person.ID) -> Officer? { officerPlaces[id].map { officers[$0] } }
    package func officers(of organ: Organ.ID) -> [Officer] { staff[organ] ?? [] }

    /// The district with these officers in the place of those with their numbers, or beside them.
    package func with(_ changed: [Officer]) -> District {
        let ids = Set(changed.map(\.id))
        return District(
            id: id, title: title, authority: authority, organs: organs,
            officers: officers.filter { !ids.contains($0.id) } + changed, surnames: surnames,
            givenNames: givenNames, competence: competence)
    }
}

/// A figure as a published report printed it.
package struct PublishedFigure: Sendable {
    package let id: String
    package let section: String
    package let title: String
    /// As printed.
    package let value: String
    package let unit: String
    /// exact, more-than, approx-wan and so on.
    package let precision: String
    package let text: String
    /// The indicator that computes the same thing, as `matter.indicator`.
    package let figure: String?
    /// Why nothing computes it.
    package let reason: Title?
}

/// A demonstration year: so many of this story, so many of that.
package struct YearMix: Sendable {
    package struct Entry: Sendable {
        package let place: Place
        /// `pack/scenario`.
        package let pack: Procedure.ID
        package let scenario: String
        package let times: Int
        /// The days on which its instances begin, spread evenly.
        package let starts: ClosedRange<Day>
        /// The organs that handle them, in turn; empty for the story's own.
        package let organs: [Organ.ID]
        /// Values that replace the story's, in turn.
        package let set: [Field.ID: [String]]
        /// Outcomes that replace the story's, in turn; empty for the story's own.
        package let outcomes: [Outcome.ID]
        /// The organ whose people play a role that may belong to any.
        package let people: [Role.ID: Organ.ID]
        /// A money field, and the total its values add up to.
        package let share: (field: Field.ID, total: Money)?
        /// Why nothing published bears it out.
        package let assumed: Title?
    }

    package let year: Int
    package let entries: [Entry]
}
