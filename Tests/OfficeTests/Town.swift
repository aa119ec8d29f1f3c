import Engine
import Law
import Packs
import Storage
import Synchronization
import Testing

@testable import Office

/// A clock that stands until it is told to go on.
final class StandingClock: Sendable {
    private let seconds: Mutex<Int64>

    init(_ day: String, hour: Int = 9) throws {
        seconds = Mutex(Moment(try #require(Day(iso: day)), hour: hour).seconds)
    }

    var now: Moment { Moment(seconds: seconds.withLock { $0 }) }
    func pass(_ count: Int64) { seconds.withLock { $0 += count } }
    var clock: Office.Clock { .system { self.now } }
}

/// A small town: a government, a bureau, a committee, and officers who hold few posts.
struct Town: Sendable {
    let bureau: Bureau
    let clock: StandingClock

    var office: Office { bureau.office }

    init(_ packs: [String] = [], on day: String = "2023-03-06") async throws {
        clock = try StandingClock(day)
        bureau = try await Bureau(packs, clock: clock.clock)
        try await bureau.journal.write { writer in
            try writer.put(text: Self.organs, named: "district/organs.yaml")
            try writer.put(text: Self.people, named: "district/people.yaml")
            try writer.put(
                text: Marks.competence(of: ["government", "bureau", "town-committee"]),
                named: "district/competence.yaml")
        }
    }

    private static let organs = """
        district: town
        title: {zh-Hans: 某镇, en: A town}
        authority: test-district
        organs:
          - {organ: government, title: {zh-Hans: 某区人民政府, en: The government}, kind: government}
          - {organ: bureau, title: {zh-Hans: 某局, en: A bureau}, kind: department}
          - {organ: town-committee, title: {zh-Hans: 调解委员会, en: The committee}, kind: committee}
        """

    private static let people = """
        surnames: [张]
        given-names: [丽]
        officers:
          - {officer: government-01, name: 赵主任, organ: government, roles: [organ-head]}
          - {officer: government-02, name: 钱一, organ: government, roles: [handler, reconsideration-handler], certificate: {number: "1001", from: 2022-01-01, until: 2026-12-31}}
          - {officer: government-03, name: 孙二, organ: government, roles: [handler, reconsideration-handler], certificate: {number: "1002", from: 2022-01-01, until: 2026-12-31}}
          - {officer: bureau-01, name: 李三, organ: bureau, roles: [handler, consulted-unit], certificate: {number: "1003", from: 2022-01-01, until: 2023-04-01}}
          - {officer: bureau-02, name: 郑四, organ: bureau, roles: [institution-head]}
          - {officer: bureau-03, name: 王五, organ: bureau, roles: [reconsideration-handler]}
          - {officer: town-committee-01, name: 周调解, organ: town-committee, roles: [mediator]}
          - {officer: town-committee-02, name: 吴承办, organ: town-committee, roles: [handler]}
        """

    /// Somebody who acts as an officer, with duties.
    func officer(_ id: Person.ID, _ duties: Set<Duty> = []) async throws -> Viewer {
        let officer = try #require(try await office.district()?.officer(id))
        return Viewer(account: "a-\(id)", officer: officer, name: officer.name, duties: duties)
    }

    static func citizen(_ id: Person.ID = "p-zhang", _ name: String = "张丽") -> Viewer {
        Viewer(account: "\(id)", person: id, name: name)
    }

    static func administrator(_ duty: Duty) -> Viewer {
        Viewer(account: duty.rawValue, duties: [duty])
    }

    /// An application for mediation, as the forms of the site write it.
    static var application: Draft {
        var draft = Draft(
            id: "d1", owner: "p-zhang", procedure: "mediation", subject: nil, step: "apply")
        draft.organ = "town-committee"
        draft.fields = [
            "applicant-name": "张丽", "other-party-name": "王强", "dispute-kind": "neighbours",
            "dispute": "楼上漏水造成损失",
        ]
        return draft
    }

    /// Opens a mediation for its citizen.
    func mediation() async throws -> CaseFile.ID {
        try await office.perform(Self.application, by: Self.citizen()).receipt().file.id
    }

    /// What a viewer sees of a case file.
    func sight(_ subject: CaseFile.ID, _ viewer: Viewer) async throws -> Sight {
        do {
            return try await office.look(at: subject, as: viewer).sight
        } catch let refusal as Refusal where refusal.code == .unknownCase {
            return .none
        }
    }

    /// The acts that the trail tells of, oldest first.
    func trail() async throws -> [TrailEntry] {
        try await office.writeLooks()
        return try await bureau.journal.read { try $0.trail(TrailQuery()) }.reversed()
    }
}

extension Performed {
    func receipt() throws -> Receipt {
        guard case .done(let receipt, _) = self else {
            throw Refusal("waiting", "the act waits for signatures")
        }
        return receipt
    }

    func joint() throws -> JointAct {
        guard case .waiting(let joint) = self else { throw Refusal("done", "the act was done") }
        return joint
    }
}

/// The code of the refusal that something ends with; nil if it is done.
func refusal(of body: () async throws -> Void) async throws -> Refusal.Code? {
    do {
        try await body()
        return nil
    } catch let refusal as Refusal {
        return refusal.code
    }
}
