import Law

/// The kinds of thing that a pack names and refers to.
enum Referent: String {
    case role, stage, step, deadline, consultation, outcome, remedy, form, field, notice, document
    case debt, provision, indicator, publication, row, parameter
}

/// Names as they are declared and used, so that dangling and duplicate ones are found with their place.
final class References {
    private struct Use {
        let kind: Referent
        let name: String
        let place: Place
    }

    private var declared: [Referent: [String: Place]] = [:]
    private var uses: [Use] = []
    /// Whether a requirement could not be read, so that not every refusal's code is known.
    var hasUnreadRequirement = false
    let findings: Findings

    init(findings: Findings) {
        self.findings = findings
        declared[.role] = [Role.law.text: Place("")]
    }

    func declare(_ kind: Referent, _ name: String, at place: Place) {
        if declared[kind]?[name] != nil {
            findings.report(place, "\(kind.rawValue) '\(name)' is declared twice")
        }
        if kind != .provision, kind != .row { check(name, at: place) }
        declared[kind, default: [:]][name] = place
    }

    /// Reports a name that is not well formed.
    func check(_ name: String, at place: Place) {
        guard !Self.isName(name) else { return }
        findings.report(place, "'\(name)' is not a name: write lower-case words joined by hyphens")
    }

    func use(_ kind: Referent, _ name: String, at place: Place) {
        uses.append(Use(kind: kind, name: name, place: place))
    }

    /// Where a thing was declared.
    func place(of kind: Referent, _ name: String) -> Place? { declared[kind]?[name] }

    func names(of kind: Referent) -> [String] { (declared[kind] ?? [:]).keys.sorted() }

    func isDeclared(_ kind: Referent, _ name: String) -> Bool { declared[kind]?[name] != nil }

    /// Reports every name used and not declared, with the nearest declared one.
    func reportDangling() {
        for use in uses where !isDeclared(use.kind, use.name) {
            let near = use.name.nearest(among: (declared[use.kind] ?? [:]).keys)
            let hint = near.map { "; did you mean '\($0)'?" } ?? ""
            let verb = use.kind == .provision ? "provisions.yaml does not have" : "there is no"
            findings.report(use.place, "\(verb) \(use.kind.rawValue) '\(use.name)'\(hint)")
        }
    }

    /// The declared things of a kind that nothing uses.
    func unused(_ kind: Referent) -> [(name: String, place: Place)] {
        let used = Set(uses.filter { $0.kind == kind }.map(\.name))
        return (declared[kind] ?? [:]).filter { !used.contains($0.key) && !$0.value.file.isEmpty }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }
}

extension References {
    /// The names that the lines of a story under a procedure may use.
    convenience init(of procedure: Procedure?, findings: Findings) {
        self.init(findings: findings)
        guard let procedure else { return }
        let names: [(Referent, [String])] = [
            (.role, procedure.roles.map(\.id.text)), (.stage, procedure.stages.map(\.id.text)),
            (.step, procedure.steps.map(\.id.text)),
            (.deadline, procedure.timeLimits.map(\.id.text)),
            (.consultation, procedure.consultations.map(\.id.text)),
            (.outcome, procedure.outcomes.map(\.id.text)),
            (.remedy, procedure.remedies.map(\.id.text)),
            (.field, procedure.fields.map(\.id.text)),
            (.notice, procedure.notices.map(\.id.text)),
            (.document, procedure.documents.map(\.id.text)),
        ]
        for (kind, names) in names {
            for name in names { declare(kind, name, at: Place("")) }
        }
    }
}

extension Block {
    /// A name of a thing that must be declared somewhere; the use is recorded.
    func name<Thing>(_ key: String, _ kind: Referent, _ references: References) -> Identifier<
        Thing
    >? {
        text(key).map { text in
            references.use(kind, text, at: place(of: key))
            return Identifier(text)
        }
    }

    func optionalName<Thing>(
        _ key: String, _ kind: Referent, _ references: References
    ) -> Identifier<Thing>? {
        has(key) ? name(key, kind, references) : absent(key)
    }

    func names<Thing>(
        _ key: String, _ kind: Referent, _ references: References
    ) -> [Identifier<Thing>] {
        texts(key).map { text, place in
            references.use(kind, text, at: place)
            return Identifier(text)
        }
    }

    /// The name that a block declares.
    func declaration<Thing>(
        _ key: String, _ kind: Referent, _ references: References
    ) -> Identifier<Thing>? {
        text(key).map { text in
            references.declare(kind, text, at: place(of: key))
            return Identifier(text)
        }
    }

    /// The articles of a rule; a rule without any is reported.
    func basis(_ references: References, for rule: String) -> [Basis] {
        let cited = texts("basis")
        if cited.isEmpty { findings.report(place, "\(rule) has no basis") }
        return cited.map { text, place in
            references.use(.provision, text, at: place)
            return Basis(text)
        }
    }

    private func absent<Value>(_ key: String) -> Value? {
        _ = optionalText(key)
        return nil
    }
}
