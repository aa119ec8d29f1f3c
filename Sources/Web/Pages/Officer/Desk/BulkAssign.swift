import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// Takes several case files, or gives them to somebody; each is decided by itself, and told by itself.
enum BulkAssign {
    /// What came of one case file.
    struct Result: Sendable {
        let subject: CaseFile.ID
        let number: String?
        let refusal: Refusal?
    }

    static let most = 100

    static func answer(
        _ asked: Asked, _ form: FormBody, _ memory: DeskMemory
    ) async throws -> Response {
        let officer = try asked.officer()
        let chosen = form["person"].flatMap { $0.isEmpty ? nil : Person.ID($0) }
        let person = form["take"] == nil ? chosen : officer.id
        var results: [Result] = []
        for text in Set(form.all("case").prefix(most)).sorted() {
            let subject = CaseFile.ID(text)
            do {
                let file = try await asked.office.assign(subject, to: person, by: asked.viewer)
                    .file
                results.append(Result(subject: subject, number: file.number, refusal: nil))
            } catch let refusal as Refusal {
                results.append(Result(subject: subject, number: nil, refusal: refusal))
            }
        }
        memory.forget(asked.viewer.account)
        let district = try await asked.office.district()
        let name = person.map { district?.officer($0)?.name ?? $0.text }
        return page(asked, results, name: name, back: form["query"] ?? "")
    }

    private static func page(
        _ asked: Asked, _ results: [Result], name: String?, back query: String
    ) -> Response {
        let frame = asked.frame
        let words = asked.words
        let title = words(DeskPhrase.assignResult)
        let back = Address.deskList(DeskFilter.safe(query))
        return asked.page(title, trail: [(words(SitePhrase.desk), .desk)]) {
            h1(.class("title")) { title }
            if results.isEmpty {
                div(.class("warning")) { p { words(DeskPhrase.nothingChosen) } }
            } else {
                p(.class("lead")) {
                    words(DeskPhrase.assignedTo, ["name": name ?? words(DeskPhrase.nobody)])
                }
                ul(.class("task-list")) { for result in results { line(frame, result) } }
            }
            p { frame.link(words(DeskPhrase.backToDesk), back, .class("button")) }
        }
    }

    private static func line(_ frame: Frame, _ result: Result) -> HTML {
        let words = frame.words
        return li {
            frame.link(result.number ?? result.subject.text, .caseFile(result.subject))
            if let refusal = result.refusal {
                p(.class("hint")) { words.refusal(refusal, under: nil) }
                span(.class("tag overdue")) { words(DeskPhrase.notDone) }
            } else {
                span(.class("tag ok")) { words(DeskPhrase.done) }
            }
        }
    }
}

extension DeskFilter {
    /// A query that came back from a form, as this site would write it.
    static func safe(_ query: String) -> String {
        guard let form = try? FormBody(query: String(query.prefix(1000))) else { return "" }
        return DeskFilter(form).query
    }
}
