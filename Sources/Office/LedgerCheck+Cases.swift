import Engine
import Law

extension LedgerCheck {
    /// Goes through the events by case file and has the engine decide each of them again.
    struct CaseCheck {
        let authority: String
        let packs: [Edition.ID: AdmittedPack]
        let calendar: WorkingCalendar
        private(set) var count = 0
        private(set) var erased = 0
        private var current: Retelling?
        private var first: Problem?

        init(
            authority: String, packs: [Edition.ID: AdmittedPack], calendar: WorkingCalendar
        ) {
            self.authority = authority
            self.packs = packs
            self.calendar = calendar
        }

        /// The problem of the earliest record, over all case files.
        mutating func run(_ reader: any JournalReader) throws -> Problem? {
            try reader.forEachEvent(.caseFile) { stored in
                if current?.subject != stored.subject { begin(stored.subject) }
                current?.take(stored)
            }
            finishCurrent()
            return first
        }

        private mutating func begin(_ subject: CaseFile.ID) {
            finishCurrent()
            count += 1
            current = Retelling(
                subject: subject, authority: authority, packs: packs, calendar: calendar)
        }

        private mutating func finishCurrent() {
            guard let done = current else { return }
            if done.wasErased { erased += 1 }
            guard let problem = done.firstProblem else { return }
            if first == nil || (problem.sequence ?? .max) < (first?.sequence ?? .max) {
                first = problem
            }
        }
    }

    /// One case file told again from its events.
    struct Retelling {
        let subject: CaseFile.ID
        let authority: String
        let packs: [Edition.ID: AdmittedPack]
        let calendar: WorkingCalendar
        private(set) var wasErased = false
        private var file: CaseFile?
        private var last = -1
        private var problem: Problem?
        /// The first event since the last erasure whose personal part is there, and the first whose part is not.
        private var kept: Int?
        private var missing: Int?

        init(
            subject: CaseFile.ID, authority: String, packs: [Edition.ID: AdmittedPack],
            calendar: WorkingCalendar
        ) {
            self.subject = subject
            self.authority = authority
            self.packs = packs
            self.calendar = calendar
        }

        var firstProblem: Problem? {
            guard let missing, missing < problem?.sequence ?? .max else { return problem }
            return Problem(
                "the personal part is gone, and no later event says that it was erased",
                at: missing,
                of: subject)
        }

        /// Takes the next event; after the first problem nothing more can be said about the case file.
        mutating func take(_ stored: StoredEvent) {
            guard problem == nil else { return }
            do {
                try retell(stored)
            } catch let found as Problem {
                problem = found
            } catch {
                problem = Problem("\(error)", at: stored.sequence, of: subject)
            }
            last = stored.sequence
        }
    }
}

extension LedgerCheck.Retelling {
    private mutating func retell(_ stored: StoredEvent) throws {
        let version = (file?.version ?? 0) + 1
        guard stored.version == version else {
            throw Damage("version \(version) of the case file is missing")
        }
        guard stored.sequence > last else {
            throw Damage("it lies in the log before version \(version - 1)")
        }
        let envelope = try Envelope(stored.envelope)
        guard let pack = packs[envelope.edition] else {
            throw Damage("edition \(envelope.edition) is not in the journal")
        }
        let event = try EventReader(pack.procedure).event(stored, envelope)
        guard Envelope(of: event, as: envelope) == envelope else {
            throw Damage("the record does not say what the envelope says")
        }
        try minePersonal(of: stored, envelope, event)
        try Redecision(file: file, packs: packs, calendar: calendar).confirm(event)
        file = evolve(file, by: event, under: pack.edition)
    }

    /// Follows which personal parts are there: all of them until an erasure, none of those before it.
    private mutating func minePersonal(
        of stored: StoredEvent, _ envelope: Envelope, _ event: Event
    ) throws {
        if case .erased = event.fact {
            if let kept {
                throw LedgerCheck.Problem(
                    "the personal part is there, though event \(stored.sequence) says that it was erased",
                    at: kept, of: subject)
            }
            wasErased = true
            missing = nil
        }
        guard envelope.personal != nil else {
            guard stored.personal == nil else {
                throw Damage("a personal part that the envelope does not know")
            }
            return
        }
        if stored.personal == nil {
            missing = missing ?? stored.sequence
        } else {
            kept = kept ?? stored.sequence
        }
    }
}

extension Envelope {
    /// What the envelope of an event has to be, at the place and with the commitments of another.
    fileprivate init(of event: Event, as other: Envelope) {
        self.init(
            of: event, authority: other.authority, sequence: other.sequence,
            procedure: other.procedure, record: other.record, personal: other.personal)
    }
}
