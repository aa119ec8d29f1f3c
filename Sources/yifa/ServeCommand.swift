import ArgumentParser
import Foundation
import Law
import Ledger
import Logging
import Office
import Packs
import Storage
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve a journal's office on the web.",
        discussion: """
            Pages for citizens, officers, leaders and the public, and the interfaces for programs. Ends with Ctrl-C, once
            what was begun is finished.

            Settings other than the address stand in the environment or in a JSON file: YIFA_BEHIND_TLS, YIFA_ORIGIN,
            YIFA_WRITES_PER_SECOND and YIFA_SIGN_INS_PER_MINUTE (0: no limit). The log goes to standard error:
            YIFA_LOG_FORMAT is text or json, YIFA_LOG_LEVEL trace to critical.

            Example: yifa serve --database haidian.db
            """)

    @OptionGroup var journal: JournalOptions
    @OptionGroup var options: ServeOptions

    func run() async throws {
        let store = try journal.open()
        let demonstration = try await DemonstrationDay.kept(in: store)
        let (office, _) = try journal.office(
            clock: demonstration.map { day in .system { day.now() } })
        try await Serving(
            office: office, demonstration: demonstration, options: options,
            verifierKey: try journal.existingKey().verifier.text
        ).run()
    }
}

/// Runs the web server of an office.
struct Serving {
    let office: Office
    let demonstration: DemonstrationDay?
    let options: ServeOptions
    let verifierKey: String

    func run() async throws {
        try LogLines.begin()
        Metering.begin()
        let home = try Home.find()
        var place = try await options.place()
        if let district = try await office.district() {
            let government = district.organs.first { $0.kind == "government" }
            place.settings.government = government?.title ?? district.title
        }
        if let demonstration {
            place.settings.isDemonstration = true
            place.settings.demonstrationAccounts = DemonstrationAccounts.told
            place.settings.demonstrationPassword = DemonstrationAccounts.password
            place.settings.year = demonstration.year
        }
        let site = try Site(
            office: office, catalogues: home.catalogues(),
            assets: Assets(folder: home.path("assets")),
            settings: place.settings, packsFolder: home.path("packs"), verifierKey: verifierKey)
        let host = place.host
        try await WebServer(site: site).run(
            host: host, port: place.port, logger: Logger(label: "yifa")
        ) { port in
            Output.write("Serving http://\(host):\(port)/\n", to: .standardError)
        }
    }
}
