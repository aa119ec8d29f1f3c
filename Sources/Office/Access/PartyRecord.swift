package import Engine
package import Law

/// The record of a case file as far as one of its parties may see it.
///
/// Their own acts whole; of the acts of others that one was done and its notices, where it told, decided or moved the case;
/// never how an organ deliberates or whom it charges with the work.
package struct PartyRecord: Sendable {
    package enum Extent: Sendable {
        /// What the party did: all of it.
        case whole
        /// That it was done, when, and the notices it issued.
        case outline
    }

    package struct Line: Sendable {
        package let entry: CaseRecord.Entry
        package let extent: Extent
    }

    package let record: CaseRecord
    package let person: Person.ID
    /// In order.
    package let lines: [Line]

    package init(_ record: CaseRecord, for person: Person.ID) {
        self.record = record
        self.person = person
        var stage: Stage.ID?
        lines = record.entries.compactMap { entry in
            defer { stage = entry.file.stage }
            return Self.extent(of: entry, for: person, before: stage)
                .map { Line(entry: entry, extent: $0) }
        }
    }

    private static func extent(
        of entry: CaseRecord.Entry, for person: Person.ID, before: Stage.ID?
    ) -> Extent? {
        switch entry.event.fact {
        case .acted(let act):
            if act.people.contains(where: { $0.id == person }) { return .whole }
            let notices = entry.edition.procedure.steps[act.step]?.notices ?? []
            let tells = !notices.isEmpty || act.outcome != nil || entry.file.stage != before
            return tells ? .outline : nil
        case .consulted(_, _, let by): return by?.id == person ? .whole : nil
        case .remarked(let remark): return remark.by.id == person ? .whole : nil
        case .passed, .erased: return .outline
        case .assigned: return nil
        }
    }

    /// The line whose event has this place among those of the case file.
    package func line(at version: Int) -> Line? {
        lines.first { $0.entry.event.version == version }
    }

    /// The roles in which the person takes part.
    package var roles: Set<Role.ID> {
        record.file.partyRoles(of: person, under: record.edition.procedure)
    }

    /// The questions of consultations that wait for the person's answer.
    package var questions: [Consultation] {
        record.file.consultations.filter { consultation in
            consultation.isOpen
                && consultation.questions.contains { $0.addressee == person && $0.state == .open }
        }
    }

    /// The documents that the person handed in.
    package var handedIn: [HeldDocument] {
        lines.flatMap { line -> [HeldDocument] in
            guard case .whole = line.extent else { return [] }
            switch line.entry.event.fact {
            case .acted(let act): return act.held
            case .remarked(let remark): return remark.held
            case .consulted, .passed, .assigned, .erased: return []
            }
        }
    }
}

extension Office {
    /// A case file as one of its parties sees it; nil for a viewer who sees it as an official.
    package nonisolated func partyRecord(
        of subject: CaseFile.ID, as viewer: Viewer
    ) async throws -> PartyRecord? {
        let (record, sight) = try await look(at: subject, as: viewer)
        guard case .party(let person) = sight else { return nil }
        return PartyRecord(record, for: person)
    }

    /// Reminds whoever must act (催办), once a day at most.
    package nonisolated func urge(
        _ subject: CaseFile.ID, _ text: String, by viewer: Viewer
    ) async throws -> Receipt {
        guard let party = try await partyRecord(of: subject, as: viewer) else {
            throw Refusal(.notAllowed, field: "text", "只有当事人可以催办")
        }
        let today = now.day
        let hasUrged = party.lines.contains { line in
            guard case .remarked(let remark) = line.entry.event.fact else { return false }
            return remark.kind == .urge && line.entry.event.recorded.day == today
        }
        guard !hasUrged else {
            throw Refusal(.alreadyDone, field: "text", "今天已经催办过一次，可以明天再催办")
        }
        return try await remark(
            .urge, text, in: subject,
            once: Once("urge/\(subject)/\(party.person)/\(today)", request: "\(today)"), by: viewer)
    }
}

extension Office {
    /// Case files that a viewer has opened with receipts; those that they may no longer see are left out.
    package nonisolated func summaries(
        of subjects: [CaseFile.ID], as viewer: Viewer
    ) async throws -> [(file: CaseFile, isFinal: Bool)] {
        var found: [(file: CaseFile, isFinal: Bool)] = []
        for subject in subjects {
            guard let record = try await recordIfSeen(subject, by: viewer) else { continue }
            let stage = record.edition.procedure.stages[record.file.stage]
            found.append((record.file, stage?.isFinal ?? false))
        }
        return found
    }
}
