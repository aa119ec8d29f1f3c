import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// The whole case file to print (案卷): cover, index, record, terms, notices, documents, and the hashes of its entries.
struct PrintPage {
    let opened: OpenedCase
    /// The notices by the version of the entry that issued them.
    let notices: [(version: Int, texts: [String])]
    let leaves: [String]

    private var frame: Frame { opened.frame }
    private var words: Words { opened.words }
    private var sheet: CaseSheet { opened.sheet }

    static func answer(_ asked: Asked) async throws -> Response {
        let opened = try await OpenedCase.open(asked)
        let notices = try opened.record.entries.compactMap { entry in
            let texts = try NoticePage.notices(of: opened, entry.event.version, asked)
            return texts.isEmpty ? nil : (version: entry.event.version, texts: texts)
        }
        let page = PrintPage(
            opened: opened, notices: notices,
            leaves: try await asked.office.leaves(of: opened.file.id))
        return asked.page(asked.words(CaseFilePhrase.printFile), trail: opened.trail) {
            PrintButton.html(asked.words)
            page.content
        }
    }

    private var content: HTML {
        article(.class("casefile")) {
            cover
            index
            record
            terms
            papers
            documents
            proofs
        }
    }

    private var cover: HTML {
        header {
            h1(.class("title")) {
                frame.told(sheet.procedure.title)
                " "
                opened.name
            }
            dl(.class("summary")) {
                frame.summaryRow(words(CaseFilePhrase.organ), frame.told(sheet.organ.title))
                for party in sheet.parties {
                    frame.summaryRow(
                        frame.told(party.role.title), frame.chinese(party.person.title))
                }
                frame.summaryRow(words(CaseFilePhrase.opened), HTML(sheet.opened))
                frame.summaryRow(words(CaseFilePhrase.stage), frame.told(sheet.stage.title))
                if let decision = sheet.decision {
                    frame.summaryRow(
                        words(CaseFilePhrase.outcome),
                        pieces {
                            frame.told(decision.outcome.title)
                            " · \(decision.day)"
                        })
                }
                frame.summaryRow(words(CaseFilePhrase.lastEntry), HTML(sheet.last))
                frame.summaryRow(words(CaseFilePhrase.entries), HTML("\(sheet.record.count)"))
                frame.summaryRow(
                    words(CaseFilePhrase.edition),
                    code(.class("mono")) { sheet.edition })
            }
        }
    }

    private var index: HTML {
        nav(.class("index"), .aria("labelledby", "index")) {
            h2(.id("index")) { words(CaseFilePhrase.index) }
            ol {
                li { a(.href("#record")) { words(CaseFilePhrase.record) } }
                li { a(.href("#terms")) { words(CaseFilePhrase.terms) } }
                for notice in notices {
                    li {
                        a(.href("#notice-\(notice.version)")) {
                            frame.chinese(title(notice.texts))
                        }
                    }
                }
                if !opened.file.documents.isEmpty || !opened.file.held.isEmpty {
                    li { a(.href("#documents")) { words(CaseFilePhrase.documents) } }
                }
                li { a(.href("#proofs")) { words(CaseFilePhrase.hashes) } }
            }
        }
    }

    private func title(_ texts: [String]) -> String {
        texts.compactMap { $0.split(separator: "\n").first.map(String.init) }
            .joined(separator: "、")
    }

    private var record: HTML {
        section(.id("record")) {
            h2 { words(CaseFilePhrase.record) }
            for line in sheet.record {
                h3 {
                    frame.told("\(line.version). \(line.day) \(line.happening(in: words))")
                }
                p { frame.told(line.summary(in: words)) }
                if !line.fields.isEmpty {
                    dl(.class("summary")) {
                        for one in line.fields {
                            frame.summaryRow(frame.told(one.title), frame.chinese(one.value))
                        }
                    }
                }
            }
        }
    }

    private var terms: HTML {
        section(.id("terms")) {
            h2 { words(CaseFilePhrase.terms) }
            for term in sheet.deadlines {
                h3 {
                    frame.told(term.deadline.title)
                    if let due = term.due { " · \(due)" }
                }
                p {
                    frame.told(term.holder.title)
                    " · \(term.remark)"
                }
                ul(.class("why")) {
                    for reason in term.reasons { li { reason } }
                    for basis in term.basis { li { frame.chinese(basis) } }
                }
            }
        }
    }

    private var papers: HTML {
        HTML(
            notices.map { notice in
                section(.id("notice-\(notice.version)")) {
                    h2 { frame.chinese(title(notice.texts)) }
                    for text in notice.texts {
                        NoticeSheet.html(
                            text, masthead: NoticePage.masthead(opened) ?? sheet.organ.title,
                            level: 3)
                    }
                }
            })
    }

    private var documents: HTML? {
        let held = opened.file.held
        let kinds = Set(held.map(\.kind))
        let shown = Set(opened.file.documents).subtracting(kinds).sorted()
        let promised = opened.record.promised
        guard !held.isEmpty || !shown.isEmpty else { return nil }
        return section(.id("documents")) {
            h2 { words(CaseFilePhrase.documents) }
            ul {
                for document in held {
                    li {
                        frame.told(opened.terms.document(document.kind))
                        " · \(document.mediaType) · "
                        code(.class("mono")) { document.digest }
                    }
                }
                for kind in shown {
                    li {
                        frame.told(opened.terms.document(kind))
                        " · "
                        words(promised.contains(kind) ? CaseFilePhrase.promised : .shownOnly)
                    }
                }
            }
        }
    }

    private var proofs: HTML {
        section(.id("proofs")) {
            h2 { words(CaseFilePhrase.hashes) }
            p(.class("hint")) { words(CaseFilePhrase.hashesHint) }
            frame.scrolling(words(CaseFilePhrase.hashes)) {
                table(.class("data"), .aria("label", words(CaseFilePhrase.hashes))) {
                    thead {
                        tr {
                            th(.scope("col"), .class("num")) { words(CaseFilePhrase.logPlace) }
                            th(.scope("col")) { words(CaseFilePhrase.hash) }
                        }
                    }
                    tbody {
                        for (line, leaf) in zip(sheet.record, leaves) {
                            tr {
                                td(
                                    .class("num"), .data("label", words(CaseFilePhrase.logPlace))
                                ) { "\(line.sequence)" }
                                td(.data("label", words(CaseFilePhrase.hash))) {
                                    code(.class("mono")) { leaf }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
