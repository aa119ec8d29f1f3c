import Engine
import Law
package import Packs

/// An officer as the administration last wrote them down.
package struct OfficerPaper: Kept, Equatable {
    package static let kind = "officer"

    package let id: String
    package var name: String
    package var organ: String
    package var roles: [String]
    package var certificate: String?
    package var certificateFrom: String?
    package var certificateUntil: String?

    package var key: String { id }
    package var owner: String { organ }

    package init(_ officer: District.Officer) {
        id = officer.id.text
        name = officer.name
        organ = officer.organ.text
        roles = officer.roles.map(\.text).sorted()
        certificate = officer.certificate?.number
        certificateFrom = officer.certificate?.valid.from.description
        certificateUntil = officer.certificate?.valid.until?.description
    }

    package var officer: District.Officer {
        let from = certificateFrom.flatMap { Day(iso: $0) }
        let held = certificate.flatMap { number in
            from.map { from in
                Participant.Certificate(
                    number: number,
                    valid: Validity(from: from, until: certificateUntil.flatMap { Day(iso: $0) }))
            }
        }
        return District.Officer(
            id: Person.ID(id), name: name, organ: Organ.ID(organ),
            roles: Set(roles.map { Role.ID($0) }), certificate: held)
    }
}
