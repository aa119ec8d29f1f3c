import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The stories of a pack as documentation: what the law does in an example, told and checked by the engine.
struct PackStoriesPage: Sendable {
    let checkups: PackCheckups

    func answer(_ asked: Asked) async throws -> Response {
        let use = try await LawAndRulePage.use(asked)
        let checkup = await checkups.checkup(of: use.pack)
        let frame = asked.frame
        let words = asked.words
        return LawAndRulePage.page(asked, use, .stories) {
            if let checkup, !checkup.stories.isEmpty {
                p(.class("lead")) {
                    words(
                        AdminPhrase.storiesLead,
                        ["count": "\(checkup.stories.count)", "holding": "\(checkup.holding)"])
                }
                for story in checkup.stories { told(story, frame) }
            } else {
                p(.class("empty")) { words(AdminPhrase.noFolder) }
            }
        }
    }

    private func told(_ story: PackCheckup.Told, _ frame: Frame) -> HTML {
        let words = frame.words
        return article(.class("panel")) {
            h2 { frame.titled(story.title) }
            if !story.holds { p { frame.tag("overdue", words(AdminPhrase.doesNotHold)) } }
            ul(.class("basis")) {
                for basis in story.proves { li { frame.chinese(basis.text) } }
            }
            ol {
                for line in story.lines { li { frame.chinese(plain(line)) } }
            }
        }
    }

    /// A line without the mark that says it was checked.
    private func plain(_ line: String) -> String {
        line.hasPrefix("✓ ") ? String(line.dropFirst(2)) : line
    }
}

/// The checks of a pack, and its editions.
struct PackChecksPage: Sendable {
    let checkups: PackCheckups

    func answer(_ asked: Asked) async throws -> Response {
        let use = try await LawAndRulePage.use(asked)
        let checkup = await checkups.checkup(of: use.pack)
        let frame = asked.frame
        let words = asked.words
        return LawAndRulePage.page(asked, use, .checks) {
            p { PackParts.verdict(checkup, frame) }
            facts(use, checkup, frame)
            if let checkup, !checkup.diagnostics.isEmpty {
                h2 { words(AdminPhrase.findings) }
                ul {
                    for finding in checkup.diagnostics {
                        li(.lang("en"), .class("mono")) { finding.description }
                    }
                }
            }
            PackNumbers.list(use.pack, frame)
        }
    }

    /// How many of the rules, each made weaker, a story notices.
    private func noticed(_ share: MutationShare?, _ words: Words) -> String {
        guard let share else { return words(AdminPhrase.notMeasured) }
        return words(
            AdminPhrase.weakenedNoticed,
            [
                "share": share.description, "noticed": "\(share.noticed)", "all": "\(share.of)",
            ])
    }

    private func facts(_ use: EditionUse, _ checkup: PackCheckup?, _ frame: Frame) -> HTML {
        let words = frame.words
        return dl(.class("summary")) {
            frame.fact(
                words(AdminPhrase.edition),
                span(.class("mono")) { use.pack.edition.id.text })
            frame.fact(words(AdminPhrase.firstUse), PackParts.first(use, frame))
            frame.fact(
                words(AdminPhrase.inForce),
                HTML(PackParts.validity(use.pack.procedure.inForce, words)))
            if let checkup {
                frame.fact(
                    words(AdminPhrase.stories),
                    HTML(
                        words(
                            AdminPhrase.storiesHold,
                            [
                                "count": "\(checkup.stories.count)",
                                "holding": "\(checkup.holding)",
                            ])))
                frame.fact(words(AdminPhrase.weakened), HTML(noticed(checkup.noticed, words)))
            }
        }
    }
}

/// How many rules of each kind a pack has.
enum PackNumbers {
    static func list(_ pack: AdmittedPack, _ frame: Frame) -> HTML {
        let rules = pack.citedRules
        let words = frame.words
        return HTML.element(
            "table", [.class("data")],
            pieces {
                caption { words(AdminPhrase.ruleNumbers) }
                thead {
                    tr {
                        th(.scope("col")) { words(AdminPhrase.rule) }
                        th(.scope("col"), .class("num")) { words(AdminPhrase.number) }
                    }
                }
                tbody {
                    for kind in RulePhrase.allCases {
                        let count = rules.count { $0.kind == kind }
                        if count > 0 {
                            tr {
                                th(.scope("row")) { words(kind) }
                                td(
                                    .class("num"), .data("label", words(AdminPhrase.number))
                                ) { "\(count)" }
                            }
                        }
                    }
                }
            })
    }
}
