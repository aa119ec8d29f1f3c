import Law

/// Whether a post can be taken for another of the same name.
///
/// An officer holds a post by its name. One that works on files of any organ is therefore held by whoever has a post of that
/// name anywhere, also for another procedure's sake.
struct PostCheck {
    let procedure: Procedure
    let references: References
    let findings: Findings
    /// The procedures beside it.
    let others: [Procedure.ID: Procedure]

    func run() {
        for role in procedure.roles where role.kind != .party && role.of == .any {
            guard let other = namesake(of: role),
                let place = references.place(of: .role, role.id.text)
            else { continue }
            findings.report(
                place,
                "role '\(role.id)' works on files of any organ, and procedure '\(other.id)' has a role of that name: whoever holds it there could act here"
            )
        }
    }

    /// The first procedure of another matter with a post of the same name.
    private func namesake(of role: Role) -> Procedure? {
        others.values
            .filter { other in
                other.matter != procedure.matter
                    && other.roles[role.id].map { $0.kind != .party } ?? false
            }
            .min { $0.id < $1.id }
    }
}
