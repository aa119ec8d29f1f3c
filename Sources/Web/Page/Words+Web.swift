import Engine
import Law
import Sheets

extension Words {
    /// A day in prose.
    func date(_ day: Day) -> String {
        let civil = day.civil
        return language.isChinese
            ? "\(civil.year)年\(civil.month)月\(civil.day)日" : day.description
    }
}

extension Words {
    /// Why something is refused, in the reader's language.
    func refusal(_ refusal: Refusal, under procedure: Procedure?) -> String {
        RefusalWords(self).words(for: refusal, under: procedure).text
    }
}
