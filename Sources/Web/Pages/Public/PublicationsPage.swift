import Engine
import HTML
import HTTPTypes
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// What is published, the latest first, by kind, organ and year.
enum PublicationsPage {
    static let limit = 20

    /// What of it is asked for; the same values stand in the query of the address.
    struct Filter: Sendable {
        /// `procedure.rule`.
        let kind: String?
        let organ: Organ.ID?
        let year: Int?
        let after: PublishedItem?

        init(_ asked: Asked) throws {
            kind = asked.query("kind")
            organ = asked.query("organ").map { Organ.ID($0) }
            year = try asked.query("year").map { try asked.year($0) }
            after = try asked.query("after").map(Self.place)
        }

        /// `seconds.case.position`, as the link to the next page writes it.
        private static func place(_ text: String) throws -> PublishedItem {
            let parts = text.split(separator: ".").map(String.init)
            guard parts.count == 3, let since = Int64(parts[0]), let position = Int(parts[2]) else {
                throw HTTPError(.badRequest)
            }
            return PublishedItem(
                subject: CaseFile.ID(parts[1]), position: position, procedure: "", rule: "",
                organ: "", since: Moment(seconds: since), withdrawn: nil)
        }

        var query: PublicationQuery {
            var query = PublicationQuery()
            if let parts = kind?.split(separator: "."), parts.count == 2 {
                query.procedure = Procedure.ID(String(parts[0]))
                query.rule = PublicationRule.ID(String(parts[1]))
            }
            query.organ = organ
            query.days = year.flatMap { Day.year($0) }
            query.before = after
            query.limit = PublicationsPage.limit
            return query
        }
    }

    static func answer(_ asked: Asked) async throws -> Response {
        let filter = try Filter(asked)
        let items = try await asked.office.publications(filter.query)
        let lines = try await PublicationLines(asked)
        let words = asked.words
        let heading = words(SitePhrase.publications)
        return asked.page(heading, isWide: true) {
            h1(.class("title")) { heading }
            p(.class("lead")) { words(PublicPhrase.publicationsLead) }
            filters(asked, filter, lines)
            if items.isEmpty {
                p(.class("empty")) { words(PublicPhrase.noPublications) }
            } else {
                table(items, lines, asked.office)
            }
            asked.frame.nextPage(next(items, filter, asked))
            p {
                asked.frame.link(words(PublicPhrase.feed), .publicationFeed)
                " · "
                asked.frame.link(words(FiguresPhrase.tablesHeading), .tables)
            }
        }
    }

    private static func filters(_ asked: Asked, _ filter: Filter, _ lines: PublicationLines) -> HTML
    {
        let frame = asked.frame
        let words = asked.words
        let any = Choice(value: "", text: words(PublicPhrase.any))
        let last = asked.now.day.year
        return form(.class("filters"), .method("get"), .action(frame.href(.publications))) {
            frame.chooser(
                "kind", label: words(PublicPhrase.kind), [any] + lines.kinds, chosen: filter.kind)
            frame.chooser(
                "organ", label: words(FiguresPhrase.organ),
                [any] + lines.organs.map { frame.choice($0.id.text, $0.title) },
                chosen: filter.organ?.text)
            frame.chooser(
                "year", label: words(FiguresPhrase.year),
                [any] + (last - 5...last).reversed().map { Choice(value: "\($0)", text: "\($0)") },
                chosen: filter.year.map { "\($0)" })
            div(.class("button-row")) {
                frame.submit(words(FiguresPhrase.show), "button secondary")
            }
        }
    }

    private static func table(
        _ items: [PublishedItem], _ lines: PublicationLines, _ office: Office
    ) -> HTML {
        let words = lines.frame.words
        let header: [String] = [
            words(PublicPhrase.kind), words(FiguresPhrase.organ), words(PublicPhrase.since),
            words(PublicPhrase.state),
        ]
        return HTML.element(
            "table", [.class("data"), .aria("label", words(SitePhrase.publications))],
            pieces {
                thead { tr { for name in header { th(.scope("col")) { name } } } }
                tbody { for item in items { line(item, lines, office) } }
            })
    }

    private static func line(
        _ item: PublishedItem, _ lines: PublicationLines, _ office: Office
    ) -> HTML {
        let frame = lines.frame
        let words = frame.words
        return tr {
            th(.scope("row")) {
                a(.href(frame.href(.publication(item.subject, item.position)))) {
                    lines.title(item)
                    words(PublicPhrase.ofCase, ["case": item.subject.text])
                }
            }
            td(.data("label", words(FiguresPhrase.organ))) { lines.organ(item.organ) }
            td(.data("label", words(PublicPhrase.since))) { words.date(item.since.day) }
            td(.data("label", words(PublicPhrase.state))) {
                lines.tag(lines.rule(item).map { office.state(of: item, under: $0) } ?? .shown)
            }
        }
    }

    private static func next(
        _ items: [PublishedItem], _ filter: Filter, _ asked: Asked
    ) -> String? {
        guard items.count == limit, let last = items.last else { return nil }
        return asked.frame.href(
            .publications,
            [
                ("kind", filter.kind), ("organ", filter.organ?.text),
                ("year", filter.year.map { "\($0)" }),
                ("after", "\(last.since.seconds).\(last.subject).\(last.position)"),
            ])
    }
}

/// How publications are named.
struct PublicationLines: Sendable {
    let frame: Frame
    let procedures: [Procedure]
    let district: District?

    init(_ asked: Asked) async throws {
        frame = asked.frame
        procedures = try await asked.office.editions().map(\.procedure)
        district = try await asked.office.district()
    }

    /// Each kind of publication once, as the newest edition names it.
    var kinds: [Choice] {
        var choices: [Choice] = []
        for procedure in procedures.reversed() {
            for rule in procedure.publications {
                let value = "\(procedure.id).\(rule.id)"
                guard !choices.contains(where: { $0.value == value }) else { continue }
                choices.append(frame.choice(value, rule.title))
            }
        }
        return choices.sorted { $0.value < $1.value }
    }

    /// Those that may publish: authorities, not committees.
    var organs: [District.Body] { (district?.organs ?? []).filter { $0.kind != "committee" } }

    func rule(_ item: PublishedItem) -> PublicationRule? {
        procedures.last { $0.id == item.procedure }?.publications[item.rule]
    }

    func title(_ item: PublishedItem) -> HTML {
        rule(item).map { frame.titled($0.title) } ?? HTML(item.rule.text)
    }

    func plainTitle(_ item: PublishedItem) -> String {
        rule(item).map { frame.words.title($0.title) } ?? item.rule.text
    }

    func organ(_ id: Organ.ID) -> HTML {
        district?.organ(id).map { frame.titled($0.title) } ?? HTML(id.text)
    }

    func organName(_ id: Organ.ID) -> String {
        district?.organ(id).map { frame.words.title($0.title) } ?? id.text
    }

    func tag(_ state: Published.State) -> HTML {
        let words = frame.words
        return switch state {
        case .shown: span(.class("tag ok")) { words(PublicPhrase.stateShown) }
        case .withdrawn: span(.class("tag overdue")) { words(PublicPhrase.stateWithdrawn) }
        case .ended: span(.class("tag neutral")) { words(PublicPhrase.stateEnded) }
        }
    }
}
