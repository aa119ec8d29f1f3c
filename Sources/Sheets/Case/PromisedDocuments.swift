package import Engine
package import Law
package import Office

extension CaseRecord {
    /// The kinds of which nobody has seen a document yet: a party said that the original will be shown, and no more.
    package var promised: Set<DocumentKind.ID> {
        var promised: Set<DocumentKind.ID> = []
        var seen = Set(file.held.map(\.kind))
        for entry in entries {
            guard case .acted(let act) = entry.event.fact else { continue }
            if act.isOfParty(under: entry.edition.procedure) {
                promised.formUnion(act.documents)
            } else {
                seen.formUnion(act.documents)
            }
        }
        return promised.subtracting(seen)
    }
}

extension Act {
    /// Whether a party took the step: what is named without a content is then only promised.
    package func isOfParty(under procedure: Procedure) -> Bool {
        procedure.roles[role]?.kind == .party
    }
}
