import Law
import Packs
import Testing

@testable import Engine

/// Laws of decide and evolve, over every line of every story of every pack.
@Suite struct StoryTests {
    let library: Library

    init() throws {
        library = try Library.shared
    }

    @Test func `all packs are there with their stories`() {
        #expect(library.packs.count >= 9)
        #expect(library.stories.count >= 170)
        #expect(library.scenes.count { $0.refusal != nil } >= 150)
        #expect(library.scenes.flatMap(\.events).count >= 1000)
    }

    @Test func `a line happens, or is refused for the reason it tells`() {
        for scene in library.scenes {
            #expect(scene.refusal?.code == scene.line.refused, "\(scene)")
            #expect(
                scene.events.isEmpty == (scene.refusal != nil) || scene.line.isByLaw, "\(scene)")
        }
    }

    @Test func `replaying the events from the first gives the live file after each of them`() {
        for story in library.stories {
            var events: [Event] = []
            for scene in story {
                var live = scene.before
                for event in scene.events {
                    events.append(event)
                    live = library.replay([event], from: live)
                    #expect(library.replay(events) == live, "\(scene)")
                }
                #expect(library.replay(events) == scene.after, "\(scene)")
            }
        }
    }

    @Test func `deciding twice gives the same, and leaves the file as it was`() {
        for scene in library.scenes {
            guard let command = scene.command else { continue }
            let file = scene.before
            var events: [Event] = []
            let refusal = refusal { () throws(Refusal) in
                events = try decide(command, on: file, in: scene.occasion)
            }
            #expect(events == scene.events, "\(scene)")
            #expect(refusal == scene.refusal, "\(scene)")
            #expect(file == scene.before, "\(scene)")
        }
    }

    @Test func `a refused line changes nothing, now or later`() throws {
        for scene in library.scenes where scene.refusal != nil {
            #expect(scene.after == scene.before && scene.events.isEmpty, "\(scene)")
        }
        for story in library.stories {
            let kept = story.filter { $0.refusal == nil }.flatMap(\.events)
            let last = try #require(story.last)
            #expect(library.replay(kept) == last.after, "\(last)")
        }
    }

    @Test func `every refusal names what it is about, says why and rests on something`() {
        for scene in library.scenes {
            guard let refusal = scene.refusal else { continue }
            #expect(refusal.field?.isEmpty == false, "\(scene): \(refusal)")
            #expect(refusal.reason.count >= 4, "\(scene): \(refusal)")
            let isOfForm = [.badField, .unknownField].contains(refusal.code)
            #expect(!refusal.basis.isEmpty || isOfForm, "\(scene): \(refusal)")
            #expect(refusal.description.contains(refusal.code.text))
        }
    }

    @Test func `versions are one, two, three, and time never goes back`() {
        for story in library.stories {
            let events = story.flatMap(\.events)
            #expect(events.map(\.version) == Array(1...events.count), "\(story[0])")
            for (earlier, later) in zip(events, events.dropFirst()) {
                #expect(earlier.effective <= later.effective, "\(story[0]) \(later.version)")
                #expect(earlier.recorded <= later.recorded, "\(story[0]) \(later.version)")
            }
            #expect(events.allSatisfy { $0.effective <= $0.recorded }, "\(story[0])")
            #expect(Set(events.map(\.subject)).count == 1 && Set(events.map(\.organ)).count == 1)
        }
    }

    @Test func `a file knows its version, its last moment and every deed`() {
        for scene in library.scenes {
            guard let file = scene.after, let last = scene.events.last else { continue }
            #expect(file.version == last.version && file.last == last.effective, "\(scene)")
            let isOrdered = zip(file.deeds, file.deeds.dropFirst()).allSatisfy { $0.at <= $1.at }
            #expect(isOrdered, "\(scene)")
            #expect(file.stage == file.deeds.last?.stage || scene.act == nil, "\(scene)")
        }
    }

    @Test func `an act that would go back in time is refused at every line`() {
        for scene in library.scenes {
            guard let command = scene.command, let file = scene.before else { continue }
            let earlier = Moment(seconds: file.last.seconds - 1)
            let occasion = scene.occasion.at(earlier)
            let refusal = refusal { () throws(Refusal) in
                try decide(command, on: file, in: occasion)
            }
            #expect(refusal?.code == .outOfOrder && refusal?.field == "day", "\(scene)")
        }
    }

    @Test func `what the law does by itself comes first, is decided once, and in order of time`() {
        for scene in library.scenes {
            guard let file = scene.before else { continue }
            let by = lapses(of: file, in: scene.occasion)
            guard let after = scene.current else { continue }
            #expect(lapses(of: after, in: scene.occasion).isEmpty, "\(scene)")
            #expect(by.allSatisfy { $0.effective <= scene.occasion.effective }, "\(scene)")
            if let first = by.first {
                #expect(
                    file.nextLapse(by: library.calendar).map { max($0, file.last) }
                        == first.effective)
            } else {
                let next = file.nextLapse(by: library.calendar)
                #expect(next.map { $0 >= scene.occasion.effective } ?? true, "\(scene)")
            }
        }
    }

    @Test func `an act decided late brings with it what the law did before`() throws {
        var tried = 0
        for story in library.stories {
            for (law, next) in zip(story, story.dropFirst()) {
                guard law.line.isByLaw, !law.events.isEmpty, let command = next.command,
                    !next.events.isEmpty, command != .pass
                else { continue }
                tried += 1
                let events = try decide(command, on: law.before, in: next.occasion)
                let expected = law.events + next.events
                #expect(events.map(\.fact) == expected.map(\.fact), "\(next)")
                #expect(events.map(\.version) == expected.map(\.version), "\(next)")
                #expect(events.map(\.effective) == expected.map(\.effective), "\(next)")
            }
        }
        #expect(tried >= 10)
    }

    @Test
    func `once a file is final nothing runs but what its end began, and nobody is waited for`() {
        for scene in library.scenes {
            guard let file = scene.after, let edition = library.editions[file.edition],
                edition.procedure.stages[file.stage]?.isFinal == true,
                let end = file.deeds.firstIndex(where: {
                    edition.procedure.stages[$0.stage]?.isFinal == true
                })
            else { continue }
            let since = Set(file.deeds[end...].map(\.step))
            #expect(
                file.deadlines.allSatisfy { !$0.isRunning || since.contains($0.startedBy) },
                "\(scene)")
            #expect(file.consultations.allSatisfy { !$0.isOpen }, "\(scene)")
        }
    }
}

extension Occasion {
    /// The same occasion at another moment.
    func at(_ moment: Moment) -> Occasion {
        Occasion(
            subject: subject, organ: organ, edition: edition, recorded: moment, effective: moment,
            calendar: calendar, nextNumber: nextNumber,
            mark: mark)
    }

    /// The same occasion under another edition.
    func under(_ edition: Edition) -> Occasion {
        Occasion(
            subject: subject, organ: organ, edition: edition, recorded: recorded,
            effective: effective, calendar: calendar, nextNumber: nextNumber,
            mark: mark)
    }
}
