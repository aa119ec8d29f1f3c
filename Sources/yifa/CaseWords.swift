import Engine
import Law
import Office
import Packs

/// Names and values as people read them, for one procedure in one district.
struct CaseWords {
    let procedure: Procedure
    let district: District?
    /// The names of those who took part, as the record knows them.
    let names: [Person.ID: String]

    func organ(_ id: Organ.ID) -> String { district?.organ(id)?.title.chinese ?? id.text }
    func role(_ id: Role.ID) -> String {
        id == Role.law ? "依法" : procedure.roles[id]?.title.chinese ?? id.text
    }
    func step(_ id: Step.ID) -> String { procedure.steps[id]?.title.chinese ?? id.text }
    func stage(_ id: Stage.ID) -> String { procedure.stages[id]?.title.chinese ?? id.text }
    func outcome(_ id: Outcome.ID) -> String { procedure.outcomes[id]?.title.chinese ?? id.text }
    func field(_ id: Field.ID) -> String { procedure.fields[id]?.title.chinese ?? id.text }
    func document(_ id: DocumentKind.ID) -> String {
        procedure.documents[id]?.title.chinese ?? id.text
    }
    func consultation(_ id: ConsultationRule.ID) -> String {
        procedure.consultations[id]?.title.chinese ?? id.text
    }
    /// The first line of the notice's text.
    func notice(_ id: NoticeText.ID) -> String {
        let text = procedure.notices[id]?.template ?? ""
        return text.split(separator: "\n").first.map(String.init) ?? id.text
    }

    /// A deadline's or a consultation's title.
    func term(_ id: String) -> String {
        procedure.timeLimits[TimeLimit.ID(id)]?.title.chinese
            ?? consultation(ConsultationRule.ID(id))
    }

    /// An officer's name, or a party's as the case file knows it.
    func person(_ id: Person.ID) -> String {
        names[id] ?? district?.officer(id)?.name ?? id.text
    }

    func value(_ value: Value, of field: Field.ID) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .money(let money): money.chinese
        case .day(let day): day.chinese
        case .flag(let flag): flag ? "是" : "否"
        case .choice(let choice): self.choice(choice, of: field)
        case .organ(let id): organ(id)
        case .person(let id): person(id)
        case .length(let length): length.chinese
        case .erased: value.description
        }
    }

    private func choice(_ choice: String, of field: Field.ID) -> String {
        guard case .choice(let choices) = procedure.fields[field]?.kind else { return choice }
        return choices[Field.Choice.ID(choice)]?.title.chinese ?? choice
    }

    /// What a move is called in an office, with the names of those concerned.
    func move(_ move: ConsultationMove) -> String {
        switch move {
        case .answer(.agree, _): "答复：同意"
        case .answer(.object, _): "答复：不同意"
        case .add(let id): "加签\(person(id))"
        case .remove(let id): "减签\(person(id))"
        case .pass(_, let to): "转办\(person(to))"
        case .delegate(_, let to): "委派\(person(to))"
        case .sendBack(_, let stage): "驳回至“\(self.stage(stage))”"
        case .withdraw: "撤销征询"
        case .urge: "催办"
        case .silence(let id): "\(person(id))逾期未答复"
        }
    }

    func remark(_ kind: Remark.Kind) -> String {
        switch kind {
        case .urge: "催办"
        case .challenge: "期限异议"
        case .supplement: "补充材料"
        }
    }

    func result(_ result: ConsultationResult) -> String {
        switch result {
        case .agreed: "同意"
        case .objected: "不同意"
        case .noOpinion: "未提出意见"
        case .informed: "已告知"
        case .sentBack: "已驳回"
        case .withdrawn: "已撤销"
        }
    }

    func question(_ question: Consultation.Question) -> String {
        switch question.state {
        case .waiting: "尚未轮到"
        case .open: question.delegate.map { "待答，已委派\(person($0))" } ?? "待答"
        case .answered(.agree): "同意"
        case .answered(.object): "不同意"
        case .silent: "逾期未答"
        case .passedOn: "已转办"
        case .removed: "已减签"
        case .moot: "无需再答"
        }
    }
}

extension CaseRecord {
    /// The names of all who acted, approved or answered.
    var names: [Person.ID: String] {
        let people = entries.flatMap { entry -> [Participant] in
            switch entry.event.fact {
            case .acted(let act): act.people + [act.approver].compactMap { $0 }
            case .consulted(_, _, let person): [person].compactMap { $0 }
            case .assigned(_, let person): [person]
            case .remarked(let remark): [remark.by]
            case .passed, .erased: []
            }
        }
        return Dictionary(people.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    }
}

extension Join {
    var chinese: String {
        switch self {
        case .all: "会签"
        case .any: "或签"
        case .sequence: "依次"
        case .inform: "抄送"
        }
    }
}

extension Silence {
    var chinese: String {
        switch self {
        case .consent: "逾期视为同意"
        case .objection: "逾期视为不同意"
        case .noOpinion: "逾期视为未提出意见"
        }
    }
}

extension Money {
    var chinese: String { "\(yuan)元" }
}

extension Day {
    /// `2023年3月6日`.
    var chinese: String {
        let civil = civil
        return "\(civil.year)年\(civil.month)月\(civil.day)日"
    }
}

extension DueDate {
    /// Whether it ends with a day, not at an hour.
    var isDay: Bool { moment == .end(of: day) }

    /// The day, or the minute where hours are counted, as lists show it.
    var brief: String { isDay ? day.description : moment.wallTime }

    /// `2023年3月6日`, or `2023年3月6日14时30分` where hours are counted.
    var chinese: String {
        guard !isDay else { return day.chinese }
        return "\(day.chinese)\(moment.secondOfDay / 3600)时\(moment.secondOfDay / 60 % 60)分"
    }
}
