package import Engine
package import Law
package import Ledger

/// Verifies everything in a journal, and names the first bad record.
///
/// What it takes on trust: the verifier key, the packs' law as the editions say it, and the calendar.
package struct LedgerCheck: Sendable {
    /// What is wrong, and where.
    package struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
        /// The record; nil if it is not an event but an edition, a tile or the checkpoint.
        package let sequence: Int?
        package let subject: CaseFile.ID?
        package let what: String

        init(_ what: String, at sequence: Int? = nil, of subject: CaseFile.ID? = nil) {
            self.sequence = sequence
            self.subject = subject
            self.what = what
        }

        package var description: String {
            let record = sequence.map { "event \($0)" }
            let place = [record, subject.map { "case file \($0)" }].compactMap { $0 }
            return (place.isEmpty ? "" : place.joined(separator: ", ") + ": ") + what
        }
    }

    /// What was looked at, and the first thing that is wrong; nil if nothing is.
    package struct Findings: Sendable {
        package internal(set) var events = 0
        package internal(set) var caseFiles = 0
        /// Case files whose personal part was erased.
        package internal(set) var erased = 0
        package internal(set) var editions = 0
        package internal(set) var tiles = 0
        package internal(set) var root = Digest.emptyRoot
        package internal(set) var problem: Problem?
    }

    package let authority: String
    package let verifier: VerifierKey
    package let calendar: WorkingCalendar

    package init(authority: String, verifier: VerifierKey, calendar: WorkingCalendar) {
        self.authority = authority
        self.verifier = verifier
        self.calendar = calendar
    }

    /// Reads the journal twice, in order of the log and by case file, holding one case file in memory.
    package func run(_ reader: any JournalReader) throws -> Findings {
        var findings = Findings()
        do {
            let packs = try editions(reader, &findings)
            let signed = try checkpoint(reader)
            var log = LogCheck(authority: authority, packs: packs, signed: signed, reader: reader)
            let inLog = try log.run()
            var cases = CaseCheck(authority: authority, packs: packs, calendar: calendar)
            let inCases = try cases.run(reader)
            findings.events = log.tree.size
            findings.root = log.tree.root
            findings.tiles = log.tiles
            findings.caseFiles = cases.count
            findings.erased = cases.erased
            findings.problem = Self.first(inLog, inCases)
        } catch let problem as Problem {
            findings.problem = problem
        }
        return findings
    }

    /// Of two problems the one of the earlier record.
    private static func first(_ one: Problem?, _ other: Problem?) -> Problem? {
        guard let one, let other else { return one ?? other }
        return (other.sequence ?? .max) < (one.sequence ?? .max) ? other : one
    }

    /// The admitted packs, each named by the SHA-256 of its text.
    private func editions(
        _ reader: any JournalReader, _ findings: inout Findings
    ) throws -> [Edition.ID: AdmittedPack] {
        var packs: [Edition.ID: AdmittedPack] = [:]
        for stored in try reader.editions() {
            guard Digest.of(stored.text).hex == stored.id.text else {
                throw Problem("edition \(stored.id) is not the SHA-256 of its text")
            }
            let pack = try Self.naming("edition \(stored.id)") {
                try AdmittedPack(text: stored.text, named: stored.procedure.text)
            }
            guard pack.procedure.id == stored.procedure else {
                throw Problem(
                    "edition \(stored.id) is of '\(pack.procedure.id)', not '\(stored.procedure)'")
            }
            packs[stored.id] = pack
        }
        findings.editions = packs.count
        return packs
    }

    /// What the log signed last; nothing for a log without events.
    private func checkpoint(_ reader: any JournalReader) throws -> Checkpoint? {
        guard let note = try reader.checkpoint() else {
            guard try reader.size() == 0 else {
                throw Problem("there are events but no checkpoint")
            }
            return nil
        }
        do {
            return try Checkpoint.open(note, verifier: verifier)
        } catch {
            throw Problem("the checkpoint is not signed by \(verifier.name): \(error)")
        }
    }

    private static func naming<Result>(_ thing: String, _ body: () throws -> Result) throws
        -> Result
    {
        do {
            return try body()
        } catch {
            throw Problem("\(thing): \(error)")
        }
    }
}
