package import Engine
package import Law
import Packs

extension Duty {
    /// The three that nobody may unite (三员分立; GB/T 22239-2019, 8.1.5: system, audit and security are administered apart).
    package static let administrators: Set<Duty> = [
        .systemAdministrator, .securityAdministrator, .auditAdministrator,
    ]
}

extension Refusal.Code {
    package static let ownAccount: Self = "own-account"
    package static let dutiesApart: Self = "duties-apart"
    package static let unknownAccount: Self = "unknown-account"
}

extension Viewer {
    /// Whoever can open the journal's file administers accounts at the command line; no account can have the name.
    package static let commandLine = Viewer(
        account: "command line", duties: [.securityAdministrator])

    /// Refuses whoever does not hold a duty.
    package func mustHold(_ duty: Duty) throws(Refusal) {
        guard isSignedIn else { throw Office.mustSignIn }
        guard duties.contains(duty) else {
            throw Refusal(.notAllowed, field: "account", duty.refusal)
        }
    }
}

extension Duty {
    fileprivate var refusal: String {
        switch self {
        case .leader: "只有领导可以查看"
        case .compiler: "只有年度报告编制人可以办理"
        case .auditor: "只有审计人员可以查看"
        case .systemAdministrator: "只有系统管理员可以管理机构、人员和程序包"
        case .securityAdministrator: "只有安全管理员可以管理账号"
        case .auditAdministrator: "只有审计管理员可以查看操作日志"
        }
    }
}
