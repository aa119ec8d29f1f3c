import Engine
import Law
import Sheets
import Testing

/// A due date explains itself in the reader's language.
@Suite struct DueTests {
    private func explanation(_ counting: Counting, _ language: Language) throws -> [String] {
        let due = try #require(counting.due(by: try Fixture.calendar()))
        return due.explanation(in: try Fixture.words(language))
    }

    private let overNationalDay = Counting(
        from: Moment("2023-09-28 09:00") ?? Moment(seconds: 0), Length(5, .workingDays))

    @Test func inSimplifiedChinese() throws {
        let lines = try explanation(overNationalDay, .zhHans)
        #expect(
            lines == [
                "届满：2023-10-11",
                "  自 2023-09-28 起5个工作日，开始当日不计〔民法典 201〕",
                "  2023-09-29 不计：中秋节放假〔全国年节及纪念日放假办法〕",
                "  2023-09-30 不计：国庆节放假〔全国年节及纪念日放假办法〕",
                "  2023-10-01 不计：国庆节放假〔全国年节及纪念日放假办法〕",
                "  2023-10-02 不计：国庆节放假〔全国年节及纪念日放假办法〕",
                "  2023-10-03 不计：国庆节放假〔全国年节及纪念日放假办法〕",
                "  2023-10-04 不计：国庆节放假〔全国年节及纪念日放假办法〕",
                "  2023-10-05 不计：国庆节放假〔全国年节及纪念日放假办法〕",
                "  2023-10-06 不计：国庆节放假〔全国年节及纪念日放假办法〕",
                "  2023-10-07 计入：星期六，因国庆节调休上班",
                "  2023-10-08 计入：星期日，因国庆节调休上班",
            ])
    }

    @Test func inTraditionalChinese() throws {
        let lines = try explanation(overNationalDay, .zhHant)
        #expect(lines.count == 12)
        #expect(lines[0] == "屆滿：2023-10-11")
        #expect(lines[1] == "  自 2023-09-28 起5個工作日，開始當日不計〔民法典 201〕")
        #expect(lines[2] == "  2023-09-29 不計：中秋節放假〔全國年節及紀念日放假辦法〕")
        #expect(lines[10] == "  2023-10-07 計入：星期六，因國慶節調休上班")
    }

    @Test func inEnglish() throws {
        let lines = try explanation(overNationalDay, .en)
        #expect(lines.count == 12)
        #expect(lines[0] == "Ends: 2023-10-11")
        #expect(
            lines[1]
                == "  5 working days from 2023-09-28; the first day is not counted (Civil Code, article 201)"
        )
        #expect(
            lines[2]
                == "  2023-09-29 not counted: Mid-Autumn Festival holiday (Measures on Days Off for Public Holidays and Memorial Days)"
        )
        #expect(
            lines[10]
                == "  2023-10-07 counted: Saturday, a working day in exchange for National Day")
    }

    @Test func pausesExtensionsAndRestDays() throws {
        let start = try #require(Moment("2023-08-06 10:00"))
        let from = try #require(Moment("2023-08-10 10:00"))
        let until = try #require(Moment("2023-08-20 10:00"))
        let ground = Title(chinese: "等待鉴定", english: "waiting for an expert report")
        let counting = Counting(
            from: start, Length(1, .months), extensions: [Length(30, .days)],
            pauses: [Interval(from: from, until: until, ground: ground.chinese)])
        let due = try #require(counting.due(by: try Fixture.calendar()))
        let words = try Fixture.words(.en)
        let reasons = due.explainedReasons(in: words, grounds: [ground])
        #expect(
            reasons == [
                "1 month from 2023-08-06; the first day is not counted (Civil Code, article 201)",
                "2023-08-10 to 2023-08-19 not counted: waiting for an expert report",
                "Extended by 30 days",
            ])
        #expect(due.explainedReasons(in: words)[1].hasSuffix("等待鉴定"))
    }

    @Test func whatIsNotAnnouncedYetIsSaidInEveryLanguage() throws {
        let start = try #require(Moment("2027-09-30 09:00"))
        let counting = Counting(from: start, Length(1, .workingDays))
        let hans = try explanation(counting, .zhHans)
        #expect(hans[0] == "届满：2027-10-04")
        #expect(hans[2] == "  2027-10-01 不计：国庆节放假〔全国年节及纪念日放假办法〕")
        #expect(
            hans.last
                == "  注意：2026-12-31 以后的放假安排尚未公布。法定节日已经计入；调休、补假和补班的日子还不知道，届满日可能变动〔全国年节及纪念日放假办法〕"
        )
        let hant = try explanation(counting, .zhHant)
        #expect(hant.last?.contains("調休、補假和補班的日子還不知道，屆滿日可能變動") == true)
        let english = try explanation(counting, .en)
        #expect(english.last?.contains("Statutory holidays are counted") == true)
        #expect(english.last?.contains("so this day may move") == true)
    }

    @Test func whereOnlyWeekendsAreKnownIsSaid() throws {
        let start = try #require(Moment("2003-09-30 09:00"))
        let counting = Counting(from: start, Length(1, .workingDays))
        #expect(
            try explanation(counting, .en).last
                == "  Note: the calendar has no holidays outside 2004-01-01 to 2040-12-31; for those days only weekends are taken into account"
        )
        #expect(
            try explanation(counting, .zhHans).last
                == "  注意：2004-01-01 至 2040-12-31 以外的节假日不在日历中，那些日子只按周末推算")
    }

    @Test func daysInProse() throws {
        let moment = try #require(Moment("2023-10-11 14:05"))
        let zhHans = try Fixture.words(.zhHans)
        let en = try Fixture.words(.en)
        #expect(zhHans.day(moment.day) == "2023年10月11日")
        #expect(zhHans.moment(moment) == "2023年10月11日14时5分")
        #expect(try Fixture.words(.zhHant).moment(moment) == "2023年10月11日14時5分")
        #expect(en.day(moment.day) == "11 October 2023")
        #expect(en.moment(moment) == "11 October 2023, 14:05")
    }

    @Test func whatIsLeft() throws {
        let now = try #require(Moment("2023-10-11 14:05"))
        let en = try Fixture.words(.en)
        let hans = try Fixture.words(.zhHans)
        #expect(en.remark(due: .end(of: now.day), at: now) == "ends today")
        #expect(en.remark(due: .end(of: now.day.adding(days: 1)), at: now) == "1 day left")
        #expect(en.remark(due: now.adding(hours: 5), at: now) == "5 hours left")
        #expect(en.remark(due: .end(of: now.day.adding(days: -2)), at: now) == "2 days ago")
        #expect(hans.remark(due: now.adding(hours: 100), at: now) == "还有4日")
        #expect(hans.remark(due: nil, at: now) == "暂停计算")
    }

    @Test func everyFestivalOfTheCalendarIsKnown() throws {
        let calendar = try Fixture.calendar()
        let words = try Fixture.words(.zhHans)
        var day = calendar.charted.lowerBound
        while day <= calendar.charted.upperBound {
            if case .holiday(let festival) = calendar.rest(on: day) {
                #expect(words.phrase(meaning: festival, of: FestivalPhrase.self) != nil)
            }
            day = day.adding(days: 1)
        }
    }
}
