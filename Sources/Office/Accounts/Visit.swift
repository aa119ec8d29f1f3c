package import Engine
package import Law

/// A browser's visit, from its first form or its sign-in to its end; known by a cookie whose hash is kept.
package struct Visit: Kept, Equatable {
    package static let kind = "visit"

    /// The hash of the cookie.
    package let id: String
    /// The account signed in; nil for a visitor.
    package let account: String?
    /// What forms carry, so that no other site can send them.
    package let formToken: String
    /// Seconds since 1970.
    package let began: Int64
    /// The case files opened with a receipt, and as whom.
    package var receipts: [String: String] = [:]
    /// The receipt's secret of a case file just opened, shown once more on its confirmation page.
    package var justFiled: [String: String] = [:]

    package var key: String { id }
    package var owner: String { account ?? "" }

    /// A visit ends after twelve hours at the latest.
    static let longest: Int64 = 12 * 3600

    /// A visit by its cookie; what forms carry follows from the cookie, which no other site can read.
    init(cookie: String, account: String?, began: Moment) {
        id = Secret.hash(cookie)
        self.account = account
        self.began = began.seconds
        formToken = Secret.hash("form-" + cookie)
    }

    /// Whether a text could be a cookie of ours.
    static func isCookie(_ text: String) -> Bool {
        text.utf8.count == 52
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }
    }

    /// Until when it lasts at the latest.
    package var end: Moment { Moment(seconds: began + Self.longest) }

    func isOver(at moment: Moment) -> Bool { moment.seconds - began > Self.longest }
}

/// A key to one case file for one who takes part in it: what a receipt's secret opens.
package struct ReceiptKey: Kept, Equatable {
    package static let kind = "receipt"

    package let subject: String
    package let person: String
    package let secretHash: String

    package var key: String { "\(subject)/\(person)/\(secretHash)" }
    package var owner: String { subject }

    package init(subject: CaseFile.ID, person: Person.ID, secretHash: String) {
        self.subject = subject.text
        self.person = person.text
        self.secretHash = secretHash
    }
}
