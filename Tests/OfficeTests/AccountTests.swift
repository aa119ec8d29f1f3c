import Engine
import Foundation
import Law
import Packs
import Storage
import Testing

@testable import Office

/// Passwords, codes, lock-outs and visits.
@Suite struct AccountTests {
    private static let password = "correct horse"

    private func town() async throws -> Town {
        let town = try await Town()
        try await town.office.signUp("zhang-li", displayName: "张丽", password: Self.password)
        return town
    }

    private func signIn(
        _ town: Town, _ password: String = Self.password, code: String? = nil
    ) async throws -> Refusal.Code? {
        try await refusal {
            _ = try await town.office.signIn(
                "zhang-li", password: password, code: code, leaving: nil)
        }
    }

    @Test func fiveWrongPasswordsLockAnAccountForAQuarterOfAnHour() async throws {
        let town = try await town()
        for _ in 1...4 { #expect(try await signIn(town, "wrong horse") == .signInFailed) }
        #expect(try await signIn(town) == nil)
        for _ in 1...5 { #expect(try await signIn(town, "wrong horse") == .signInFailed) }
        #expect(try await signIn(town) == .locked)
        town.clock.pass(Account.lockSeconds - 1)
        #expect(try await signIn(town) == .locked)
        town.clock.pass(1)
        #expect(try await signIn(town) == nil)
        let failed = try await town.trail().count { $0.act == "sign-in-failed" }
        #expect(failed == 11)
    }

    @Test func aLockedAccountIsUnlockedByTheAdministrator() async throws {
        let town = try await town()
        for _ in 1...5 { _ = try await signIn(town, "wrong horse") }
        _ = try await town.office.change("zhang-li", .unlock, by: .commandLine)
        #expect(try await signIn(town) == nil)
    }

    @Test func aVisitEndsWhenVisitsAreEnded() async throws {
        let town = try await town()
        let cookie = try await town.office.signIn(
            "zhang-li", password: Self.password, code: nil, leaving: nil
        ).cookie
        #expect(try await town.office.guest(cookie: cookie)?.viewer.account == "zhang-li")
        _ = try await town.office.change("zhang-li", .endVisits, by: .commandLine)
        #expect(try await town.office.guest(cookie: cookie)?.viewer.account == nil)
        #expect(try await signIn(town) == nil)
        _ = try await town.office.change("zhang-li", .deactivate, by: .commandLine)
        #expect(try await signIn(town) == .signInFailed)
    }

    @Test func oneChangesOnesOwnPasswordAndOtherVisitsEnd() async throws {
        let town = try await town()
        func visit() async throws -> (guest: Guest, cookie: String) {
            try await town.office.signIn(
                "zhang-li", password: Self.password, code: nil, leaving: nil)
        }
        let (here, elsewhere) = (try await visit(), try await visit())
        func change(_ old: String, _ new: String) async throws -> Refusal.Code? {
            try await refusal {
                try await town.office.changePassword(from: old, to: new, in: here.guest.visit)
            }
        }
        #expect(try await change("wrong horse", "another horse") == .signInFailed)
        #expect(try await change(Self.password, "short") == .badField)
        #expect(try await change(Self.password, "another horse") == nil)
        #expect(try await town.office.guest(cookie: elsewhere.cookie)?.viewer.account == nil)
        #expect(try await town.office.guest(cookie: here.cookie)?.viewer.account == "zhang-li")
        #expect(try await signIn(town, "another horse") == nil)
        for _ in 1...5 { _ = try await change("wrong horse", "a third horse") }
        #expect(try await town.office.guest(cookie: here.cookie)?.viewer.account == nil)
        #expect(try await signIn(town, "another horse") == .locked)
    }

    @Test func anotherPasswordDoesNotMatch() throws {
        let hash = try PasswordHash("一二三四五六七八九十")
        #expect(try hash.matches("一二三四五六七八九十"))
        #expect(try !hash.matches("一二三四五六七八九"))
        #expect(try hash != PasswordHash("一二三四五六七八九十"))
        #expect(try !PasswordHash.ofNobody.matches(""))
    }

    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func codesAreThoseOfTheStandard(seconds: Int64, digits: String) {
        // RFC 6238, appendix B, with SHA-1; it prints eight digits.
        let secret = Array("12345678901234567890".utf8)
        let code = OneTimeCode.code(secret, step: seconds / OneTimeCode.period)
        #expect(code == digits.suffix(6))
        let at = Moment(seconds: seconds)
        let step = OneTimeCode.step(of: code, secret: secret, at: at, after: nil)
        #expect(step == seconds / 30)
        #expect(OneTimeCode.step(of: code, secret: secret, at: at, after: step) == nil)
    }

    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
        ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ])
    func baseThirtyTwoIsThatOfTheStandard(plain: String, coded: String) {
        // RFC 4648, section 10, without the padding.
        #expect(Base32.text(Array(plain.utf8)) == coded)
        #expect(Base32.bytes(coded.lowercased()) == Array(plain.utf8))
        #expect(Base32.bytes(coded + "1") == nil)
    }

    @Test func theSecondFactorIsAskedForAndNoCodeWorksTwice() async throws {
        let town = try await town()
        let secret = OneTimeCode.newSecret()
        let bytes = try #require(Base32.bytes(secret))
        // Authenticators go by the time of the wall, whatever day the office has.
        func code(ahead: Int64) -> String {
            let seconds = Int64(Date().timeIntervalSince1970)
            return OneTimeCode.code(bytes, step: seconds / OneTimeCode.period + ahead)
        }
        let first = code(ahead: 0)
        try await town.office.changeSecondFactor(of: "zhang-li", proposed: secret, code: first)
        #expect(try await signIn(town) == .codeNeeded)
        #expect(try await signIn(town, code: first) == .signInFailed)
        let next = code(ahead: 1)
        #expect(try await signIn(town, code: next) == nil)
        #expect(try await signIn(town, code: next) == .signInFailed)
        _ = try await town.office.change("zhang-li", .dropSecondFactor, by: .commandLine)
        #expect(try await signIn(town) == nil)
    }

    @Test func aTokenIsItsOwnersAlone() async throws {
        let town = try await town()
        let (mine, other) = (Viewer(account: "zhang-li"), Viewer(account: "wang-qiang"))
        let told = try await town.office.makeToken("年报程序", scopes: [.read], by: mine)
        let token = try #require(try await town.office.tokens(of: mine).first)
        #expect(token.id == Secret.hash(told) && token.id != told)
        #expect(try await town.office.tokens(of: other).isEmpty)
        try await town.office.revokeToken(token.id, by: other)
        #expect(try await town.office.tokens(of: mine).count == 1)
        try await town.office.revokeToken(token.id, by: mine)
        #expect(try await town.office.tokens(of: mine).isEmpty)
    }
}
