import Law

@testable import Engine

/// What a consultation must come to, told from its moves alone: people around a table, each seat with at most one vote.
///
/// Written apart from the engine, so that the two can be compared.
struct ConsultationTable: Equatable {
    struct Seat: Equatable {
        let holder: Person.ID
        var vote: Vote?
        /// Passed the seat on; somebody else sits beside it.
        var hasPassed = false
        var isRemoved = false
        var adviser: Person.ID?
        var isAdvised = false

        var isEmpty: Bool { hasPassed || isRemoved }
        var isPending: Bool { !isEmpty && vote == nil }
    }

    enum Vote {
        case yes
        case no
        case nothing
    }

    let join: Join
    let silence: Silence
    let returns: [Stage.ID]
    private(set) var seats: [Seat]
    private(set) var result: ConsultationResult?
    /// Where somebody is waited for just now.
    private(set) var waited: [Int] = []

    init(_ rule: ConsultationRule, people: [Person.ID]) {
        join = rule.join
        silence = rule.silence
        returns = rule.sendBack
        seats = people.map { Seat(holder: $0) }
        settle()
    }

    private mutating func settle() {
        result = result ?? joined
        let pending = seats.indices.filter { result == nil && seats[$0].isPending }
        waited = join == .sequence ? Array(pending.prefix(1)) : pending
    }

    private var joined: ConsultationResult? {
        let taken = seats.filter { !$0.isEmpty }
        let yes = taken.count { $0.vote == .yes }
        let no = taken.count { $0.vote == .no }
        let isOver = !taken.contains { $0.vote == nil }
        switch join {
        case .inform: return .informed
        case .any where yes > 0: return .agreed
        case .any: return isOver ? (no > 0 ? .objected : .noOpinion) : nil
        case .all where no > 0, .sequence where no > 0: return .objected
        case .each where no > 0: return isOver ? .objected : nil
        case .all, .sequence, .each: return isOver ? (yes > 0 ? .agreed : .noOpinion) : nil
        }
    }

    private func seat(of person: Person.ID) -> Int? {
        waited.first { seats[$0].holder == person }
    }

    private func seat(advisedBy person: Person.ID) -> Int? {
        waited.first { seats[$0].adviser == person && !seats[$0].isAdvised }
    }

    private func isFree(_ person: Person.ID) -> Bool {
        seats.allSatisfy { $0.holder != person || $0.isRemoved }
    }

    func permits(_ move: ConsultationMove) -> Bool {
        guard result == nil else { return false }
        switch move {
        case .answer(_, let person):
            return seat(of: person) != nil || seat(advisedBy: person) != nil
        case .add(let person): return isFree(person)
        case .remove(let person):
            let isThere = seats.contains { $0.holder == person && $0.isPending }
            return isThere && join != .each && seats.count { !$0.isEmpty } > 1
        case .pass(let from, let to): return seat(of: from) != nil && isFree(to)
        case .delegate(let from, let to):
            return from != to && seat(of: from).map { seats[$0].adviser == nil } ?? false
        case .sendBack(let person, let stage):
            return seat(of: person) != nil && returns.contains(stage)
        case .silence(let person): return seat(of: person) != nil
        case .withdraw, .urge: return true
        }
    }

    mutating func make(_ move: ConsultationMove) {
        switch move {
        case .answer(let opinion, let person):
            if let own = seat(of: person) {
                seats[own].vote = opinion == .agree ? .yes : .no
            } else if let advised = seat(advisedBy: person) {
                seats[advised].isAdvised = true
            }
        case .add(let person): seats.append(Seat(holder: person))
        case .remove(let person):
            for index in seats.indices where seats[index].holder == person && seats[index].isPending
            {
                seats[index].isRemoved = true
            }
        case .pass(let from, let to):
            guard let index = seat(of: from) else { return }
            seats[index].hasPassed = true
            seats.insert(Seat(holder: to), at: index + 1)
        case .delegate(let from, let to):
            if let index = seat(of: from) { seats[index].adviser = to }
        case .silence(let person):
            let meaning: [Silence: Vote] = [.consent: .yes, .objection: .no, .noOpinion: .nothing]
            if let index = seat(of: person) { seats[index].vote = meaning[silence] }
        case .sendBack: result = .sentBack
        case .withdraw: result = .withdrawn
        case .urge: break
        }
        settle()
    }
}
