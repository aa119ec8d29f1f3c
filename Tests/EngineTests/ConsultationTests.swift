import Foundation
import Law
import Testing

@testable import Engine

extension ConsultationMove {
    /// Whether the move is refused for the one who makes it, and stands for all with another person in second place.
    fileprivate func isIdle(whenWaitingFor waited: [Person.ID]) -> Bool {
        switch self {
        case .pass(let from, let to), .delegate(let from, let to):
            to != "a" && !waited.contains(from)
        case .answer, .add, .remove, .sendBack, .withdraw, .urge, .silence: false
        }
    }
}

/// Every course that a consultation of up to four people can take in four to six moves.
@Suite struct ConsultationTests {
    static let people: [Person.ID] = ["a", "b", "c", "d"]
    static let asked = Moment(seconds: 1_700_000_000)

    static func rule(_ join: Join, _ silence: Silence) -> ConsultationRule {
        ConsultationRule(
            id: "talks", title: Title(chinese: "征询", english: "Talks"), askedBy: "ask", join: join,
            addressees: "unit", within: Length(5, .workingDays), silence: silence,
            sendBack: ["examination"], basis: [Basis("某法 3")])
    }

    /// Every move that anybody could think of; to another stage than those allowed, and to oneself, included.
    static let moves: [ConsultationMove] =
        people.flatMap { person -> [ConsultationMove] in
            [
                .answer(.agree, by: person), .answer(.object, by: person), .add(person),
                .remove(person), .silence(of: person), .sendBack(by: person, to: "examination"),
                .sendBack(by: person, to: "closed"),
            ]
                + people.flatMap { other -> [ConsultationMove] in
                    [.pass(from: person, to: other), .delegate(from: person, to: other)]
                }
        } + [.withdraw, .urge]

    /// One move of each kind: what a closed consultation is asked.
    static let lastMoves: [ConsultationMove] = [
        .answer(.agree, by: "a"), .add("d"), .remove("a"), .silence(of: "a"),
        .pass(from: "a", to: "d"),
        .delegate(from: "a", to: "b"), .sendBack(by: "a", to: "examination"), .withdraw, .urge,
    ]

    struct Course: Sendable, CustomTestStringConvertible {
        let join: Join
        let silence: Silence
        let addressees: Int

        var testDescription: String { "\(join), silence is \(silence), \(addressees) asked" }
    }

    static let courses = Join.allCases.flatMap { join in
        Silence.allCases.flatMap { silence in
            (1...3).map { Course(join: join, silence: silence, addressees: $0) }
        }
    }

    /// Six moves everywhere, a million states, take minutes without optimisation: `YIFA_EXPLORE=6 swift test`.
    private static let depth = ProcessInfo.processInfo.environment["YIFA_EXPLORE"].flatMap {
        Int($0)
    }

    /// Four people are alike, so the first of them stand for any others; the order of asking is kept.
    @Test(arguments: courses)
    func `no course of moves loses a question, asks twice or comes to a wrong result`(
        course: Course
    ) throws {
        let rule = Self.rule(course.join, course.silence)
        let people = Array(Self.people.prefix(course.addressees))
        let start = Consultation(rule, askedBy: ["handler"], of: people, at: Self.asked)
        var exploration = Exploration(from: start, ConsultationTable(rule, people: people))
        let usual = (course.addressees == 1 ? 6 : 4) - (course.join == .sequence ? 1 : 0)
        try exploration.run(depth: Self.depth ?? usual)
        print("consultation \(course.testDescription): \(exploration.count) states")
        #expect(exploration.count >= (course.join == .inform ? 1 : 5))
    }

    /// A breadth-first walk through the states that moves can reach; what differs only in names and order is one state.
    private struct Exploration {
        private var frontier: [(Consultation, ConsultationTable)] = []
        private var seen: Set<[UInt32]> = []
        var count: Int { seen.count }

        init(from start: Consultation, _ table: ConsultationTable) {
            frontier = [(start, table)]
            seen = [Self.key(start)]
        }

        mutating func run(depth: Int) throws {
            for (start, table) in frontier { try Self.expectSound(start, table) }
            for _ in 0..<depth {
                var next: [(Consultation, ConsultationTable)] = []
                for (state, table) in frontier { try expand(state, table, into: &next) }
                frontier = next
            }
        }

        private mutating func expand(
            _ state: Consultation, _ table: ConsultationTable,
            into next: inout [(Consultation, ConsultationTable)]
        ) throws {
            let waited = table.waited.map { table.seats[$0].holder }
            let moves = state.isOpen ? ConsultationTests.moves : ConsultationTests.lastMoves
            for move in moves where !move.isIdle(whenWaitingFor: waited) {
                let refusal = refusal { () throws(Refusal) in try state.check(move) }
                guard (refusal == nil) == table.permits(move) else {
                    throw Broken(state, move, refusal.map { "refused: \($0)" } ?? "not refused")
                }
                guard refusal == nil else { continue }
                var after = state
                var tableAfter = table
                after.apply(move, at: ConsultationTests.asked)
                tableAfter.make(move)
                try Self.expectStep(from: state, to: after, by: move)
                try Self.expectSound(after, tableAfter)
                if seen.insert(Self.key(after)).inserted { next.append((after, tableAfter)) }
            }
        }

        private static func expectSound(_ state: Consultation, _ table: ConsultationTable) throws {
            let waited = state.questions.indices.filter { state.questions[$0].state == .open }
            let waiting = state.questions.count { $0.state == .waiting }
            guard state.result == table.result, state.isOpen == (state.result == nil) else {
                throw Broken(state, nil, "should be \(String(describing: table.result))")
            }
            guard state.isOpen != waited.isEmpty, state.isOpen || waiting == 0 else {
                throw Broken(state, nil, "waits for nobody, or is over and waits")
            }
            guard waited == table.waited else {
                throw Broken(state, nil, "waits for the wrong ones")
            }
            guard state.questions.map(\.addressee) == table.seats.map(\.holder) else {
                throw Broken(state, nil, "asks others than it should")
            }
            for person in ConsultationTests.people {
                let own = state.questions.filter { $0.addressee == person }
                guard own.count(where: \.counts) <= 1,
                    own.count(where: { $0.state != .removed }) <= 1
                else { throw Broken(state, nil, "\(person) is asked twice") }
            }
            guard waited.allSatisfy({ state.questions[$0].put != nil }) else {
                throw Broken(state, nil, "an open question was never put")
            }
        }

        /// Earlier questions are still there, in order, and those that had ended stand as they ended; at most one is new.
        private static func expectStep(
            from: Consultation, to: Consultation, by move: ConsultationMove
        ) throws {
            let new = to.questions.count - from.questions.count
            guard from.result == nil, (0...1).contains(new) else {
                throw Broken(
                    to, move, "lost a question, asked more than one, or moved after its end")
            }
            let added: Range<Int> =
                new == 0 ? to.questions.count..<to.questions.count + 1 : to.questions.indices
            let isKept = added.contains { place in
                let others = to.questions.indices.filter { $0 != place }
                return continues(from.questions, others.map { to.questions[$0] })
            }
            guard isKept else {
                throw Broken(to, move, "an ended question changed, or one was put again")
            }
        }

        private static func continues(
            _ from: [Consultation.Question], _ to: [Consultation.Question]
        ) -> Bool {
            for (before, after) in zip(from, to) {
                guard before.addressee == after.addressee else { return false }
                guard before.isPending || before == after else { return false }
                guard before.put == nil || before.put == after.put else { return false }
            }
            return true
        }

        /// Questions as numbers, people named by when they first appear; sorted where order means nothing.
        private static func key(_ state: Consultation) -> [UInt32] {
            var questions = state.questions
            if state.rule.join != .sequence {
                questions.sort { plain($0) < plain($1) }
            }
            var names: [Person.ID] = []
            func name(_ person: Person.ID?) -> UInt32 {
                guard let person else { return 0 }
                if let index = names.firstIndex(of: person) { return UInt32(index + 1) }
                names.append(person)
                return UInt32(names.count)
            }
            for question in questions { _ = name(question.addressee) }
            let numbers = questions.map {
                plain($0) << 8 | name($0.addressee) << 4 | name($0.delegate)
            }
            return numbers + [state.result.map { UInt32($0.rawValue.utf8.count) + 1 } ?? 0]
        }

        private static func plain(_ question: Consultation.Question) -> UInt32 {
            let state: UInt32 =
                switch question.state {
                case .waiting: 0
                case .open: 1
                case .answered(.agree): 2
                case .answered(.object): 3
                case .silent: 4
                case .passedOn: 5
                case .removed: 6
                case .moot: 7
                }
            let advice: UInt32 = question.advice.map { $0 == .agree ? 1 : 2 } ?? 0
            return state << 4 | advice << 2 | (question.delegate == nil ? 0 : 1)
        }
    }

    struct Broken: Error, CustomStringConvertible {
        let description: String

        init(_ state: Consultation, _ move: ConsultationMove?, _ why: String) {
            let questions = state.questions.map { "\($0.addressee) \($0.state)" }
            description =
                "\(why): \(state.rule.join) \(questions), result \(String(describing: state.result)), after \(String(describing: move))"
        }
    }
}
