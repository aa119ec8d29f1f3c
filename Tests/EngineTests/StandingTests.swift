import Law
import Testing

@testable import Engine

@Suite struct StandingTests {
    let library: Library

    init() throws {
        library = try Library.shared
    }

    /// The codes that do not depend on who acts and what is stated.
    static let standingCodes: Set<Refusal.Code> = [
        .byLawOnly, .wrongStage, .closed, .alreadyDone, .timeBarred, .tooEarly, .alreadyExtended,
        .notRunning, .alreadyPublished, .notPublished, .consultationOpen, .nothingLapsed,
    ]

    @Test func `what a story does next is never said to be impossible`() {
        for scene in library.scenes where scene.refusal == nil {
            guard let act = scene.act, let file = scene.current else { continue }
            let entry = standing(of: file, in: scene.occasion).first { $0.step.id == act.step }
            #expect(entry != nil, "\(scene)")
            #expect(entry?.refusal == nil, "\(scene): \(String(describing: entry?.refusal))")
        }
    }

    @Test func `what is said to be impossible is refused for that reason to a bare act`() {
        var seen: Set<Refusal.Code> = []
        for scene in library.scenes {
            guard let file = scene.current else { continue }
            for entry in standing(of: file, in: scene.occasion) {
                let bare = Act(entry.step.id, as: entry.step.by.first ?? "", by: [])
                let refusal = refusal { () throws(Refusal) in
                    try decide(.act(bare), on: file, in: scene.occasion)
                }
                if let told = entry.refusal, Self.standingCodes.contains(told.code) {
                    seen.insert(told.code)
                    #expect(refusal == told, "\(scene)")
                } else {
                    // What could have been posted in time is possible; a bare act says nothing of posting.
                    let isLate = refusal?.code == .timeBarred && canBePosted(entry.step, in: file)
                    #expect(
                        refusal?.code == .unknownPerson || isLate, "\(scene): \(entry.step.id)")
                }
            }
        }
        #expect(seen == Self.standingCodes.subtracting([.byLawOnly]))
    }

    private func canBePosted(_ step: Step, in file: CaseFile) -> Bool {
        file.deadlines.contains { deadline in
            guard case .bar(let steps) = deadline.limit.lapse else { return false }
            return steps.contains(step.id) && deadline.limit.posted != nil
        }
    }

    @Test func `what is said to be impossible by a rule of the pack is refused whatever is stated`()
    {
        let acts = Dictionary(
            grouping: library.scenes.filter { $0.refusal == nil }.compactMap { scene in
                scene.act.map { (scene.occasion.edition.id.text + $0.step.text, $0) }
            }
        ) { $0.0 }.mapValues { $0.prefix(3).map(\.1) }
        var tried = 0
        for scene in library.scenes {
            guard let file = scene.current else { continue }
            for entry in standing(of: file, in: scene.occasion) {
                guard let told = entry.refusal, !Self.standingCodes.contains(told.code) else {
                    continue
                }
                #expect(entry.step.requirements.contains { $0.code == told.code.text })
                let key = scene.occasion.edition.id.text + entry.step.id.text
                for act in acts[key] ?? [] {
                    tried += 1
                    let refusal = refusal { () throws(Refusal) in
                        try decide(.act(act), on: file, in: scene.occasion)
                    }
                    #expect(refusal != nil, "\(scene): \(entry.step.id) although \(told)")
                }
            }
        }
        #expect(tried > 500)
    }

    @Test func `steps that open a file or belong to the law are not offered`() throws {
        for scene in library.scenes {
            guard let file = scene.after else { continue }
            let offered = standing(of: file, in: scene.occasion).map(\.step)
            #expect(offered.allSatisfy { !$0.isByLaw && $0.place != .opening })
        }
    }
}
