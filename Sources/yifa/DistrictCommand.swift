import ArgumentParser
import Engine
import Foundation
import Law
import Packs
import Sheets
import Storage

struct DistrictCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "district",
        abstract: "Show a district's organs and posts, and check that they can do the work.",
        discussion: "Example: yifa district show haidian-2023",
        subcommands: [DistrictShow.self, DistrictCheck.self, DistrictInstall.self])
}

struct DistrictShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the organs of a district, their officers, certificates and posts.",
        discussion: """
            Example: yifa district show haidian-2023 --on 2023-06-30
            Example: yifa district show --database haidian.db --organ justice
            """)

    @Argument(help: "The district's folder, or its name in districts/.")
    var name: String?

    @Option(help: "The journal that keeps the district.")
    var database: String?

    @Option(help: "The authority whose log it is.")
    var authority: String = "beijing-haidian"

    @Option(help: "The day on which certificates are judged (default: today).")
    var on: String?

    @Option(help: "Only one organ, with each of its officers.")
    var organ: String?

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (name == nil) != (database == nil) else {
            throw ValidationError("give the name of a district, or --database")
        }
        if let on, Day(iso: on) == nil {
            throw ValidationError(
                "'\(on.prefix(40))' is not a day such as 2023-06-30 (1900 to 2199)")
        }
    }

    func run() async throws {
        try await CaseAnswer.giving(json: json) {
            let district = try await district()
            let day =
                on.flatMap { Day(iso: $0) }
                ?? Moment(seconds: Int64(Date().timeIntervalSince1970)).day
            let staff = DistrictStaff(district: district, day: day)
            guard let organ else {
                return json ? try Output.json(staff.organs) : Output.print(staff.text)
            }
            guard let body = district.organs.first(where: { $0.id.text == organ }) else {
                throw Refusal.unknown(
                    "unknown-organ", field: "organ", "机关", organ,
                    known: district.organs.map(\.id.text))
            }
            let people = staff.people(of: body)
            return json ? try Output.json(people) : Output.print(staff.text(of: body, people))
        }
    }

    private func district() async throws -> District {
        if let name { return try DistrictFolder(name, home: try Home.find()).reader.district() }
        let journal = try SQLiteJournal(path: database ?? "", authority: authority, create: false)
        guard let district = try await CaseDesk.district(in: journal) else {
            throw Failure("\(database ?? "") keeps no district of the authority '\(authority)'")
        }
        return district
    }
}

/// Who works in a district on a day.
struct DistrictStaff {
    struct Line: Encodable {
        let organ: CaseSheet.Labelled
        let kind: String
        let officers: Int
        let certified: Int
        let posts: [String: Int]
    }

    struct Person: Encodable {
        let officer: CaseSheet.Labelled
        let roles: [String]
        let certificate: String?
        let isValid: Bool
    }

    let district: District
    let day: Day

    var organs: [Line] {
        let staff = Dictionary(grouping: district.officers, by: \.organ)
        return district.organs.map { body in
            let officers = staff[body.id] ?? []
            let posts = officers.flatMap(\.roles).map { ($0.text, 1) }
            return Line(
                organ: CaseSheet.Labelled(id: body.id.text, title: body.title.chinese),
                kind: body.kind,
                officers: officers.count,
                certified: officers.count { $0.certificate?.valid.contains(day) ?? false },
                posts: Dictionary(posts, uniquingKeysWith: +))
        }
    }

    func people(of body: District.Body) -> [Person] {
        district.officers(of: body.id).map { officer in
            Person(
                officer: CaseSheet.Labelled(id: officer.id.text, title: officer.name),
                roles: officer.roles.map(\.text).sorted(),
                certificate: officer.certificate.map { "\($0.number)（\($0.valid)）" },
                isValid: officer.certificate?.valid.contains(day) ?? false)
        }
    }

    /// Organs by kind; the posts of all in one list at the end.
    var text: String {
        let lines = organs
        var kinds: [String] = []
        for line in lines where !kinds.contains(line.kind) { kinds.append(line.kind) }
        var text = [
            "\(district.title.chinese)：\(lines.count)个机关，\(district.officers.count)名工作人员，"
                + "\(lines.reduce(0) { $0 + $1.certified })人于 \(day) 持有效行政执法证件", "",
        ]
        for kind in kinds {
            let own = lines.filter { $0.kind == kind }
            text.append("\(kind)（\(own.count)）")
            text += CaseLayout.table(
                own.map { [$0.organ.title, $0.organ.id, "\($0.officers)人", "持证\($0.certified)人"] })
            text.append("")
        }
        let posts = district.officers.flatMap(\.roles).map { ($0.text, 1) }
        text.append("岗位")
        text += CaseLayout.table(
            Dictionary(posts, uniquingKeysWith: +).sorted {
                ($1.value, $0.key) < ($0.value, $1.key)
            }
            .map { [$0.key, "\($0.value)人"] })
        return text.joined(separator: "\n")
    }

    func text(of body: District.Body, _ people: [Person]) -> String {
        let rows = people.map { person in
            let certificate = person.certificate.map {
                "行政执法证件 \($0)" + (person.isValid ? "" : " 当日无效")
            }
            return [
                person.officer.id, person.officer.title, person.roles.joined(separator: "、"),
                certificate ?? "",
            ]
        }
        return (["\(body.title.chinese)（\(body.id)）：\(people.count)人"] + CaseLayout.table(rows))
            .joined(separator: "\n")
    }
}
