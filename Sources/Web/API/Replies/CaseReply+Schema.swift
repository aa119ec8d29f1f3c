import Sheets

extension CaseReply {
    static let schema = Schema.object([
        .must("case", .words), .may("number", .words), .must("procedure", .labelled),
        .must("edition", .words, "The hash of the pack under which the case file runs."),
        .must("organ", .labelled), .must("version", .count), .must("opened", .words),
        .must("last", .words), .must("stage", .labelled), .must("isFinal", .flag),
        .may("assignee", .words), .must("parties", .list(party)), .may("decision", decision),
        .must("deadlines", .list(TermReply.schema)), .must("consultations", .list(consultation)),
        .must("debts", .list(debt)), .must("publications", .list(publication)),
        .must("unrecorded", .list(.words)), .must("may", .list(possible)),
        .must("mayNot", .list(impossible)),
    ])

    private static let party = Schema.object([.must("role", .labelled), .must("person", .labelled)])

    private static let decision = Schema.object([
        .must("outcome", .labelled), .must("day", .words), .must("basis", .list(.words)),
        .must(
            "remedies",
            .list(
                .object([
                    .must("title", .words), .may("within", .words), .may("until", .words),
                    .must("basis", .list(.words)),
                ]))),
    ])

    private static let consultation = Schema.object([
        .must("consultation", .labelled), .must("join", .words), .must("silence", .words),
        .must("askers", .list(.labelled)), .may("result", .words),
        .must(
            "questions",
            .list(
                .object([
                    .must("addressee", .labelled), .may("due", .words), .must("state", .words),
                ]))),
    ])

    private static let debt = Schema.object([
        .must("debt", .labelled), .must("incurred", .words), .must("paid", .words),
        .must("principal", .words), .must("surcharge", .words), .must("total", .words),
        .may("payableUntil", .words), .must("isSettled", .flag),
    ])

    static let publication = Schema.object([
        .must("publication", .labelled), .must("since", .words), .may("until", .words),
        .may("withdrawn", .words), .must("shown", .list(.named("Stated"))),
    ])

    private static let possible = Schema.object([
        .must("step", .labelled), .must("by", .list(.labelled)), .must("officers", .count),
        .must("certified", .flag), .may("approvedBy", .labelled),
        .must("outcomes", .list(.labelled)), .may("to", .labelled),
    ])

    private static let impossible = Schema.object([
        .must("step", .labelled), .must("code", .words), .must("reason", .words),
        .must("basis", .list(.words)),
    ])
}

extension TermReply {
    static let schema = Schema.object([
        .must("deadline", .labelled), .must("holder", .labelled),
        .must("state", .choice(CaseSheet.Term.State.allCases.map(\.rawValue))),
        .may("due", .words, "The last day, or the last minute where hours are counted."),
        .may("daysLeft", .integer(-1_000_000...1_000_000)), .must("remark", .words),
        .must("why", .list(.words), "Each thing that made the day what it is."),
        .must("basis", .list(.words)),
    ])
}

extension EntryReply {
    static let schema = Schema.object([
        .must("sequence", .count, "Its place in the public log."), .must("version", .count),
        .must("effective", .words), .must("recorded", .words), .must("what", .labelled),
        .must("role", .words), .must("people", .list(.labelled)), .may("approver", .labelled),
        .may("outcome", .labelled), .may("number", .words),
        .must("fields", .list(.named("Stated"))), .must("documents", .list(.labelled)),
        .must("held", .list(.named("Held"))), .must("addressees", .list(.labelled)),
        .must("notices", .list(.labelled)),
    ])
}

extension HeldReply {
    static let schema = Schema.object([
        .must("kind", .words), .must("digest", .digest), .must("size", .count),
        .must("mediaType", .words),
    ])
}

extension Schema {
    /// A name with its title in the reader's language.
    static let labelled = Schema.named("Labelled")

    /// Shapes that are described once under their names.
    static let components: [String: Schema] = [
        "Labelled": .object([.must("id", .words), .must("title", .words)]),
        "Stated": .object([
            .must("field", .words), .must("title", .words), .must("value", .words),
        ]),
        "Held": HeldReply.schema,
        "Case": CaseReply.schema,
        "CaseSummary": SummaryReply.schema,
        "Done": DoneReply.schema,
        "JointAct": JointReply.schema,
        "Waiting": WaitingReply.schema,
        "Problem": problem,
    ]

    private static let problem = Schema.object([
        .must("type", .words), .must("title", .words), .must("status", .integer(400...599)),
        .must("detail", .words), .must("instance", .words),
        .must("code", .words, "The stable code of the refusal."),
        .may("field", .words, "The field, step or parameter concerned."),
        .may("basis", .words, "The articles that the refusal rests on."),
    ])
}
