import HTML
import HTTPTypes
import Hummingbird
import Law
import Office
import Sheets

/// Law and rule side by side: each article with the rules that rest on it, and each rule with its articles.
enum LawAndRulePage {
    /// By article: what the law says, and what the pack makes of it.
    static func articles(_ asked: Asked) async throws -> Response {
        let use = try await use(asked)
        let procedure = use.pack.procedure
        let rules = use.pack.citedRules
        let frame = asked.frame
        return page(asked, use, .byArticle) {
            p(.class("lead")) {
                frame.words(
                    AdminPhrase.byArticleLead,
                    ["articles": "\(procedure.provisions.count)", "rules": "\(rules.count)"])
            }
            for instrument in procedure.instruments {
                part(instrument, procedure, rules, frame)
            }
        }
    }

    /// The newest edition of the pack that the address names.
    static func use(_ asked: Asked) async throws -> EditionUse {
        let id = asked.part("procedure")
        let editions = try await asked.office.editions(for: asked.viewer)
        guard let use = editions.last(where: { $0.pack.procedure.id.text == id && $0.isNewest })
        else { throw HTTPError(.notFound) }
        return use
    }

    /// The frame of a page of one pack.
    static func page(
        _ asked: Asked, _ use: EditionUse, _ here: AdminPhrase, @Content _ content: () -> HTML
    ) -> Response {
        let frame = asked.frame
        let words = asked.words
        let procedure = use.pack.procedure
        // Packs have no traditional script, and a page's title cannot say which script it is in.
        let heading =
            words.language == .zhHant
            ? words(AdminPhrase.packHeading, ["name": procedure.id.text])
            : words.title(procedure.title)
        return asked.page(
            heading, isWide: true,
            trail: [(words(AdminPhrase.packs), .adminPacks)]
        ) {
            h1(.class("title")) { frame.titled(procedure.title) }
            PackParts.tabs(procedure.id, here, frame)
            content()
        }
    }

    @Content private static func part(
        _ instrument: Instrument, _ procedure: Procedure, _ rules: [CitedRule], _ frame: Frame
    ) -> HTML {
        let provisions = procedure.provisions.filter {
            Basis($0.id.text).instrument == instrument.id
        }
        h2 { frame.chinese(instrument.title) }
        p(.class("hint")) { PackParts.validity(instrument.inForce, frame.words) }
        for provision in provisions {
            pair(
                provision, rules.filter { $0.basis.contains(Basis(provision.id.text)) },
                procedure, frame)
        }
    }

    private static func pair(
        _ provision: Provision, _ rules: [CitedRule], _ procedure: Procedure, _ frame: Frame
    ) -> HTML {
        let words = frame.words
        return div(.class("two-up"), .id(anchor(provision.id))) {
            section(.class("panel")) {
                h3 {
                    frame.chinese(provision.id.text)
                    " "
                    status(provision.status, frame)
                }
                p { frame.titled(provision.digest) }
                p(.class("hint")) { PackParts.validity(provision.inForce, words) }
            }
            div(.class("panel")) {
                if rules.isEmpty {
                    p(.class("empty")) { words(AdminPhrase.none) }
                } else {
                    ul {
                        for rule in rules { li { self.rule(rule, procedure, frame) } }
                    }
                }
            }
        }
    }

    /// A rule in a line: what it is, of what, and what it says.
    @Content static func rule(
        _ rule: CitedRule, _ procedure: Procedure, _ frame: Frame
    ) -> HTML {
        strong { frame.words(rule.kind) }
        " "
        frame.titled(rule.title)
        if let part = rule.part {
            frame.words(AdminPhrase.colon)
            frame.titled(part)
        }
        condition(of: rule, procedure, frame)
    }

    /// The condition of a rule in words; nil where it has none.
    static func condition(
        of rule: CitedRule, _ procedure: Procedure, _ frame: Frame
    ) -> HTML? {
        rule.condition.map { condition in
            let text = ConditionWords(procedure, in: frame.words).text(condition)
            let phrase: RuleTextPhrase = rule.kind == .deadline ? .runsWhen : .requires
            return p(.class("hint")) { frame.marked(frame.words(phrase, ["condition": text])) }
        }
    }

    static func status(_ status: Provision.Status, _ frame: Frame) -> HTML {
        switch status {
        case .verified: frame.tag("ok", frame.words(AdminPhrase.verified))
        case .local: frame.tag("info", frame.words(AdminPhrase.localArticle))
        case .assumed: frame.tag("due-soon", frame.words(AdminPhrase.assumed))
        }
    }

    /// Where an article stands on the page; its name has a space, which an identity may not.
    static func anchor(_ id: Provision.ID) -> String {
        "article-" + id.text.replacing(" ", with: "-")
    }
}

/// Each rule with the articles it rests on.
enum RulesPage {
    static func answer(_ asked: Asked) async throws -> Response {
        let use = try await LawAndRulePage.use(asked)
        let rules = use.pack.citedRules
        let frame = asked.frame
        return LawAndRulePage.page(asked, use, .byRule) {
            for kind in RulePhrase.allCases {
                table(kind, rules.filter { $0.kind == kind }, use.pack.procedure, frame)
            }
        }
    }

    @Content private static func table(
        _ kind: RulePhrase, _ rules: [CitedRule], _ procedure: Procedure, _ frame: Frame
    ) -> HTML {
        let words = frame.words
        if !rules.isEmpty {
            h2 { words(kind) }
            frame.scrolled(words(kind)) {
                HTML.element(
                    "table", [.class("data"), .aria("label", words(kind))],
                    pieces {
                        thead {
                            tr {
                                th(.scope("col")) { words(AdminPhrase.rule) }
                                th(.scope("col")) { words(AdminPhrase.articles) }
                            }
                        }
                        tbody { for rule in rules { row(rule, procedure, frame) } }
                    })
            }
        }
    }

    private static func row(_ rule: CitedRule, _ procedure: Procedure, _ frame: Frame) -> HTML {
        let page = frame.href(.adminPack(procedure.id))
        return tr {
            th(.scope("row")) {
                frame.titled(rule.title)
                if let part = rule.part { span(.class("hint")) { frame.titled(part) } }
                LawAndRulePage.condition(of: rule, procedure, frame)
            }
            td(.data("label", frame.words(AdminPhrase.articles))) {
                ul(.class("basis")) {
                    for basis in rule.basis {
                        li {
                            let id = Provision.ID(basis.text)
                            if procedure.provisions[id] == nil {
                                frame.chinese(basis.text)
                            } else {
                                a(.href(page + "#" + LawAndRulePage.anchor(id).inQuery)) {
                                    frame.chinese(basis.text)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
