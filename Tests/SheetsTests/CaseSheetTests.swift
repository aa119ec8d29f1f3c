import Foundation
import Law
import Packs
import Sheets
import Testing

@testable import Engine
@testable import Office

/// A case file as a sheet, in the reader's language.
@Suite struct CaseSheetTests {
    private func sheet(
        _ language: Language, _ story: String = "ordinary-granted", events: Int = .max,
        day: String = "2023-03-20"
    ) throws -> CaseSheet {
        let record = try Fixture.record("disclosure", story, events: events)
        let now = try #require(Day(iso: day))
        return CaseSheetMaker(
            record: record, words: try Fixture.words(language), district: nil,
            calendar: try Fixture.calendar(), now: Moment(now, hour: 9)
        ).sheet
    }

    @Test func titlesAreInTheReadersLanguage() throws {
        let chinese = try sheet(.zhHans, events: 3)
        let english = try sheet(.en, events: 3)
        let procedure = try Fixture.pack("disclosure").procedure
        #expect(chinese.procedure.title == procedure.title.chinese)
        #expect(english.procedure.title == procedure.title.english)
        #expect(english.procedure.id == chinese.procedure.id)
        #expect(english.stage.id == chinese.stage.id)
        #expect(english.stage.title != chinese.stage.title)
        #expect(english.may.map(\.step.id) == chinese.may.map(\.step.id))
    }

    @Test func aRunningTermSaysWhatIsLeft() throws {
        let term = try #require(
            try sheet(.en, events: 3).deadlines.first { $0.deadline.id == "reply" })
        #expect(term.state == .running)
        #expect(term.due == "2023-04-03")
        #expect(term.daysLeft == 14)
        #expect(term.remark == "14 days left")
        #expect(term.why.first == "Ends: 2023-04-03")
        #expect(term.reasons.first?.hasPrefix("20 working days from 2023-03-06") ?? false)
        let chinese = try sheet(.zhHans, events: 3).deadlines.first { $0.deadline.id == "reply" }
        #expect(chinese?.remark == "还有14日")
    }

    @Test func anOverdueTermCountsDown() throws {
        let term = try sheet(.zhHans, events: 3, day: "2023-04-05").deadlines
            .first { $0.deadline.id == "reply" }
        #expect(term?.state == .overdue)
        #expect(term?.remark == "已逾期2日")
        #expect(term?.daysLeft == -2)
    }

    @Test func whyNotIsInTheReadersLanguage() throws {
        let chinese = try sheet(.zhHans, events: 3).mayNot
        let english = try sheet(.en, events: 3).mayNot
        #expect(!chinese.isEmpty)
        #expect(english.map(\.code) == chinese.map(\.code))
        #expect(english.map(\.chinese) == chinese.map(\.reason))
        #expect(english.allSatisfy { $0.reason.allSatisfy(\.isASCII) })
    }

    /// A duty that fell away after its last day was missed; one that fell away before is not needed any more.
    @Test(arguments: [
        ("2023-04-20", CaseSheet.Term.State.missed, "逾期未办理，于 2023-04-20 终止"),
        ("2023-03-20", .dropped, "2023-03-20 起不再需要办理"),
    ])
    func aDutyThatFellAwayAfterItsDayWasMissed(
        day: String, state: CaseSheet.Term.State, remark: String
    ) throws {
        var record = try Fixture.record("disclosure", "ordinary-granted", events: 3)
        let ended = Moment(try #require(Day(iso: day)), hour: 10)
        var file = record.file
        let index = try #require(file.deadlines.firstIndex { $0.limit.id == "reply" })
        file.deadlines[index].finish(.dropped(at: ended))
        record = CaseRecord(file: file, edition: record.edition, entries: record.entries)
        let term = CaseSheetMaker(
            record: record, words: try Fixture.words(.zhHans), district: nil,
            calendar: try Fixture.calendar(), now: ended
        ).sheet.deadlines[index]
        #expect(term.state == state)
        #expect(term.remark == remark)
    }

    /// What a party named without handing in is only promised, until an officer has seen it.
    @Test func aDocumentThatAPartyWillShowIsNotSeen() throws {
        let record = try Fixture.record("disclosure", "ordinary-granted")
        let applied = try #require(record.entries.first?.event.act)
        #expect(applied.isOfParty(under: record.edition.procedure))
        #expect(record.promised == Set(applied.documents))
        #expect(!record.promised.isEmpty)
    }

    /// What is only for pages stays out of the JSON, whose members are frozen.
    @Test func theJSONKeepsItsMembers() throws {
        let term = try #require(try sheet(.zhHans, events: 3).deadlines.first)
        let json = try #require(
            try JSONSerialization.jsonObject(with: JSONEncoder().encode(term)) as? [String: Any])
        #expect(
            Set(json.keys) == ["deadline", "holder", "state", "due", "remark", "why", "basis"])
    }

    @Test func aLineOfTheRecordIsASentence() throws {
        let words = try Fixture.words(.en)
        let entries = try sheet(.en).record
        let last = try #require(entries.last)
        #expect(last.summary(in: words).contains(" — "))
        #expect(!last.notices.isEmpty)
    }

    @Test func theNoticeStaysChinese() throws {
        let record = try Fixture.record("disclosure", "ordinary-granted")
        let entry = try #require(record.entries.last)
        let calendar = try Fixture.calendar()
        let texts = try Language.allCases.map { language in
            try CaseNotice(
                entry: entry,
                words: CaseWords(
                    procedure: entry.edition.procedure, district: nil, names: record.names,
                    words: try Fixture.words(language)), calendar: calendar
            ).texts()
        }
        #expect(!texts[0].isEmpty)
        #expect(texts.allSatisfy { $0 == texts[0] })
    }

    @Test func aStepSaysWhatItAsksFor() throws {
        let procedure = try Fixture.pack("disclosure").procedure
        let step = try #require(procedure.steps["apply"])
        let demands = try Language.allCases.map { language in
            StepDemand(
                step,
                in: CaseWords(
                    procedure: procedure, district: nil, names: [:],
                    words: try Fixture.words(language)))
        }
        let chinese = demands[0]
        let english = demands[2]
        #expect(english.step.title == step.title.english)
        let name = try #require(english.fields.first { $0.field == "applicant-name" })
        #expect(name.expected == "text of at most 500 characters")
        let kind = try #require(english.fields.first { $0.field == "applicant-kind" })
        #expect(kind.choices.contains { $0.id == "natural-person" })
        #expect(kind.expected.hasPrefix("\(kind.choices[0].id) \(kind.choices[0].title), "))
        // The engine's own words and the catalogue's are the same.
        for entry in chinese.fields where entry.choices.isEmpty {
            #expect(entry.expected == procedure.fields[Field.ID(entry.field)]?.expectation)
        }
    }
}
