package import Foundation
package import Law
package import Office
package import Sheets

/// What every page shares: the office, the words, the files that go with it; read once, never changed.
package struct Site: Sendable {
    /// How the site is to behave; each has a flag, a variable and a key in the configuration file.
    package struct Settings: Sendable {
        /// Whose site it is.
        package var government = Title(chinese: "", english: "")
        /// Whether the people and cases are invented, which every page then says.
        package var isDemonstration = false
        /// Accounts that a demonstration tells on its sign-in page.
        package var demonstrationAccounts: [(name: String, title: Title)] = []
        package var demonstrationPassword = ""
        /// Whether cookies are sent over TLS only.
        package var isBehindTLS = false
        /// Writes a second from one address; 0 for no limit.
        package var writesPerSecond = 20
        /// Sign-ins a minute from one address; 0 for no limit.
        package var signInsPerMinute = 20
        /// The largest request in bytes: one document and what goes with it.
        package var largestRequest = 21_000_000
        /// The year that dashboards show at first; nil for the present one.
        package var year: Int?
        /// The address by which others reach the site, for feeds.
        package var origin = "http://127.0.0.1:8080"

        package init() {}
    }

    package let office: Office
    package let catalogues: Catalogues
    package let assets: Assets
    package let settings: Settings
    /// The folder of the packs, for their stories and prose; nil where only the journal is there.
    package let packsFolder: URL?
    /// The key by which others check the log.
    package let verifierKey: String
    /// Characters that only traditional script has, as the catalogues' own pairs of texts show.
    let traditionalOnly: Set<Character>
    /// The turns of programs' calls that count once.
    let turns = Turns()

    package init(
        office: Office, catalogues: Catalogues, assets: Assets, settings: Settings,
        packsFolder: URL?, verifierKey: String
    ) {
        self.office = office
        self.catalogues = catalogues
        self.assets = assets
        self.settings = settings
        self.packsFolder = packsFolder
        self.verifierKey = verifierKey
        traditionalOnly = Set(catalogues.simplifiedCharacters.keys)
    }

    package var now: Moment { office.now }
    package var calendar: WorkingCalendar { office.calendar }
}
