import Engine
import Foundation
import Law
import Office
import Packs
import Storage

/// The accounts of a demonstration: one for each kind of person who would use the office.
struct DemonstrationAccounts {
    static let password = "haidian-2023-demo"

    private struct Post {
        let name: String
        let chinese: String
        let english: String
        /// The officer is the first of the organ with these roles, after so many others.
        var organ: Organ.ID?
        var roles: Set<Role.ID> = []
        var after = 0
        var duties: Set<Duty> = []
    }

    private static let posts: [Post] = [
        Post(name: "citizen", chinese: "申请人", english: "A citizen"),
        Post(
            name: "handler", chinese: "行政复议承办人（司法局）",
            english: "Handler of reconsideration, justice bureau",
            organ: "justice", roles: ["reconsideration-handler"]),
        Post(
            name: "handler-two", chinese: "行政复议承办人（司法局，共同承办）",
            english: "The second handler of a case, justice bureau", organ: "justice",
            roles: ["reconsideration-handler"], after: 1),
        Post(
            name: "institution-head", chinese: "行政复议机构负责人",
            english: "Head of the reconsideration institution",
            organ: "justice", roles: ["reconsideration-institution-head"]),
        Post(
            name: "organ-head", chinese: "区政府负责人（审批）",
            english: "Head of the district government, approves",
            organ: "haidian-government", roles: ["organ-head"], duties: [.leader]),
        Post(
            name: "registrar", chinese: "政府信息公开登记、承办人（市场监管局）",
            english: "Registers disclosure requests, market supervision",
            organ: "market-supervision",
            roles: ["registrar"]),
        Post(
            name: "inspector", chinese: "行政执法人员（市场监管局）",
            english: "Enforcement officer, market supervision",
            organ: "market-supervision", roles: ["handler"]),
        Post(
            name: "call-taker", chinese: "12345热线受理员", english: "Call taker of hotline 12345",
            organ: "hotline-centre", roles: ["call-taker"]),
        Post(
            name: "call-back", chinese: "12345热线回访员", english: "Call-back officer of hotline 12345",
            organ: "hotline-centre", roles: ["call-back-officer"]),
        Post(
            name: "dispatcher", chinese: "区级派单员", english: "District dispatcher",
            organ: "haidian-command-centre", roles: ["district-dispatcher"]),
        Post(
            name: "street", chinese: "街道承办人（中关村街道）", english: "Officer of Zhongguancun subdistrict",
            organ: "zhongguancun-street", roles: ["unit-officer"]),
        Post(
            name: "mediator", chinese: "人民调解员（中关村街道）", english: "Mediator of Zhongguancun",
            organ: "zhongguancun-street-mediation", roles: ["mediator"]),
        Post(
            name: "compiler", chinese: "年度报告编制人（司法局）", english: "Compiles the annual report",
            organ: "justice", roles: ["reconsideration-handler"], after: 2,
            duties: [.compiler, .leader]),
        Post(
            name: "auditor", chinese: "审计人员（只查阅，不办理）",
            english: "Auditor, who looks and does not act",
            duties: [.auditor]),
        Post(
            name: "system-admin", chinese: "系统管理员（机构、人员、程序包）",
            english: "Administrator of organs, officers and packs",
            duties: [.systemAdministrator]),
        Post(
            name: "security-admin", chinese: "安全管理员（账号、权限）", english: "Administrator of accounts",
            duties: [.securityAdministrator]),
        Post(
            name: "audit-admin", chinese: "审计管理员（操作日志）", english: "Administrator of the trail",
            duties: [.auditAdministrator]),
    ]

    /// The accounts as the sign-in page and the command tell them.
    static var told: [(name: String, title: Title)] {
        posts.map { ($0.name, Title(chinese: $0.chinese, english: $0.english)) }
    }

    /// Opens them all in a journal; all have one password, which is hashed once.
    static func open(in store: SQLiteJournal, district: District) async throws {
        let hash = try PasswordHash(password)
        let accounts = try posts.map { post -> Account in
            var officer: District.Officer?
            if let organ = post.organ { officer = try self.officer(post, at: organ, in: district) }
            return Account(
                name: post.name, displayName: officer?.name ?? post.chinese, officer: officer?.id,
                person: post.name == "citizen" ? "p-demonstration" : nil, duties: post.duties,
                password: hash)
        }
        try await store.write { writer in
            for account in accounts { try writer.keep(account) }
        }
    }

    private static func officer(
        _ post: Post, at organ: Organ.ID, in district: District
    ) throws -> District.Officer {
        let fitting = district.officers.filter {
            $0.organ == organ && post.roles.isSubset(of: $0.roles)
        }
        guard let officer = fitting.dropFirst(post.after).first else {
            throw Failure("\(organ) has no officer for the account \(post.name)")
        }
        return officer
    }

    static var list: String {
        let width = posts.map(\.name.count).max() ?? 0
        return told.map { account in
            "  " + account.name.padded(to: width + 2) + account.title.chinese
        }
        .joined(separator: "\n")
    }
}
