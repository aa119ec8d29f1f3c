package import Engine
package import Law

/// A step half filled in: what was typed, before anybody decides on it.
package struct Draft: Kept, Equatable {
    package static let kind = "draft"

    package let id: String
    /// The account or visit whose it is.
    package let owner: String
    package let procedure: String
    /// The case file; nil for one to be opened.
    package let subject: String?
    package let step: String
    package var organ: String?
    package var role: String?
    /// What was typed, by field.
    package var fields: [String: String] = [:]
    package var outcome: String?
    package var addressees: [String] = []
    package var colleagues: [String] = []
    package var approver: String?
    package var documents: [String] = []
    package var held: [Held] = []
    /// The name of a party who has not signed in.
    package var partyName: String?
    /// Seconds since 1970.
    package var saved: Int64 = 0

    /// A document handed in with it.
    package struct Held: Codable, Sendable, Equatable {
        package let kind: String
        package let digest: String
        package let size: Int
        package let mediaType: String

        package init(_ document: HeldDocument) {
            kind = document.kind.text
            digest = document.digest
            size = document.size
            mediaType = document.mediaType
        }

        package var document: HeldDocument {
            HeldDocument(
                kind: DocumentKind.ID(kind), digest: digest, size: size, mediaType: mediaType)
        }
    }

    package var key: String { id }

    /// A draft that nobody touches is kept for thirty days.
    package static let keptSeconds: Int64 = 30 * 86_400

    package init(
        id: String, owner: String, procedure: Procedure.ID, subject: CaseFile.ID?, step: Step.ID
    ) {
        self.id = id
        self.owner = owner
        self.procedure = procedure.text
        self.subject = subject?.text
        self.step = step.text
    }
}

/// A list that somebody wants to come back to.
package struct SavedSearch: Kept, Equatable {
    package static let kind = "search"
    package let id: String
    package let owner: String
    package let title: String
    /// The query part of the desk's address.
    package let query: String
    package var key: String { id }

    package init(id: String, owner: String, title: String, query: String) {
        self.id = id
        self.owner = owner
        self.title = title
        self.query = query
    }
}

/// A token by which a program acts for an account.
package struct ProgramToken: Kept, Equatable {
    package static let kind = "token"

    package enum Scope: String, Codable, Sendable, CaseIterable {
        case read
        case write
    }

    /// The hash of the token.
    package let id: String
    package let owner: String
    package let title: String
    package let scopes: Set<Scope>
    package let made: Int64
    package var key: String { id }

    package init(id: String, owner: String, title: String, scopes: Set<Scope>, made: Int64) {
        self.id = id
        self.owner = owner
        self.title = title
        self.scopes = scopes
        self.made = made
    }
}

/// The private address of an officer's calendar of terms.
package struct CalendarKey: Kept, Equatable {
    package static let kind = "calendar"
    /// The hash of the secret in the address.
    package let id: String
    package let owner: String
    package var key: String { id }
}
