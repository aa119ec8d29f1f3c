import Engine
import Indicators
import Law
import Ledger
import Office
import Testing

/// The part of the contract about lists and tallies, all of which can be made anew from the events.
extension JournalContract {
    static let projections = lists + figures

    private static let lists = [
        Rule("a case file is listed as it was projected last") { journal in
            try await journal.write { (writer) throws in
                try writer.project(Sample.summary("a-1"), index: CaseIndex(), work: [])
                try writer.project(
                    Sample.summary("a-1", version: 2, stage: "closed"), index: CaseIndex(), work: []
                )
                try writer.project(Sample.summary("b-1"), index: CaseIndex(), work: [])
            }
            let all = try await journal.read { try $0.cases(CaseQuery()) }
            #expect(
                all == [Sample.summary("a-1", version: 2, stage: "closed"), Sample.summary("b-1")])
        },
        Rule("each condition of a list holds") { journal in
            try await journal.write { (writer) throws in
                try writer.project(Sample.summary("a-1"), index: CaseIndex(), work: [])
                try writer.project(
                    Sample.summary("b-1", organ: "other", day: 20_010), index: CaseIndex(), work: []
                )
                try writer.project(
                    Sample.summary("c-1", stage: "closed"), index: CaseIndex(), work: [])
            }
            let found = { (change: (inout CaseQuery) -> Void) in
                var query = CaseQuery()
                change(&query)
                let asked = query
                return try await journal.read { try $0.cases(asked).map(\.subject.text) }
            }
            #expect(try await found { $0.organ = "other" } == ["b-1"])
            #expect(try await found { $0.stage = "closed" } == ["c-1"])
            #expect(try await found { $0.isOpen = true } == ["a-1", "b-1"])
            #expect(try await found { $0.isOpen = false } == ["c-1"])
            #expect(try await found { $0.procedure = "no" } == [])
            #expect(
                try await found { $0.days = Day(number: 20_010)...Day(number: 20_011) } == ["b-1"])
            #expect(try await found { $0.limit = 2 } == ["a-1", "b-1"])
        },
        Rule("case files lapse in order of time, strictly before the moment") { journal in
            try await journal.write { (writer) throws in
                let lapses: [(String, Int64?)] = [
                    ("a-1", 30), ("b-1", 10), ("c-1", 20), ("d-1", nil),
                ]
                for (subject, lapse) in lapses {
                    try writer.project(
                        Sample.summary(subject, lapse: lapse), index: CaseIndex(), work: [])
                }
            }
            try await journal.read { (reader) throws in
                #expect(try reader.lapsing(before: Moment(seconds: 10)).isEmpty)
                #expect(try reader.lapsing(before: Moment(seconds: 30)) == ["b-1", "c-1"])
                #expect(try reader.lapsing(before: Moment(seconds: 31)) == ["b-1", "c-1", "a-1"])
            }
        },
        Rule("work is what was projected last, earliest first, paused last") { journal in
            try await journal.write { (writer) throws in
                try writer.project(
                    Sample.summary("a-1"), index: CaseIndex(),
                    work: [Sample.work("a-1", "gone", due: 1)])
                try writer.project(
                    Sample.summary("a-1", version: 2), index: CaseIndex(),
                    work: [Sample.work("a-1", "x", due: nil), Sample.work("a-1", "y", due: 9)])
                try writer.project(
                    Sample.summary("b-1"), index: CaseIndex(),
                    work: [Sample.work("b-1", "x", due: 5)])
            }
            try await journal.read { (reader) throws in
                let all = try reader.work(WorkQuery()).map {
                    "\($0.item.subject) \($0.item.deadline)"
                }
                #expect(all == ["b-1 x", "a-1 y", "a-1 x"])
                var query = WorkQuery()
                query.dueBefore = Moment(seconds: 9)
                #expect(try reader.work(query).map(\.item.subject) == ["b-1"])
                query.duty = .organ("other")
                #expect(try reader.work(query).isEmpty)
            }
        },
    ]

    private static let figures = [
        Rule("tallies add up over writes; members are counted once each") { journal in
            for sequence in 0..<3 {
                try await journal.write { (writer) throws in
                    try writer.append(Sample.event(sequence, "a-1", sequence + 1))
                    try writer.add([
                        Sample.contribution(sequence, "m.count", amount: 2),
                        Sample.contribution(
                            sequence, "m.people", member: sequence == 2 ? "p" : "q"),
                    ])
                }
            }
            let days = Day(number: 20_000)...Day(number: 20_000)
            try await journal.read { (reader) throws in
                let count = TallyQuery(figure: FigureName("m", "count"), days: days)
                #expect(try reader.tally(count).map(\.amount) == [6])
                #expect(try reader.tallies().count == 1)
                let people = TallyQuery(figure: FigureName("m", "people"), days: days)
                #expect(try reader.distinct(people) == 2)
                #expect(try reader.distinct(count) == 0)
                let elsewhere = TallyQuery(
                    figure: FigureName("m", "count"), days: days, organ: "other")
                #expect(try reader.tally(elsewhere).isEmpty)
            }
        },
        Rule("a figure leads back to its case files") { journal in
            try await journal.write { (writer) throws in
                for subject in ["a-1", "b-1"] {
                    try writer.project(Sample.summary(subject), index: CaseIndex(), work: [])
                }
                try writer.add([Sample.contribution(0, "m.count", of: "b-1", amount: 1)])
            }
            var query = CaseQuery()
            query.figure = FigureName("m", "count")
            let asked = query
            #expect(try await journal.read { try $0.cases(asked).map(\.subject) } == ["b-1"])
        },
        Rule("cells add up within the days and the organ asked for") { journal in
            try await journal.write { (writer) throws in
                try writer.add([
                    Sample.contribution(0, "m.@open", cell: "3"),
                    Sample.contribution(1, "m.@open", cell: "12"),
                    Sample.contribution(2, "m.@open", cell: "3", day: 20_001),
                    Sample.contribution(3, "m.@open", cell: "3", organ: "other"),
                    Sample.contribution(4, "m.@held", cell: "3"),
                ])
            }
            let cells = { (days: ClosedRange<Int32>, organ: Organ.ID?) in
                let span = Day(number: days.lowerBound)...Day(number: days.upperBound)
                let query = TallyQuery(figure: FigureName("m", "@open"), days: span, organ: organ)
                return try await journal.read { try $0.cells(query) }
            }
            #expect(try await cells(20_000...20_001, nil) == ["3": 3, "12": 1])
            #expect(try await cells(20_000...20_000, "town") == ["3": 1, "12": 1])
            #expect(try await cells(19_000...19_999, nil).isEmpty)
        },
        Rule("stays come longest first, and page by page as in one list") { journal in
            let days = [3, 12, 0, 12, 100, 9, 3]
            try await journal.write { (writer) throws in
                for (sequence, length) in days.enumerated() {
                    let subject = "a-\(sequence)"
                    try writer.project(Sample.summary(subject), index: CaseIndex(), work: [])
                    try writer.add([
                        Sample.contribution(
                            sequence, "m.@open", of: CaseFile.ID(subject), cell: "\(length)")
                    ])
                }
            }
            var query = StayQuery(
                figure: FigureName("m", "@open"), days: Day(number: 20_000)...Day(number: 20_000))
            var found: [Stay] = []
            for limit in [2, 1, 3, 50] {
                query.limit = limit
                query.after = found.last?.place
                let asked = query
                found += try await journal.read { try $0.stays(asked) }
            }
            #expect(found.map(\.sequence) == [4, 1, 3, 5, 0, 6, 2])
            #expect(found.map(\.days) == [100, 12, 12, 9, 3, 3, 0])
            #expect(found.map(\.summary.subject.text) == found.map { "a-\($0.sequence)" })
            query.after = nil
            query.organ = "other"
            let elsewhere = query
            #expect(try await journal.read { try $0.stays(elsewhere) }.isEmpty)
        },
        Rule("clearing projections clears them all, and no event") { journal in
            try await journal.write { (writer) throws in
                try writer.append(Sample.event(0, "a-1", 1))
                try writer.put(checkpoint: "note")
                try writer.put(Sample.edition("e1"))
            }
            let empty = try await journal.read { try $0.projectionDigest() }
            try await journal.write { (writer) throws in
                try writer.project(
                    Sample.summary("a-1"), index: CaseIndex(),
                    work: [Sample.work("a-1", "x", due: 1)])
                try writer.add([Sample.contribution(0, "m.count", amount: 1)])
                try writer.set(counter: "n", to: 1)
            }
            #expect(try await journal.read { try $0.projectionDigest() } != empty)
            try await journal.write { try $0.clearProjections() }
            try await journal.read { (reader) throws in
                #expect(try reader.projectionDigest() == empty)
                #expect(try reader.size() == 1)
                #expect(try reader.editions().count == 1)
                #expect(try reader.checkpoint() == "note")
            }
        },
    ]
}
