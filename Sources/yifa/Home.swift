import Foundation
import Law
import Packs
import Sheets
import Web

/// Where the packs, calendars and districts lie: `YIFA_HOME`, else the working folder, else beside the program.
struct Home {
    let folder: URL

    static func find() throws -> Home {
        var candidates = [URL(filePath: FileManager.default.currentDirectoryPath)]
        if let named = ProcessInfo.processInfo.environment["YIFA_HOME"] {
            candidates.insert(URL(filePath: named), at: 0)
        }
        var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            candidates.append(folder)
        }
        let home = candidates.first { candidate in
            FileManager.default.fileExists(
                atPath: candidate.appending(path: "calendars/cn.yaml").path)
        }
        guard let home else {
            throw Failure(
                "no calendars/cn.yaml found; run in Yifa's folder, or set YIFA_HOME to it")
        }
        return Home(folder: home)
    }

    func path(_ name: String) -> URL { folder.appending(path: name) }

    func catalogues() throws -> Catalogues {
        try Catalogues(folder: path("catalogues"), areas: SheetAreas.all + WebAreas.all)
    }

    func calendar() throws -> WorkingCalendar {
        let file = path("calendars/cn.yaml")
        return try CalendarReader().read(
            String(contentsOf: file, encoding: .utf8), file: "calendars/cn.yaml")
    }
}

/// Something that went wrong, in words for the person at the command line.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
