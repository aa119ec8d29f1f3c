package import Engine
package import Law

/// What somebody asks of the office.
package struct Request: Sendable {
    /// Which case file.
    package enum Target: Sendable, Equatable {
        /// A new one, under a procedure, at an organ.
        case opening(Procedure.ID, organ: Organ.ID)
        /// A running one; with the version the asker saw, if a lost update must be refused.
        case running(CaseFile.ID, expecting: Int?)
    }

    package let target: Target
    package let command: Command
    /// When it takes effect; nil for the moment it is recorded.
    package let effective: Moment?
    /// The name under which it may happen once; nil if it may happen as often as the law allows.
    package let once: Once?

    package init(
        _ target: Target, _ command: Command, effective: Moment? = nil, once: Once? = nil
    ) {
        self.target = target
        self.command = command
        self.effective = effective
        self.once = once
    }
}

/// What the office answers once the act is durable.
package struct Receipt: Sendable {
    package let file: CaseFile
    /// The events that came of it: what the law did by itself first, the act itself last.
    package let events: [Event]
    /// The sequence of the first of them.
    package let sequence: Int
}
