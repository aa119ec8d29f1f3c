package import Engine

/// A name under which something may happen once: the same request sent again gets the first answer.
package struct Once: Sendable, Equatable {
    package let name: String
    /// What the first request asked; another request under the name is refused.
    package let request: String

    package init(_ name: String, request: String) {
        self.name = name
        self.request = request
    }
}

/// What was done under such a name.
package struct Done: Sendable, Equatable {
    package let request: String
    package let subject: CaseFile.ID
    /// The first event, and how many there were.
    package let sequence: Int
    package let count: Int

    package init(request: String, subject: CaseFile.ID, sequence: Int, count: Int) {
        self.request = request
        self.subject = subject
        self.sequence = sequence
        self.count = count
    }
}
