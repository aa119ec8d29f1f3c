import Law
import Packs
import Testing

/// Two procedures are the same only if every part is.
@Suite struct WholeEqualityTests {
    static let changes: [(name: String, change: @Sendable (inout Procedure.Parts) -> Void)] = [
        ("roles", { $0.roles = Catalogue([]) }), ("stages", { $0.stages = Catalogue([]) }),
        ("passing", { $0.passing = [] }), ("numbering", { $0.numbering = nil }),
        ("remedies", { $0.remedies = Catalogue([]) }), ("notices", { $0.notices = Catalogue([]) }),
        ("documents", { $0.documents = Catalogue([]) }), ("debts", { $0.debts = Catalogue([]) }),
        ("parameters", { $0.parameters = Catalogue([]) }),
        ("title", { $0.title = Title(chinese: "他", english: "Other") }),
        ("matter", { $0.matter = "other" }),
        ("instruments", { $0.instruments = Catalogue([]) }),
    ]

    @Test(arguments: changes.map(\.name)) func everyPartCounts(name: String) throws {
        let procedure = try #require(PackReading.admitted(WholePack.source).pack).procedure
        let change = try #require(Self.changes.first { $0.name == name }).change
        #expect(procedure.with(change) != procedure)
        #expect(procedure.with { _ in } == procedure)
    }
}
