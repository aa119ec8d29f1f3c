import Law

/// Refuses to make a file somebody's work where it cannot be.
func checkAssignment(
    to person: Person.ID?, by assigner: Participant, of file: CaseFile, under procedure: Procedure
) throws(Refusal) {
    guard assigner.organ != nil else {
        throw Refusal(.wrongRole, field: assigner.id.text, "只有机关的人员才能交办案卷")
    }
    if procedure.stages[file.stage]?.isFinal ?? false {
        throw Refusal(.closed, field: "assignee", "案卷已经办结，不能再交办")
    }
    guard person != file.assignee else {
        throw Refusal(.alreadyDone, field: "assignee", "案卷的经办人没有变化")
    }
    if let person, file.recused.contains(person) {
        throw Refusal(.recused, field: person.text, "该人员已经回避，不能经办本案")
    }
}

/// Refuses a note that says nothing, or that nobody can still act on.
func checkRemark(
    _ remark: Remark, on file: CaseFile, under procedure: Procedure
) throws(Refusal) {
    guard remark.text.unicodeScalars.count <= 2000, remark.text.utf8.count <= 8000 else {
        throw Refusal(.badField, field: "text", "说明应当不超过2000字")
    }
    if procedure.stages[file.stage]?.isFinal ?? false, remark.kind != .challenge {
        throw Refusal(.closed, field: "remark", "案卷已经办结")
    }
    switch remark.kind {
    case .urge: break
    case .challenge:
        guard !remark.text.isEmpty else {
            throw Refusal(.missingField, field: "text", "应当说明认为期限计算有误的理由")
        }
    case .supplement:
        guard !remark.held.isEmpty else {
            throw Refusal(.missingDocument, field: "held", "应当提交材料")
        }
    }
    try checkHeld(remark.held, under: procedure)
}

/// Refuses contents that are not named as they must be, or of a kind that the procedure does not know.
func checkHeld(_ held: [HeldDocument], under procedure: Procedure) throws(Refusal) {
    for document in held {
        guard procedure.documents[document.kind] != nil else {
            throw Refusal(
                .missingDocument, field: String(document.kind.text.prefix(64)), "本程序没有这种材料")
        }
        guard document.isWellNamed, document.size >= 0 else {
            throw Refusal(.badField, field: document.kind.text, "材料的内容摘要不正确")
        }
    }
}
