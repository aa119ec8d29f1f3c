import ArgumentParser
import Engine
import Foundation
import Law
import Office
import Storage

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Open accounts, list them, give new passwords.",
        discussion: """
            Whoever can read the journal's file administers its accounts; each change goes on the trail as "command line".
            The first security administrator of an office is made here, and makes the others on the web.

            Example: yifa account add li-min --duty securityAdministrator --name 李敏 --database haidian.db
            """,
        subcommands: [AccountAdd.self, AccountList.self, AccountReset.self])
}

struct AccountAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Open an account for an officer, a citizen, or somebody with a duty.",
        discussion: """
            The password is made and printed once, unless --ask says that it is typed.

            Example: yifa account add feng-liyun --officer justice-10 --database haidian.db
            """)

    @Argument(help: "What is typed to sign in: 3 to 32 lower-case letters, digits or hyphens.")
    var account: String

    @Option(help: "The number of the officer, as `yifa district show` lists it.")
    var officer: String?

    @Flag(help: "The account is a citizen's.")
    var citizen = false

    @Option(help: "A duty; may be given several times.")
    var duty: [Duty] = []

    @Option(help: "The name shown (default: the officer's).")
    var name: String?

    @OptionGroup var password: PasswordOptions
    @OptionGroup var journal: JournalOptions

    func validate() throws {
        guard officer == nil || !citizen else {
            throw ValidationError("an account is an officer's or a citizen's, not both")
        }
        guard officer != nil || citizen || !duty.isEmpty else {
            throw ValidationError("say --officer, --citizen, or a --duty")
        }
    }

    func run() async throws {
        let desk = try await AccountDesk(journal)
        let typed = try password.typed()
        let told = try await desk.office.openAccount(
            account, displayName: name ?? "", officer: officer.map { Person.ID($0) },
            isCitizen: citizen, duties: Set(duty), password: typed, by: .commandLine)
        Output.print("\(account): open")
        if typed == nil { Output.print("password (printed this once): \(told)") }
    }
}

struct AccountReset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Give an account a new password, unlock it, and end its visits.",
        discussion: "Example: yifa account reset li-min --database haidian.db")

    @Argument(help: "The account.")
    var account: String

    @OptionGroup var password: PasswordOptions
    @OptionGroup var journal: JournalOptions

    func run() async throws {
        let desk = try await AccountDesk(journal)
        let typed = try password.typed()
        let told = try await desk.office.change(
            account, .resetPassword, password: typed, by: .commandLine)
        Output.print("\(account): new password, earlier visits ended")
        if typed == nil { Output.print("password (printed this once): \(told ?? "")") }
    }
}

struct AccountList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List accounts: whom they stand for, their duties, whether they can be used.",
        discussion: "Example: yifa account list justice --database haidian.db")

    @Argument(help: "The beginning of an account or an officer's number, or part of a name.")
    var text: String = ""

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var journal: JournalOptions

    private struct Printed: Encodable {
        let account: String
        let name: String
        let officer: String?
        let isCitizen: Bool
        let duties: [String]
        let state: String
        let hasSecondFactor: Bool
    }

    func run() async throws {
        let desk = try await AccountDesk(journal)
        var printed: [Printed] = []
        var after: String?
        repeat {
            let page = try await desk.office.accounts(
                text, after: after, limit: 500, for: .commandLine)
            printed += page.map { row($0, at: desk.office.now) }
            after = page.count == 500 ? page.last?.name : nil
        } while after != nil
        guard !json else { return try Output.json(printed) }
        guard !printed.isEmpty else { return Output.print("no accounts") }
        let rows = printed.map { one in
            [
                one.account, one.officer ?? (one.isCitizen ? "citizen" : "—"), one.name, one.state,
                one.duties.joined(separator: ", "),
            ]
        }
        Output.print(CaseLayout.table(rows, indent: 0).joined(separator: "\n"))
    }

    private func row(_ account: Account, at now: Moment) -> Printed {
        let isLocked = account.isLocked(at: now)
        return Printed(
            account: account.name, name: account.displayName, officer: account.officer,
            isCitizen: account.person != nil, duties: account.duties.map(\.rawValue).sorted(),
            state: !account.isActive ? "inactive" : isLocked ? "locked" : "active",
            hasSecondFactor: account.oneTimeSecret != nil)
    }
}

/// The office whose accounts a command administers.
struct AccountDesk {
    let office: Office

    init(_ options: JournalOptions) async throws {
        let store = try options.open()
        let demonstration = try await DemonstrationDay.kept(in: store)
        (office, _) = try options.office(
            clock: demonstration.map { day in .system { day.now() } })
    }
}

extension Duty: ExpressibleByArgument {}
