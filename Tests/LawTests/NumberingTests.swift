import Law
import Testing

/// A number leads back to its year and its place in it, and no other text does.
@Suite struct NumberingTests {
    static let patterns = [
        "海政复字〔{year}〕{n}号", "{year}-{n}", "{n}/{year}", "{year}{n}", "no. {n} of {year}",
        "{n}号{year}年",
    ]

    @Test(arguments: patterns) func readingIsTheInverseOfWriting(pattern: String) {
        let rule = Procedure.Numbering(at: [], pattern: pattern)
        for year in [1900, 2023, 2199] {
            for n in [0, 1, 9, 10, 12, 999, 1_000_000] {
                let read = rule.reading(rule.number(n, in: year))
                #expect(read?.n == n && read?.year == year)
            }
        }
    }

    @Test(arguments: [
        "", "海政复字〔2023〕", "海政复字〔2023〕号", "海政复字〔2023〕012号", "海政复字〔2023〕-1号",
        "海政复字〔2023〕12号 ", "海政复字〔２０２３〕12号", "海政复字〔23〕12号", "海政复字〔2023〕99999999999999999999号",
        "别字〔2023〕12号", "海政复字〔2023〕十号",
    ])
    func aTextThatIsNeverWrittenIsNotRead(text: String) {
        let rule = Procedure.Numbering(at: [], pattern: Self.patterns[0])
        #expect(rule.reading(text) == nil)
    }
}
