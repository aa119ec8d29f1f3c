import Engine
import HTML
import Law
import Office
import Sheets

extension CaseFilePage {
    /// The documents handed in; those whose content is held can be taken away.
    var documents: HTML? {
        guard !file.documents.isEmpty || !file.held.isEmpty else { return nil }
        let held = Set(file.held.map(\.kind))
        let shown = file.documents.filter { !held.contains($0) }
        let promised = opened.record.promised
        return section {
            h2 { words(CaseFilePhrase.documents) }
            ul(.class("task-list")) {
                for document in file.held { line(document) }
                for kind in Set(shown).sorted() {
                    li {
                        frame.told(opened.terms.document(kind))
                        if promised.contains(kind) {
                            span(.class("tag due-soon")) { words(CaseFilePhrase.promised) }
                        } else {
                            span(.class("tag neutral")) { words(CaseFilePhrase.shownOnly) }
                        }
                    }
                }
            }
        }
    }

    private func line(_ document: HeldDocument) -> HTML {
        li {
            a(.href(frame.href(.document(file.id, document.digest)))) {
                frame.told(opened.terms.document(document.kind))
            }
            p(.class("hint")) {
                document.mediaType
                " · "
                words(CaseFilePhrase.size, ["size": "\((document.size + 1023) / 1024)"])
                " · "
                code { String(document.digest.prefix(12)) }
            }
        }
    }

    var publications: HTML? {
        guard !sheet.publications.isEmpty else { return nil }
        return section {
            h2 { words(CaseFilePhrase.publications) }
            for (position, one) in sheet.publications.enumerated() {
                h3 {
                    a(.href(frame.href(.publication(file.id, position)))) {
                        frame.told(one.publication.title)
                    }
                }
                p {
                    one.since
                    if let until = one.until { " — \(until)" }
                    if let withdrawn = one.withdrawn {
                        " "
                        span(.class("tag neutral")) {
                            words(CaseFilePhrase.withdrawn, ["day": withdrawn])
                        }
                    }
                }
            }
        }
    }

    var debts: HTML? {
        guard !sheet.debts.isEmpty else { return nil }
        return section {
            h2 { words(CaseFilePhrase.debts) }
            for debt in sheet.debts {
                h3 { frame.told(debt.debt.title) }
                dl(.class("summary")) {
                    frame.summaryRow(words(CaseFilePhrase.debtIncurred), HTML(debt.incurred))
                    frame.summaryRow(words(CaseFilePhrase.debtPaid), HTML(debt.paid))
                    frame.summaryRow(words(CaseFilePhrase.debtSurcharge), HTML(debt.surcharge))
                    frame.summaryRow(words(CaseFilePhrase.debtTotal), HTML(debt.total))
                    if let until = debt.payableUntil {
                        frame.summaryRow(words(CaseFilePhrase.debtUntil), HTML(until))
                    }
                }
            }
        }
    }
}
