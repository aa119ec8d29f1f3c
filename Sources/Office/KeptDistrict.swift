import Law
import Packs

/// The district's files as kept in the journal.
struct KeptDistrict {
    let reader: any JournalReader

    private var district: DistrictReader {
        DistrictReader(shownAs: "district") { name in
            guard let text = try reader.text(named: "district/\(name)") else {
                throw Damage("the journal keeps no \(name)")
            }
            return text
        }
    }

    func has(_ name: String) throws -> Bool { try reader.text(named: "district/\(name)") != nil }

    /// The district with the officers changed since; nil where the journal keeps none.
    func current() throws -> District? {
        guard try has("organs.yaml") else { return nil }
        return try district.district().with(
            try reader.kept(all: OfficerPaper.self).map(\.officer))
    }

    /// What the district says of competence, also where it is kept without officers.
    func competence() throws -> Competence {
        guard try has("organs.yaml"), try has("competence.yaml") else { return .unsaid }
        return try district.competence()
    }

    func published() throws -> [PublishedFigure] {
        try has("published.yaml") ? try district.published() : []
    }

    func mix() throws -> YearMix? { try has("year.yaml") ? try district.year() : nil }
}
