import Law
import Office
import Packs

/// Marks for every organ that opens a file in a story, as its district would keep them.
enum Marks {
    /// Those that tests read.
    private static let known = [
        "town-committee mediation": "海民调字", "haidian-government reconsideration": "海政复字",
    ]

    static func keep(in writer: any JournalWriter) throws {
        let packs = try Repository.packs.get()
        let organs = Set(packs.flatMap(\.scenarios).map(\.organ)).union([Mediation.organ]).sorted()
        let bodies = organs.map {
            "  - {organ: \($0), title: {zh-Hans: \($0), en: \($0)}, kind: department}\n"
        }
        let head =
            "district: test\ntitle: {zh-Hans: 某区, en: A district}\nauthority: test-district\n"
        let texts = [
            "organs.yaml": head + "organs:\n" + bodies.joined(),
            "people.yaml": "{surnames: [张], given-names: [丽], officers: []}",
            "competence.yaml": try competence(of: organs),
        ]
        for (name, text) in texts { try writer.put(text: text, named: "district/\(name)") }
    }

    /// A district's `competence.yaml` in which each of the organs has a mark for whatever a pack numbers.
    static func competence(of organs: [Organ.ID]) throws -> String {
        let keys = Set(
            try Repository.packs.get().compactMap { pack in
                pack.procedure.numbering.map { $0.mark ?? pack.procedure.matter.text }
            }
        ).sorted()
        let marks = organs.map { organ in
            let own = keys.map { "\($0): \(known["\(organ) \($0)"] ?? "\(organ)字")" }
            return "  - {organ: \(organ), as: {\(own.joined(separator: ", "))}}\n"
        }
        return "marks:\n" + marks.joined()
    }
}
