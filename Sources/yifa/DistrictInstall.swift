import ArgumentParser
import Foundation
import Office
import Packs
import Storage

struct DistrictInstall: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract:
            "Make a district's office: a new journal with its organs, officers and packs, and no case.",
        discussion: """
            Then open the first account with `yifa account add`, and serve the office with `yifa serve`.

            Example: yifa district install haidian-2023 --database haidian.db
            """)

    @Argument(help: "The district's folder, or its name in districts/.")
    var name: String

    @OptionGroup var journal: JournalOptions

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: journal.database) else {
            throw Failure("\(journal.database) exists already; a new office needs a new file")
        }
        let home = try Home.find()
        let folder = try DistrictFolder(name, home: home)
        let district = try folder.reader.district()
        let library = try PackLibrary(
            folder: home.path("packs"), shownAs: "packs", calendar: try home.calendar())
        let packs = try library.readings.map { reading -> AdmittedPack in
            guard let pack = reading.pack, reading.isSound else {
                throw Failure(reading.diagnostics.map(\.description).joined(separator: "\n"))
            }
            return try AdmittedPack(pack)
        }
        let (office, store) = try journal.office(create: true)
        for pack in packs { try await office.admit(pack) }
        try await folder.keep(in: store)
        Output.print(
            "\(journal.database): \(district.organs.count) organs, \(district.officers.count) officers, "
                + "\(packs.count) packs; no accounts yet")
    }
}
