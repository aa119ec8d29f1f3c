import Foundation
import Packs
import Testing

/// A pack's folder: which files are read, and which of them a case file is pinned to.
@Suite struct PackSourceTests {
    /// A folder with these files, there while the body runs.
    private func folder(_ files: [String: Data], _ body: (URL) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appending(
            path: "packs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for (name, data) in files {
            let url = root.appending(path: name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: url)
        }
        try body(root)
    }

    private static let sound = SoundPack.files.mapValues { Data($0.utf8) }

    @Test func aFolderIsReadAsWritten() throws {
        try folder(Self.sound) { url in
            let source = try PackSource(folder: url, shownAs: "packs/signboard")
            #expect(source.files == SoundPack.files)
            #expect(source.name == url.lastPathComponent)
            #expect(source.folder == "packs/signboard")
        }
    }

    @Test func hiddenAndOtherFilesAreLeftOut() throws {
        let others = ["notes.txt", ".hidden.yaml", "drafts/draft.yaml", "forms/form.yaml~"]
        let files = others.reduce(into: Self.sound) { $0[$1] = Data("x".utf8) }
        try folder(files) { url in
            let source = try PackSource(folder: url, shownAs: "p")
            #expect(source.files == SoundPack.files)
        }
    }

    static let strays = [
        "steps.yaml", "forms/more.yml", "notices/letter.yaml", "forms/letter.mustache",
        "procedure.yml",
    ]

    @Test(arguments: strays) func aFileThatNothingReadsIsReported(name: String) throws {
        try folder(Self.sound.merging([name: Data("x".utf8)]) { first, _ in first }) { url in
            let files = try PackSource(folder: url, shownAs: "p").files
            #expect(
                diagnostics(of: files) == [
                    "packs/signboard/\(name):1:1: error: nothing reads this file"
                ])
        }
    }

    @Test func aFileThatIsNotUTF8IsRefused() throws {
        var files = Self.sound
        files["forms/payment.yaml"] = Data([0x66, 0xFF, 0xFE])
        try folder(files) { url in
            let error = #expect(throws: UnreadablePack.self) {
                try PackSource(folder: url, shownAs: "packs/signboard")
            }
            #expect(error?.description == "packs/signboard/forms/payment.yaml is not UTF-8")
        }
    }

    @Test(arguments: [0, 1]) func aFileHasAtMostOneMebibyte(more: Int) throws {
        var files = Self.sound
        files["README.md"] = Data(repeating: 0x20, count: 1 << 20 + more)
        try folder(files) { url in
            if more == 0 {
                let source = try PackSource(folder: url, shownAs: "p")
                #expect(source.files["README.md"]?.count == 1 << 20)
            } else {
                let error = #expect(throws: UnreadablePack.self) {
                    try PackSource(folder: url, shownAs: "packs/signboard")
                }
                #expect(error?.description == "packs/signboard/README.md is larger than 1 MiB")
            }
        }
    }

    @Test func aFolderThatIsNoneIsRefused() throws {
        try folder(["file": Data()]) { url in
            for name in ["nowhere", "file"] {
                let path = url.appending(path: name)
                let error = #expect(throws: UnreadablePack.self) {
                    try PackSource(folder: path, shownAs: "p")
                }
                #expect(error?.description == "\(path.path) is not a folder")
            }
        }
    }

    @Test func aFolderOfPacksWithoutPacksIsRefused() throws {
        try folder(["readme.md": Data()]) { url in
            let error = #expect(throws: UnreadablePack.self) {
                try PackLibrary(folder: url, shownAs: "packs", calendar: .plain)
            }
            #expect(
                error?.description == "\(url.path) holds no pack (a folder with procedure.yaml)")
        }
    }

    @Test func aPackIsReadAloneOrWithTheOthers() throws {
        let files = Dictionary(
            uniqueKeysWithValues: Self.sound.flatMap { name, data in
                [("signboard/\(name)", data), ("other/\(name)", data)]
            })
        try folder(files) { url in
            let all = try PackLibrary(folder: url, shownAs: "packs", calendar: .plain).readings
            #expect(all.map(\.name) == ["other", "signboard"])
            #expect(all.map(\.isSound) == [false, true])
            #expect(
                all[0].diagnostics.map(\.description) == [
                    "packs/other/procedure.yaml:1:12: error: the folder is named 'other'"
                ])
            let one = try PackLibrary(
                folder: url.appending(path: "signboard"), shownAs: "packs/signboard",
                calendar: .plain)
            #expect(one.readings.map(\.name) == ["signboard"])
            #expect(one.readings.map(\.isSound) == [true])
        }
    }

    @Test func whatBindsIsTheLawInOrderOfNames() {
        #expect(
            SoundPack.source.binding.map(\.name) == [
                "forms/acceptance.yaml", "forms/application.yaml", "forms/decision.yaml",
                "forms/payment.yaml",
                "indicators.yaml",
                "notices/acceptance.mustache", "procedure.yaml", "provisions.yaml", "table.yaml",
            ])
        for (name, text) in SoundPack.source.binding { #expect(SoundPack.files[name] == text) }
    }

    @Test(arguments: [
        "README.md", "scenarios/silence-withdraws.yaml", "scenarios/new.yaml", "NOTES.md",
    ])
    func proseAndStoriesMayBeMended(file: String) {
        var files = SoundPack.files
        files[file] = "mended"
        let mended = PackSource(name: "signboard", folder: "elsewhere", files: files)
        #expect(mended.binding.elementsEqual(SoundPack.source.binding, by: ==))
    }

    @Test(arguments: SoundPack.source.binding.map(\.name)) func whateverBindsChangesTheBinding(
        file: String
    ) {
        var files = SoundPack.files
        files[file]? += "\n"
        let changed = PackSource(name: "signboard", folder: "packs/signboard", files: files)
        #expect(!changed.binding.elementsEqual(SoundPack.source.binding, by: ==))
    }
}
