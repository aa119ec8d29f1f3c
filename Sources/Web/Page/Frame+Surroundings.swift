import HTML
import Hummingbird
import Law
import Office
import Sheets

extension Frame {
    var siteHeader: HTML {
        header(.class("site-header")) {
            a(.class("brand"), .href(href(.home))) {
                img(
                    .src(site.assets.address("favicon.svg").path), .alt(""),
                    Attribute("width", "38"), Attribute("height", "38"))
                span {
                    words(SitePhrase.brand)
                    small { titled(site.settings.government) }
                }
            }
            div(.class("tools")) {
                languages
                link(words(isElder ? SitePhrase.plainVersion : SitePhrase.elderVersion), .settings)
                account
            }
            nav(.class("site-nav"), .aria("label", words(SitePhrase.navigation))) {
                ul {
                    for (text, address) in places {
                        li {
                            a(.href(href(address)), .current(isHere(address))) { text }
                        }
                    }
                }
            }
        }
    }

    /// The places that matter to whoever reads the page.
    private var places: [(String, Address)] {
        var places: [(String, Address)] = [
            (words(SitePhrase.guides), .guides), (words(SitePhrase.track), .track),
            (words(SitePhrase.publications), .publications),
            (words(SitePhrase.checkUs), .checkUs),
        ]
        if viewer.officer != nil { places.insert((words(SitePhrase.desk), .desk), at: 0) }
        if viewer.person != nil { places.insert((words(SitePhrase.myCases), .myCases), at: 0) }
        if !viewer.duties.isDisjoint(with: [.leader, .compiler, .auditor]) {
            places.insert((words(SitePhrase.dashboard), .dashboard), at: 0)
        }
        if let first = administration { places.append((words(SitePhrase.administration), first)) }
        return places
    }

    private var administration: Address? {
        if viewer.duties.contains(.systemAdministrator) { return .adminOrgans }
        if viewer.duties.contains(.securityAdministrator) { return .adminAccounts }
        if viewer.duties.contains(.auditAdministrator) { return .adminTrail }
        return nil
    }

    private func isHere(_ address: Address) -> Bool {
        path == address.path || path.hasPrefix(address.path + "/")
            || path.hasPrefix("/admin/") && address.path.hasPrefix("/admin/")
    }

    /// The same page in each language.
    private var languages: HTML {
        nav(.aria("label", words(SitePhrase.language))) {
            ul(.class("language")) {
                for language in Language.allCases {
                    li {
                        a(
                            .href("/\(language.rawValue)\(path)"), .lang(language.rawValue),
                            Attribute("hreflang", language.rawValue),
                            Attribute(
                                "aria-current", ifSet: language == words.language ? "true" : nil)
                        ) { language.ownName }
                    }
                }
            }
        }
    }

    @Content private var account: HTML {
        if viewer.isSignedIn {
            a(.href(href(.account))) { chinese(viewer.name) }
            form(.signOut) {
                button(.class("button quiet"), .type("submit")) { words(SitePhrase.signOut) }
            }
        } else {
            link(words(SitePhrase.signIn), .signIn)
        }
    }

    var siteFooter: HTML {
        footer(.class("site-footer")) {
            ul {
                li { link(words(SitePhrase.checkUs), .checkUs) }
                li { link(words(SitePhrase.ledger), .ledger) }
                li { link(words(SitePhrase.figures), .publicReport(reportYear)) }
                li { link(words(SitePhrase.accessibility), .accessibility) }
                li { a(.href(Address.openAPI.path)) { words(SitePhrase.interfaces) } }
            }
            p {
                words(SitePhrase.footer)
                " "
                a(.href("tel:12345")) { words(SitePhrase.hotline) }
            }
        }
    }

    /// The year whose report is shown first.
    var reportYear: Int { site.settings.year ?? now.day.year }
}

extension Language {
    /// The language's own name for itself.
    var ownName: String {
        switch self {
        case .zhHans: "简体"
        case .zhHant: "繁體"
        case .en: "English"
        }
    }
}
