package import Engine
package import Law

/// Who did or saw what, for those who supervise; it is never changed.
package struct TrailEntry: Sendable, Equatable {
    package let at: Moment
    /// The account, or what stands for one.
    package let account: String
    /// What was done, in one word, such as `sign-in` or `saw-case`.
    package let act: String
    package let subject: CaseFile.ID?
    package let detail: String
    /// Its place in the trail; nil until it is written.
    package let n: Int?

    package init(
        at moment: Moment, account: String, act: String, subject: CaseFile.ID? = nil,
        detail: String = "", n: Int? = nil
    ) {
        self.n = n
        at = moment
        self.account = account
        self.act = act
        self.subject = subject
        self.detail = detail
    }
}

/// Which entries of the trail to list.
package struct TrailQuery: Sendable {
    package var account: String?
    package var subject: CaseFile.ID?
    package var act: String?
    /// Only entries before this place, as a next page wants them.
    package var before: Int?
    package var limit = 100

    package init() {}
}
