import Law

extension ActCheck {
    func hasRole() throws(Refusal) {
        guard step.by.contains(act.role), let role = procedure.roles[act.role] else {
            let titles = step.by.compactMap { procedure.roles[$0]?.title.chinese }
            throw refusal(
                .wrongRole, "应当由\(titles.joined(separator: "或者"))进行", field: act.role.text)
        }
        guard !act.people.isEmpty else {
            throw refusal(.unknownPerson, "没有说明由谁进行", field: "by")
        }
        for person in act.people { try check(person, in: role) }
        try isSameParty(role)
    }

    private func check(_ person: Participant, in role: Role) throws(Refusal) {
        guard person.roles.contains(role.id) else {
            throw refusal(
                .wrongRole, "\(person.name)不是\(role.title.chinese)", field: person.id.text)
        }
        guard !file.recused.contains(person.id) else {
            throw refusal(.recused, "\(person.name)已经回避", field: person.id.text)
        }
        guard role.kind != .party else { return }
        let organ: Organ.ID? =
            switch role.of {
            case .any: person.organ
            case .handling: occasion.organ
            case .field(let field): stated.organ(in: field)
            }
        guard organ != nil, person.organ == organ else {
            throw refusal(
                .wrongOrgan, "\(person.name)不属于应当办理的机关\(organ.map { "（\($0)）" } ?? "")",
                field: person.id.text)
        }
    }

    /// Who opened a file as a party is the party in that role until its end.
    private func isSameParty(_ role: Role) throws(Refusal) {
        guard role.kind == .party, let first = file.deeds.first, first.role == role.id else {
            return
        }
        let known = Set(first.people.map(\.id))
        if let other = act.people.first(where: { !known.contains($0.id) }) {
            throw refusal(.wrongRole, "不是本案的\(role.title.chinese)", field: other.id.text)
        }
    }

    func hasPeople() throws(Refusal) {
        let distinct = Set(act.people.map(\.id)).count
        guard distinct >= step.people.atLeast else {
            throw refusal(
                .tooFewOfficers, "应当由\(step.people.atLeast)人以上共同进行，现有\(distinct)人",
                field: "by")
        }
        guard step.people.certified else { return }
        for person in act.people {
            guard let certificate = person.certificate else {
                throw refusal(.notCertified, "\(person.name)没有行政执法证件", field: person.id.text)
            }
            guard certificate.valid.contains(occasion.effective.day) else {
                throw refusal(
                    .notCertified,
                    "\(person.name)的行政执法证件（\(certificate.number)）当日无效，有效期\(certificate.valid)",
                    field: person.id.text)
            }
        }
    }

    func isSeparate() throws(Refusal) {
        for person in act.people {
            for earlier in step.people.notBy {
                let did = file.deeds.contains { deed in
                    deed.step == earlier && deed.people.contains { $0.id == person.id }
                }
                guard did else { continue }
                let title = procedure.steps[earlier]?.title.chinese ?? earlier.text
                throw refusal(
                    .separation, "\(person.name)已经进行过“\(title)”，不得再进行此环节",
                    field: person.id.text)
            }
            if let field = step.people.notOf, let organ = stated.organ(in: field),
                person.organ == organ
            {
                throw refusal(
                    .separation,
                    "\(person.name)属于\(procedure.fields[field]?.title.chinese ?? field.text)",
                    field: person.id.text)
            }
        }
    }

    func isApproved() throws(Refusal) {
        guard let id = step.people.approvedBy, let role = procedure.roles[id] else {
            if let approver = act.approver {
                throw refusal(.approvalInvalid, "此环节不需要批准", field: approver.id.text)
            }
            return
        }
        guard let approver = act.approver else {
            throw refusal(.approvalMissing, "应当经\(role.title.chinese)批准", field: "approved-by")
        }
        guard !act.people.contains(where: { $0.id == approver.id }) else {
            throw refusal(.approvalInvalid, "承办人不得批准自己的行为", field: approver.id.text)
        }
        guard approver.roles.contains(id) else {
            throw refusal(
                .approvalInvalid, "\(approver.name)不是\(role.title.chinese)", field: approver.id.text
            )
        }
        try check(approver, in: role)
    }
}
