import Foundation
import Packs
import Sheets
import Testing

/// The catalogues hold what the screens ask for, in three languages, and nothing else.
@Suite struct CatalogueTests {
    @Test func everyAreaIsWhole() throws {
        let catalogues = try Catalogues(folder: Fixture.folder, areas: Fixture.areas)
        for (area, keys) in catalogues.texts {
            for (key, texts) in keys {
                #expect(texts.count == Language.allCases.count, "\(area).\(key)")
                #expect(texts.values.allSatisfy { !$0.isEmpty }, "\(area).\(key)")
            }
        }
    }

    @Test func everyFileBelongsToAnArea() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Fixture.folder.path)
        let known = Set(Fixture.areas.map { "\($0.area).yaml" })
        #expect(Set(files.filter { $0.hasSuffix(".yaml") }) == known)
    }

    // MARK: - Broken catalogues

    private enum Greeting: String, Phrase {
        static let area = "greeting"
        case hello
        case bye
    }

    private func diagnosis(of text: String) throws -> [String] {
        do {
            _ = try Catalogues(areas: [Greeting.self], shownAs: "catalogues") { _ in text }
            return []
        } catch let error as UnsoundData {
            return error.diagnostics.map(\.description)
        }
    }

    private let bye = "bye: {zh-Hans: 再见, zh-Hant: 再見, en: Bye}\n"

    @Test func aWholeCatalogueIsRead() throws {
        let text = "hello: {zh-Hans: \"{name}您好\", zh-Hant: \"{name}您好\", en: \"Hello {name}\"}\n"
        let catalogues = try Catalogues(areas: [Greeting.self], shownAs: "catalogues") { _ in
            text + bye
        }
        let words = catalogues.words(.en)
        #expect(words(Greeting.bye) == "Bye")
        #expect(words(Greeting.hello, ["name": "Li"]) == "Hello Li")
        #expect(words.inChinese(Greeting.bye) == "再见")
        #expect(words.phrase(meaning: "再见", of: Greeting.self) == .bye)
    }

    @Test(
        arguments: [
            (
                "hello: {zh-Hans: 您好, en: Hello}\n",
                "catalogues/greeting.yaml:1:8: error: missing 'zh-Hant'"
            ),
            (
                "hello: {zh-Hans: 您好, zh-Hant: 您好, en: Hello, fr: Salut}\n",
                "catalogues/greeting.yaml:1:46: error: unknown key 'fr'; known here: en, zh-Hans, zh-Hant"
            ),
            (
                "hello:\n  zh-Hans: 您好\n  zh-Hant: 您好\n  en: \"Hello {name}\"\n",
                "catalogues/greeting.yaml:4:7: error: places {name} differ from (none) in zh-Hans"
            ),
            (
                "hello: {zh-Hans: 您好, zh-Hant: 您好, en: \"Hello {\"}\n",
                "catalogues/greeting.yaml:1:39: error: the braces hold no name of a place"
            ),
            (
                "hello: {zh-Hans: 您好, zh-Hant: 您好, en: Hello}\nhi: {zh-Hans: 嗨}\n",
                "catalogues/greeting.yaml:2:5: error: no text is called 'hi'"
            ),
            ("", "catalogues/greeting.yaml:1:1: error: missing 'hello'"),
        ])
    func whatIsWrongIsSaidWithItsPlace(text: String, message: String) throws {
        let found = try diagnosis(of: text + bye)
        #expect(found == [message])
    }

    @Test func aNumberChoosesItsForm() throws {
        let words = try Fixture.words(.en)
        #expect(words(TimePhrase.days, ["count": "1"]) == "1 day")
        #expect(words(TimePhrase.days, ["count": "3"]) == "3 days")
        #expect(try Fixture.words(.zhHant)(TimePhrase.workingDays, ["count": "3"]) == "3個工作日")
    }
}
