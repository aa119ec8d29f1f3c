import Law

/// Who needs the content of a document: a case file whose record names it, or nobody yet.
///
/// The same content may be held by several; it goes when nobody holds it any more.
package struct Holding: Kept, Equatable {
    package static let kind = "holding"
    /// The owner of what was handed in and is named in no record.
    static let unfiled = "unfiled"

    /// The SHA-256 of the content, in hexadecimal.
    let digest: String
    /// The case file; nil while no record names the document.
    let subject: String?
    /// Seconds since 1970.
    let since: Int64

    package var key: String { Self.key(digest, subject) }
    package var owner: String { subject == nil ? Self.unfiled : "" }

    fileprivate static func key(_ digest: String, _ subject: String?) -> String {
        "\(digest)/\(subject ?? "")"
    }
}

extension JournalReader {
    /// The contents named in forms that are half filled in, and in acts that wait for signatures.
    func digestsInDrafts() throws -> Set<String> {
        let drafts = try kept(all: Draft.self) + kept(all: JointAct.self).map(\.draft)
        return Set(drafts.flatMap { $0.held.map(\.digest) })
    }
}

extension JournalWriter {
    /// Holds a content that was just handed in.
    func hold(_ content: [UInt8], named digest: String, at moment: Moment) throws {
        try put(document: content, named: digest)
        try keep(Holding(digest: digest, subject: nil, since: moment.seconds))
    }

    /// A record names the document from now on.
    func file(_ digest: String, in subject: String, at moment: Moment) throws {
        try keep(Holding(digest: digest, subject: subject, since: moment.seconds))
        try drop(Holding.self, Holding.key(digest, nil))
    }

    /// A holder lets go; the content of a document that nobody holds is deleted, unless one of the drafts still names it.
    func release(
        _ digest: String, by subject: String?, unlessIn drafted: Set<String>, at moment: Moment
    ) throws {
        try drop(Holding.self, Holding.key(digest, subject))
        let others = try kept(page: Holding.self) {
            $0.prefix = digest + "/"
            $0.limit = 1
        }
        guard others.isEmpty else { return }
        if drafted.contains(digest) {
            try keep(Holding(digest: digest, subject: nil, since: moment.seconds))
        } else {
            try dropDocument(digest)
        }
    }
}
