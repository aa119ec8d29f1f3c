import Foundation
import Law

@testable import Engine
@testable import Packs

/// The packs that are shipped with their stories, read once and told once.
struct Library: Sendable {
    let packs: [Pack]
    let calendar: WorkingCalendar
    let editions: [Edition.ID: Edition]
    let scenes: [Scene]

    /// The root of the repository, found from this file.
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static let read = Result { try Library() }

    static var shared: Library {
        get throws { try read.get() }
    }

    private init() throws {
        let text = try String(
            contentsOf: Self.root.appending(path: "calendars/cn.yaml"), encoding: .utf8)
        let calendar = try CalendarReader().read(text, file: "calendars/cn.yaml")
        let packs = try PackLibrary.admitted(
            folder: Self.root.appending(path: "packs"), shownAs: "packs"
        )
        .compactMap(\.pack)
        let elders = Dictionary(uniqueKeysWithValues: packs.map { ($0.procedure.id, $0.procedure) })
        editions = Dictionary(
            uniqueKeysWithValues: packs.map { pack in
                let id = Edition.ID(pack.procedure.id.text)
                return (id, Edition(id: id, procedure: pack.procedure))
            })
        scenes = packs.flatMap { pack in
            let teller = StoryTeller(pack: pack, elders: elders, calendar: calendar)
            return pack.scenarios.flatMap { Scene.scenes(of: $0, told: teller) }
        }
        self.packs = packs
        self.calendar = calendar
    }

    func pack(_ name: String) throws -> Pack {
        guard let pack = packs.first(where: { $0.source.name == name }) else { throw Missing(name) }
        return pack
    }

    /// The scenes of one story, in order.
    func story(_ pack: String, _ name: String) throws -> [Scene] {
        let found = scenes.filter { $0.pack.text == pack && $0.story == name }
        guard !found.isEmpty else { throw Missing("\(pack)/\(name)") }
        return found
    }

    /// The scenes, story by story.
    var stories: [[Scene]] {
        let groups = Dictionary(grouping: scenes) { "\($0.pack)/\($0.story)" }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The case file from its first event, or a later state of a file.
    func replay(_ events: some Sequence<Event>, from file: CaseFile? = nil) -> CaseFile? {
        events.reduce(file) { file, event in
            editions[event.edition].flatMap { evolve(file, by: event, under: $0) }
        }
    }
}

/// Something that a test relies on is not there.
struct Missing: Error {
    let name: String

    init(_ name: String) {
        self.name = name
    }
}

/// One line of a story as the engine met it.
struct Scene: Sendable, CustomStringConvertible {
    let pack: Procedure.ID
    let story: String
    let line: Scenario.Line
    let occasion: Occasion
    let before: CaseFile?
    /// Nil for what the law does by itself.
    let command: Command?
    var events: [Event] = []
    var refusal: Refusal?
    var after: CaseFile?

    var description: String { "\(pack)/\(story) \(line.moment.wallTime)" }

    var act: Act? {
        if case .act(let act) = command { act } else { nil }
    }

    /// The file with what the law did by itself until the line.
    var current: CaseFile? {
        before.map { file in
            lapses(of: file, in: occasion).reduce(file) {
                evolve($0, by: $1, under: occasion.edition) ?? $0
            }
        }
    }

    /// Tells a story without judging it.
    static func scenes(of scenario: Scenario, told teller: StoryTeller) -> [Scene] {
        let elder = scenario.startsUnder.flatMap { teller.elders[$0] }
        var tale = Tale(
            teller: teller, scenario: scenario, procedure: elder ?? teller.pack.procedure)
        return scenario.lines.map { tale.perform($0) }
    }
}

extension Tale {
    mutating func perform(_ line: Scenario.Line) -> Scene {
        if case .passing = line.deed { procedure = teller.pack.procedure }
        var command: Command?
        var refusal: Refusal?
        do throws(Refusal) { command = try self.command(for: line) } catch { refusal = error }
        let end = line.namesHour ? line.moment : Moment.end(of: line.moment.day)
        let moment = line.isByLaw ? Moment(seconds: end.seconds + 1) : line.moment
        var scene = Scene(
            pack: teller.pack.procedure.id, story: scenario.name, line: line,
            occasion: occasion(at: moment), before: story.file, command: command, refusal: refusal)
        if let command {
            do throws(Refusal) {
                scene.events = try decide(command, on: story.file, in: scene.occasion)
            } catch { scene.refusal = error }
        } else if line.isByLaw, let file = story.file {
            scene.events = lapses(of: file, in: scene.occasion)
        }
        happen(scene.events)
        scene.after = story.file
        return scene
    }

    private func command(for line: Scenario.Line) throws(Refusal) -> Command? {
        switch line.deed {
        case .act(let told):
            let fields = try procedure.values(parsing: told.with)
            let act = Act(
                told.step, as: line.by.first?.role ?? "",
                by: line.by.map { participant($0, fields: fields) },
                approver: told.approvedBy.map { participant($0, fields: fields) },
                outcome: told.outcome, fields: fields, documents: told.documents,
                addressees: told.asks.map(\.id))
            return .act(act)
        case .move(let rule, let move):
            return .consult(rule, move, by: line.by.first.map { participant($0, fields: [:]) })
        case .passing: return .pass
        case .law, .silence: return nil
        }
    }
}

extension Scenario.Line {
    var isByLaw: Bool {
        switch deed {
        case .law, .silence: true
        case .act, .move, .passing: false
        }
    }
}

func day(_ text: String) throws -> Day {
    guard let day = Day(iso: text) else { throw Missing(text) }
    return day
}

func moment(_ text: String) throws -> Moment {
    guard let moment = Moment(text) else { throw Missing(text) }
    return moment
}

/// The refusal that something throws; nil if it throws none.
func refusal<Result>(_ body: () throws(Refusal) -> Result) -> Refusal? {
    do throws(Refusal) {
        _ = try body()
        return nil
    } catch { return error }
}
