import Foundation
import HTML
import Law
import Office
import Sheets

/// Which page of the administration, for the tabs above it.
enum AdminPlace: CaseIterable {
    case organs, officers, accounts, trail, packs

    var address: Address {
        switch self {
        case .organs: .adminOrgans
        case .officers: .adminOfficers
        case .accounts: .adminAccounts
        case .trail: .adminTrail
        case .packs: .adminPacks
        }
    }

    var phrase: AdminPhrase {
        switch self {
        case .organs: .organs
        case .officers: .officers
        case .accounts: .accounts
        case .trail: .trail
        case .packs: .packs
        }
    }

    /// Whose page it is; nil for whoever has any duty.
    var duty: Duty? {
        switch self {
        case .organs, .officers: .systemAdministrator
        case .accounts: .securityAdministrator
        case .trail: .auditAdministrator
        case .packs: nil
        }
    }
}

extension Frame {
    /// The pages of administration that the viewer may open.
    func adminTabs(_ here: AdminPlace) -> HTML {
        let open = AdminPlace.allCases.filter { $0.duty.map(viewer.duties.contains) ?? true }
        return nav(.class("tabs"), .aria("label", words(AdminPhrase.administration))) {
            ul {
                for place in open {
                    li {
                        a(.href(href(place.address)), .current(place == here)) {
                            words(place.phrase)
                        }
                    }
                }
            }
        }
    }

    /// A form of filters, sent by GET.
    func filters(_ address: Address, @Content _ fields: () -> HTML) -> HTML {
        HTML.element(
            "form", [.class("filters"), .method("get"), .action(href(address)), .role("search")],
            pieces {
                fields()
                div(.class("button-row")) {
                    button(.class("button"), .type("submit")) { words(AdminPhrase.filter) }
                    link(words(AdminPhrase.clear), address, .class("button quiet"))
                }
            })
    }

    /// A menu whose answers may be texts of a pack or a district; the first stands for all.
    func menu(
        of name: String, label text: String, value: String?, all: String,
        options: [(value: String, title: Title)], errors: [FieldError] = []
    ) -> HTML {
        let language = words.language == .zhHant ? "zh-Hans" : nil
        return field(name, label: text, errors: errors) { attributes in
            HTML.element(
                "select", attributes,
                pieces {
                    option(.value("")) { all }
                    for one in options {
                        option(
                            .value(one.value), .selected(one.value == value),
                            Attribute("lang", ifSet: language)
                        ) { words.title(one.title) }
                    }
                })
        }
    }

    /// A wide table that can be scrolled by itself.
    func scrolled(_ label: String, @Content _ table: () -> HTML) -> HTML {
        div(
            .class("table-scroll"), .tabindex(0), .role("region"), .aria("label", label)
        ) { table() }
    }

    /// A line of a summary list.
    func fact(_ term: String, _ value: HTML) -> HTML {
        div {
            dt { term }
            dd { value }
        }
    }

    func tag(_ style: String, _ text: String) -> HTML { span(.class("tag " + style)) { text } }
}
