import Engine
import Foundation
import Law
import Office
import Testing

@testable import Web

@Suite struct FieldInputTests {
    private func text(_ kind: Field.Kind, _ query: String) throws -> String {
        let field = Field(
            id: "amount", title: Title(chinese: "数额", english: "Amount"), kind: kind,
            personal: false)
        return FieldInput.text(of: field, from: try FormBody(query: query))
    }

    @Test(arguments: [
        ("3000", "3000 yuan"), ("3%2C000.50", "3000.50 yuan"),
        ("%EF%BC%93%EF%BC%90%E5%85%83", "30 yuan"), ("", ""),
    ])
    func moneyIsReadAsPeopleWriteIt(typed: String, text: String) throws {
        #expect(try self.text(.money, "amount=\(typed)") == text)
    }

    @Test(arguments: [
        ("2023-09-28", "2023-09-28"), ("2023%E5%B9%B49%E6%9C%885%E6%97%A5", "2023-09-05"),
        ("2023%2F9%2F28", "2023-09-28"), ("tomorrow", "tomorrow"),
    ])
    func daysAreReadAsPeopleWriteThem(typed: String, text: String) throws {
        #expect(try self.text(.day, "amount=\(typed)") == text)
    }

    @Test func aLengthComesFromTwoControls() throws {
        #expect(
            try text(.length, "amount=5&amount.unit=working-days") == "5 working-days")
        #expect(try text(.length, "amount=&amount.unit=days").isEmpty)
    }
}

@Suite struct DeskFilterTests {
    @Test func aFilterComesBackFromItsAddress() throws {
        let query =
            "scope=mine&procedure=hotline&stage=handling&due=soon&unassigned=1&q=%E5%BC%A0%20a"
        let filter = DeskFilter(try FormBody(query: query))
        #expect(filter.query == query)
        #expect(DeskFilter(try FormBody(query: filter.query)) == filter)
    }

    @Test func theNextPageBeginsAfterTheLastRow() throws {
        let item = WorkItem(
            subject: "hotline-2023-000001", organ: nil, deadline: "handling", holder: "unit",
            due: nil)
        let filter = DeskFilter(try FormBody(query: DeskFilter(.organ).query(after: item)))
        #expect(
            filter.after
                == WorkQuery.Place(due: nil, subject: item.subject, deadline: "handling"))
    }

    @Test func whatIsNoFilterIsDropped() {
        #expect(DeskFilter.safe("due=never&scope=all&x=%3Cscript%3E") == "scope=organ")
    }
}

@Suite struct CalendarFeedTests {
    @Test func linesAreFoldedWithoutCuttingACharacter() {
        let folded = CalendarFeed.folded("SUMMARY:" + String(repeating: "期", count: 60))
        let lines = folded.components(separatedBy: "\r\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
    }

    @Test func momentsAreWrittenInUniversalTime() throws {
        let moment = try #require(Moment("2024-01-02 09:30"))
        #expect(CalendarFeed.stamp(moment) == "20240102T013000Z")
    }
}
