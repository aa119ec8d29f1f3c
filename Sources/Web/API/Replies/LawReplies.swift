import Engine
import Law
import Office
import Packs
import Sheets

/// A procedure as a list shows it.
struct ProcedureLine: Encodable {
    let procedure: CaseSheet.Labelled
    /// What it is good for, in one plain sentence.
    let plain: String?
    /// The everyday words by which people look for it.
    let askedAs: [String]
    let matter: String
    let inForceFrom: String
    let inForceUntil: String?
    let edition: String
    /// The steps that open a case file.
    let opens: [CaseSheet.Labelled]

    init(_ pack: AdmittedPack, _ words: CaseWords) {
        let law = pack.procedure
        procedure = CaseSheet.Labelled(id: law.id.text, title: words.title(law.title))
        plain = law.plain.map { words.title($0) }
        askedAs = words.words.language.isChinese ? law.askedAs.chinese : law.askedAs.english
        matter = law.matter.text
        inForceFrom = law.inForce.from.description
        inForceUntil = law.inForce.until?.description
        edition = pack.edition.id.text
        opens = law.steps.filter { $0.place == .opening }.map {
            CaseSheet.Labelled(id: $0.id.text, title: words.title($0.title))
        }
    }

    static let members: [Schema.Member] = [
        .must("procedure", .labelled),
        .may("plain", .words, "What it is good for, in one plain sentence."),
        .must("askedAs", .list(.words), "The everyday words by which people look for it."),
        .must("matter", .words), .must("inForceFrom", .words),
        .may("inForceUntil", .words), .must("edition", .words), .must("opens", .list(.labelled)),
    ]
    static let schema = Schema.object(members)
}

/// A procedure whole: what the law asks of whom, by when, and on what basis.
struct ProcedureReply: Encodable {
    struct Term: Encodable {
        let deadline: CaseSheet.Labelled
        /// Each length that it may have.
        let within: [String]
        let holder: CaseSheet.Labelled
        let from: [String]
        /// The steps from whose last time it counts, if not from the one that starts it.
        let countedFromSteps: [String]?
        /// The field from whose day it counts.
        let countedFromField: String?
        /// In which cases it runs, in words; nil where always.
        let when: String?
        let metBy: [String]
        /// What silence means.
        let lapse: String
        /// How well its articles found it.
        let footing: String
        /// The whole rule, a sentence each.
        let rule: [String]
        let basis: [String]
    }

    struct Article: Encodable {
        let citation: String
        let digest: String
        let status: String
    }

    struct Result: Encodable {
        let outcome: CaseSheet.Labelled
        let burdens: Bool
        let remedies: [String]
        let basis: [String]
    }

    let summary: ProcedureLine
    let confidential: String?
    let roles: [CaseSheet.Labelled]
    let stages: [CaseSheet.Labelled]
    let steps: [StepDemand]
    let deadlines: [Term]
    let outcomes: [Result]
    let documents: [CaseSheet.Labelled]
    let consultations: [CaseSheet.Labelled]
    let provisions: [Article]

    init(_ pack: AdmittedPack, _ words: CaseWords) {
        let law = pack.procedure
        let label = { (id: String, title: Title) in
            CaseSheet.Labelled(id: id, title: words.title(title))
        }
        summary = ProcedureLine(pack, words)
        confidential = law.confidentiality.map { words.title($0.say) }
        roles = law.roles.map { label($0.id.text, $0.title) }
        stages = law.stages.map { label($0.id.text, $0.title) }
        steps = law.steps.filter { !$0.isByLaw }.map { StepDemand($0, in: words) }
        deadlines = law.timeLimits.map { Term($0, words) }
        outcomes = law.outcomes.map { outcome in
            Result(
                outcome: label(outcome.id.text, outcome.title), burdens: outcome.burdens,
                remedies: outcome.remedies.compactMap { law.remedies[$0] }.map {
                    words.title($0.title)
                },
                basis: outcome.basis.map(\.text))
        }
        documents = law.documents.map { label($0.id.text, $0.title) }
        consultations = law.consultations.map { label($0.id.text, $0.title) }
        provisions = law.provisions.map {
            Article(
                citation: $0.id.text, digest: words.title($0.digest), status: $0.status.rawValue)
        }
    }
}

extension ProcedureReply.Term {
    init(_ limit: TimeLimit, _ words: CaseWords) {
        deadline = CaseSheet.Labelled(id: limit.id.text, title: words.title(limit.title))
        within =
            switch limit.span {
            case .fixed(let length): [length.description]
            case .chosen(_, let lengths): Set(lengths.values.map(\.description)).sorted()
            case .set: []
            }
        holder = CaseSheet.Labelled(id: limit.holder.text, title: words.role(limit.holder))
        from = limit.from.map(\.text)
        switch limit.countedFrom {
        case .steps(let steps): (countedFromSteps, countedFromField) = (steps.map(\.text), nil)
        case .field(let field): (countedFromSteps, countedFromField) = (nil, field.text)
        case nil: (countedFromSteps, countedFromField) = (nil, nil)
        }
        let told = TermWords(words.procedure, in: words.words).told(limit)
        when = told.when
        rule = told.lines
        footing = words.procedure.footing(of: limit.basis).rawValue
        metBy = limit.metBy.map(\.text)
        lapse =
            switch limit.lapse {
            case .overdue: "overdue"
            case .take: "take"
            case .bar: "bar"
            }
        basis = limit.basis.map(\.text)
    }
}

extension ProcedureReply {
    static let schema = Schema.object([
        .must("summary", ProcedureLine.schema), .may("confidential", .words),
        .must("roles", .list(.labelled)), .must("stages", .list(.labelled)),
        .must("steps", .list(step)), .must("deadlines", .list(term)),
        .must("outcomes", .list(result)), .must("documents", .list(.labelled)),
        .must("consultations", .list(.labelled)), .must("provisions", .list(article)),
    ])

    private static let step = Schema.object([
        .must("step", .labelled), .must("by", .list(.labelled)), .must("officers", .count),
        .must("certified", .flag), .may("approvedBy", .labelled), .must("fields", .list(field)),
        .must("documents", .list(.labelled)), .must("outcomes", .list(.labelled)),
        .must("basis", .list(.words)),
    ])

    private static let field = Schema.object([
        .must("field", .words), .must("title", .words), .must("required", .flag),
        .must("personal", .flag), .must("expected", .words, "What may stand in it."),
    ])

    private static let term = Schema.object([
        .must("deadline", .labelled), .must("within", .list(.words)), .must("holder", .labelled),
        .must("from", .list(.words)),
        .may(
            "countedFromSteps", .list(.words),
            "The steps from whose day it counts, if not from the one that starts it."),
        .may("countedFromField", .words, "The field from whose day it counts."),
        .may("when", .words, "In which cases it runs; absent where always."),
        .must("metBy", .list(.words)),
        .must("lapse", .choice(["overdue", "take", "bar"]), "What silence means."),
        .must(
            "footing", .choice(Footing.allCases.map(\.rawValue)),
            "How well its articles found it: only a verified one is statutory."),
        .must("rule", .list(.words), "The whole rule, a sentence each."),
        .must("basis", .list(.words)),
    ])

    private static let result = Schema.object([
        .must("outcome", .labelled), .must("burdens", .flag), .must("remedies", .list(.words)),
        .must("basis", .list(.words)),
    ])

    private static let article = Schema.object([
        .must("citation", .words), .must("digest", .words),
        .must("status", .choice(Provision.Status.allCases.map(\.rawValue))),
    ])
}
