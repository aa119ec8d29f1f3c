import Engine
import Law
import Office
import Packs

extension Pack {
    /// How many of the pack's rules, each made weaker, its stories notice; the measurement is kept beside the pack.
    func noticed() throws -> String {
        let edition = try AdmittedPack(self).edition.id.text
        guard let share = share(measuredOf: edition) else { return "规则逐处改弱：尚未测量" }
        return "规则逐处改弱：共\(share.of)处，故事察觉\(share.noticed)处（\(share)）"
    }
}
