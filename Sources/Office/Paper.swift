import Foundation
import Law

/// Something an office keeps beside the record: an account, a draft, a search.
package struct Paper: Sendable, Equatable {
    package let kind: String
    package let key: String
    package let owner: String
    package let body: [UInt8]

    package init(kind: String, key: String, owner: String, body: [UInt8]) {
        self.kind = kind
        self.key = key
        self.owner = owner
        self.body = body
    }
}

/// Which papers of a kind to list, by key.
package struct PaperQuery: Sendable {
    package let kind: String
    /// What the key begins with.
    package var prefix = ""
    /// Only papers of these owners.
    package var owners: [String]?
    /// The last key of the page before.
    package var after: String?
    package var limit = 50

    package init(_ kind: String) {
        self.kind = kind
    }
}

/// A type that is kept as a paper.
package protocol Kept: Codable, Sendable {
    /// The name of the kind; it never changes.
    static var kind: String { get }
    var key: String { get }
    /// Whose it is; empty for nobody's in particular.
    var owner: String { get }
}

extension JournalReader {
    package func kept<Thing: Kept>(_: Thing.Type, _ key: String) throws -> Thing? {
        try paper(Thing.kind, key).map { try Thing(reading: $0) }
    }

    package func kept<Thing: Kept>(all _: Thing.Type, of owner: String? = nil) throws -> [Thing] {
        try papers(Thing.kind, of: owner).map { try Thing(reading: $0) }
    }

    /// A page of things; `query` says which.
    package func kept<Thing: Kept>(
        page _: Thing.Type, _ query: (inout PaperQuery) -> Void
    ) throws -> [Thing] {
        var asked = PaperQuery(Thing.kind)
        query(&asked)
        return try papers(asked).map { try Thing(reading: $0) }
    }
}

extension JournalWriter {
    package func keep(_ thing: some Kept) throws { try put(thing.paper) }

    package func drop<Thing: Kept>(_: Thing.Type, _ key: String) throws {
        try dropPaper(Thing.kind, key)
    }
}

extension Kept {
    fileprivate init(reading paper: Paper) throws {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(paper.body))
        } catch {
            throw Damage("the \(paper.kind) '\(paper.key.prefix(16))' cannot be read: \(error)")
        }
    }

    fileprivate var paper: Paper {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return Paper(
                kind: Self.kind, key: key, owner: owner, body: Array(try encoder.encode(self)))
        }
    }
}
