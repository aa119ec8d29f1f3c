import Ledger
import Testing

@Suite struct JSONTests {
    private func canonical(_ text: String) throws -> String {
        let value = try JSON(parsing: Array(text.utf8))
        let bytes = try value.canonicalBytes()
        #expect(try JSON(parsing: bytes) == value)
        #expect(try JSON(parsing: bytes).canonicalBytes() == bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `the sorting vector of RFC 8785 comes out`() throws {
        let text = #"""
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """#
        let sorted =
            #"{"\r":"Carriage Return","1":"One","\#u{80}":"Control","#
            + #""\#u{f6}":"Latin Small Letter O With Diaeresis","\#u{20ac}":"Euro Sign","#
            + #""\#u{1f600}":"Emoji: Grinning Face","\#u{fb33}":"Hebrew Letter Dalet With Dagesh"}"#
        #expect(try canonical(text) == sorted)
    }

    @Test func `the string vector of RFC 8785 comes out`() throws {
        let text = #"{"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"}"#
        #expect(try canonical(text) == #"{"string":"\#u{20ac}$\u000f\nA'B\"\\\\\"/"}"#)
        #expect(
            try canonical(#" {"literals" : [null, true , false] } "#)
                == #"{"literals":[null,true,false]}"#)
    }

    @Test func `the structure vector of the reference implementation comes out`() throws {
        let text = #"""
            {"1": {"f": {"f": "hi","F": 5} ,"\n": 56}, "10": { }, "": "empty", "a": { },
             "111": [ {"e": "yes","E": "no" } ], "A": { }}
            """#
        let sorted =
            #"{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"#
            + #""A":{},"a":{}}"#
        #expect(try canonical(text) == sorted)
    }

    @Test func `every control character has the escape of RFC 8785`() throws {
        let short: [UInt8: String] = [8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r"]
        for code in UInt8(0)..<0x80 {
            let value = JSON.string("ab\(Unicode.Scalar(code))cdefghijkl")
            let escape =
                switch code {
                case 0x22: "\\\""
                case 0x5C: "\\\\"
                case 0..<0x20: short[code] ?? "\\u00" + Hex.encode([code])
                default: String(Unicode.Scalar(code))
                }
            let bytes = try value.canonicalBytes()
            #expect(bytes == Array("\"ab\(escape)cdefghijkl\"".utf8))
            #expect(try JSON(parsing: bytes) == value)
        }
    }

    @Test func `keys sort as their UTF-16 code units do`() {
        let scalars: [UInt32] = [
            0, 0x7F, 0x80, 0x7FF, 0x800, 0x4E00, 0xD7FF, 0xE000, 0xF8FF, 0xFFFD, 0xFFFF, 0x10000,
            0x1F600, 0x10FFFF,
        ]
        let texts = scalars.compactMap(Unicode.Scalar.init).map(String.init)
        let keys = [""] + texts + texts.flatMap { first in texts.map { first + $0 } }
        let members = keys.reversed().map { JSON.Member(key: $0, value: .null) }
        let sorted = keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
        #expect(
            JSON.Object(members).members.map { Array($0.key.utf8) } == sorted.map { Array($0.utf8) }
        )
    }

    @Test(arguments: [
        (0, "0"), (-1, "-1"), (10, "10"), (9_007_199_254_740_991, "9007199254740991"),
        (-9_007_199_254_740_991, "-9007199254740991"), (1_000_000, "1000000"),
    ])
    func `integers are written plainly`(integer: Int, text: String) throws {
        #expect(try JSON.integer(integer).canonicalBytes() == Array(text.utf8))
        #expect(try JSON(parsing: Array(text.utf8)) == .integer(integer))
    }

    @Test(arguments: [Int.min, Int.max, 9_007_199_254_740_992, -9_007_199_254_740_992])
    func `integers that a double would change are not written`(integer: Int) {
        #expect(throws: JSON.FormError.unsafeInteger(integer)) {
            try (["a": [.integer(integer)]] as JSON).canonicalBytes()
        }
    }

    @Test func `depth is the same for reading and writing`() throws {
        func lists(_ depth: Int) -> JSON {
            (1..<depth).reduce(JSON.array([])) { list, _ in [list] }
        }
        let text = try lists(64).canonicalBytes()
        #expect(
            text
                == Array(
                    (String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).utf8))
        #expect(try JSON(parsing: text) == lists(64))
        #expect(throws: JSON.FormError.tooDeep) { try lists(65).canonicalBytes() }
        #expect(throws: JSON.FormError.tooDeep) { try (["a": lists(64)] as JSON).canonicalBytes() }
        #expect(throws: JSON.ParseError.self) { try JSON(parsing: [0x5B] + text + [0x5D]) }
        let endless = Array(repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(throws: JSON.ParseError.self) { try JSON(parsing: endless) }
    }

    @Test func `strings are compared by their bytes`() throws {
        let (composed, decomposed) = ("\u{e9}", "e\u{301}")
        #expect(composed == decomposed)
        #expect(JSON.string(composed) != JSON.string(decomposed))
        let object: JSON = [.init(composed): 1, .init(decomposed): 2]
        #expect(object[composed] == 1)
        #expect(object[decomposed] == 2)
        #expect(try canonical(#"{"\u00e9":1,"e\u0301":2}"#) == "{\"e\u{301}\":2,\"\u{e9}\":1}")
    }

    @Test func `an object keeps one member for each key`() {
        var object = JSON.Object([.init(key: "b", value: 1), .init(key: "b", value: 2)])
        #expect(object.members == [.init(key: "b", value: 2)])
        object["a"] = "x"
        object["c"] = nil
        #expect(object.members.map(\.key) == ["a", "b"])
        object["b"] = nil
        #expect(JSON.object(object) == ["a": "x"])
        #expect(JSON.object(object)["a"] == "x")
        #expect(JSON.object(object)["b"] == nil)
        #expect(JSON.null["a"] == nil)
        #expect(Set<JSON>([["a": "x"], .object(object), true, false, 1, .null, []]).count == 6)
    }

    static let badTexts: [(String, Int, JSON.Reason)] = [
        ("", 0, JSON.Reason.unexpectedEnd), (" ", 1, .unexpectedEnd), ("[", 1, .unexpectedEnd),
        ("[1", 2, .unexpectedEnd), ("[1,", 3, .unexpectedEnd), ("{", 1, .unexpectedEnd),
        (#"{"a""#, 4, .unexpectedEnd), (#"{"a":"#, 5, .unexpectedEnd),
        (#"{"a":1"#, 6, .unexpectedEnd), (#""abc"#, 4, .unexpectedEnd), (#""\"#, 2, .unexpectedEnd),
        (#""\u12"#, 5, .unexpectedEnd), ("-", 1, .unexpectedEnd), ("tru", 3, .unexpectedEnd),
        ("[,]", 1, .unexpectedByte), ("[1,]", 3, .unexpectedByte), ("[1 2]", 3, .unexpectedByte),
        ("{,}", 1, .unexpectedByte), (#"{"a":1,}"#, 7, .unexpectedByte),
        ("{a:1}", 1, .unexpectedByte),
        (#"{"a" 1}"#, 5, .unexpectedByte), ("{1:1}", 1, .unexpectedByte), ("}", 0, .unexpectedByte),
        ("trux", 3, .unexpectedByte), ("NaN", 0, .unexpectedByte), ("'a'", 0, .unexpectedByte),
        ("+1", 0, .unexpectedByte), (".5", 0, .unexpectedByte), ("-a", 1, .unexpectedByte),
        ("\u{feff}1", 0, .unexpectedByte), ("\u{a0}1", 0, .unexpectedByte),
        ("/**/1", 0, .unexpectedByte),
        ("1 2", 2, .trailingBytes), ("{}x", 2, .trailingBytes), ("nullnull", 4, .trailingBytes),
        ("1\0", 1, .trailingBytes),
        (#"{"a":1,"a":2}"#, 7, .duplicateKey), (#"{"b":1,"a":2,"b":3}"#, 13, .duplicateKey),
        (#"{"a":1, "\u0061":2}"#, 8, .duplicateKey), (#"[{"x":{"":1,"":1}}]"#, 12, .duplicateKey),
        (#""\ud800""#, 1, .loneSurrogate), (#""\udc00""#, 1, .loneSurrogate),
        (#""x\ud800\u0041""#, 2, .loneSurrogate), (#""\ud800\ud800""#, 1, .loneSurrogate),
        (#""\ud800x""#, 1, .loneSurrogate), (#""\x""#, 1, .badEscape),
        (#""\u12g4""#, 1, .badEscape),
        (#""\'""#, 1, .badEscape), (#""\ud83d\u+e00""#, 7, .badEscape),
        ("\"a\u{1}\"", 2, .controlCharacter), ("\"a\n\"", 2, .controlCharacter),
        ("\"12345678\t\"", 9, .controlCharacter),
        ("01", 0, .badNumber), ("-0", 0, .badNumber), ("-01", 0, .badNumber), ("00", 0, .badNumber),
        ("1.0", 0, .notInteger), ("1e2", 0, .notInteger), ("[-1E2]", 1, .notInteger),
        ("0.1", 0, .notInteger), ("12345678901234567890.5", 0, .notInteger),
        ("9007199254740992", 0, .unsafeInteger), ("-9007199254740992", 0, .unsafeInteger),
        ("[99999999999999999999999999]", 1, .unsafeInteger),
    ]

    @Test(arguments: badTexts)
    func `bad JSON is refused with its place and reason`(
        text: String, offset: Int, reason: JSON.Reason
    ) {
        let error = #expect(throws: JSON.ParseError.self) { try JSON(parsing: Array(text.utf8)) }
        #expect(error?.offset == offset)
        #expect(error?.reason == reason)
        #expect(error?.description == "byte \(offset): \(reason.rawValue)")
    }

    static let badBytes: [([UInt8], Int)] = [
        ([0x80], 1), ([0xFF], 1), ([0x61, 0xC0, 0x80], 2), ([0xE2, 0x82], 1),
        ([0xED, 0xA0, 0x80], 1), ([0xF4, 0x90, 0x80, 0x80], 1), ([0xF0, 0x80, 0x80, 0x80], 1),
        ([0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0xC3], 9),
    ]

    @Test(arguments: badBytes)
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8], offset: Int) {
        for quoted in [[0x22] + bytes + [0x22], [0x22] + bytes + Array("\\n\"".utf8)] {
            let error = #expect(throws: JSON.ParseError.self) { try JSON(parsing: quoted) }
            #expect(error?.reason == .invalidUTF8)
            #expect(error?.offset == offset)
        }
    }

    @Test func `no text cut short is read`() throws {
        let text = Array(
            #"{"a":[1,-2,"x\n\u00e9\ud83d\ude00"],"b":{"c":null,"d":true,"e":false}}"#.utf8)
        _ = try JSON(parsing: text)
        for count in text.indices {
            #expect(throws: JSON.ParseError.self) { try JSON(parsing: Array(text[..<count])) }
        }
    }
}
