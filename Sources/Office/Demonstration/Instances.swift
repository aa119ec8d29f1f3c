import Engine
import Law
import Packs

/// One telling of a story in the demonstration year.
///
/// Shared by reference, since each of its acts asks for it.
final class Instance: Sendable {
    let number: Int
    let entry: YearMix.Entry
    let scenario: Scenario
    let edition: Edition
    let timeline: Timeline
    let organ: Organ.ID
    /// What replaces the story's own outcome, where it has one.
    let outcome: Outcome.ID?
    /// What replaces the story's own words.
    let set: [Field.ID: String]

    init(
        number: Int, entry: YearMix.Entry, scenario: Scenario, edition: Edition,
        timeline: Timeline, organ: Organ.ID, outcome: Outcome.ID?, set: [Field.ID: String]
    ) {
        self.number = number
        self.entry = entry
        self.scenario = scenario
        self.edition = edition
        self.timeline = timeline
        self.organ = organ
        self.outcome = outcome
        self.set = set
    }

    var name: String { "\(entry.pack)/\(entry.scenario)" }
}

extension Demonstration {
    /// Every instance of every entry, each with its first day, organ and values.
    func instances() throws -> [Instance] {
        var all: [Instance] = []
        for entry in mix.entries {
            guard let (pack, edition) = packs[entry.pack],
                let scenario = pack.scenarios.first(where: { $0.name == entry.scenario })
            else {
                throw Failure(
                    description:
                        "\(entry.place.file):\(entry.place.line): there is no story '\(entry.pack)/\(entry.scenario)'"
                )
            }
            let starts = self.starts(of: entry)
            var timelines: [Day: Timeline] = [:]
            for index in 0..<entry.times {
                let start = starts[index * starts.count / entry.times]
                let timeline =
                    timelines[start]
                    ?? Timeline(of: scenario, from: start, by: calendar, under: edition)
                timelines[start] = timeline
                all.append(
                    Instance(
                        number: all.count, entry: entry, scenario: scenario, edition: edition,
                        timeline: timeline,
                        organ: entry.organs.isEmpty
                            ? scenario.organ : entry.organs[index % entry.organs.count],
                        outcome: entry.outcomes.isEmpty
                            ? nil : entry.outcomes[index % entry.outcomes.count],
                        set: values(of: entry, index)))
            }
        }
        return all
    }

    private func starts(of entry: YearMix.Entry) -> [Day] {
        let count = entry.starts.lowerBound.distance(to: entry.starts.upperBound)
        let days = (0...count).map { entry.starts.lowerBound.adding(days: $0) }
        let working = days.filter(calendar.isWorking)
        return working.isEmpty ? days : working
    }

    private func values(of entry: YearMix.Entry, _ index: Int) -> [Field.ID: String] {
        var values = entry.set.compactMapValues { $0.isEmpty ? nil : $0[index % $0.count] }
        if let (field, total) = entry.share {
            let each = total.fen / entry.times
            let extra = index < total.fen % entry.times ? 1 : 0
            values[field] = Money(fen: each + extra).description
        }
        return values
    }

    /// All acts in order of time; those of one instance stay in order.
    func pending(_ instances: [Instance]) -> [Pending] {
        instances.flatMap { instance in
            instance.timeline.beats.indices.map { beat in
                Pending(
                    moment: instance.timeline.beats[beat].moment, instance: instance.number,
                    beat: beat)
            }
        }
        .sorted { ($0.moment, $0.instance, $0.beat) < ($1.moment, $1.instance, $1.beat) }
    }

    /// The request that one act of an instance makes.
    func request(_ pending: Pending, _ instance: Instance, _ file: CaseFile.ID?) throws -> Request {
        let beat = instance.timeline.beats[pending.beat]
        guard case .act(let told) = beat.line.deed else {
            throw Failure(description: "\(instance.name): only acts can be loaded")
        }
        let procedure = instance.edition.procedure
        var texts = told.with
        for (field, value) in instance.set where texts[field.text] != nil {
            texts[field.text] = value
        }
        for (name, value) in texts where isInventedName(name, value, procedure) {
            texts[name] = cast.name(instance.number &* 31)
        }
        let fields = shifted(
            try procedure.values(parsing: texts), from: beat.line.moment.day, to: beat.moment.day)
        let people = try beat.line.by.map { try participant($0, instance, procedure) }
        let act = Act(
            told.step, as: beat.line.by.first?.role ?? "", by: people,
            approver: try told.approvedBy.map { try participant($0, instance, procedure) },
            outcome: told.outcome.map { instance.outcome ?? $0 }, fields: fields,
            documents: told.documents,
            addressees: told.asks.map(\.id))
        let target: Request.Target =
            file.map { .running($0, expecting: nil) }
            ?? .opening(procedure.id, organ: instance.organ)
        return Request(target, .act(act), effective: beat.moment)
    }

    private func isInventedName(_ name: String, _ value: String, _ procedure: Procedure) -> Bool {
        name.hasSuffix("-name") && value.count <= 3
            && procedure.fields[Field.ID(name)]?.personal ?? false
    }

    private func participant(
        _ speaker: Scenario.Speaker, _ instance: Instance, _ procedure: Procedure
    ) throws -> Participant {
        guard let role = procedure.roles[speaker.role] else {
            throw Failure(description: "\(instance.name): there is no role '\(speaker.role)'")
        }
        let position = instance.scenario.speakers.firstIndex(of: speaker) ?? 0
        let organ = organ(for: role, instance)
        guard
            let person = cast.participant(
                speaker, at: position, in: instance.number, role: role, organ: organ)
        else {
            throw Failure(
                description:
                    "\(instance.name): nobody in the district is '\(role.id)' of \(organ?.text ?? "any organ")"
            )
        }
        return person
    }

    /// The organ to which a role's people belong: the file's, or the one that the story names in a field.
    private func organ(for role: Role, _ instance: Instance) -> Organ.ID? {
        switch role.of {
        case .any: return instance.entry.people[role.id]
        case .handling: return instance.organ
        case .field(let field):
            if let set = instance.set[field] { return Organ.ID(set) }
            for line in instance.scenario.lines {
                if case .act(let told) = line.deed, let value = told.with[field.text] {
                    return Organ.ID(value)
                }
            }
            return nil
        }
    }
}

extension Scenario {
    /// Everybody who speaks in the story, in order of appearance.
    fileprivate var speakers: [Speaker] {
        var found: [Speaker] = []
        for line in lines {
            var speakers = line.by
            if case .act(let told) = line.deed, let approver = told.approvedBy {
                speakers.append(approver)
            }
            for speaker in speakers where !found.contains(speaker) { found.append(speaker) }
        }
        return found
    }
}
