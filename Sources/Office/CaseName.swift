import Engine
import Law

/// How case files are named and counted: `mediation-2023-000042`, by matter and year of opening.
enum CaseName {
    /// The counter of a matter's case files in a year, and what their names begin with.
    static func counter(_ matter: Procedure.Matter.ID, _ year: Int) -> (
        counter: String, prefix: String
    ) {
        ("case:\(matter)-\(year)", "\(matter)-\(year)-")
    }

    static func text(_ prefix: String, _ number: Int) -> String {
        let digits = "\(number)"
        return prefix + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// The number in a name; 0 if there is none.
    static func number(_ subject: CaseFile.ID) -> Int {
        subject.text.split(separator: "-").last.flatMap { Int($0) } ?? 0
    }
}

extension Procedure.Numbering {
    /// The counter of the numbers of a year.
    func counter(in year: Int) -> String {
        "number:" + pattern.replacing("{year}", with: "\(year)")
    }
}
