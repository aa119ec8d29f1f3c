import Law
import Ledger
import Metrics
import Sheets
import Testing

@testable import Web

/// The shapes of values, and other small parts of the interface for programs.
@Suite struct ShapeTests {
    private let shape = Schema.object([
        .must("name", .name), .may("count", .integer(1...3)), .may("parts", .list(.flag, most: 2)),
    ])

    @Test(arguments: [
        (#"{"name":"a"}"#, nil), (#"{"name":"a","count":3,"parts":[true]}"#, nil),
        (#"{"count":1}"#, "name"), (#"{"name":"A"}"#, "name"),
        (#"{"name":"a","count":4}"#, "count"),
        (#"{"name":"a","parts":[true,1]}"#, "parts.1"), (#"{"name":"a","other":1}"#, "other"),
        (#"{"name":null}"#, "name"), (#"[]"#, ""),
    ])
    func aValueOfAnotherShapeIsRefusedAtItsPlace(text: String, place: String?) throws {
        let value = try JSON(parsing: Array(text.utf8))
        do {
            try shape.check(value)
            #expect(place == nil)
        } catch {
            #expect(error.path == place)
        }
    }

    @Test(arguments: [
        ("en-GB,zh;q=0.5", "en"), ("zh-TW", "zh-Hant"), ("fr, zh-CN;q=0.3, en;q=0.2", "zh-Hans"),
        ("en;q=0, zh", "zh-Hans"),
    ])
    func theHeaderPrefersALanguage(header: String, language: String) {
        #expect(Language(accepting: header)?.rawValue == language)
    }

    @Test(arguments: [
        ("2023-06-05T12:00:00Z", "2023-06-05T20:00:00+08:00"),
        ("2023-06-05T12:00:00-04:00", "2023-06-06T00:00:00+08:00"),
        ("2023-06-05", "2023-06-05T00:00:00+08:00"),
    ])
    func aMomentIsReadAtItsOffset(text: String, moment: String) throws {
        #expect(try #require(Moment(w3c: text)).description == moment)
    }

    @Test func cursorsComeBackAndOthersAreRefused() throws {
        let parts = ["2023", "", "案件?"]
        #expect(try Cursor.parts(Cursor.text(parts), count: 3) == parts)
        #expect(throws: Complaint.self) { try Cursor.parts("!", count: 1) }
    }

    @Test func timesAreToldAsAHistogram() {
        let metrics = KeptMetrics()
        let timer = metrics.makeTimer(label: "a.b", dimensions: [("http.request.method", "EVIL")])
        timer.recordNanoseconds(2_000_000)
        timer.recordNanoseconds(20_000_000_000)
        let text = MetricsText(metrics.current).text
        #expect(text.contains(#"a_b_seconds_bucket{http_request_method="OTHER",le="0.0025"} 1"#))
        #expect(text.contains(#"a_b_seconds_bucket{http_request_method="OTHER",le="+Inf"} 2"#))
        #expect(text.contains(#"a_b_seconds_sum{http_request_method="OTHER"} 20.002"#))
    }
}
