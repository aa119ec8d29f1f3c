import Office
import Sheets

/// What the duties of an account are called; the key is the duty.
enum DutyPhrase: String, Phrase {
    static let area = "duties"

    case leader
    case compiler
    case auditor
    case systemAdministrator
    case securityAdministrator
    case auditAdministrator

    init(_ duty: Duty) {
        switch duty {
        case .leader: self = .leader
        case .compiler: self = .compiler
        case .auditor: self = .auditor
        case .systemAdministrator: self = .systemAdministrator
        case .securityAdministrator: self = .securityAdministrator
        case .auditAdministrator: self = .auditAdministrator
        }
    }
}

extension Words {
    func duty(_ duty: Duty) -> String { self(DutyPhrase(duty)) }
}
