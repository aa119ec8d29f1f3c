import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The officers of the district, with their posts and certificates.
enum OfficersPage {
    static func answer(_ asked: Asked) async throws -> Response {
        var query = OfficerQuery()
        query.organ = asked.query("organ").map { Organ.ID($0) }
        query.role = asked.query("role").map { Role.ID($0) }
        query.certificate = asked.query("certificate").flatMap { .init(rawValue: $0) }
        query.text = asked.query("q").map(\.trimmed)
        query.after = asked.query("after").map { Person.ID($0) }
        let wanted = query
        let page = try await asked.office.officers(wanted, for: asked.viewer)
        let district = try await asked.office.district()
        let posts = try await asked.office.posts()
        let frame = asked.frame
        let words = asked.words
        return asked.page(words(AdminPhrase.officers), isWide: true) {
            h1(.class("title")) { words(AdminPhrase.officers) }
            frame.adminTabs(.officers)
            div(.class("toolbar")) {
                frame.link(
                    words(AdminPhrase.newOfficer), .adminNewOfficer, .class("button secondary"))
            }
            filters(wanted, frame, district?.organs ?? [], posts)
            list(page, frame, district, posts)
            frame.nextPage(next(page, wanted, frame))
        }
    }

    private static func next(
        _ page: OfficerPage, _ query: OfficerQuery, _ frame: Frame
    ) -> String? {
        guard page.hasMore, let last = page.officers.last else { return nil }
        return frame.href(
            .adminOfficers,
            [
                ("organ", query.organ?.text), ("role", query.role?.text),
                ("certificate", query.certificate?.rawValue), ("q", query.text),
                ("after", last.id.text),
            ])
    }

    private static func filters(
        _ query: OfficerQuery, _ frame: Frame, _ organs: [District.Body],
        _ posts: [(role: Role.ID, titles: [Title])]
    ) -> HTML {
        let words = frame.words
        return frame.filters(.adminOfficers) {
            frame.textField(
                "q", label: words(AdminPhrase.nameOrNumber), value: query.text ?? "",
                type: "search")
            frame.menu(
                of: "organ", label: words(AdminPhrase.organ), value: query.organ?.text,
                all: words(AdminPhrase.all), options: organs.map { ($0.id.text, $0.title) })
            frame.menu(
                of: "role", label: words(AdminPhrase.post), value: query.role?.text,
                all: words(AdminPhrase.all),
                options: posts.map { ($0.role.text, PostTitle.joined($0.titles)) })
            frame.menu(
                "certificate", label: words(AdminPhrase.certificate),
                value: query.certificate?.rawValue ?? "", isRequired: false,
                options: OfficerQuery.Certificate.allCases.map {
                    ($0.rawValue, words(CertificateTag.phrase($0)))
                }, none: words(AdminPhrase.all))
        }
    }

    private static func list(
        _ page: OfficerPage, _ frame: Frame, _ district: District?,
        _ posts: [(role: Role.ID, titles: [Title])]
    ) -> HTML {
        let words = frame.words
        guard !page.officers.isEmpty else { return p(.class("empty")) { words(AdminPhrase.none) } }
        let titles = Dictionary(
            posts.map { ($0.role, PostTitle.joined($0.titles)) }, uniquingKeysWith: { a, _ in a })
        return frame.scrolled(words(AdminPhrase.officers)) {
            HTML.element(
                "table", [.class("data")],
                pieces {
                    caption { words(AdminPhrase.officersFound, ["count": "\(page.count)"]) }
                    thead {
                        tr {
                            th(.scope("col")) { words(AdminPhrase.officer) }
                            th(.scope("col")) { words(AdminPhrase.organ) }
                            th(.scope("col")) { words(AdminPhrase.posts) }
                            th(.scope("col")) { words(AdminPhrase.certificate) }
                        }
                    }
                    tbody {
                        for officer in page.officers {
                            row(officer, frame, district?.organ(officer.organ), titles)
                        }
                    }
                })
        }
    }

    private static func row(
        _ officer: District.Officer, _ frame: Frame, _ organ: District.Body?,
        _ titles: [Role.ID: Title]
    ) -> HTML {
        let words = frame.words
        let roles = officer.roles.sorted()
        return tr {
            th(.scope("row")) {
                a(.href(frame.href(.adminOfficer(officer.id)))) { frame.chinese(officer.name) }
                span(.class("hint mono")) { officer.id.text }
            }
            td(.data("label", words(AdminPhrase.organ))) {
                organ.map { frame.titled($0.title) } ?? HTML(officer.organ.text)
            }
            td(.data("label", words(AdminPhrase.posts))) {
                for (index, role) in roles.enumerated() {
                    if index > 0 { words(AdminPhrase.listComma) }
                    titles[role].map { frame.titled($0) } ?? HTML(role.text)
                }
                if roles.isEmpty { words(AdminPhrase.noPost) }
            }
            td(.data("label", words(AdminPhrase.certificate))) {
                CertificateTag.cell(officer, frame)
            }
        }
    }
}

/// What several procedures call one post.
enum PostTitle {
    static func joined(_ titles: [Title]) -> Title {
        Title(
            chinese: once(titles.map(\.chinese)).joined(separator: "／"),
            english: once(titles.map(\.english)).joined(separator: " / "))
    }
}

extension PostTitle {
    private static func once(_ names: [String]) -> [String] {
        names.enumerated().filter { !names[..<$0].contains($1) }.map(\.element)
    }
}

/// An officer's certificate in a cell: number, last day, and whether something is amiss.
enum CertificateTag {
    static func phrase(_ state: OfficerQuery.Certificate) -> AdminPhrase {
        switch state {
        case .expired: .certificateExpired
        case .expiring: .certificateExpiring
        }
    }

    @Content static func cell(_ officer: District.Officer, _ frame: Frame) -> HTML {
        if let certificate = officer.certificate {
            span(.class("mono")) { certificate.number }
            if let until = certificate.valid.until {
                " "
                frame.words(AdminPhrase.untilDay, ["day": until.description])
            }
            if let state = officer.certificateState(on: frame.now.day) {
                " "
                frame.tag(state == .expired ? "overdue" : "due-soon", frame.words(phrase(state)))
            }
        } else {
            frame.words(AdminPhrase.noCertificate)
        }
    }
}
