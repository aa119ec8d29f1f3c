import Law
import Packs
import Testing

/// One way to break the sound pack, and the diagnostics that this must give.
///
/// In the text put in, `‹` marks where a diagnostic is expected: it is taken out before the pack is read. Where the
/// diagnostic stands elsewhere, `at` is the text at whose beginning it is expected, or a place such as `5:1`.
struct Breaking: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let expected: [Expected]

    /// A message, and what shows its place; nil for the mark.
    struct Expected: Sendable {
        let message: String
        var file: String?
        var at: String?
    }

    init(_ file: String, _ old: String, _ new: String, _ message: String, at: String? = nil) {
        self.init(file, old, new, [Expected(message: message, at: at)])
    }

    init(_ file: String, _ old: String, _ new: String, _ expected: [Expected]) {
        self.file = file
        self.old = old
        self.new = new
        self.expected = expected
    }

    var testDescription: String { expected.map(\.message).joined(separator: " / ") }

    /// The sound pack with the text replaced once, and its diagnostics as lines.
    func told() throws -> (actual: [String], expected: [String]) {
        var files = SoundPack.files
        let text = try #require(files[file])
        #expect(text.components(of: old) == 2, "‘\(old)’ must stand once in \(file)")
        let marked = text.replacingOnce(old, by: new)
        let broken = marked.replacingOnce("‹", by: "")
        files[file] = broken
        let actual = diagnostics(of: files)
        let mark = marked.place(of: "‹")
        let lines = try expected.map { one in
            let name = one.file ?? file
            let place = try one.at.map { try written($0, in: #require(files[name])) } ?? mark
            return "packs/signboard/\(name):\(try #require(place)): error: \(one.message)"
        }
        return (actual, lines)
    }

    /// A place written as `5:1`, or that of a text.
    private func written(_ text: String, in file: String) -> String? {
        text.allSatisfy { $0.isNumber || $0 == ":" } ? text : file.place(of: text)
    }
}

/// What is wrong with the sound pack once its files are these.
func diagnostics(of files: [String: String], elders: [Procedure.ID: Procedure] = [:]) -> [String] {
    let source = PackSource(name: "signboard", folder: "packs/signboard", files: files)
    return PackReading(source, elders: elders, calendar: .plain).diagnostics.map(\.description)
}

/// Breaks the sound pack, and expects what it says and nothing else.
func expectRefusal(of breaking: Breaking, leavingOut isBeside: (String) -> Bool = { _ in false })
    throws
{
    let (actual, expected) = try breaking.told()
    #expect(actual.filter { !isBeside($0) } == expected)
}

extension WorkingCalendar {
    /// Five days of work a week, without holidays.
    static let plain = WorkingCalendar(
        name: "plain", announced: Day(number: 18_262)...Day(number: 20_818), exceptions: [:])
}

extension String {
    /// How many pieces the text falls into at another.
    func components(of text: String) -> Int { ranges(of: text).count + 1 }

    func replacingOnce(_ old: String, by new: String) -> String {
        firstRange(of: old).map { replacingCharacters(in: $0, with: new) } ?? self
    }

    private func replacingCharacters(in range: Range<Index>, with new: String) -> String {
        self[..<range.lowerBound] + new + self[range.upperBound...]
    }

    /// Line and column of the beginning of a text, both from 1; nil if it is not here.
    func place(of text: String) -> String? {
        firstRange(of: text).map { range in
            let before = self[..<range.lowerBound]
            let column = before.reversed().prefix { $0 != "\n" }.count
            return "\(before.count { $0 == "\n" } + 1):\(column + 1)"
        }
    }
}
