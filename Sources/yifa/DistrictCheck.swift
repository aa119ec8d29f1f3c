import ArgumentParser
import Engine
import Law
import Packs

struct DistrictCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Check that a district's people can play every role, and its year names real stories.",
        discussion: "Example: yifa district check haidian-2023")

    @Argument(help: "The district's folder, or its name in districts/.")
    var name: String

    func run() throws {
        let home = try Home.find()
        let reader = try DistrictFolder(name, home: home).reader
        let district = try reader.district()
        let library = try PackLibrary.admitted(folder: home.path("packs"), shownAs: "packs")
        let packs = try library.map { reading in
            guard let pack = reading.pack else {
                throw Failure(reading.diagnostics.map(\.description).joined(separator: "\n"))
            }
            return pack
        }
        let mix = try reader.year()
        let review = DistrictReview(district: district, packs: packs, mix: mix)
        let problems = review.problems
        for problem in problems { Output.complain(problem) }
        guard problems.isEmpty else {
            Output.print("\(name): \(problems.count) problem\(problems.count == 1 ? "" : "s")")
            throw ExitCode(1)
        }
        Output.print(
            "\(name): ok, \(district.organs.count) organs, \(district.officers.count) officers, "
                + "\(mix.entries.count) entries of \(mix.year), \(packs.count) packs")
    }
}

/// What of a district does not fit its packs and its year.
struct DistrictReview {
    let district: District
    let packs: [Pack]
    let mix: YearMix

    var problems: [String] {
        var found = mix.entries.flatMap(problems)
        for pack in packs { found += problems(of: pack) }
        var seen: Set<String> = []
        return found.filter { seen.insert($0).inserted }
    }

    // MARK: The year

    private func problems(_ entry: YearMix.Entry) -> [String] {
        let place = "\(entry.place.file):\(entry.place.line): error: "
        guard let pack = packs.first(where: { $0.procedure.id == entry.pack }) else {
            return [
                place
                    + "there is no pack '\(entry.pack)'; did you mean '\(likely(entry.pack.text, packs.map(\.procedure.id.text)))'?"
            ]
        }
        var found: [String] = []
        if !pack.scenarios.contains(where: { $0.name == entry.scenario }) {
            let likely = likely(entry.scenario, pack.scenarios.map(\.name))
            found.append(
                "\(entry.pack) has no story '\(entry.scenario)'; did you mean '\(likely)'?")
        }
        let procedure = pack.procedure
        for (field, values) in entry.set.sorted(by: { $0.key < $1.key }) {
            guard let known = procedure.fields[field] else {
                found.append("\(entry.pack) has no field '\(field)'")
                continue
            }
            for value in values where known.value(parsing: value) == nil {
                found.append("'\(value)' may not stand in '\(field)'")
            }
        }
        found += entry.organs.filter { district.organ($0) == nil }.map {
            "there is no organ '\($0)'"
        }
        found += entry.outcomes.filter { procedure.outcomes[$0] == nil }
            .map { "\(entry.pack) has no outcome '\($0)'" }
        if let share = entry.share, procedure.fields[share.field]?.kind != .money {
            found.append("'\(share.field)' is not a money field of \(entry.pack)")
        }
        found += entry.people.filter { !isHeld($0.key, in: $0.value) }
            .map { "nobody in '\($0.value)' is '\($0.key)'" }
        found +=
            pack.scenarios.first { $0.name == entry.scenario }.map { sides(of: entry, $0, pack) }
            ?? []
        return found.map { place + $0 }
    }

    /// Roles of the story that belong to an organ which the year or the story names in a field.
    private func sides(of entry: YearMix.Entry, _ story: Scenario, _ pack: Pack) -> [String] {
        let speaking = Set(story.lines.flatMap { $0.by.map(\.role) })
        return pack.procedure.roles.filter { speaking.contains($0.id) }.flatMap {
            role -> [String] in
            guard case .field(let field) = role.of else { return [] }
            let told = story.lines.compactMap { line -> String? in
                if case .act(let told) = line.deed { told.with[field.text] } else { nil }
            }
            let organs = Set(entry.set[field] ?? told).sorted()
            return organs.filter { !isHeld(role.id, in: Organ.ID($0)) }
                .map { "nobody in '\($0)' (\(field)) is '\(role.id)'" }
        }
    }

    private func likely(_ text: String, _ known: [String]) -> String {
        text.nearestFirst(among: known).first ?? ""
    }

    // MARK: The roles

    private func problems(of pack: Pack) -> [String] {
        let handling = organs(handling: pack)
        return pack.procedure.roles.filter { $0.kind != .party }.flatMap { role -> [String] in
            switch role.of {
            case .handling:
                handling.compactMap { shortage(of: role, in: $0, pack) }
            case .any, .field:
                isHeld(role.id, in: nil)
                    ? []
                    : [
                        "\(pack.procedure.id): nobody in the district is '\(role.id)' (\(role.title.chinese))"
                    ]
            }
        }
    }

    private func organs(handling pack: Pack) -> [Organ.ID] {
        let entries = mix.entries.filter { $0.pack == pack.procedure.id }
        let organs = entries.flatMap { entry in
            entry.organs.isEmpty
                ? pack.scenarios.filter { $0.name == entry.scenario }.map(\.organ) : entry.organs
        }
        return Set(organs).sorted()
    }

    /// A step that nobody, or too few people, can take in an organ: in the role, and with certificates where it needs them.
    private func shortage(of role: Role, in organ: Organ.ID, _ pack: Pack) -> String? {
        let staff = district.officers.filter { $0.organ == organ && $0.roles.contains(role.id) }
        let certified = staff.filter { $0.certificate != nil }
        let approved = pack.procedure.steps.first {
            $0.people.approvedBy == role.id && staff.isEmpty
        }
        let short = pack.procedure.steps.first { step in
            let able = step.people.certified ? certified.count : staff.count
            return step.by.contains(role.id) && able < step.people.atLeast
        }
        guard let step = short ?? approved else { return nil }
        let need = short?.people.atLeast ?? 1
        let kind = step.people.certified && short != nil ? " with a certificate" : ""
        return
            "\(pack.procedure.id): '\(step.id)' (\(step.title.chinese)) needs \(need) '\(role.id)'\(kind); "
            + "'\(organ)' has \(step.people.certified ? certified.count : staff.count)"
    }

    private func isHeld(_ role: Role.ID, in organ: Organ.ID?) -> Bool {
        district.officers.contains { officer in
            officer.roles.contains(role) && (organ.map { $0 == officer.organ } ?? true)
        }
    }
}
