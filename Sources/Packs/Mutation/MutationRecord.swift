/// What `yifa pack mutate` found of an edition, kept beside the pack in `mutation.yaml`.
package struct MutationRecord: Sendable, Equatable {
    /// The edition that was measured, by its hash.
    package let edition: String
    package let weakenings: Int
    package let noticed: Int
    package let declared: Int
    /// The names of the weakenings that no story noticed.
    package let unnoticed: [String]

    /// The name of the file within the pack's folder; it does not bind.
    package static let file = "mutation.yaml"

    package init(_ result: MutationResult, edition: String) {
        self.edition = edition
        weakenings = result.weakenings
        noticed = result.noticed
        declared = result.declared
        unnoticed = result.unnoticed.map(\.name)
    }

    /// The share that stories notice.
    package var share: MutationShare { MutationShare(noticed: noticed, of: weakenings) }
}

// MARK: - As a text

extension MutationRecord {
    /// The file's text.
    package var text: String {
        let names = unnoticed.map { "  - \($0.quotedInYAML)\n" }.joined()
        return """
            # Written by `yifa pack mutate NAME --record`: \(share) of the weakenings are noticed by a story.
            edition: \(edition)
            weakenings: \(weakenings)
            noticed: \(noticed)
            declared: \(declared)
            unnoticed:\(unnoticed.isEmpty ? " []\n" : "\n" + names)
            """
    }

    init?(reading block: Block) {
        defer { block.finish() }
        guard let edition = block.text("edition"),
            let weakenings = block.required("weakenings", block.number),
            let noticed = block.required("noticed", block.number),
            let declared = block.required("declared", block.number)
        else { return nil }
        self.edition = edition
        self.weakenings = weakenings
        self.noticed = noticed
        self.declared = declared
        unnoticed = block.texts("unnoticed").map(\.text)
    }
}

extension String {
    /// The text between single quotation marks, in which nothing has a meaning.
    fileprivate var quotedInYAML: String { "'\(replacing("'", with: "''"))'" }
}
