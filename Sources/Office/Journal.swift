package import Engine
import Indicators
package import Law
package import Ledger

/// Where events lie for ever, with projections that can be rebuilt from them.
///
/// A write is one transaction: durable when it returns, without any trace when it throws.
package protocol Journal: Sendable {
    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any JournalReader) throws -> Result
    ) async throws -> Result
    /// Reads few rows, found by their key, on the spot; each statement by itself sees what is durable when it begins.
    ///
    /// Going to another thread costs more than such a read does. What may take long, or must agree with what another
    /// statement finds, belongs in ``read(_:)``.
    func glance<Result: Sendable>(
        _ body: @Sendable (any JournalReader) throws -> Result
    ) async throws -> Result
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any JournalWriter) throws -> Result
    ) async throws -> Result
    /// Leaves no copy of what was erased, in a log of writes or in free space, once nobody reads it any more.
    func scrub() async throws
}

/// What can be asked of one authority's journal.
package protocol JournalReader {
    /// How many events there are.
    func size() throws -> Int
    func events(of subject: CaseFile.ID) throws -> [StoredEvent]
    /// Calls with every event in order of sequence, or of case file and version.
    func forEachEvent(_ order: EventOrder, _ body: (StoredEvent) throws -> Void) throws
    func event(at sequence: Int) throws -> StoredEvent?
    /// The envelopes of a range of events, as far as there are any.
    func envelopes(in range: Range<Int>) throws -> [[UInt8]]
    func tile(_ address: Tile.Address) throws -> [Digest]?
    /// How many tiles are stored.
    func tileCount() throws -> Int
    /// The latest signed checkpoint.
    func checkpoint() throws -> String?
    func editionCount() throws -> Int
    /// The admitted packs, oldest first.
    func editions() throws -> [StoredEdition]
    /// A text kept under a name, such as the district.
    func text(named name: String) throws -> String?
    func counter(_ name: String) throws -> Int
    func cases(_ query: CaseQuery) throws -> [CaseSummary]
    /// The case files in which the law acts by itself before a moment.
    func lapsing(before moment: Moment) throws -> [CaseFile.ID]
    func work(_ query: WorkQuery) throws -> [DeskRow]
    /// How many rows a query would list, counting no further than its limit.
    func workCount(_ query: WorkQuery) throws -> Int
    /// How many of the rows that a query would list are due on each day, counting no further than its limit.
    func workDays(_ query: WorkQuery) throws -> [Day: Int]
    /// Whether an organ is concerned by a case file, or a person takes part in it.
    func isConcerned(_ organ: Organ.ID?, _ person: Person.ID?, in subject: CaseFile.ID) throws
        -> Bool
    func publications(_ query: PublicationQuery) throws -> [PublishedItem]
    func tallies() throws -> [Tally]
    func tally(_ query: TallyQuery) throws -> [Tally]
    /// What a figure amounts to in each cell of its breakdown.
    func cells(_ query: TallyQuery) throws -> [String: Int]
    /// The stays at a stage, the longest first.
    func stays(_ query: StayQuery) throws -> [Stay]
    /// How many different members a figure counted.
    func distinct(_ query: TallyQuery) throws -> Int
    /// The entries that made up a figure.
    func counted(_ query: CountedQuery) throws -> [CountedEvent]
    /// Where open case files stand, of one organ or of all.
    func waits(of organ: Organ.ID?, except: [Procedure.ID]) throws -> [StageWait]
    /// The open case files at a stage.
    func waiting(_ query: WaitQuery) throws -> [CaseSummary]
    /// The work that is overdue now, and that will be by a moment, by organ; the most overdue first.
    func risks(at now: Moment, until soon: Moment, of organ: Organ.ID?, except: [Procedure.ID])
        throws -> [Risk]
    /// What was done under a name that counts once; nil if nothing was.
    func once(_ name: String) throws -> Done?
    func paper(_ kind: String, _ key: String) throws -> Paper?
    /// The papers of a kind, of one owner or of all, by key.
    func papers(_ kind: String, of owner: String?) throws -> [Paper]
    /// A page of papers, by key.
    func papers(_ query: PaperQuery) throws -> [Paper]
    /// The content of a document, by its SHA-256 in hexadecimal.
    func document(_ digest: String) throws -> [UInt8]?
    /// The latest entries of the trail that meet a query, newest first.
    func trail(_ query: TrailQuery) throws -> [TrailEntry]
    /// Every projected row as text, in order, to compare a rebuilt projection with the kept one.
    func projectionDigest() throws -> Digest
}

/// What can be done in one transaction.
package protocol JournalWriter: JournalReader {
    func append(_ event: StoredEvent) throws
    func put(_ tile: Tile) throws
    func put(checkpoint: String) throws
    func put(_ edition: StoredEdition) throws
    func put(text: String, named name: String) throws
    func set(counter name: String, to value: Int) throws
    func project(_ summary: CaseSummary, index: CaseIndex, work: [WorkItem]) throws
    func add(_ contributions: [NumberedContribution]) throws
    /// Removes the personal part of every event of a case file.
    func erasePersonal(of subject: CaseFile.ID) throws
    func clearProjections() throws
    func put(_ done: Done, once name: String) throws
    func put(_ paper: Paper) throws
    func dropPaper(_ kind: String, _ key: String) throws
    func put(document: [UInt8], named digest: String) throws
    func dropDocument(_ digest: String) throws
    func add(_ entry: TrailEntry) throws
}

package enum EventOrder: Sendable {
    case sequence
    case caseFile
}

package struct StoredEdition: Sendable, Equatable {
    package let id: Edition.ID
    package let procedure: Procedure.ID
    package let text: [UInt8]

    package init(id: Edition.ID, procedure: Procedure.ID, text: [UInt8]) {
        self.id = id
        self.procedure = procedure
        self.text = text
    }
}
