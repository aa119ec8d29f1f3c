import Engine
import Law
import Office
import Packs
import Sheets

/// Names of many procedures as lists need them.
struct Titles: Sendable {
    typealias Labelled = CaseSheet.Labelled

    private let words: Words
    private let district: District?
    private let byProcedure: [Procedure.ID: CaseWords]

    init(_ call: Call) async throws {
        let district = try await call.office.district()
        let words = call.words
        self.words = words
        self.district = district
        byProcedure = Dictionary(
            try await call.office.packs().map { pack in
                (
                    pack.procedure.id,
                    CaseWords(
                        procedure: pack.procedure, district: district, names: [:], words: words)
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    func of(_ procedure: Procedure.ID) -> CaseWords? { byProcedure[procedure] }

    func procedure(_ id: Procedure.ID) -> Labelled {
        Labelled(id: id.text, title: of(id).map { $0.title($0.procedure.title) } ?? id.text)
    }

    func organ(_ id: Organ.ID) -> Labelled {
        Labelled(
            id: id.text, title: district?.organ(id).map { words.title($0.title) } ?? id.text)
    }

    func person(_ id: Person.ID) -> Labelled {
        Labelled(id: id.text, title: district?.officer(id)?.name ?? id.text)
    }

    func stage(_ id: Stage.ID, of procedure: Procedure.ID) -> Labelled {
        Labelled(id: id.text, title: of(procedure)?.stage(id) ?? id.text)
    }

    func outcome(_ id: Outcome.ID, of procedure: Procedure.ID) -> Labelled {
        Labelled(id: id.text, title: of(procedure)?.outcome(id) ?? id.text)
    }
}

/// A case file as lists show it.
struct SummaryReply: Encodable {
    typealias Labelled = CaseSheet.Labelled

    let `case`: String
    let number: String?
    let procedure: Labelled
    let organ: Labelled
    let stage: Labelled
    let isFinal: Bool
    let outcome: Labelled?
    let opened: String
    let last: String
    let version: Int
    let party: String?
    let assignee: Labelled?

    init(_ summary: CaseSummary, _ titles: Titles, isPublic: Bool = false) {
        `case` = summary.subject.text
        number = summary.number
        procedure = titles.procedure(summary.procedure)
        organ = titles.organ(summary.organ)
        stage = titles.stage(summary.stage, of: summary.procedure)
        isFinal = summary.isFinal
        outcome = summary.outcome.map { titles.outcome($0, of: summary.procedure) }
        opened = summary.opened.description
        last = summary.last.description
        version = summary.version
        party = isPublic ? nil : summary.party
        assignee = isPublic ? nil : summary.assignee.map(titles.person)
    }

    static let schema = Schema.object([
        .must("case", .words), .may("number", .words), .must("procedure", .labelled),
        .must("organ", .labelled), .must("stage", .labelled), .must("isFinal", .flag),
        .may("outcome", .labelled), .must("opened", .words), .must("last", .words),
        .must("version", .count), .may("party", .words), .may("assignee", .labelled),
    ])
}

/// A piece of work.
struct WorkReply: Encodable {
    typealias Labelled = CaseSheet.Labelled

    let `case`: SummaryReply
    let deadline: Labelled
    let holder: Labelled
    let organ: Labelled?
    let due: String?
    let daysLeft: Int?

    init(_ row: DeskRow, _ titles: Titles, now: Moment) {
        let words = titles.of(row.summary.procedure)
        let item = row.item
        `case` = SummaryReply(row.summary, titles)
        deadline = Labelled(id: item.deadline, title: words?.term(item.deadline) ?? item.deadline)
        holder = Labelled(id: item.holder.text, title: words?.role(item.holder) ?? item.holder.text)
        organ = item.organ.map(titles.organ)
        due = item.due?.brief
        daysLeft = item.due.map { now.day.distance(to: $0.day) }
    }

    static let schema = Schema.object([
        .must("case", .named("CaseSummary")), .must("deadline", .labelled),
        .must("holder", .labelled), .may("organ", .labelled), .may("due", .words),
        .may("daysLeft", .integer(-1_000_000...1_000_000)),
    ])
}

/// What came of an act.
struct DoneReply: Encodable {
    let `case`: String
    let version: Int
    let number: String?
    let stage: String
    /// The place of the act in the public log.
    let sequence: Int
    let secret: String?

    init(_ receipt: Receipt, secret: String? = nil) {
        `case` = receipt.file.id.text
        version = receipt.events.last?.version ?? receipt.file.version
        number = receipt.file.number
        stage = receipt.file.stage.text
        sequence = receipt.sequence + max(0, receipt.events.count - 1)
        self.secret = secret
    }

    static let schema = Schema.object([
        .must("case", .words), .must("version", .count), .may("number", .words),
        .must("stage", .words), .must("sequence", .count),
        .may("secret", .words, "Opens the case to whoever filed it without an account; told once."),
    ])
}

/// An act that waits for signatures.
struct JointReply: Encodable {
    let joint: String
    let `case`: String?
    let procedure: String
    let step: String
    let fields: [String: String]
    let outcome: String?
    let actors: [String]
    let approver: String?
    let signed: [String]
    let missing: [String]

    init(_ joint: JointAct) {
        self.joint = joint.id
        `case` = joint.draft.subject
        procedure = joint.draft.procedure
        step = joint.draft.step
        fields = joint.draft.fields
        outcome = joint.draft.outcome
        actors = joint.actors
        approver = joint.approver
        signed = joint.signed
        missing = joint.missing
    }

    static let schema = Schema.object([
        .must("joint", .words), .may("case", .words), .must("procedure", .words),
        .must("step", .words), .must("fields", .map(.words)), .may("outcome", .words),
        .must("actors", .list(.words)), .may("approver", .words), .must("signed", .list(.words)),
        .must("missing", .list(.words)),
    ])
}

/// That an act waits for the signatures of others.
struct WaitingReply: Codable {
    let joint: String
    let step: String
    let missing: [String]

    init(_ joint: JointAct) {
        self.joint = joint.id
        step = joint.draft.step
        missing = joint.missing
    }

    static let schema = Schema.object([
        .must("joint", .words), .must("step", .words), .must("missing", .list(.words)),
    ])
}
