package import Engine
package import Law

/// The people of a story: each holds the role, belongs to the right organ and has a valid certificate, unless it says otherwise.
package struct StoryPeople {
    let scenario: Scenario
    let procedure: Procedure
    let file: CaseFile?

    package init(scenario: Scenario, procedure: Procedure, file: CaseFile?) {
        self.scenario = scenario
        self.procedure = procedure
        self.file = file
    }

    package func participant(_ speaker: Scenario.Speaker, fields: [Field.ID: Value]) -> Participant
    {
        let exception = scenario.people[speaker.name]
        let role = procedure.roles[speaker.role]
        let valid: Validity? =
            switch exception?.certificate {
            case .missing?: nil
            case .until(let day)?: Validity(from: Day.earliest, until: day)
            case nil: Validity(from: Day.earliest)
            }
        let certificate = valid.map { Participant.Certificate(number: speaker.name, valid: $0) }
        return Participant(
            id: speaker.id, name: speaker.name,
            organ: exception?.organ ?? role.flatMap { organ(of: $0, speaker, fields) },
            roles: [speaker.role], certificate: role?.kind == .party ? nil : certificate)
    }

    private func organ(
        of role: Role, _ speaker: Scenario.Speaker, _ fields: [Field.ID: Value]
    ) -> Organ.ID? {
        guard role.kind != .party else { return nil }
        switch role.of {
        case .handling: return scenario.organ
        case .any: return Organ.ID(speaker.name)
        case .field(let field):
            if case .organ(let organ) = fields[field] ?? file?.fields[field] { return organ }
            return nil
        }
    }
}
