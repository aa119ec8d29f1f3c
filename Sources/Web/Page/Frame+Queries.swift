import HTML
import Law
import Sheets

/// One of the values that a reader may choose; its text cannot hold elements, so it says its language itself.
struct Choice: Sendable {
    let value: String
    let text: String
    var language: String?
}

extension Frame {
    /// A choice named by a title of a pack or of the district.
    func choice(_ value: String, _ title: Title) -> Choice {
        Choice(
            value: value, text: words.title(title),
            language: words.language == .zhHant ? "zh-Hans" : nil)
    }

    /// An address with a query of those values that are set.
    func href(_ address: Address, _ query: [(String, String?)]) -> String {
        let set = query.compactMap { name, value in
            value.map { "\(name)=\($0.inQuery)" }
        }
        return set.isEmpty ? href(address) : href(address) + "?" + set.joined(separator: "&")
    }

    /// A choice among values, for a form that is sent by GET.
    func chooser(
        _ name: String, label text: String, _ options: [Choice], chosen: String?
    ) -> HTML {
        div(.class("field")) {
            label(.for(name)) { text }
            select(.id(name), .name(name)) {
                for choice in options {
                    option(
                        .value(choice.value), .selected(choice.value == (chosen ?? "")),
                        Attribute("lang", ifSet: choice.language)
                    ) { choice.text }
                }
            }
        }
    }

    /// The link to the next page of a list; nil on the last.
    func nextPage(_ address: String?) -> HTML? {
        guard let address else { return nil }
        return nav(.class("pagination"), .aria("label", words(FiguresPhrase.pages))) {
            a(.href(address), .rel("next")) { words(FiguresPhrase.nextPage) }
        }
    }
}
