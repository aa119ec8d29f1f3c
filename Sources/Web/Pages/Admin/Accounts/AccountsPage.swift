import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The accounts, and what each stands for.
enum AccountsPage {
    private static let limit = 50

    static func answer(_ asked: Asked) async throws -> Response {
        let text = (asked.query("q") ?? "").trimmed
        let accounts = try await asked.office.accounts(
            text, after: asked.query("after"), limit: limit + 1, for: asked.viewer)
        let district = try await asked.office.district()
        let shown = Array(accounts.prefix(limit))
        let frame = asked.frame
        let words = asked.words
        let next = accounts.count > limit ? shown.last?.name : nil
        return asked.page(words(AdminPhrase.accounts), isWide: true) {
            h1(.class("title")) { words(AdminPhrase.accounts) }
            frame.adminTabs(.accounts)
            div(.class("toolbar")) {
                frame.link(
                    words(AdminPhrase.newAccount), .adminNewAccount, .class("button secondary"))
            }
            frame.filters(.adminAccounts) {
                frame.textField(
                    "q", label: words(AdminPhrase.accountSearch), value: text, type: "search",
                    hint: words(AdminPhrase.accountSearchHint))
            }
            list(shown, district, frame)
            frame.nextPage(
                next.map {
                    frame.href(
                        .adminAccounts, [("q", text.isEmpty ? nil : text), ("after", $0)])
                })
        }
    }

    private static func list(
        _ accounts: [Account], _ district: District?, _ frame: Frame
    ) -> HTML {
        let words = frame.words
        guard !accounts.isEmpty else { return p(.class("empty")) { words(AdminPhrase.none) } }
        return frame.scrolled(words(AdminPhrase.accounts)) {
            HTML.element(
                "table", [.class("data"), .aria("label", words(AdminPhrase.accounts))],
                pieces {
                    thead {
                        tr {
                            th(.scope("col")) { words(AccountPhrase.accountName) }
                            th(.scope("col")) { words(AdminPhrase.standsFor) }
                            th(.scope("col")) { words(AdminPhrase.duties) }
                            th(.scope("col")) { words(AdminPhrase.state) }
                        }
                    }
                    tbody {
                        for account in accounts {
                            row(account, AccountHolder(account, in: district), frame)
                        }
                    }
                })
        }
    }

    private static func row(_ account: Account, _ holder: AccountHolder, _ frame: Frame) -> HTML {
        let words = frame.words
        return tr {
            th(.scope("row")) {
                frame.link(account.name, .adminAccount(account.name), .class("mono"))
            }
            td(.data("label", words(AdminPhrase.standsFor))) { holder.shown(in: frame) }
            td(.data("label", words(AdminPhrase.duties))) {
                account.duties.map { words.duty($0) }.sorted()
                    .joined(separator: words(AdminPhrase.listComma))
            }
            td(.data("label", words(AdminPhrase.state))) { AccountState.tags(account, frame) }
        }
    }
}

/// Whom an account stands for.
enum AccountHolder {
    case officer(District.Officer, organ: Title?)
    /// An officer who is no longer in the roster.
    case missing(String)
    case citizen(String)
    case nobody(String)

    init(_ account: Account, in district: District?) {
        if let id = account.officer {
            guard let officer = district?.officer(Person.ID(id)) else {
                self = .missing(id)
                return
            }
            self = .officer(officer, organ: district?.organ(officer.organ)?.title)
        } else if account.person != nil {
            self = .citizen(account.displayName)
        } else {
            self = .nobody(account.displayName)
        }
    }

    @Content func shown(in frame: Frame) -> HTML {
        switch self {
        case .officer(let officer, let organ):
            frame.chinese(officer.name)
            " "
            organ.map { frame.titled($0) }
            " "
            span(.class("hint mono")) { officer.id.text }
        case .missing(let id):
            span(.class("mono")) { id }
            " "
            frame.tag("overdue", frame.words(AdminPhrase.notInRoster))
        case .citizen(let name):
            frame.words(AdminPhrase.citizen)
            " "
            frame.chinese(name)
        case .nobody(let name): frame.chinese(name)
        }
    }
}

/// Whether an account can be used.
enum AccountState {
    @Content static func tags(_ account: Account, _ frame: Frame) -> HTML {
        if !account.isActive {
            frame.tag("paused", frame.words(AdminPhrase.inactive))
        } else if account.isLocked(at: frame.now) {
            frame.tag("overdue", frame.words(AdminPhrase.locked))
        } else {
            frame.tag("ok", frame.words(AdminPhrase.active))
        }
        if account.oneTimeSecret != nil {
            " "
            frame.tag("info", frame.words(AdminPhrase.secondFactor))
        }
    }
}
