import Engine
import Law
import Packs
import Sheets
import Testing

/// Refusals are told in the reader's language.
@Suite struct RefusalTests {
    private func told(
        _ refusal: Refusal, _ language: Language, under procedure: Procedure? = nil
    ) throws -> (text: String, isChinese: Bool) {
        RefusalWords(try Fixture.words(language)).words(for: refusal, under: procedure)
    }

    @Test func everyCodeOfTheEngineHasWords() {
        let known = Set(RefusalPhrase.allCases.map(\.rawValue))
        let missing = Refusal.Code.ofTheEngine.filter { !known.contains($0.text) }
        #expect(missing.isEmpty)
    }

    @Test func simplifiedChineseKeepsTheReason() throws {
        let refusal = Refusal(.tooFewOfficers, "应当由2人以上办理，现为1人")
        let told = try told(refusal, .zhHans)
        #expect(told.text == refusal.reason)
        #expect(told.isChinese)
    }

    @Test func otherLanguagesHaveGeneralWords() throws {
        let refusal = Refusal(.tooFewOfficers, "应当由2人以上办理，现为1人")
        let english = try told(refusal, .en)
        #expect(english.text == "Too few officers act together.")
        #expect(!english.isChinese)
        let traditional = try told(refusal, .zhHant)
        #expect(traditional.text == "辦理人數不足")
        #expect(!traditional.isChinese)
    }

    @Test func thePackSaysItsOwn() throws {
        let procedure = try Fixture.pack("disclosure").procedure
        let rule = try #require(procedure.steps.flatMap(\.requirements).first)
        let refusal = Refusal(Refusal.Code(rule.code), rule.say.chinese)
        #expect(try told(refusal, .en, under: procedure).text == rule.say.english)
        #expect(try !told(refusal, .en, under: procedure).isChinese)
        #expect(try told(refusal, .zhHant, under: procedure).text == rule.say.chinese)
        #expect(try told(refusal, .zhHant, under: procedure).isChinese)
    }

    @Test func anUnknownCodeKeepsItsReason() throws {
        let refusal = Refusal("no-such-code", "缘由")
        let told = try told(refusal, .en)
        #expect(told.text == "缘由")
        #expect(told.isChinese)
    }
}
