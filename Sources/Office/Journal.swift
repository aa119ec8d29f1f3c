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
    func work(_ query: WorkQuery) throws -> [WorkItem]
    func tallies() throws -> [Tally]
    func tally(_ query: TallyQuery) throws -> [Tally]
    /// How many different members a figure counted.
    func distinct(_ query: TallyQuery) throws -> Int
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
    func project(_ summary: CaseSummary, work: [WorkItem]) throws
    func add(_ contributions: [NumberedContribution]) throws
    /// Removes the personal part of every event of a case file.
    func erasePersonal(of subject: CaseFile.ID) throws
    func clearProjections() throws
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
