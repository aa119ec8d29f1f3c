import Engine
import Indicators
import Law
import Testing

/// A case file moved by events, and what each adds to the figures.
private struct Told {
    let set: IndicatorSet
    var file: CaseFile?
    var version = 0
    var found: [[Contribution]] = []
    var stays: [Contribution] = []

    init(_ indicators: Indicator...) {
        set = IndicatorSet(Catalogue(indicators), of: Permits.procedure)
    }

    mutating func happen(
        _ step: Step.ID, on day: String = "2024-03-01", by people: [Person.ID] = [],
        outcome: Outcome.ID? = nil,
        with fields: [Field.ID: Value] = [:]
    ) throws {
        let people = people.map { Participant(id: $0, name: $0.text, roles: ["handler"]) }
        try happen(
            .acted(Act(step, as: "handler", by: people, outcome: outcome, fields: fields)), on: day)
    }

    mutating func happen(_ fact: Event.Fact, on day: String = "2024-03-01") throws {
        version += 1
        let moment = Moment(try #require(Day(iso: day)), hour: 9)
        let event = Event(
            subject: "a", version: version, recorded: moment, effective: moment, organ: "town",
            edition: "e", fact: fact)
        let after = try #require(evolve(file, by: event, under: Permits.edition))
        found.append(set.contributions(of: event, before: file, after: after, by: Permits.calendar))
        if let stay = StageTime.contribution(
            of: event, before: file, after: after, under: Permits.procedure)
        {
            stays.append(stay)
        }
        file = after
    }

    var counts: [Int] { found.map(\.count) }
}

/// A procedure of four steps, without people or content of its own.
private enum Permits {
    static let title = Title(chinese: "许可", english: "Permit")
    static let edition = Edition(id: "e", procedure: procedure)
    static let calendar = WorkingCalendar(
        name: "plain", announced: Day(number: 18_262)...Day(number: 20_818), exceptions: [:])

    static let procedure = Procedure(
        id: "permit-2024", matter: "permit", title: title, inForce: Validity(from: Day.earliest),
        numbering: nil,
        roles: Catalogue([Role(id: "handler", title: title, kind: .officer, of: .handling)]),
        stages: Catalogue([
            Stage(id: "open", title: title, isFinal: false, noDeadline: title),
            Stage(id: "held", title: title, isFinal: false, noDeadline: title),
            Stage(id: "closed", title: title, isFinal: true, noDeadline: nil),
        ]),
        steps: Catalogue([
            step("apply", .opening, to: "open"), step("decide", .anywhere),
            step("hold", .anywhere, to: "held"),
            step("close", .anywhere, to: "closed"),
        ]),
        timeLimits: Catalogue([]), consultations: Catalogue([]), publications: Catalogue([]),
        debts: Catalogue([]),
        outcomes: Catalogue(
            ["grant", "limit", "deny"].map {
                Outcome(id: Outcome.ID($0), title: title, burdens: false, remedies: [], basis: [])
            }),
        remedies: Catalogue([]), passing: [],
        fields: Catalogue([
            Field(id: "size", title: title, kind: .number, personal: false),
            Field(id: "fee", title: title, kind: .money, personal: false),
            Field(id: "standard-fee", title: title, kind: .money, personal: false),
            Field(id: "unit", title: title, kind: .organ, personal: false),
        ]), forms: Catalogue([]), notices: Catalogue([]), documents: Catalogue([]),
        instruments: Catalogue([]), provisions: Catalogue([]))

    static func step(_ id: Step.ID, _ place: Step.Place, to stage: Stage.ID? = nil) -> Step {
        Step(id: id, title: title, by: ["handler"], place: place, to: stage, basis: [])
    }

    static func indicator(
        _ kind: Indicator.Kind, where condition: Condition? = nil,
        by breakdown: [Indicator.Breakdown] = [],
        organ: Field.ID? = nil
    ) -> Indicator {
        Indicator(
            id: "figure", title: title, unit: "件", kind: kind, condition: condition, within: nil,
            breakdown: breakdown, organ: organ, digits: 1, basis: [])
    }
}

@Suite struct ContributionTests {
    @Test func everyActOfAStepCounts() throws {
        var told = Told(Permits.indicator(.count(.steps(["decide", "hold"]))))
        try told.happen("apply")
        try told.happen("decide", on: "2024-03-04")
        try told.happen("hold")
        try told.happen("decide")
        #expect(told.counts == [0, 1, 1, 1])
        let one = try #require(told.found[1].first)
        #expect(one.figure == FigureName("permit", "figure"))
        #expect(one.organ == "town")
        #expect(one.day == Day(iso: "2024-03-04"))
        #expect(one.cell.isEmpty)
        #expect(one.member == nil)
        #expect(one.amount == 1)
    }

    @Test func aFigureIsNamedByMatterAndIndicator() {
        #expect(FigureName("permit", "figure").description == "permit.figure")
        #expect(FigureName(parsing: "permit.figure") == FigureName("permit", "figure"))
        for text in ["permit", "permit.", ".figure", "a.b.c", ""] {
            #expect(FigureName(parsing: text) == nil)
        }
        #expect(FigureName("a", "z") < FigureName("b", "a"))
    }

    @Test func anOutcomeCountsOnceHoweverOftenItIsRepeated() throws {
        var told = Told(Permits.indicator(.count(.outcomes(["grant", "limit"]))))
        try told.happen("apply")
        try told.happen("decide", outcome: "deny")
        try told.happen("decide", outcome: "grant")
        try told.happen("decide", outcome: "grant")
        try told.happen("decide", outcome: "limit")
        try told.happen("close")
        #expect(told.counts == [0, 0, 1, 0, 0, 0])
    }

    @Test func aStageCountsWhenItIsReached() throws {
        var told = Told(Permits.indicator(.count(.stage("held"))))
        try told.happen("apply")
        try told.happen("hold")
        try told.happen("decide")
        try told.happen("close")
        #expect(told.counts == [0, 1, 0, 0])
        var opening = Told(Permits.indicator(.count(.stage("open"))))
        try opening.happen("apply")
        #expect(opening.counts == [1])
    }

    @Test func whatIsNoActAddsNothing() throws {
        var told = Told(
            Permits.indicator(.count(.steps(["apply"]))), Permits.indicator(.count(.stage("open"))))
        try told.happen("apply")
        try told.happen(.erased(ground: "已过保存期限"))
        #expect(told.counts == [2, 0])
    }

    @Test func aConditionIsJudgedAfterTheEvent() throws {
        let condition = Condition.compare("size", .above, .number(10))
        var told = Told(Permits.indicator(.count(.steps(["decide"])), where: condition))
        try told.happen("apply")
        try told.happen("decide")
        try told.happen("decide", with: ["size": .number(11)])
        try told.happen("decide", with: ["size": .number(10)])
        #expect(told.counts == [0, 0, 1, 0])
    }

    @Test func aConditionMayAskWhatWasDoneAndDecided() throws {
        let condition = Condition.all([.done("hold"), .not(.outcome("deny"))])
        var told = Told(Permits.indicator(.count(.steps(["decide"])), where: condition))
        try told.happen("apply")
        try told.happen("decide", outcome: "grant")
        try told.happen("hold")
        try told.happen("decide", outcome: "deny")
        try told.happen("decide", outcome: "grant")
        #expect(told.counts == [0, 0, 0, 0, 1])
    }

    @Test func aCellJoinsTheValuesOfTheBreakdown() throws {
        var told = Told(
            Permits.indicator(
                .count(.steps(["decide"])), by: [.field("size"), .outcome, .field("unit")]))
        try told.happen("apply", with: ["size": .number(7)])
        try told.happen("decide")
        try told.happen("decide", outcome: "grant", with: ["unit": .organ("police")])
        #expect(told.found.flatMap { $0 }.map(\.cell) == ["7||", "7|grant|police"])
    }

    @Test func aFigureCountsForTheOrganInAFieldOrElseTheFilesOrgan() throws {
        var told = Told(Permits.indicator(.count(.steps(["decide"])), organ: "unit"))
        try told.happen("apply")
        try told.happen("decide")
        try told.happen("decide", with: ["unit": .organ("police")])
        #expect(told.found.flatMap { $0 }.map(\.organ) == ["town", "police"])
    }

    @Test func aSumTakesOneFieldFromAnother() throws {
        var told = Told(
            Permits.indicator(.sum("standard-fee", minus: "fee", at: .steps(["decide"]))))
        try told.happen("apply")
        try told.happen("decide", with: ["standard-fee": .money(Money(fen: 500))])
        try told.happen("decide", with: ["fee": .money(Money(fen: 120))])
        try told.happen("decide", with: ["fee": .money(Money(fen: 700))])
        #expect(told.found.flatMap { $0 }.map(\.amount) == [500, 380, -200])
    }

    @Test func aSumOfWhatIsNotStatedIsNothing() throws {
        var told = Told(
            Permits.indicator(.sum("size", minus: nil, at: .steps(["decide"]))),
            Permits.indicator(.sum("unit", minus: nil, at: .stage("open"))))
        try told.happen("apply", with: ["unit": .organ("police")])
        try told.happen("decide")
        try told.happen("decide", with: ["size": .number(4)])
        #expect(told.found.map { $0.map(\.amount) } == [[0], [0], [4]])
    }

    @Test func differentOfficersAreMembers() throws {
        var told = Told(Permits.indicator(.distinct(.officers, at: .steps(["decide"]))))
        try told.happen("apply", by: ["zhao"])
        try told.happen("decide", by: ["qian", "sun"])
        try told.happen("decide", by: ["sun"])
        #expect(told.found.map { $0.map(\.member) } == [[], ["qian", "sun"], ["sun"]])
        #expect(told.found.flatMap { $0 }.allSatisfy { $0.amount == 1 })
    }

    @Test func differentValuesOfAFieldAreMembers() throws {
        var told = Told(Permits.indicator(.distinct(.field("unit"), at: .outcomes(["grant"]))))
        try told.happen("apply", with: ["unit": .organ("police")])
        try told.happen("decide", outcome: "grant")
        var without = Told(Permits.indicator(.distinct(.field("unit"), at: .steps(["apply"]))))
        try without.happen("apply")
        #expect(told.found.map { $0.map(\.member) } == [[], ["police"]])
        #expect(without.counts == [0])
    }

    @Test func figuresMadeOfFiguresCountNothingThemselves() throws {
        let ratio = Permits.indicator(.ratio(of: "a", over: "b"))
        let stock = Permits.indicator(.stock(in: "a", out: "b"))
        #expect(ratio.trigger == nil && stock.trigger == nil)
        var told = Told(ratio, stock)
        try told.happen("apply")
        try told.happen("close")
        #expect(told.counts == [0, 0])
    }
}

/// How long a case file stayed is counted when it leaves.
@Suite struct StageTimeTests {
    @Test func aStayIsCountedWhenItEndsInDaysOfTheCalendar() throws {
        var told = Told()
        try told.happen("apply", on: "2024-03-01")
        try told.happen("decide", on: "2024-03-04")
        try told.happen("hold", on: "2024-03-11")
        try told.happen("decide", on: "2024-03-11")
        try told.happen("close", on: "2024-03-11")
        #expect(told.stays.map(\.figure.description) == ["permit.@open", "permit.@held"])
        #expect(told.stays.map(\.cell) == ["10", "0"])
        #expect(told.stays.map(\.day.description) == ["2024-03-11", "2024-03-11"])
        #expect(told.stays.allSatisfy { $0.organ == "town" && $0.amount == 1 && $0.member == nil })
    }

    @Test func aFileThatComesBackStaysTwice() throws {
        var told = Told()
        try told.happen("apply", on: "2024-03-01")
        try told.happen("hold", on: "2024-03-03")
        try told.happen("apply", on: "2024-03-08")
        try told.happen("hold", on: "2024-03-09")
        #expect(told.stays.map(\.cell) == ["2", "5", "1"])
    }

    @Test func whatHasEndedStaysNoLonger() throws {
        var told = Told()
        try told.happen("apply", on: "2024-03-01")
        try told.happen("close", on: "2024-03-02")
        try told.happen("hold", on: "2024-05-02")
        #expect(told.stays.map(\.figure.description) == ["permit.@open"])
    }

    /// The smallest number of days within which at least the share ended, by counting them one by one.
    @Test(arguments: [1, 2, 3, 10, 11, 100]) func halfAndMostOfThemEndedWithin(count: Int) {
        let all = (0..<count).map { $0 * 7 % 13 }
        let cells = Dictionary(all.map { ("\($0)", 1) }, uniquingKeysWith: +)
        let stays = Stays(cells: cells)
        #expect(stays.count == count)
        #expect(stays.longest == all.max())
        for percent in [1, 50, 90, 100] {
            let days = (0...13).first { days in
                all.count { $0 <= days } * 100 >= count * percent
            }
            #expect(stays.days(percent: percent) == days)
        }
    }

    @Test func nothingHasNoMiddle() {
        #expect(Stays(cells: [:]).days(percent: 50) == nil)
        #expect(Stays(cells: [:]).longest == nil)
    }
}
