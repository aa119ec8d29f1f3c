import Indicators
import Law

/// Reads the files of a pack into one `Pack`, collecting what is wrong.
struct PackReader {
    let source: PackSource
    let findings: Findings
    let references: References
    /// The procedures beside the pack, under some of which its stories begin.
    let elders: [Procedure.ID: Procedure]

    init(
        _ source: PackSource, findings: Findings, elders: [Procedure.ID: Procedure] = [:]
    ) {
        self.source = source
        self.elders = elders
        self.findings = findings
        references = References(findings: findings)
    }

    func read() -> Pack? {
        reportStrays()
        let law = readProvisions()
        let forms = FormReader(references: references, findings: findings)
            .read(files(in: "forms").compactMap { document($0) })
        let block = document("procedure.yaml")
        let notices = readNotices()
        let unnoticed = block.map { UnnoticedReader(block: $0).read() }
        guard let block,
            let procedure = ProcedureReader(
                block: block, source: source, forms: forms, law: law,
                notices: notices,
                references: references
            ).read()
        else { return nil }
        checkNotices()
        let indicators = document("indicators.yaml").map {
            IndicatorReader(block: $0, procedure: procedure, references: references)
        }
        let figures = Catalogue(indicators?.read() ?? [])
        let table = source.files["table.yaml"].flatMap { _ in document("table.yaml") }
        return Pack(
            source: source, procedure: procedure,
            indicators: figures,
            table: table.flatMap { block in
                TableReader(
                    block: block, figures: figures, fields: forms.fields, references: references
                ).read()
            },
            scenarios: scenarios(procedure, figures), unnoticed: unnoticed ?? [],
            mutation: mutation, places: references.places)
    }

    /// What was measured of the pack's stories, where it is kept.
    private var mutation: MutationRecord? {
        source.files[MutationRecord.file].flatMap { _ in document(MutationRecord.file) }
            .flatMap(MutationRecord.init)
    }

    /// Reports the files that look like parts of the pack and are none.
    private func reportStrays() {
        let parts = [
            "procedure.yaml", "provisions.yaml", "indicators.yaml", "table.yaml",
            MutationRecord.file,
        ]
        let read = Set(
            parts + files(in: "forms") + files(in: "scenarios")
                + files(in: "notices", ending: ".mustache"))
        for name in source.files.keys where !read.contains(name) && !name.hasSuffix(".md") {
            findings.report(
                superfluous: Place("\(source.folder)/\(name)"), "nothing reads this file")
        }
    }

    private func document(_ name: String) -> Block? {
        let file = "\(source.folder)/\(name)"
        guard let text = source.files[name] else {
            findings.report(Place(file), "the pack has no \(name)")
            return nil
        }
        return Block.document(text, file: file, findings: findings)
    }

    private func files(in folder: String, ending: String = ".yaml") -> [String] {
        source.files.keys.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(ending) }.sorted()
    }

    private func scenarios(
        _ procedure: Procedure, _ figures: Catalogue<Indicator>
    ) -> [Scenario] {
        let ratios = Set(figures.filter(\.isRatio).map(\.id.text))
        let names = files(in: "scenarios")
        if names.isEmpty {
            findings.report(Place("\(source.folder)/scenarios"), "the pack has no scenarios")
        }
        return names.flatMap { name in
            ScenarioReader(
                name: String(name.dropFirst("scenarios/".count).dropLast(".yaml".count)),
                file: "\(source.folder)/\(name)", text: source.files[name] ?? "",
                procedure: procedure, ratios: ratios, references: references, findings: findings,
                elders: elders
            ).read()
        }
    }

    private func readNotices() -> [NoticeText] {
        files(in: "notices", ending: ".mustache").map { name in
            let id = String(name.dropFirst("notices/".count).dropLast(".mustache".count))
            references.declare(.notice, id, at: Place("\(source.folder)/\(name)"))
            return NoticeText(id: NoticeText.ID(id), template: source.files[name] ?? "")
        }
    }

    /// After the procedure is read, since a notice names its deadlines and consultations.
    private func checkNotices() {
        for name in files(in: "notices", ending: ".mustache") {
            NoticeReader(
                file: "\(source.folder)/\(name)", references: references, findings: findings
            ).check(source.files[name] ?? "")
        }
    }

    private func readProvisions() -> (Catalogue<Instrument>, Catalogue<Provision>) {
        guard let block = document("provisions.yaml") else { return (Catalogue([]), Catalogue([])) }
        let result = ProvisionReader(block: block, references: references).read()
        block.finish()
        return result
    }
}

extension References {
    /// Every declared thing's place, by kind and name.
    var places: [String: Place] {
        var places: [String: Place] = [:]
        for kind in [
            Referent.role, .stage, .step, .deadline, .consultation, .outcome, .provision,
            .indicator,
        ] {
            for name in names(of: kind) {
                places["\(kind.rawValue) \(name)"] = place(of: kind, name)
            }
        }
        return places
    }
}

extension Indicator {
    fileprivate var isRatio: Bool {
        switch kind {
        case .ratio: true
        case .count, .sum, .distinct, .stock: false
        }
    }
}
