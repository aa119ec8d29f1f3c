package import Engine
package import Law
import Packs

/// How much of a case file somebody may see.
package enum Sight: Sendable, Equatable {
    case none
    /// What concerns a party: their own acts, the notices, where it stands and who must act by when.
    case party(Person.ID)
    /// The whole record, and the acts of their posts.
    case whole
    /// The whole record, without a part in it.
    case supervising

    package var seesAll: Bool {
        switch self {
        case .whole, .supervising: true
        case .none, .party: false
        }
    }
}

extension Viewer {
    /// What the viewer may see of a case file: the one place where this is decided.
    ///
    /// Basis: a party may consult the file (Penalty Law, articles 44-45 and 63; Reconsideration Law, article 47); others need a
    /// part in it (Personal Information Protection Law, articles 6 and 34).
    package func sight(of file: CaseFile, under procedure: Procedure, isOfAllOrgans: Bool) -> Sight
    {
        if officer != nil || !duties.isEmpty {
            let sight = officialSight(of: file, under: procedure, isOfAllOrgans: isOfAllOrgans)
            if sight != .none { return sight }
        }
        // A receipt was issued by the office itself, also to one who has not acted yet.
        if let holder = receipts[file.id] { return .party(holder) }
        guard let person, file.hasParty(person, under: procedure) else { return .none }
        return .party(person)
    }

    private func officialSight(
        of file: CaseFile, under procedure: Procedure, isOfAllOrgans: Bool
    ) -> Sight {
        if let officer {
            if file.participants.contains(officer.id) { return .whole }
            let isConcerned = file.concerned(under: procedure).contains(officer.organ)
            let isOpen = procedure.confidentiality == nil
            if isConcerned && isOpen || holdsPost(in: procedure, concerned: isConcerned) {
                return .whole
            }
            let answers = duties.contains(.leader) && (isConcerned || isOfAllOrgans)
            if answers, isOpen { return .supervising }
        }
        return duties.contains(.auditor) ? .supervising : .none
    }

    /// Whether the officer holds a post that the procedure knows, in an organ where it counts.
    ///
    /// A post of any organ opens all files only where it has work of its own in them; whoever is merely asked sees what they are asked about.
    private func holdsPost(in procedure: Procedure, concerned isConcerned: Bool) -> Bool {
        posts(in: procedure).contains { role in
            isConcerned || role.of == .any && procedure.givesWork(to: role.id)
        }
    }

    /// The roles of a procedure that the officer holds.
    package func posts(in procedure: Procedure) -> [Role] {
        guard let officer else { return [] }
        return procedure.roles.filter { $0.kind != .party && officer.roles.contains($0.id) }
    }

    /// Whether the officer does the handling organ's work in a file: by a post there, or by one that works on files of any organ,
    /// as that of an institution which handles for the organ.
    package func handles(_ file: CaseFile, under procedure: Procedure) -> Bool {
        posts(in: procedure).contains { role in
            guard procedure.givesWork(to: role.id) else { return false }
            return switch role.of {
            case .any: true
            case .handling: officer?.organ == file.organ
            case .field: false
            }
        }
    }

    /// The procedures of which nothing may be listed for the viewer.
    package func hidden(among procedures: [Procedure]) -> [Procedure.ID] {
        guard !duties.contains(.auditor) else { return [] }
        return procedures.filter { $0.confidentiality != nil && posts(in: $0).isEmpty }.map(\.id)
    }
}

extension Procedure {
    /// Whether a role takes a step, or has a term to keep.
    fileprivate func givesWork(to role: Role.ID) -> Bool {
        steps.contains { $0.by.contains(role) } || timeLimits.contains { $0.holder == role }
    }
}

extension CaseFile {
    /// Whether a person acted, or was asked, as a party.
    package func hasParty(_ person: Person.ID, under procedure: Procedure) -> Bool {
        let acted = deeds.contains { deed in
            procedure.roles[deed.role]?.kind == .party && deed.people.contains { $0.id == person }
        }
        return acted
            || consultations.contains { consultation in
                procedure.roles[consultation.rule.addressees]?.kind == .party
                    && consultation.questions.contains { $0.addressee == person }
            }
    }

    /// The party roles in which a person took part.
    package func partyRoles(of person: Person.ID, under procedure: Procedure) -> Set<Role.ID> {
        let acted = deeds.filter { deed in
            procedure.roles[deed.role]?.kind == .party && deed.people.contains { $0.id == person }
        }.map(\.role)
        let asked = consultations.filter { consultation in
            procedure.roles[consultation.rule.addressees]?.kind == .party
                && consultation.questions.contains { $0.addressee == person }
        }.map(\.rule.addressees)
        return Set(acted + asked)
    }
}
