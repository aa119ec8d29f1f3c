public import Law

/// One question put to several, from asking to the joined result (征询、会签).
///
/// Invariants, proved by exhaustive exploration in the tests: without a result somebody is waited for; with one nobody
/// is; every question ends in exactly one way; nobody is asked twice.
public struct Consultation: Sendable, Equatable {
    /// What one asked thinks.
    public enum Opinion: String, Sendable, CaseIterable {
        case agree
        case object
    }

    /// The question as put to one addressee.
    public struct Question: Sendable, Hashable {
        /// How a question stands.
        public enum State: Sendable, Hashable {
            /// In a sequence, not yet put.
            case waiting
            case open
            case answered(Opinion)
            case silent
            /// 转办: another question took its place.
            case passedOn
            /// 减签.
            case removed
            /// The result was decided without it.
            case moot
        }

        /// Who is asked.
        public let addressee: Person.ID
        /// When it was put; its deadline runs from here.
        public internal(set) var put: Moment?
        /// How it stands.
        public internal(set) var state: State
        /// 委派: who was asked to advise the addressee.
        public internal(set) var delegate: Person.ID?
        /// What the delegate advised.
        public internal(set) var advice: Opinion?
    }

    /// The rule under which it was put.
    public let rule: ConsultationRule
    /// Who asked.
    public let askers: [Person.ID]
    /// The questions, in order.
    public private(set) var questions: [Question]
    /// The joined result; nil while somebody is waited for.
    public private(set) var result: ConsultationResult?

    /// Puts the question; the addressees are different persons, at least one.
    init(
        _ rule: ConsultationRule, askedBy askers: [Person.ID], of addressees: [Person.ID],
        at moment: Moment
    ) {
        self.rule = rule
        self.askers = askers
        questions = addressees.map { Question(addressee: $0, put: nil, state: .waiting) }
        join(at: moment)
    }

    /// Whether somebody is waited for.
    public var isOpen: Bool { result == nil }

    /// When the answer to an open question is due.
    public func due(_ question: Question, by calendar: WorkingCalendar) -> DueDate? {
        question.put.flatMap { Counting(from: $0, rule.within).due(by: calendar) }
    }

    /// The earliest due date of an open question; nil if none is open.
    public func due(by calendar: WorkingCalendar) -> DueDate? {
        questions.filter { $0.state == .open }.compactMap { due($0, by: calendar) }
            .min { $0.moment < $1.moment }
    }
}

/// What may happen in a running consultation.
public enum ConsultationMove: Sendable, Hashable {
    case answer(Consultation.Opinion, by: Person.ID)
    /// 加签.
    case add(Person.ID)
    /// 减签.
    case remove(Person.ID)
    /// 转办.
    case pass(from: Person.ID, to: Person.ID)
    /// 委派.
    case delegate(from: Person.ID, to: Person.ID)
    /// 驳回.
    case sendBack(by: Person.ID, to: Stage.ID)
    /// 撤销.
    case withdraw
    /// 催办.
    case urge
    /// Time passed without an answer from this addressee.
    case silence(of: Person.ID)
}

extension Consultation {
    /// Refuses a move that the state does not allow.
    func check(_ move: ConsultationMove) throws(Refusal) {
        guard isOpen else {
            throw refusal(.consultationClosed, "该征询已经结束")
        }
        switch move {
        case .answer(_, let person):
            if openDelegation(to: person) == nil { _ = try open(of: person) }
        case .add(let person):
            try notYetAsked(person)
        case .remove(let person):
            guard let index = pending(of: person) else { throw notAsked(person) }
            guard rule.join != .each else {
                throw refusal(
                    .noAddressee, "被征询人各有自己的期限，不能减去；可以撤销征询", field: person.text)
            }
            let others = questions.indices.filter { $0 != index }
            guard others.contains(where: { questions[$0].counts }) else {
                throw refusal(.noAddressee, "不能减去唯一的被征询人；可以撤销征询", field: person.text)
            }
        case .pass(let from, let to):
            _ = try open(of: from)
            try notYetAsked(to)
        case .delegate(let from, let to):
            let index = try open(of: from)
            guard from != to, questions[index].delegate == nil else {
                throw refusal(.alreadyAsked, "已经委派，或者委派给本人", field: to.text)
            }
        case .sendBack(let person, let stage):
            _ = try open(of: person)
            guard rule.sendBack.contains(stage) else {
                throw refusal(.wrongStage, "不能退回到该阶段", field: stage.text)
            }
        case .silence(let person):
            _ = try open(of: person)
        case .withdraw, .urge:
            break
        }
    }

    /// The consultation after a move that was allowed.
    mutating func apply(_ move: ConsultationMove, at moment: Moment) {
        switch move {
        case .answer(let opinion, let person):
            if let index = index(of: person, .open) {
                questions[index].state = .answered(opinion)
            } else if let index = openDelegation(to: person) {
                questions[index].advice = opinion
            }
        case .add(let person):
            questions.append(Question(addressee: person, put: nil, state: .waiting))
        case .remove(let person):
            if let index = pending(of: person) { questions[index].state = .removed }
        case .pass(let from, let to):
            if let index = index(of: from, .open) {
                questions[index].state = .passedOn
                let next = Question(addressee: to, put: nil, state: .waiting)
                questions.insert(next, at: index + 1)
            }
        case .delegate(let from, let to):
            if let index = index(of: from, .open) { questions[index].delegate = to }
        case .sendBack: result = .sentBack
        case .withdraw: result = .withdrawn
        case .silence(let person):
            if let index = index(of: person, .open) { questions[index].state = .silent }
        case .urge: break
        }
        join(at: moment)
    }

    /// Decides the result if nothing can change it any more, then puts what is due to be put, or closes what is left.
    private mutating func join(at moment: Moment) {
        if result == nil { result = joined }
        guard result == nil || result == .informed else {
            for index in questions.indices where questions[index].isPending {
                questions[index].state = .moot
            }
            return
        }
        for index in questions.indices where questions[index].state == .waiting {
            if rule.join == .sequence, questions[..<index].contains(where: { $0.state == .open }) {
                return
            }
            questions[index].state = rule.join == .inform ? .moot : .open
            questions[index].put = moment
        }
    }

    private var joined: ConsultationResult? {
        let opinions = questions.filter(\.counts).map { $0.opinion(under: rule.silence) }
        let isComplete = opinions.allSatisfy { $0 != .pending }
        switch rule.join {
        case .inform: return .informed
        case .all, .sequence:
            if opinions.contains(.object) { return .objected }
            guard isComplete else { return nil }
            return opinions.contains(.agree) ? .agreed : .noOpinion
        case .each:
            guard isComplete else { return nil }
            if opinions.contains(.object) { return .objected }
            return opinions.contains(.agree) ? .agreed : .noOpinion
        case .any:
            if opinions.contains(.agree) { return .agreed }
            guard isComplete else { return nil }
            return opinions.contains(.object) ? .objected : .noOpinion
        }
    }

    private func index(of person: Person.ID, _ state: Question.State) -> Int? {
        questions.firstIndex { $0.addressee == person && $0.state == state }
    }

    private func pending(of person: Person.ID) -> Int? {
        questions.firstIndex { $0.addressee == person && $0.isPending }
    }

    private func openDelegation(to person: Person.ID) -> Int? {
        questions.firstIndex { $0.delegate == person && $0.state == .open && $0.advice == nil }
    }

    private func open(of person: Person.ID) throws(Refusal) -> Int {
        if let index = index(of: person, .open) { return index }
        let isAnswered = questions.contains { $0.addressee == person && $0.isAnswered }
        throw isAnswered
            ? refusal(.alreadyAnswered, "该被征询人已经答复", field: person.text) : notAsked(person)
    }

    private func notYetAsked(_ person: Person.ID) throws(Refusal) {
        let isAsked = questions.contains { $0.addressee == person && $0.state != .removed }
        if isAsked { throw refusal(.alreadyAsked, "该被征询人已经被征询", field: person.text) }
    }

    private func notAsked(_ person: Person.ID) -> Refusal {
        refusal(.notAsked, "未向其征询，或者尚未轮到", field: person.text)
    }

    private func refusal(
        _ code: Refusal.Code, _ reason: String, field: String? = nil
    ) -> Refusal {
        Refusal(
            code, field: field ?? rule.id.text, "\(rule.title.chinese)：\(reason)", basis: rule.basis
        )
    }
}

extension Consultation.Question {
    enum Standing { case pending, agree, object, none }

    var isPending: Bool { state == .open || state == .waiting }

    var isAnswered: Bool {
        if case .answered = state { true } else { false }
    }

    /// Whether the question still has a place in the join.
    var counts: Bool {
        switch state {
        case .waiting, .open, .answered, .silent: true
        case .passedOn, .removed, .moot: false
        }
    }

    func opinion(under rule: Silence) -> Standing {
        switch state {
        case .answered(.agree): .agree
        case .answered(.object): .object
        case .silent:
            switch rule {
            case .consent: .agree
            case .objection: .object
            case .noOpinion: .none
            }
        case .waiting, .open, .passedOn, .removed, .moot: .pending
        }
    }
}
