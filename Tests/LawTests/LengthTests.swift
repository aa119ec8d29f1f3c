import Law
import Testing

@Suite struct LengthTests {
    @Test(arguments: [
        ("5 working-days", Length(5, .workingDays)), ("60 days", Length(60, .days)),
        ("6 months", Length(6, .months)), ("2 years", Length(2, .years)),
        ("24 hours", Length(24, .hours)), ("1 day", Length(1, .days)), ("1 days", Length(1, .days)),
        ("1 working-day", Length(1, .workingDays)), ("1 month", Length(1, .months)),
        ("1 year", Length(1, .years)), ("1 hour", Length(1, .hours)),
        ("36500 days", Length(36_500, .days)), ("36500 working-days", Length(36_500, .workingDays)),
        ("1200 months", Length(1200, .months)), ("100 years", Length(100, .years)),
        ("876000 hours", Length(876_000, .hours)),
    ])
    func `a length is a number and a unit`(text: String, length: Length) throws {
        #expect(try Length(parsing: text) == length)
        #expect(try Length(parsing: length.description) == length)
    }

    @Test(arguments: [
        ("", Length.Malformed.shape("")), ("5", .shape("5")), ("days", .shape("days")),
        ("5  days", .shape("5  days")), (" 5 days", .shape(" 5 days")),
        ("5 days ", .shape("5 days ")), ("5 working days", .shape("5 working days")),
        ("five days", .count("five")), ("-5 days", .count("-5")), ("+5 days", .count("+5")),
        ("5.5 days", .count("5.5")), ("５ days", .count("５")), ("0x5 days", .count("0x5")),
        ("99999999999999999999 days", .count("99999999999999999999")),
        ("5 day", .unit("day")), ("5 Days", .unit("Days")), ("5 weeks", .unit("weeks")),
        ("5 工作日", .unit("工作日")), ("1 ", .unit("")), ("5\tdays", .shape("5\tdays")),
        ("0 days", .range(0, .days)), ("36501 days", .range(36_501, .days)),
        ("36501 working-days", .range(36_501, .workingDays)),
        ("1201 months", .range(1201, .months)), ("101 years", .range(101, .years)),
        ("876001 hours", .range(876_001, .hours)), ("0 hour", .unit("hour")),
    ])
    func `what is not a length says why`(text: String, reason: Length.Malformed) {
        #expect(throws: reason) { try Length(parsing: text) }
        #expect(!reason.description.isEmpty)
    }

    @Test func `a length is written as an official text writes it`() {
        let written = Length.Unit.allCases.map { Length(5, $0).chinese }
        #expect(written == ["5个工作日", "5日", "5个月", "5年", "5小时"])
    }
}

@Suite struct MoneyTests {
    @Test(arguments: [
        ("3000 yuan", 300_000), ("12.5 yuan", 1250), ("12.50 yuan", 1250), ("12.05 yuan", 1205),
        ("0.01 yuan", 1), ("0 yuan", 0), ("0.00 yuan", 0), ("007 yuan", 700),
        ("999999999999.99 yuan", 99_999_999_999_999),
    ])
    func `an amount is read in fen`(text: String, fen: Int) {
        #expect(Money(parsing: text)?.fen == fen)
    }

    @Test(arguments: [
        "", "3000", "yuan", " yuan", "3000yuan", "3000 Yuan", "3000 元", "-1 yuan", "+1 yuan",
        "1. yuan",
        ".5 yuan", ". yuan", "1.234 yuan", "1.2.3 yuan", "1,000 yuan", "1000000000000 yuan",
        "１ yuan", "1  yuan", "1 yuan ", " 1 yuan", "1e3 yuan", "0x10 yuan", "1.-1 yuan", "NaN yuan",
        "99999999999999999999999 yuan", "1 yuan yuan",
    ])
    func `what is not an amount is not read as one`(text: String) {
        #expect(Money(parsing: text) == nil)
    }

    @Test func `every amount is read back from what is written`() {
        var dice = Dice(seed: 4)
        for _ in 0..<2000 {
            let money = Money(fen: dice.roll(0...99_999_999_999_999))
            #expect(Money(parsing: money.description) == money)
        }
        for fen in 0..<1000 { #expect(Money(parsing: Money(fen: fen).description)?.fen == fen) }
    }

    @Test func `amounts are written with fen only where there are any, and compared`() {
        let written = [0, 5, 50, 100, 105, 150, -5, -105, Int.min].map { Money(fen: $0).yuan }
        #expect(
            written == [
                "0", "0.05", "0.50", "1", "1.05", "1.50", "-0.05", "-1.05", "-92233720368547758.08",
            ])
        #expect(Money(fen: 99) < Money(fen: 100))
        #expect(Value.money(Money(fen: 1)).isLess(than: .money(Money(fen: 2))) == true)
        #expect(Value.money(Money(fen: 1)).isLess(than: .number(2)) == nil)
    }
}
