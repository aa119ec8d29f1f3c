import Law
import Packs
import Testing

/// Counted by hand on weeks of five working days: natural days and months can end two days later for a weekend; five
/// working days span seven days, ten span fourteen, one spans three.
@Suite struct LongestWaitTests {
    private let apply = Course.step("apply", to: "examining")
    private let accept = Course.step("accept", in: "examining", to: "deciding")
    private let decide = Course.step(
        "decide", in: "examining", "deciding", to: "closed", outcome: "decided")

    private func wait(
        _ steps: [Step], _ limits: [TimeLimit], asking: [ConsultationRule] = []
    ) -> LongestWait {
        LongestWait(of: Course.procedure(steps, limits, asking: asking), by: .plain)
    }

    static let spans: [(TimeLimit.Span, Int)] = [
        (.fixed(Length(30, .days)), 32), (.fixed(Length(1, .workingDays)), 3),
        (.fixed(Length(5, .workingDays)), 7), (.fixed(Length(10, .workingDays)), 14),
        (.fixed(Length(2, .months)), 64), (.fixed(Length(1, .years)), 368),
        (.fixed(Length(24, .hours)), 1), (.fixed(Length(25, .hours)), 2),
        (.chosen(by: "track", ["a": Length(5, .days), "b": Length(9, .days)]), 11),
    ]

    @Test(arguments: spans) func oneDeadlineIsTheWait(span: TimeLimit.Span, days: Int) {
        let wait = wait(
            [apply, decide], [Course.limit("term", span, from: "apply", metBy: ["decide"])])
        #expect(wait.days == days)
        #expect(wait.isComplete && !wait.goesRound && wait.unbounded.isEmpty)
        #expect(wait.course.map(\.step) == ["apply", "decide"])
        #expect(wait.course.map(\.waited) == [0, days])
    }

    @Test func deadlinesOneAfterAnotherAddUp() {
        let wait = wait(
            [apply, accept, decide],
            [
                Course.limit(
                    "first", .fixed(Length(5, .workingDays)), from: "apply",
                    metBy: ["accept", "decide"]),
                Course.limit("then", .fixed(Length(60, .days)), from: "accept", metBy: ["decide"]),
            ])
        #expect(wait.days == 7 + 62)
        #expect(wait.course.map(\.step) == ["apply", "accept", "decide"])
        #expect(wait.course.map(\.waited) == [0, 7, 62])
    }

    @Test func aDeadlineOverAllCapsThoseInside() {
        let wait = wait(
            [apply, accept, decide],
            [
                Course.limit(
                    "first", .fixed(Length(15, .days)), from: "apply", metBy: ["accept", "decide"]),
                Course.limit("then", .fixed(Length(15, .days)), from: "accept", metBy: ["decide"]),
                Course.limit("all", .fixed(Length(20, .days)), from: "apply", metBy: ["decide"]),
            ])
        #expect(wait.days == 22)
    }

    @Test func everyExtensionIsUsed() {
        let extend = TimeLimit.Extension(
            by: "extend", times: 2, most: Length(5, .workingDays), field: nil, basis: [])
        let wait = wait(
            [apply, Course.step("extend", in: "examining"), decide],
            [
                Course.limit(
                    "term", .fixed(Length(10, .workingDays)), from: "apply", metBy: ["decide"],
                    extend: extend)
            ])
        #expect(wait.days == 14 + 2 * 7)
    }

    static let extended = [
        // Days and months end on a rest day once, after all extensions.
        (Length(30, .days), Length(10, .days), 30 + 10 + 10 + 2),
        (Length(2, .months), Length(1, .months), 4 * 31 + 2),
        (Length(10, .workingDays), Length(5, .days), 14 + 5 + 5 + 2),
        (Length(10, .days), Length(5, .workingDays), 10 + 7 + 7),
        (Length(24, .hours), Length(24, .hours), 3),
    ]

    @Test(arguments: extended) func aRestMovesTheEndOnceHoweverOftenItWasExtended(
        length: Length, more: Length, days: Int
    ) {
        let extend = TimeLimit.Extension(by: "extend", times: 2, most: more, field: nil, basis: [])
        let wait = wait(
            [apply, Course.step("extend", in: "examining"), decide],
            [Course.limit("term", .fixed(length), from: "apply", metBy: ["decide"], extend: extend)]
        )
        #expect(wait.days == days)
    }

    @Test func whatTheOpeningStepDecidesIsNotWaitedFor() {
        let decide = Course.step("decide", to: "closed", outcome: "decided")
        let wait = wait(
            [decide, Course.step("pay", in: "closed", to: "closed")],
            [Course.limit("payment", .fixed(Length(15, .days)), from: "decide", metBy: ["pay"])])
        #expect(wait.days == 0)
        #expect(wait.course.map(\.step) == ["decide"])
        #expect(wait.unbounded.isEmpty && !wait.goesRound)
    }

    private func correcting(times: Int?) -> LongestWait {
        wait(
            [
                apply, Course.step("ask", in: "examining", to: "correcting", times: times),
                Course.step("correct", in: "correcting", to: "examining"), decide,
            ],
            [
                Course.limit(
                    "examination", .fixed(Length(5, .workingDays)), from: "apply", "correct",
                    metBy: ["ask", "decide"]),
                Course.limit(
                    "correction", .fixed(Length(10, .workingDays)), from: "ask", metBy: ["correct"]),
            ])
    }

    @Test(arguments: 1...3) func aCorrectionLoopIsGoneThroughAsOftenAsAllowed(times: Int) {
        let wait = correcting(times: times)
        #expect(wait.days == 7 + times * (14 + 7))
        #expect(!wait.goesRound)
    }

    @Test func aCorrectionLoopWithoutLimitGoesRoundAndNoRoundIsRepeated() {
        let wait = correcting(times: nil)
        #expect(wait.goesRound)
        #expect(wait.days == 7 + 14 + 7)
        #expect(wait.course.map(\.step) == ["apply", "ask", "correct", "decide"])
    }

    @Test func aStepThatRestartsATermAndStaysIsTakenAsOftenAsAllowed() {
        let restart = Course.step("restart", in: "examining", times: 1)
        let wait = wait(
            [apply, restart, decide],
            [
                Course.limit(
                    "term", .fixed(Length(30, .days)), from: "apply", metBy: ["decide"],
                    restarts: ["restart"])
            ])
        #expect(wait.days == 32 + 32)
        #expect(!wait.goesRound)
    }

    @Test func aStageWithoutTermHasNoBound() {
        let wait = wait(
            [apply, accept, decide],
            [
                Course.limit(
                    "first", .fixed(Length(5, .workingDays)), from: "apply", metBy: ["accept"])
            ])
        #expect(wait.unbounded == ["deciding"])
        #expect(wait.days == 7)
    }

    @Test func aTermThatOnlyBarsNeitherBoundsNorShortensTheWait() {
        let ask = Course.step("ask", in: "deciding")
        let first = Course.limit(
            "first", .fixed(Length(5, .workingDays)), from: "apply", metBy: ["accept"])
        let right = Course.limit(
            "right", .fixed(Length(5, .workingDays)), from: "accept", metBy: ["decide"],
            lapse: .bar(["ask"]))
        let term = Course.limit(
            "term", .fixed(Length(60, .days)), from: "accept", metBy: ["decide"])
        #expect(wait([apply, accept, ask, decide], [first, right, term]).days == 7 + 62)
        #expect(wait([apply, accept, ask, decide], [first, right]).unbounded == ["deciding"])
    }

    @Test func silenceThatTakesAStepBoundsTheWait() {
        let wait = wait(
            [
                apply, accept, Course.step("deem", in: "examining", to: "deciding", byLaw: true),
                decide,
            ],
            [
                Course.limit(
                    "first", .fixed(Length(5, .workingDays)), from: "apply",
                    metBy: ["accept", "decide"],
                    lapse: .take("deem")),
                Course.limit(
                    "then", .fixed(Length(60, .days)), from: "accept", "deem", metBy: ["decide"]),
            ])
        #expect(wait.days == 7 + 62)
    }

    @Test func ofSeveralConditionalDeadlinesTheLongestCounts() {
        let quick = Condition.outcome("decided")
        let wait = wait(
            [apply, decide],
            [
                Course.limit(
                    "quick", .fixed(Length(5, .days)), from: "apply", metBy: ["decide"], when: quick
                ),
                Course.limit(
                    "ordinary", .fixed(Length(30, .days)), from: "apply", metBy: ["decide"],
                    when: .not(quick)),
            ])
        #expect(wait.days == 32)
        #expect(wait.unbounded.isEmpty)
    }

    @Test func aSingleConditionalDeadlineMayNotRunAtAll() {
        let wait = wait(
            [apply, decide],
            [
                Course.limit(
                    "term", .fixed(Length(30, .days)), from: "apply", metBy: ["decide"],
                    when: .outcome("decided"))
            ])
        #expect(wait.days == 32)
        #expect(wait.unbounded == ["examining"])
    }

    @Test func timeNotCountedComesOnTopGroundByGround() throws {
        let asking = ConsultationRule(
            id: "third-party", title: Title(chinese: "征询", english: "Ask"), askedBy: "ask",
            join: .all,
            addressees: "officer", within: Length(10, .workingDays), silence: .consent,
            sendBack: [], basis: [])
        let wait = wait(
            [
                apply, Course.step("ask", in: "examining"),
                Course.step("suspend", in: "examining", to: "suspended"),
                Course.step("resume", in: "suspended", to: "examining"),
                Course.step("test", in: "examining"), Course.step("tested", in: "examining"),
                decide,
            ],
            [
                Course.limit(
                    "term", .fixed(Length(30, .days)), from: "apply", metBy: ["decide"],
                    pauses: [
                        Course.pause(.consultation("third-party"), "征询"),
                        Course.pause(.between(from: ["suspend"], until: ["resume"]), "中止"),
                        Course.pause(.between(from: ["test"], until: ["tested"]), "检验"),
                    ]),
                Course.limit(
                    "testing", .fixed(Length(5, .workingDays)), from: "test", metBy: ["tested"]),
                Course.limit(
                    "perhaps", .fixed(Length(60, .days)), from: "suspend", metBy: ["resume"],
                    when: .outcome("decided")),
                Course.limit(
                    "barred", .fixed(Length(60, .days)), from: "suspend", metBy: ["resume"],
                    lapse: .bar(["resume"])),
            ], asking: [asking])
        #expect(wait.days == 32)
        #expect(wait.pauses.map(\.ground.chinese) == ["征询", "中止", "检验"])
        #expect(wait.pauses.map(\.most) == [14, nil, 7])
    }
}
