import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The desk: the work that waits, the most urgent first.
struct DeskPage {
    let frame: Frame
    let filter: DeskFilter
    let rows: [DeskRow]
    let margin: DeskMargin
    let titles: PackTitles
    let packs: [AdmittedPack]
    let district: District?
    let officer: District.Officer

    static let pageLength = 50

    static func answer(_ asked: Asked, _ memory: DeskMemory) async throws -> Response {
        let officer = try asked.officer()
        let margin = try await memory.margin(asked)
        let filter = DeskFilter(try asked.queryForm(), base: margin.base)
        var query = filter.work(at: asked.now, by: asked.site.calendar)
        query.limit = pageLength
        let packs = try await asked.office.packs()
        let page = DeskPage(
            frame: asked.frame, filter: filter,
            rows: try await asked.office.desk(filter.scope, query, for: asked.viewer),
            margin: margin, titles: PackTitles(packs), packs: packs,
            district: try await asked.office.district(), officer: officer)
        return asked.page(asked.words(SitePhrase.desk), isWide: true) { page.content }
    }

    private var words: Words { frame.words }

    @Content private var content: HTML {
        h1(.class("title")) { words(SitePhrase.desk) }
        tabs
        counts
        filters
        searches
        if rows.isEmpty {
            div(.class("empty")) {
                p { words(filter.isNarrowed ? DeskPhrase.nothingFound : .nothingToDo) }
            }
        } else {
            DeskTable(page: self).html
        }
        pagination
        saveSearch
    }

    private var tabs: HTML {
        nav(.class("tabs"), .aria("label", words(DeskPhrase.whose))) {
            ul {
                for scope in Office.Scope.allCases {
                    li {
                        frame.link(
                            words(scope.phrase), .deskList(DeskFilter(scope).query),
                            .current(scope == filter.scope))
                    }
                }
                li { frame.link(words(DeskPhrase.openFile), .openings) }
                li { frame.link(words(DeskPhrase.allFiles), .cases) }
                li { frame.link(words(DeskPhrase.callBacks), .callBacks) }
                li { frame.link(words(DeskPhrase.calendar), .deadlineCalendar) }
            }
        }
    }

    private var counts: HTML {
        let phrases: [(DeskPhrase, String?)] = [
            (.countMine, nil), (margin.base == .organ ? .countOrgan : .countPosts, nil),
            (.countOverdue, "overdue"), (.countSoon, "due-soon"), (.countUnassigned, nil),
        ]
        let lists = zip(DeskMargin.filters(margin.base), zip(margin.counts, phrases))
        return ul(.class("counts")) {
            for (filter, (count, phrase)) in lists {
                self.count(count, phrase.0, filter, phrase.1)
            }
            number(margin.signatures, words(DeskPhrase.countSignatures), .signatures)
            number(
                margin.counts.last ?? 0, words(DeskPhrase.countQuestions), .consultations)
        }
    }

    private func count(
        _ count: Int, _ phrase: DeskPhrase, _ filter: DeskFilter, _ style: String? = nil
    ) -> HTML {
        number(
            count, words(phrase), .deskList(filter.query), count == 0 ? nil : style,
            isHere: filter.query == self.filter.query)
    }

    private func number(
        _ count: Int, _ text: String, _ address: Address, _ style: String? = nil,
        isHere: Bool = false
    ) -> HTML {
        li(Attribute("class", ifSet: style)) {
            a(.href(frame.href(address)), .current(isHere)) {
                strong { count >= DeskMargin.most ? "\(DeskMargin.most - 1)+" : "\(count)" }
                text
            }
        }
    }

    private var searches: HTML? {
        guard !margin.searches.isEmpty else { return nil }
        return nav(.class("toolbar"), .aria("label", words(DeskPhrase.searches))) {
            for search in margin.searches {
                frame.link(search.title, .deskList(search.query), .class("button secondary"))
                frame.form(.deskPart("searches/delete")) {
                    frame.hidden("id", search.id)
                    button(
                        .class("button quiet"), .type("submit"),
                        .aria(
                            "label", words(DeskPhrase.dropSearch, ["title": search.title]))
                    ) { words(DeskPhrase.drop) }
                }
            }
        }
    }

    private var pagination: HTML? {
        let isFirst = filter.after == nil
        let isFull = rows.count == Self.pageLength
        guard !isFirst || isFull else { return nil }
        return nav(.class("pagination"), .aria("label", words(DeskPhrase.pages))) {
            if !isFirst { frame.link(words(DeskPhrase.firstPage), .deskList(filter.query)) }
            if isFull, let last = rows.last {
                frame.link(
                    words(DeskPhrase.nextPage), .deskList(filter.query(after: last.item)),
                    .rel("next"))
            }
        }
    }

    private var saveSearch: HTML? {
        guard filter.isNarrowed else { return nil }
        return details {
            summary { words(DeskPhrase.saveSearch) }
            frame.form(.deskSave) {
                frame.hidden("query", filter.query)
                frame.textField(
                    "title", label: words(DeskPhrase.searchTitle), isRequired: true)
                frame.submit(words(DeskPhrase.saveSearch), "button secondary")
            }
        }
    }
}

extension Office.Scope {
    var phrase: DeskPhrase {
        switch self {
        case .mine: .scopeMine
        case .organ: .scopeOrgan
        case .posts: .scopePosts
        case .questions: .scopeQuestions
        }
    }
}
