import Foundation
import Law
import Packs
import Sheets
import Testing

@testable import Indicators
@testable import Office

private typealias Number = Indicators.Decimal

/// The report in its forms.
@Suite struct ReportTests {
    private func indicator(_ id: Indicator.ID, _ title: Title, unit: String) -> Indicator {
        Indicator(
            id: id, title: title, unit: unit, kind: .count(.steps([])), condition: nil,
            within: nil, breakdown: [], organ: nil, digits: 2, basis: [])
    }

    private func row(
        _ id: Indicator.ID, _ title: Title, unit: String, _ amount: Figure.Amount,
        printed: Int? = nil
    ) -> AnnualReport.Row {
        let name = FigureName("mediation", id)
        let figure = Figure(
            name: name, indicator: indicator(id, title, unit: unit), amount: amount)
        let counterpart = printed.map {
            Printed(
                id: "p1", title: title.chinese, unit: unit,
                value: Number($0, digits: 0), precision: .exact, figure: name)
        }
        return AnnualReport.Row(
            figure: figure, denominator: nil, assumed: nil, printed: counterpart)
    }

    private func report() throws -> AnnualReport {
        let first = try #require(Day(iso: "2023-01-01"))
        let last = try #require(Day(iso: "2023-12-31"))
        let rows = [
            row(
                "accepted", Title(chinese: "受理, \"全部\"", english: "accepted, \"all\""),
                unit: "件", .count(12_500), printed: 12_500),
            row("one", Title(chinese: "=1+1", english: "=1+1"), unit: "条", .count(-1), printed: 3),
            row(
                "fines", Title(chinese: "罚款", english: "fines"), unit: "元",
                .money(Money(fen: 1_234_550_000))),
            row(
                "rate", Title(chinese: "比率", english: "rate"), unit: "%",
                .share(of: 1, over: 3)),
            row(
                "none", Title(chinese: "空", english: "none"), unit: "%", .share(of: 0, over: 0)),
        ]
        return AnnualReport(
            title: Title(chinese: "海淀区", english: "Haidian"), year: 2023, organ: nil,
            days: first...last,
            groups: [
                AnnualReport.Group(
                    matter: "mediation",
                    titles: [Title(chinese: "人民调解", english: "People's mediation")], rows: rows)
            ],
            tables: [], compared: [], findings: [])
    }

    @Test func asCSV() throws {
        let text = ReportCSV(try report(), in: try Fixture.words(.en)).text
        #expect(
            text.components(separatedBy: "\r\n") == [
                "id,title,unit,value,numerator,denominator,published,comparison",
                "mediation.accepted,\"accepted, \"\"all\"\"\",cases,12500,,,12500件,equal",
                "mediation.one,'=1+1,items,-1,,,3条,differs",
                "mediation.fines,fines,CNY,12345500,,,,",
                "mediation.rate,rate,%,33.33,1,3,,",
                "mediation.none,none,%,,0,0,,", "",
            ])
    }

    @Test(arguments: ["=A1", "+1", "-1", "@x", "\tx", "\rx"])
    func aTextIsNeverAFormula(text: String) {
        let line = CSV(rows: [[.text(text)]]).text
        #expect(line.hasPrefix("'") || line.hasPrefix("\"'"))
        #expect(CSV(rows: [[.number("-1")]]).text == "-1\r\n")
    }

    @Test func numbersAreWrittenAsTheReaderWritesThem() throws {
        let rows = try report().groups[0].rows.map(\.figure)
        let hans = try Fixture.words(.zhHans)
        let hant = try Fixture.words(.zhHant)
        let en = try Fixture.words(.en)
        #expect(rows.map(hans.written) == ["1.25万件", "-1条", "1234.55万元", "33.33%", "—"])
        #expect(
            rows.map(hans.exact) == [
                "12500件", "-1条", hans.money(Money(fen: 1_234_550_000)), "33.3333%（1/3）", "无分母",
            ])
        #expect(hant.written(rows[0]) == "1.25萬件")
        #expect(hant.written(rows[2]) == "1234.55萬元")
        #expect(en.written(rows[0]) == "12500 cases")
        #expect(en.exact(rows[3]) == "33.3333% (1/3)")
        #expect(en.unit("件", of: 1) == "case")
    }

    private func printed(
        _ title: String, _ value: String, _ precision: Printed.Precision, unit: String = "件"
    ) throws -> Printed {
        Printed(
            id: title, title: title, unit: unit,
            value: try #require(Number(value)), precision: precision,
            figure: FigureName("m", "i"))
    }

    @Test func whatWasComparedIsToldInTheReadersLanguage() throws {
        let (hans, hant) = (try Fixture.words(.zhHans), try Fixture.words(.zhHant))
        let en = try Fixture.words(.en)
        let roughly = try printed("调解", "12500", .approxWan)
        let equal = Comparison.equal(.count(12_530), roughly)
        #expect(equal.told(in: hans).reason == "确数12530件，与所写相符")
        #expect(equal.told(in: hant).reason == "確數12530件，與所寫相符")
        #expect(equal.told(in: en).reason == "exactly 12530 cases, as the wording allows")
        let differs = Comparison.differs(.count(7), try printed("a", "8", .exact))
        #expect(differs.told(in: hans).reason == "计算为7件")
        #expect(differs.told(in: en).reason == "computed as 7 cases")
    }

    @Test func whatThePrintedFiguresShowIsToldInTheReadersLanguage() throws {
        let (hans, hant) = (try Fixture.words(.zhHans), try Fixture.words(.zhHant))
        let en = try Fixture.words(.en)
        let slip = PrintedFinding.partExceedsWhole(
            try printed("调解成功", "12500", .approxWan),
            whole: try printed("调解案件", "1.29", .asPrinted), wouldHoldInTenThousands: true)
        #expect(
            slip.told(in: hans)
                == "调解成功1.25万件，调解案件却印作1.29件：部分不能大于整体。若调解案件脱漏“万”字，作1.29万件，则成立。")
        #expect(slip.told(in: hant).contains("部分不能大於整體"))
        #expect(
            slip.told(in: en).hasPrefix(
                "“调解成功” (1.25万件), but “调解案件” is printed as 1.29件: a part"))
        let share = PrintedFinding.divides(
            try printed("受理率", "79", .exact, unit: "%"), by: [try printed("收到", "2330", .exact)],
            not: [
                .init(
                    printed: try printed("受理", "2274", .exact),
                    would: Number(8052, digits: 2))
            ])
        #expect(
            share.told(in: hans)
                == "受理率79%：分母是收到2330件，不是受理2274件（那样应为80.52%）。")
    }

    @Test func asMarkdownAndHTML() throws {
        let report = try report()
        let en = try Fixture.words(.en)
        let markdown = ReportMarkdown(report, in: en).text
        #expect(markdown.hasPrefix("# Haidian: "))
        #expect(markdown.contains("| Indicator | Value | Exact |"))
        let html = ReportHTML(report, in: en)
        #expect(html.fragment.contains("accepted, &quot;all&quot;"))
        #expect(!html.fragment.contains("<html"))
        #expect(html.page.contains("<html lang=\"en\">"))
        #expect(html.page.contains(html.fragment))
    }

    @Test func everyUnitOfThePacksIsKnown() throws {
        let words = try Fixture.words(.zhHans)
        for indicator in try Fixture.packs().flatMap({ Array($0.indicators) }) {
            #expect(
                words.phrase(meaning: indicator.unit, of: UnitPhrase.self) != nil,
                "\(indicator.id): \(indicator.unit)")
        }
    }
}
