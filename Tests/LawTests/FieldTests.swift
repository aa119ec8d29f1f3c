import Law
import Testing

@Suite struct FieldTests {
    static let choices = Catalogue([
        Field.Choice(id: "yes", title: Title(chinese: "是", english: "Yes")),
        Field.Choice(id: "no", title: Title(chinese: "否", english: "No")),
    ])
    static let kinds: [Field.Kind] = [
        .text, .longText, .number, .money, .day, .flag, .organ, .person, .length, .choice(choices),
    ]

    static func field(_ kind: Field.Kind, personal: Bool = false) -> Field {
        Field(id: "f", title: Title(chinese: "项", english: "F"), kind: kind, personal: personal)
    }

    struct Reading: Sendable {
        let kind: Field.Kind
        let text: String
        let value: Value?

        init(_ kind: Field.Kind, _ text: String, _ value: Value?) {
            self.kind = kind
            self.text = text
            self.value = value
        }
    }

    static let readings: [Reading] = [
        Reading(.text, "占道经营", .text("占道经营")), Reading(.text, "两\n行", .text("两\n行")),
        Reading(.text, "", nil), Reading(.text, "true", .text("true")),
        Reading(
            .text, String(repeating: "字", count: 500), .text(String(repeating: "字", count: 500))),
        Reading(.text, String(repeating: "字", count: 501), nil),
        Reading(
            .longText, String(repeating: "字", count: 20_000),
            .text(String(repeating: "字", count: 20_000))),
        Reading(.longText, String(repeating: "字", count: 20_001), nil),
        Reading(.text, "e" + String(repeating: "\u{301}", count: 500), nil),
        Reading(.text, "👨‍👩‍👧‍👦", .text("👨‍👩‍👧‍👦")),
        Reading(.number, "35", .number(35)), Reading(.number, "-1", .number(-1)),
        Reading(.number, "1000000000000", .number(1_000_000_000_000)),
        Reading(.number, "1000000000001", nil), Reading(.number, "-1000000000001", nil),
        Reading(.number, "-9223372036854775808", nil), Reading(.number, "9223372036854775807", nil),
        Reading(.number, "9223372036854775808", nil), Reading(.number, "1.0", nil),
        Reading(.number, "1e3", nil), Reading(.number, "", nil), Reading(.number, " 1", nil),
        Reading(.number, "１", nil), Reading(.number, "NaN", nil),
        Reading(.money, "12.50 yuan", .money(Money(fen: 1250))), Reading(.money, "12.50", nil),
        Reading(.money, "-1 yuan", nil),
        Reading(.day, "1900-01-01", .day(.earliest)), Reading(.day, "2199-12-31", .day(.latest)),
        Reading(.day, "2023-02-29", nil), Reading(.day, "0001-01-01", nil),
        Reading(.day, "9999-12-31", nil), Reading(.day, "-2023-01-01", nil),
        Reading(.day, "2023-99-99", nil), Reading(.day, "今天", nil),
        Reading(.flag, "true", .flag(true)), Reading(.flag, "false", .flag(false)),
        Reading(.flag, "True", nil), Reading(.flag, "1", nil), Reading(.flag, "是", nil),
        Reading(.organ, "justice-bureau", .organ("justice-bureau")), Reading(.organ, "区司法局", nil),
        Reading(.organ, "Justice", nil), Reading(.organ, "a b", nil), Reading(.organ, "", nil),
        Reading(.organ, "../etc", nil), Reading(.organ, String(repeating: "a", count: 65), nil),
        Reading(.person, "wang", .person("wang")), Reading(.person, "王五", .person("王五")),
        Reading(.person, "a b", nil), Reading(.person, "", nil), Reading(.person, "a\u{7F}", nil),
        Reading(.person, String(repeating: "p", count: 129), nil),
        Reading(.length, "5 working-days", .length(Length(5, .workingDays))),
        Reading(.length, "0 days", nil), Reading(.length, "5", nil),
        Reading(.choice(choices), "yes", .choice("yes")), Reading(.choice(choices), "maybe", nil),
        Reading(.choice(choices), "Yes", nil), Reading(.choice(choices), "", nil),
    ]

    @Test(arguments: readings)
    func `a text is read by the rule of its kind, and what was read is accepted`(
        reading: Reading
    ) throws {
        let field = Self.field(reading.kind)
        #expect(field.value(parsing: reading.text) == reading.value)
        guard let value = reading.value else { return }
        #expect(field.accepts(value))
        #expect(field.value(parsing: value.description) == value)
    }

    static let values: [Value] = [
        .text("占道经营"), .number(5), .money(Money(fen: 500)), .day(.earliest), .flag(true),
        .choice("yes"), .organ("police"), .person("李四"), .length(Length(5, .days)),
    ]

    @Test(arguments: [
        (Field.Kind.text, [0]), (.longText, [0]), (.number, [1]), (.money, [2]), (.day, [3]),
        (.flag, [4]), (.choice(choices), [5]), (.organ, [6]), (.person, [7]), (.length, [8]),
    ])
    func `a field accepts the values of its own kind and no others`(
        kind: Field.Kind, positions: [Int]
    ) {
        let accepted = Self.values.indices.filter { Self.field(kind).accepts(Self.values[$0]) }
        #expect(accepted == positions)
    }

    @Test(arguments: [
        (Field.Kind.number, Value.number(.min)), (.number, .number(.max)),
        (.money, .money(Money(fen: -1))), (.money, .money(Money(fen: .max))),
        (.money, .money(Money(fen: .min))), (.day, .day(Day(number: .max))),
        (.day, .day(Day(number: .min))), (.day, .day(Day.latest.adding(days: 1))),
        (.length, .length(Length(0, .days))), (.length, .length(Length(-5, .months))),
        (.length, .length(Length(.max, .hours))), (.choice(choices), .choice("maybe")),
        (.organ, .organ("区司法局")), (.person, .person("a b")), (.text, .text("")),
        (.text, .text("\u{0}")),
    ])
    func `a value that could not have been read is not accepted`(kind: Field.Kind, value: Value) {
        #expect(!Self.field(kind).accepts(value))
    }

    @Test(arguments: kinds)
    func `an erased value stands in any personal field and in no other`(kind: Field.Kind) {
        #expect(Self.field(kind, personal: true).accepts(.erased))
        #expect(!Self.field(kind).accepts(.erased))
    }

    @Test(arguments: kinds)
    func `no control character enters any field`(kind: Field.Kind) {
        let field = Self.field(kind)
        for code in Array(UInt32(0)..<0x20) + Array(0x7F..<0xA0) where code != 0x0A {
            guard let scalar = Unicode.Scalar(code) else { continue }
            #expect(field.value(parsing: "字\(scalar)字") == nil, "U+\(String(code, radix: 16))")
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["a", " ", "9", "-", ".", "字"])
    func `ten megabytes are turned away by every kind of field, and at once`(filler: String) {
        let text = String(repeating: filler, count: 10_000_000 / filler.utf8.count)
        let time = ContinuousClock().measure {
            for kind in Self.kinds { #expect(Self.field(kind).value(parsing: text) == nil) }
        }
        #expect(time < .seconds(5))
    }

    @Test(arguments: kinds)
    func `every kind says what may stand in it`(kind: Field.Kind) {
        #expect(!Self.field(kind).expectation.isEmpty)
    }
}
