import Engine
import Law
import Office
import Packs
import Sheets

/// Which officers could take part in a step, and how a list names them.
enum StepPeople {
    /// The officers in a role, of the organ that the role demands where it demands one.
    static func officers(
        of role: Role.ID, _ procedure: Procedure, _ file: CaseFile?, _ district: District?,
        at organ: Organ.ID? = nil
    ) -> [District.Officer] {
        guard let district, let known = procedure.roles[role], known.kind != .party else {
            return []
        }
        let wanted: Organ.ID? =
            switch known.of {
            case .any: nil
            case .handling: file?.organ ?? organ
            case .field(let field): file?.organ(in: field)
            }
        return district.officers.filter { officer in
            officer.roles.contains(role) && (wanted == nil || officer.organ == wanted)
                && !(file?.recused.contains(officer.id) ?? false)
        }
    }

    /// `王强（区司法局）`.
    static func name(
        _ officer: District.Officer, _ district: District?, _ words: Words
    ) -> String {
        let organ = district?.organ(officer.organ).map { words.title($0.title) }
        return words(
            CasePhrase.named, ["title": officer.name, "name": organ ?? officer.organ.text])
    }
}
