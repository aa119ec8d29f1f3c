import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// A search over all case files that one may see, the newest of each matter first.
struct CasesPage {
    let frame: Frame
    let form: FormBody
    let found: [CaseSummary]
    let packs: [AdmittedPack]
    let district: District?

    static let pageLength = 50

    static func answer(_ asked: Asked) async throws -> Response {
        guard asked.viewer.isSignedIn else { throw Refusal(.signInNeeded, "请先登录") }
        let form = try asked.queryForm()
        var query = CaseQuery()
        let text = String(form.text("q").prefix(100))
        query.text = text.isEmpty ? nil : text
        let procedure = form.text("procedure")
        query.procedure = procedure.isEmpty ? nil : Procedure.ID(procedure)
        query.isOpen = ["open": true, "ended": false][form.text("state")]
        query.after = form["after"].map { CaseFile.ID($0) }
        query.limit = pageLength
        let page = CasesPage(
            frame: asked.frame, form: form,
            found: try await asked.office.cases(query, for: asked.viewer),
            packs: try await asked.office.packs(), district: try await asked.office.district())
        let title = asked.words(DeskPhrase.allFiles)
        return asked.page(title, isWide: true, trail: [(asked.words(SitePhrase.desk), .desk)]) {
            h1(.class("title")) { title }
            page.filters
            page.list
            page.pagination
        }
    }

    private var words: Words { frame.words }

    private var filters: HTML {
        let state = form.text("state")
        return HTML.element(
            "form",
            [.class("filters"), .method("get"), .action(frame.href(.cases)), .role("search")],
            pieces {
                div(.class("field")) {
                    label(.for("q")) { words(DeskPhrase.searchText) }
                    input(.type("search"), .id("q"), .name("q"), .value(form.text("q")))
                }
                div(.class("field")) {
                    label(.for("procedure")) { words(DeskPhrase.procedure) }
                    select(.id("procedure"), .name("procedure")) {
                        option(.value("")) { words(DeskPhrase.any) }
                        for pack in packs {
                            let id = pack.procedure.id.text
                            let title = words.title(pack.procedure.title)
                            option(
                                .value(id), .selected(id == form.text("procedure")),
                                Attribute("lang", ifSet: frame.foreign(title))
                            ) { title }
                        }
                    }
                }
                div(.class("field")) {
                    label(.for("state")) { words(DeskPhrase.state) }
                    select(.id("state"), .name("state")) {
                        option(.value("")) { words(DeskPhrase.any) }
                        option(.value("open"), .selected(state == "open")) {
                            words(DeskPhrase.stateOpen)
                        }
                        option(.value("ended"), .selected(state == "ended")) {
                            words(DeskPhrase.stateEnded)
                        }
                    }
                }
                div(.class("button-row")) { frame.submit(words(DeskPhrase.filter)) }
            })
    }

    private var list: HTML {
        guard !found.isEmpty else {
            return div(.class("empty")) { p { words(DeskPhrase.nothingFound) } }
        }
        return CaseTable(frame: frame, titles: PackTitles(packs), district: district).html(
            found, label: words(DeskPhrase.allFiles))
    }

    private var pagination: HTML? {
        let isFull = found.count == Self.pageLength
        guard form["after"] != nil || isFull else { return nil }
        let base = ["q", "procedure", "state"].filter { !form.text($0).isEmpty }
            .map { "\($0)=\(form.text($0).inQuery)" }
        return nav(.class("pagination"), .aria("label", words(DeskPhrase.pages))) {
            if form["after"] != nil {
                frame.link(
                    words(DeskPhrase.firstPage), .caseList(base.joined(separator: "&")))
            }
            if isFull, let last = found.last {
                let next = (base + ["after=\(last.subject.text.inQuery)"]).joined(separator: "&")
                frame.link(words(DeskPhrase.nextPage), .caseList(next), .rel("next"))
            }
        }
    }
}
