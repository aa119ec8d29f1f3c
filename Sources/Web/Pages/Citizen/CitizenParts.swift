import HTML
import Law
import Sheets

/// Small parts that the pages for citizens share.
extension Frame {
    /// Titles of a pack one after another.
    func titleList(_ titles: [Title]) -> HTML {
        var list: [HTML] = []
        for (index, title) in titles.enumerated() {
            if index > 0 { list.append(HTML(words(GuidePhrase.listed))) }
            list.append(titled(title))
        }
        return HTML(list)
    }

    /// Who acts, as a pack's roles name them; the law where it acts by itself.
    func actors(_ roles: [Role.ID], of procedure: Procedure) -> HTML {
        if roles == [Role.law] { return HTML(words(CasePhrase.byLaw)) }
        return titleList(roles.compactMap { procedure.roles[$0]?.title })
    }

    /// Citations; each leads to its digest where the page, or the guide of the procedure, has one.
    func citations(
        _ basis: [Basis], of procedure: Procedure, on guide: Address? = nil
    ) -> HTML? {
        guard !basis.isEmpty else { return nil }
        let page = guide.map(href) ?? ""
        return ul(.class("basis")) {
            for one in basis {
                li {
                    if let anchor = Self.anchor(of: one, in: procedure) {
                        a(.href("\(page)#\(anchor)")) { chinese(one.text) }
                    } else {
                        chinese(one.text)
                    }
                }
            }
        }
    }

    /// Where on the guide's page the digest of an article stands.
    static func anchor(of basis: Basis, in procedure: Procedure) -> String? {
        procedure.provisions.firstIndex { $0.id.text == basis.text }.map { "basis-\($0 + 1)" }
    }

    func summaryRow(_ term: String, _ value: HTML, id: String? = nil) -> HTML {
        div(Attribute("id", ifSet: id)) {
            dt { term }
            dd { value }
        }
    }

    func summaryRow(_ term: HTML, _ value: HTML) -> HTML {
        div {
            dt { term }
            dd { value }
        }
    }

    func hidden(_ name: String, _ value: String) -> HTML {
        input(.type("hidden"), .name(name), .value(value))
    }

    /// A table that scrolls sideways on narrow screens.
    func scrolling(_ label: String, @Content _ content: () -> HTML) -> HTML {
        div(.class("table-scroll"), .tabindex(0), .role("region"), .aria("label", label)) {
            content()
        }
    }

    /// The field by which people look for a matter.
    func searchBox(_ text: String = "") -> HTML {
        HTML.element(
            "form",
            [
                .class("search-box"), .role("search"), .method("get"),
                .action(prefix + "/search"),
            ],
            pieces {
                HTML.element("label", [.for("q")], HTML(words(HomePhrase.searchLabel)))
                input(
                    .type("search"), .id("q"), .name("q"), .value(text), .maxlength(100),
                    .autocomplete("off"))
                button(.class("button"), .type("submit")) { words(HomePhrase.search) }
            })
    }
}
