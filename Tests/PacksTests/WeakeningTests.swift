import Law
import Packs
import Testing

/// What can be made weaker about a pack, by name.
@Suite struct WeakeningTests {
    private static let whole = Result {
        let reading = PackReading.admitted(WholePack.source)
        #expect(reading.diagnostics.map(\.description) == [])
        return try #require(reading.pack)
    }

    static let kinds = [
        "number: at without accept",
        "parameter large: value 15 dropped",
        "parameter large: value 15: 15 becomes 16",
        "parameter large: value 15: when dropped",
        "parameter large: value 15: in-force dropped",
        "parameter large: value 10: 10 becomes 9",
        "step apply: documents without letter",
        "step ask-correction: times 1 becomes 2",
        "step ask-correction: times dropped",
        "step accept: notice without acceptance",
        "step accept: requirement too-large dropped",
        "step accept: requirement too-large: {field: size, at-most: 20} becomes {field: size, at-most: 21}",
        "step inspect: officers 2 becomes 1",
        "step inspect: officers 2 becomes 3",
        "step inspect: certified dropped",
        "step inspect: not-of dropped",
        "step extend-term: by without sponsor",
        "step deny: in without examination",
        "step decide: outcome without limit",
        "step decide: not-by without inspect",
        "step decide: approved-by dropped",
        "step decide: wait after inspect dropped",
        "step decide: wait after inspect: 2 working-days becomes 1 working-days",
        "step decide: wait after inspect: 2 working-days becomes 2 days",
        "step decide: recuses dropped",
        "step decide: told dropped",
        "step decide: told without fee",
        "step decide: undoes without correction",
        "step decide: requirement unfit: all without {field: track, one-of: [ordinary, quick]}",
        "step decide: requirement unfit: {field: track, one-of: [ordinary, quick]} becomes {field: track, one-of: [quick]}",
        "step decide: requirement unfit: any without {not: {field: size, above: 12}}",
        "step decide: requirement unfit: {field: size, above: 12} becomes {field: size, above: 11}",
        "step decide: requirement unfit: {field: fee, at-least: {percent: 30, of: proposed-fee}} becomes {field: fee, at-least: {percent: 29, of: proposed-fee}}",
        "step decide: requirement unfit: {field: erected-on, at-least: 2024-02-01} becomes {field: erected-on, at-least: 2024-01-31}",
        "step decide: requirement unfit: {field: erected-on, at-most: {field: erected-on, plus: 3 days}} becomes {field: erected-on, at-most: {field: erected-on, plus: 4 days}}",
        "step decide: requirement unfit: {times-done: extend-term, below: 2} becomes {times-done: extend-term, below: 3}",
        "step decide: requirement unfit: {done: inspect, since: [correct, accept]} becomes {done: inspect, since: [accept]}",
        "step decide: requirement unfit: {done: accept, within: 2 years, of: erected-on} becomes {done: accept, within: 730 days, of: erected-on}",
        "deadline examination: within 5 working-days becomes 6 working-days",
        "deadline examination: within 5 working-days becomes 5 days",
        "deadline examination: from without correct",
        "deadline examination: met-by without deny",
        "deadline examination: lapse overdue becomes bar",
        "deadline correction: lapse take deem-withdrawn becomes overdue",
        "deadline decision: within quick: 5 working-days becomes 4 working-days",
        "deadline decision: counted-from dropped",
        "deadline decision: counted-from without correct",
        "deadline decision: when dropped",
        "deadline decision: when {field: size, above: 5} becomes {field: size, above: 6}",
        "deadline decision: pause from ask-neighbours, inspect dropped",
        "deadline decision: pause from ask-neighbours, inspect: from without inspect",
        "deadline decision: pause from ask-neighbours, inspect: until without object",
        "deadline decision: pause from ask-neighbours, inspect: when dropped",
        "deadline decision: pause during neighbours dropped",
        "deadline decision: restarts without correct",
        "deadline decision: extension by extend-term dropped",
        "deadline decision: extension by extend-term: times 1 becomes 2",
        "deadline decision: extension by extend-term: most 5 working-days becomes 4 working-days",
        "deadline payment: within 24 hours becomes 1 days",
        "deadline objection: posted dropped",
        "deadline objection: lapse bar becomes overdue",
        "deadline objection: lapse bar without pay",
        "consultation neighbours: join each becomes all",
        "consultation neighbours: within 5 working-days becomes 4 working-days",
        "consultation neighbours: silence consent becomes objection",
        "consultation neighbours: send-back without review",
        "consultation neighbours: holds without decide",
        "publication decision: field size dropped",
        "publication decision: field party-name: mask surname becomes keep",
        "publication decision: field party-name: kept-if dropped",
        "publication decision: withdrawn-by dropped",
        "debt fee: surcharge dropped",
        "debt fee: surcharge per-day 3 becomes 4",
        "debt fee: surcharge stop from object dropped",
        "outcome limit: remedies without litigation",
        "remedy litigation: within 6 months becomes 180 days",
        "remedy litigation: in-force dropped",
        "passing from older: stages without checking",
        "form application: field size not required",
    ]

    @Test(arguments: kinds) func everyKindOfWeakeningIsMade(name: String) throws {
        let procedure = try Self.whole.get().procedure
        let found = try #require(procedure.weakenings.first { $0.name == name })
        #expect(found.applied(to: procedure) != procedure)
    }

    @Test func everyWeakeningDiffersAndHasANameOfItsOwn() throws {
        let procedure = try Self.whole.get().procedure
        let all = procedure.weakenings
        #expect(Set(all.map(\.name)).count == all.count)
        for weakening in all { #expect(weakening.applied(to: procedure) != procedure) }
    }

    @Test func aSampleDependsOnNothingButItsSeed() throws {
        let all = try Self.whole.get().procedure.weakenings
        let drawn = MutationSample(limit: 20, seed: 1).drawn(from: all).map(\.name)
        #expect(drawn.count == 20)
        #expect(drawn == all.map(\.name).filter(drawn.contains))
        #expect(drawn == MutationSample(limit: 20).drawn(from: all).map(\.name))
        #expect(drawn != MutationSample(limit: 20, seed: 2).drawn(from: all).map(\.name))
        // One rule less draws at most one other.
        let fewer = MutationSample(limit: 20).drawn(from: all.filter { $0.name != drawn[0] })
        #expect(Set(fewer.map(\.name)).intersection(drawn).count == 19)
        #expect(MutationSample(limit: 10_000).drawn(from: all).count == all.count)
    }
}
