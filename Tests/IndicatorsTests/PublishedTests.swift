import Indicators
import Law
import Testing

@Suite("Published figures")
struct PublishedTests {
    private func indicator(
        _ id: String, _ kind: Indicator.Kind, within: String? = nil, digits: Int = 1
    ) -> Indicator {
        Indicator(
            id: Indicator.ID(id), title: Title(chinese: id, english: id), unit: "件", kind: kind,
            condition: nil, within: within.map { Indicator.ID($0) }, breakdown: [], organ: nil,
            digits: digits, basis: [])
    }

    private func printed(
        _ id: String, _ value: String, _ precision: Printed.Precision = .exact, unit: String = "件"
    ) throws -> Printed {
        Printed(
            id: id, title: id, unit: unit, value: try #require(Decimal(value)),
            precision: precision,
            figure: FigureName("m", Indicator.ID(id)))
    }

    private func check(_ printed: [Printed], _ indicators: [Indicator]) -> [PrintedFinding] {
        let named = Dictionary(
            uniqueKeysWithValues: indicators.map { (FigureName("m", $0.id), $0) })
        return PrintedCheck(printed, indicators: named).run()
    }

    private let count = Indicator.Kind.count(.steps(["s"]))

    @Test("a part printed larger than its whole is a slip, and the missing 万 is proposed")
    func missingUnit() throws {
        let findings = check(
            [try printed("cases", "1.29", .asPrinted), try printed("won", "12500", .approxWan)],
            [indicator("cases", count), indicator("won", count, within: "cases")])
        #expect(
            findings == [
                .partExceedsWhole(
                    try printed("won", "12500", .approxWan),
                    whole: try printed("cases", "1.29", .asPrinted), wouldHoldInTenThousands: true)
            ])
        #expect(findings.first?.isSlip == true)
        #expect(findings.first?.ids == ["cases", "won"])
    }

    @Test("a part within its whole is no slip")
    func lawfulPart() throws {
        let findings = check(
            [try printed("cases", "12900", .approxWan), try printed("won", "12500", .approxWan)],
            [indicator("cases", count), indicator("won", count, within: "cases")])
        #expect(findings.isEmpty)
    }

    @Test("a share that divides by received and not by accepted is told so")
    func denominator() throws {
        let findings = check(
            [
                try printed("received", "2330"), try printed("accepted", "2274"),
                try printed("closed", "1831"), try printed("rate", "79", unit: "%"),
            ],
            [
                indicator("received", count), indicator("accepted", count),
                indicator("closed", count),
                indicator("rate", .ratio(of: "closed", over: "received"), digits: 0),
            ])
        #expect(findings.count == 1 && findings.first?.isSlip == false)
        #expect(findings.first?.ids == ["rate", "received"])
        guard case .divides(_, _, let others)? = findings.first else { return }
        #expect(others.map(\.printed.id) == ["accepted"])
        #expect(others.map(\.would) == [Decimal("80.52")])
    }

    @Test("a share that no printed count gives is a slip")
    func impossibleShare() throws {
        let findings = check(
            [
                try printed("received", "2330"), try printed("closed", "1831"),
                try printed("rate", "90", unit: "%"),
            ],
            [
                indicator("received", count), indicator("closed", count),
                indicator("rate", .ratio(of: "closed", over: "received")),
            ])
        #expect(findings.map(\.isSlip) == [true])
    }

    @Test(
        "a count is compared as its wording allows",
        arguments: [
            ("3100", Printed.Precision.moreThan, 3126, true), ("3100", .moreThan, 3100, false),
            ("3100", .moreThan, 3200, false), ("12900", .approxWan, 12_859, true),
            ("12900", .approxWan, 12_849, false), ("12900", .approxWan, 12_949, true),
            ("12900", .approxWan, 12_950, false), ("158", .exact, 158, true),
            ("158", .exact, 157, false), ("60", .atLeast, 60, true), ("60", .atLeast, 59, false),
            ("1.29", .asPrinted, 12_859, false),
        ])
    func counts(_ value: String, _ precision: Printed.Precision, _ count: Int, _ equal: Bool) throws
    {
        let figure = Figure(
            name: FigureName("m", "f"), indicator: indicator("f", self.count), amount: .count(count)
        )
        let comparison = Comparison(figure, with: try printed("f", value, precision))
        if case .equal = comparison { #expect(equal) } else { #expect(!equal) }
    }

    @Test("money in 万元 and shares are compared to their printed digits")
    func moneyAndShares() throws {
        let relief = Figure(
            name: FigureName("m", "f"), indicator: indicator("f", count),
            amount: .money(Money(fen: 3_877_810_000)))
        let inTenThousands = try printed("f", "3877.81", unit: "万元")
        #expect(Comparison(relief, with: inTenThousands) == .equal(relief.amount, inTenThousands))
        let share = Figure(
            name: FigureName("m", "f"),
            indicator: indicator("f", .ratio(of: "a", over: "b"), digits: 2),
            amount: .share(of: 12_530, over: 12_859))
        let percent = try printed("f", "97.44", unit: "%")
        #expect(Comparison(share, with: percent) == .equal(share.amount, percent))
        let other = try printed("f", "97.43", unit: "%")
        #expect(Comparison(share, with: other) == .differs(share.amount, other))
    }

    @Test(
        "numbers are written as reports write them",
        arguments: [
            (9_999, "9999"), (10_000, "1万"), (12_859, "1.29万"), (12_500, "1.25万"),
            (37_200, "3.72万"), (320_000, "32万"), (104_996, "10.5万"),
        ])
    func genre(_ count: Int, _ text: String) {
        #expect(Decimal.genre(count) == text)
    }

    @Test(
        "decimals are read strictly", arguments: ["", ".", "1.", ".5", "1.2.3", "-1", "1e3", "１"])
    func badDecimals(_ text: String) {
        #expect(Decimal(text) == nil)
    }

    @Test("a share of nothing has no number")
    func shareOfNothing() throws {
        let figure = Figure(
            name: FigureName("m", "f"), indicator: indicator("f", .ratio(of: "a", over: "b")),
            amount: .share(of: 0, over: 0))
        #expect(
            Comparison(figure, with: try printed("f", "97", unit: "%"))
                == .cannotBeComputed(.noDenominator))
    }

    @Test("a filled table checks its sums in every column")
    func table() throws {
        let form = StatisticalTable(
            id: "t", title: Title(chinese: "表", english: "t"), basis: "b", results: "results",
            columns: [
                StatisticalTable.Column(choice: "a", title: "甲", group: nil),
                StatisticalTable.Column(choice: "b", title: "乙", group: nil),
            ],
            rows: [
                StatisticalTable.Row(id: "R1", title: "收", content: .figure("in")),
                StatisticalTable.Row(id: "R2", title: "结", content: .outcome("granted")),
                StatisticalTable.Row(id: "R3", title: "转", content: .stockAtEnd("open")),
            ], checks: [StatisticalTable.Check(left: ["R1"], right: ["R2", "R3"])])
        let fill = { (open: Int) in
            try form.filled(
                from: StatisticalTable.Source(
                    cells: { id -> [String: Int] in
                        id == "in" ? ["a": 5, "b": 2] : ["granted|a": 4, "granted|b": 2]
                    }, stock: { _, _ in ["a": open] }))
        }
        let good = try fill(1)
        #expect(good.rows.map(\.numbers) == [[5, 2, 7], [4, 2, 6], [1, 0, 1]])
        #expect(good.checks.map(\.holds) == [true])
        #expect(try fill(2).checks.map(\.holds) == [false])
    }
}
