import Engine
import HTML
import HTTPTypes
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// One account as the security administrator sees and changes it.
enum AccountEditor {
    static func answer(_ asked: Asked) async throws -> Response {
        try await page(asked, try await account(asked))
    }

    private static func account(_ asked: Asked) async throws -> Account {
        do {
            return try await asked.office.account(asked.part("name"), for: asked.viewer)
        } catch let refusal as Refusal where refusal.code == .unknownAccount {
            throw HTTPError(.notFound)
        }
    }

    static func change(_ asked: Asked, _ form: FormBody) async throws -> Response {
        let account = try await account(asked)
        guard let change = AccountChange(form) else { throw HTTPError(.badRequest) }
        do {
            let secret = try await asked.office.change(account.name, change, by: asked.viewer)
            guard let secret else {
                return asked.redirect(
                    to: asked.frame.href(.adminAccount(account.name), [("saved", "1")]))
            }
            // A secret is told once, in the answer itself: no address could show it again.
            return try await page(asked, try await self.account(asked), secret: secret)
        } catch let refusal as Refusal where refusal.code != .notAllowed {
            let error = FieldError(
                refusal.field == "duties" ? "duties" : "", asked.words.refusal(refusal, under: nil))
            return try await page(asked, account, errors: [error])
        }
    }

    private static func page(
        _ asked: Asked, _ account: Account, secret: String? = nil, errors: [FieldError] = []
    ) async throws -> Response {
        let holder = AccountHolder(account, in: try await asked.office.district())
        let posts = try await asked.office.posts()
        let frame = asked.frame
        let words = asked.words
        let heading = words(AdminPhrase.accountHeading, ["name": account.name])
        let isOwn = account.name == asked.viewer.account
        return asked.page(
            heading, status: errors.isEmpty ? .ok : .unprocessableContent,
            trail: [(words(AdminPhrase.accounts), .adminAccounts)]
        ) {
            frame.errorSummary(errors)
            if let secret { told(secret, words(AdminPhrase.passwordTold), words) }
            if asked.query("saved") != nil, errors.isEmpty, secret == nil {
                div(.class("notice success"), .role("status")) {
                    p { words(AdminPhrase.accountSaved) }
                }
            }
            h1(.class("title")) { heading }
            summary(account, holder, posts, frame)
            if isOwn {
                p(.class("inset")) { words(AdminPhrase.ownAccount) }
            } else {
                duties(account, frame, errors)
                h2 { words(AdminPhrase.measures) }
                measures(account, frame)
            }
        }
    }

    /// A secret that is shown once.
    static func told(_ secret: String, _ text: String, _ words: Words) -> HTML {
        div(.class("notice success"), .role("status")) {
            p { text }
            p { code(.class("secret")) { secret } }
            p { words(AdminPhrase.toldOnce) }
        }
    }

    private static func summary(
        _ account: Account, _ holder: AccountHolder,
        _ posts: [(role: Role.ID, titles: [Title])], _ frame: Frame
    ) -> HTML {
        let words = frame.words
        return dl(.class("summary")) {
            frame.fact(words(AdminPhrase.standsFor), holder.shown(in: frame))
            frame.fact(words(AdminPhrase.state), AccountState.tags(account, frame))
            if case .officer(let officer, _) = holder {
                let held = posts.filter { officer.roles.contains($0.role) }
                frame.fact(
                    words(AdminPhrase.posts),
                    ul { for post in held { li { frame.titled(PostTitle.joined(post.titles)) } } })
            }
            if let until = account.lockedUntil, account.isLocked(at: frame.now) {
                frame.fact(
                    words(AdminPhrase.lockedUntil), HTML(Moment(seconds: until).wallTime))
            }
        }
    }

    private static func duties(
        _ account: Account, _ frame: Frame, _ errors: [FieldError]
    ) -> HTML {
        let words = frame.words
        return frame.form(.adminAccount(account.name)) {
            input(.type("hidden"), .name("act"), .value("duties"))
            DutyBoxes.html(account.duties, frame, errors)
            frame.submit(words(AdminPhrase.saveDuties))
        }
    }

    private static func measures(_ account: Account, _ frame: Frame) -> HTML {
        let words = frame.words
        var acts: [(act: String, phrase: AdminPhrase)] = [
            ("reset", .resetPassword), ("end-visits", .endVisits),
        ]
        if account.oneTimeSecret != nil { acts.append(("drop-factor", .dropSecondFactor)) }
        if account.isLocked(at: frame.now) { acts.insert(("unlock", .unlock), at: 0) }
        acts.append(account.isActive ? ("deactivate", .deactivate) : ("activate", .activate))
        let list = acts
        return div(.class("button-row")) {
            for one in list {
                frame.form(.adminAccount(account.name)) {
                    input(.type("hidden"), .name("act"), .value(one.act))
                    frame.submit(
                        words(one.phrase),
                        one.act == "deactivate" ? "button danger" : "button secondary")
                }
            }
        }
    }
}

/// The duties as boxes to tick.
enum DutyBoxes {
    static func html(_ duties: Set<Duty>, _ frame: Frame, _ errors: [FieldError]) -> HTML {
        frame.checkboxes(
            "duties", label: frame.words(AdminPhrase.duties),
            hint: frame.words(AdminPhrase.dutiesHint), values: Set(duties.map(\.rawValue)),
            errors: errors,
            options: Duty.allCases.map { Frame.Option($0.rawValue, HTML(frame.words.duty($0))) })
    }

    static func read(_ form: FormBody) -> Set<Duty> {
        Set(form.all("duties").compactMap { Duty(rawValue: $0) })
    }
}

extension AccountChange {
    /// What a button or the form of duties asks for.
    init?(_ form: FormBody) {
        switch form["act"] {
        case "activate": self = .activate
        case "deactivate": self = .deactivate
        case "unlock": self = .unlock
        case "reset": self = .resetPassword
        case "drop-factor": self = .dropSecondFactor
        case "end-visits": self = .endVisits
        case "duties": self = .setDuties(DutyBoxes.read(form))
        default: return nil
        }
    }
}
