import Foundation
import Testing

/// The house rules about files, read from the source tree as text.
///
/// See docs/decisions/0001-house-rules.md. The readings are simple: comments and the words inside
/// strings are blanked out, then lines are searched and braces are counted.
@Suite struct LayoutTests {
    @Test func theTreeIsFound() {
        #expect(!Tree.sources.isEmpty, "no Swift file under Sources")
        #expect(Tree.tests.contains { $0.path.hasSuffix("LayoutTests.swift") })
    }

    // MARK: - Imports

    /// What each target may import.
    static let mayImport: [String: Set<String>] = [
        "Law": [],
        "Engine": ["Law"],
        "Indicators": ["Law", "Engine"],
        "Packs": ["Law", "Engine", "Indicators", "Yams", "Foundation"],
        "Ledger": ["Crypto", "Foundation"],
        "Office": [
            "Law", "Engine", "Indicators", "Packs", "Ledger", "Foundation", "Crypto",
            "CryptoExtras", "Synchronization",
        ],
        "Storage": [
            "Law", "Engine", "Indicators", "Packs", "Ledger", "Office", "GRDB", "Foundation",
            "Synchronization",
        ],
        "HTML": [],
        "Sheets": [
            "Law", "Engine", "Indicators", "Packs", "Ledger", "Office", "Yams", "Mustache",
            "Foundation",
        ],
        "Web": [
            "Law", "Engine", "Indicators", "Packs", "Ledger", "Office", "HTML", "Sheets",
            "Hummingbird", "HummingbirdCore", "HummingbirdRouter", "HTTPTypes", "NIOCore",
            "NIOFoundationCompat", "NIOPosix", "NIOHTTP1", "NIOHTTPTypes", "Crypto",
            "CryptoExtras", "Logging", "Metrics", "ServiceLifecycle", "Synchronization",
            "Foundation",
        ],
    ]
    /// Targets that may import whatever Package.swift declares for them.
    static let mayImportWhatIsDeclared: Set = ["yifa"]

    @Test func everyTargetIsInTheTableOfImports() {
        let known = Self.mayImportWhatIsDeclared.union(Self.mayImport.keys)
        let unknown = Set(Tree.sources.map(\.target)).subtracting(known)
        #expect(unknown.isEmpty, "say what these targets may import: \(unknown.sorted())")
    }

    @Test func targetsImportOnlyWhatTheTableAllows() {
        for file in Tree.sources {
            guard let allowed = Self.mayImport[file.target] else { continue }
            for (line, module) in file.imports where !allowed.contains(module) {
                Issue.record("\(file.path):\(line): \(file.target) may not import \(module)")
            }
        }
    }

    // MARK: - Forbidden calls

    @Test func nothingIsForced() {
        let forced = Tree.sources.flatMap { file in
            file.lines(with: /\btry!/) + file.lines(with: /\bas!/)
                + file.lines(with: /\bfatalError\s*\(/)
        }
        #expect(forced.isEmpty, "refuse or throw instead:\n\(forced.list)")
    }

    /// Where a clock or chance may be met: the office, and the command line, which hands the system's clock to it.
    static let mayMeetChance = ["Sources/Office/", "Sources/yifa/"]

    @Test func onlyTheOfficeSeesAClockOrChance() {
        let found =
            Tree.sources
            .filter { file in !Self.mayMeetChance.contains { file.path.hasPrefix($0) } }
            .flatMap { $0.clock + $0.chance }
        #expect(found.isEmpty, "time, chance and identity are arguments:\n\(found.list)")
    }

    @Test func switchesOfTheEngineNameEveryCase() {
        let found =
            Tree.sources
            .filter { $0.target == "Engine" }
            .filter { $0.name.hasPrefix("Evolve") || $0.name.hasPrefix("Decide") }
            .flatMap { $0.lines(with: /\bdefault\s*:/) }
        #expect(found.isEmpty, "a new case must not be passed over in silence:\n\(found.list)")
    }

    // MARK: - Size

    @Test(arguments: [("Sources", 400), ("Tests", 500)])
    func filesAreShort(folder: String, most: Int) {
        let long = Tree.swift(in: folder)
            .filter { $0.lineCount > most }
            .map { "\($0.path): \($0.lineCount) lines" }
        #expect(long.isEmpty, "at most \(most) lines a file:\n\(long.list)")
    }

    @Test(arguments: [(50, 90), (90, 250)])
    func mostFilesAreShorter(percent: Int, most: Int) {
        let files = Tree.sources.sorted { $0.lineCount < $1.lineCount }
        let rank = max(1, (files.count * percent + 99) / 100)
        let above = files.dropFirst(rank - 1).filter { $0.lineCount > most }
        guard let at = files.dropFirst(rank - 1).first, at.lineCount > most else { return }
        let list = above.map { "\($0.path): \($0.lineCount) lines" }.list
        Issue.record("\(percent) % of the files must have at most \(most) lines; over it:\n\(list)")
    }

    @Test func functionsAreShort() {
        let long = (Tree.sources + Tree.tests)
            .flatMap { file in file.functions.map { (file, $0) } }
            .filter { $1.length > 60 }
            .map { "\($0.path):\($1.line): \($1.name) has \($1.length) lines" }
        #expect(long.isEmpty, "at most 60 lines a function:\n\(long.list)")
    }

    // MARK: - Words

    @Test func namesSayWhatIsInside() {
        let empty: Set = ["Core", "Common", "Shared", "Utils", "Helpers"]
        let bad = (Tree.sources + Tree.tests).map(\.path).filter { path in
            path.split(separator: "/").contains { empty.contains(String($0.prefix { $0 != "." })) }
        }
        #expect(bad.isEmpty, "these names say nothing:\n\(bad.list)")
    }

    /// Reconsideration is written with the character of "again", 復, never with that of "double".
    @Test func reconsiderationIsWrittenRight() {
        let wrong = Data("\u{8907}\u{8B70}".utf8)
        let bad = Tree.everything.filter { url in
            (try? Data(contentsOf: url))?.range(of: wrong) != nil
        }
        #expect(bad.isEmpty, "write \u{5FA9}\u{8B70}:\n\(bad.map(\.path).list)")
    }
}

/// The files of the repository that contains this test.
private enum Tree {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let sources = swift(in: "Sources")
    static let tests = swift(in: "Tests")

    static func swift(in folder: String) -> [SwiftFile] {
        files(below: root.appending(path: folder))
            .filter { $0.pathExtension == "swift" }
            .map { SwiftFile($0, root: root) }
            .sorted { $0.path < $1.path }
    }

    /// Every file people wrote; what is built or hidden is left out.
    static var everything: [URL] { files(below: root) }

    private static func files(below folder: URL) -> [URL] {
        let walk = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey],
            options: [.skipsHiddenFiles])
        return (walk?.compactMap { $0 as? URL } ?? []).filter {
            (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
        }
    }
}

/// A Swift file with its comments and the words of its strings blanked out.
private struct SwiftFile {
    let path: String
    let code: [Substring]

    init(_ url: URL, root: URL) {
        path = String(url.path.dropFirst(root.path.count).drop { $0 == "/" })
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        var blanking = Blanking(text)
        code = blanking.run().split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The folder under Sources or Tests.
    var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }
    var name: String { String(path.split(separator: "/").last ?? "") }
    var lineCount: Int { code.last == "" ? code.count - 1 : code.count }

    func lines(with pattern: some RegexComponent) -> [String] {
        code.enumerated()
            .filter { $1.contains(pattern) }
            .map { "\(path):\($0 + 1): \($1.trimmingCharacters(in: .whitespaces))" }
    }

    /// Lines that ask what time it is, or make an identity out of nothing.
    var clock: [String] {
        lines(with: /\b(Date|UUID)(\.init)?\(\)/)
            + lines(with: /(\b[A-Z]\w*|[\s(\[=])\.now\b/)
    }

    /// Lines that draw lots without being handed the randomness.
    var chance: [String] {
        lines(with: /\brandom\(|\bSystemRandomNumberGenerator\b/)
            + lines(with: /\.(shuffle|shuffled|randomElement)\(\)/)
    }

    var imports: [(line: Int, module: String)] {
        let pattern =
            #/
            ^ \s* (?: @?\w+ (?:\(\w+\))? \s+ )*? import \s+
            (?: (?: struct|class|enum|protocol|func|var|let|typealias ) \s+ )?
            (\w+)
            /#
        return code.enumerated().compactMap { number, line in
            line.firstMatch(of: pattern).map { (number + 1, String($0.1)) }
        }
    }

    /// Functions, initialisers and computed variables, each from its first line to its last brace.
    var functions: [(name: String, line: Int, length: Int)] {
        code.indices.compactMap { index in
            guard let name = declaration(at: index), let length = bodyLength(from: index)
            else { return nil }
            return (name, index + 1, length)
        }
    }

    /// What the line declares, if that may have a body: "func open", "init", "var isOpen".
    private func declaration(at index: Int) -> String? {
        let pattern =
            #/
            ^ \s* (?: @\w+ (?:\(.*\))? \s+ )* (?: \w+ (?:\(\w+\))? \s+ )*?
            ( (?: func | var ) \s+ \S+ | init\b | deinit\b | subscript\b )
            /#
        let line = code[index]
        guard ["func", "var", "init", "subscript"].contains(where: line.contains),
            let match = line.firstMatch(of: pattern)
        else { return nil }
        let isStored = match.1.hasPrefix("var") && (line.contains("=") || !line.hasSuffix("{"))
        return isStored ? nil : String(match.1.prefix { !"(<:".contains($0) })
    }

    /// The lines from a declaration to the brace that closes its body; nil where it has none.
    private func bodyLength(from start: Int) -> Int? {
        var parentheses = 0
        var braces = 0
        for index in start..<code.count {
            if index > start, braces == 0, declaration(at: index) != nil { return nil }
            for character in code[index] {
                switch character {
                case "(": parentheses += 1
                case ")": parentheses -= 1
                case "{" where parentheses == 0 || braces > 0: braces += 1
                case "}" where braces == 1: return index - start + 1
                case "}" where braces > 1: braces -= 1
                case "}" where parentheses == 0: return nil
                default: break
                }
            }
        }
        return nil
    }
}

/// Replaces comments and the words of string literals by nothing, keeping every line break.
///
/// Code inside an interpolation stays, so that nothing can hide there. Regex literals are not known
/// here: one that holds a quotation mark or a single brace would be misread.
private struct Blanking {
    private var rest: ArraySlice<UInt8>
    private var kept: [UInt8] = []

    init(_ text: String) { rest = Array(text.utf8)[...] }

    mutating func run() -> String {
        while !rest.isEmpty { code() }
        return String(decoding: kept, as: UTF8.self)
    }

    private mutating func code() {
        if rest.starts(with: "//".utf8) {
            rest = rest.drop { $0 != .newline }
        } else if rest.starts(with: "/*".utf8) {
            skip(through: "*/")
        } else if let quote = openingQuote() {
            string(endedBy: quote)
        } else {
            kept.append(rest.removeFirst())
        }
    }

    /// The quotation that opens here, with the number signs of a raw string.
    private func openingQuote() -> (close: String, escape: String)? {
        guard rest.first == .numberSign || rest.first == .quote else { return nil }
        let signs = String(repeating: "#", count: rest.prefix { $0 == .numberSign }.count)
        let after = rest.dropFirst(signs.count)
        guard after.first == .quote else { return nil }
        let isLong = after.starts(with: "\"\"\"".utf8)
        return ((isLong ? "\"\"\"" : "\"") + signs, "\\" + signs)
    }

    private mutating func string(endedBy quote: (close: String, escape: String)) {
        rest.removeFirst(quote.close.count)
        while !rest.isEmpty && !rest.starts(with: quote.close.utf8) {
            if rest.starts(with: (quote.escape + "(").utf8) {
                rest.removeFirst(quote.escape.count)
                interpolation()
            } else if rest.starts(with: quote.escape.utf8) {
                rest.removeFirst(quote.escape.count)
                if rest.first == .quote || rest.first == .backslash { rest.removeFirst() }
            } else {
                blank()
            }
        }
        rest = rest.dropFirst(quote.close.count)
    }

    private mutating func interpolation() {
        var depth = 0
        repeat {
            if rest.first == UInt8(ascii: "(") { depth += 1 }
            if rest.first == UInt8(ascii: ")") { depth -= 1 }
            code()
        } while depth > 0 && !rest.isEmpty
    }

    private mutating func skip(through end: String) {
        while !rest.isEmpty && !rest.starts(with: end.utf8) { blank() }
        rest = rest.dropFirst(end.count)
    }

    /// Drops one byte unless it is a line break.
    private mutating func blank() {
        let byte = rest.removeFirst()
        if byte == .newline { kept.append(byte) }
    }
}

extension UInt8 {
    fileprivate static let newline = UInt8(ascii: "\n")
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let backslash = UInt8(ascii: "\\")
    fileprivate static let numberSign = UInt8(ascii: "#")
}

extension [String] {
    fileprivate var list: String { joined(separator: "\n") }
}
