package import Engine
package import Ledger

/// An event as it lies in the journal: the envelope that is hashed into the ledger, and what the envelope commits to.
package struct StoredEvent: Sendable, Equatable {
    /// Bytes with the salt under which the envelope commits to them.
    package struct Sealed: Sendable, Equatable {
        package let bytes: [UInt8]
        package let salt: [UInt8]

        package init(bytes: [UInt8], salt: [UInt8]) {
            self.bytes = bytes
            self.salt = salt
        }
    }

    /// The place in the authority's log, from 0.
    package let sequence: Int
    package let subject: CaseFile.ID
    package let version: Int
    /// Canonical JSON (RFC 8785): the entry of the log.
    package let envelope: [UInt8]
    /// What happened, without personal data.
    package let record: Sealed
    /// The personal part; nil if there was none, or if it was erased.
    package let personal: Sealed?

    package init(
        sequence: Int, subject: CaseFile.ID, version: Int, envelope: [UInt8], record: Sealed,
        personal: Sealed?
    ) {
        self.sequence = sequence
        self.subject = subject
        self.version = version
        self.envelope = envelope
        self.record = record
        self.personal = personal
    }

    package var leaf: Digest { Digest.leaf(envelope) }
}

/// A stored event that cannot be what the engine once wrote.
package struct Damage: Error, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
