import Law
import Testing

/// A number leads back to its year and its place in it, and no other text does.
@Suite struct NumberingTests {
    static let patterns = [
        "海政复字〔{year}〕{n}号", "{year}-{n}", "{n}/{year}", "{year}{n}", "no. {n} of {year}",
        "{n}号{year}年",
    ]
    static let markedPatterns = [
        "{mark}〔{year}〕{n}号", "{mark}-{year}-{n}", "{mark} {n}/{year}", "{mark}第{n}号（{year}年）",
    ]
    static let marks = ["海政复字", "京海市监罚字", "（海）教", "A", "2022", ""]

    private static let marked = Procedure.Numbering(
        at: ["accept"], pattern: markedPatterns[0], mark: "quick")

    @Test(arguments: patterns) func readingIsTheInverseOfWriting(pattern: String) {
        let rule = Procedure.Numbering(at: [], pattern: pattern)
        for (n, year) in Self.numbers {
            let read = rule.reading(rule.number(n, in: year))
            #expect(read?.n == n && read?.year == year)
        }
    }

    private static let numbers = [0, 1, 9, 10, 12, 999, 1_000_000].flatMap { n in
        [1900, 2023, 2199].map { (n, $0) }
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

    // MARK: - Marks

    @Test(arguments: markedPatterns, marks)
    func `a number leads back to its year, its place and its mark, whatever the mark`(
        pattern: String, mark: String
    ) {
        let rule = Procedure.Numbering(at: [], pattern: pattern)
        #expect(rule.isMarked)
        for (n, year) in Self.numbers {
            let text = rule.marked(mark).number(n, in: year)
            #expect(text.hasPrefix(mark))
            let read = rule.reading(text)
            #expect(read?.n == n && read?.year == year)
            #expect(rule.mark(in: text) == mark)
            let own = rule.marked(mark).reading(text)
            #expect(own?.n == n && own?.year == year)
        }
    }

    @Test func `marked is the numbering of one organ, and the same in all else`() {
        let own = Self.marked.marked("海政复字")
        #expect(
            own
                == Procedure.Numbering(
                    at: ["accept"], pattern: "海政复字〔{year}〕{n}号", mark: "quick"))
        #expect(!own.isMarked)
        #expect(own.number(12, in: 2023) == "海政复字〔2023〕12号")
        #expect(own.marked("别字") == own)
    }

    @Test func `a number of one mark is none of another's`() {
        #expect(Self.marked.reading("别字〔2023〕12号")?.n == 12)
        #expect(Self.marked.marked("海政复字").reading("别字〔2023〕12号") == nil)
        #expect(Self.marked.marked("").reading("别字〔2023〕12号") == nil)
    }

    @Test func `what carries no mark has none`() {
        let rule = Procedure.Numbering(at: [], pattern: Self.patterns[0])
        #expect(!rule.isMarked)
        #expect(rule.mark(in: "海政复字〔2023〕12号") == nil)
        #expect(Self.marked.mark(in: "海政复字2023年12号") == nil)
        #expect(Self.marked.mark(in: "") == nil)
    }

    @Test(arguments: [
        "", "海政复字", "海政复字〔2023〕", "海政复字〔2023〕012号", "海政复字〔23〕12号", "海政复字〔2023〕12号 ",
        "海政复字〔2023〕〔2023〕12号", "海政复字2023〕12号", "海政复字〔2023〕十号",
    ])
    func `a text that no organ writes is not read`(text: String) {
        #expect(Self.marked.reading(text) == nil)
    }
}
