import Engine
import HTML
import Law
import Office
import Sheets

/// The record of a case file, the latest first; reminders and objections of parties stand out.
struct CaseTimelineList {
    let opened: OpenedCase

    private var frame: Frame { opened.frame }
    private var words: Words { opened.words }

    var html: HTML {
        let entries = Array(zip(opened.sheet.record, opened.record.entries)).reversed()
        return ol(.class("timeline")) {
            for (line, entry) in entries { item(line, entry) }
        }
    }

    private func item(_ line: CaseSheet.Entry, _ entry: CaseRecord.Entry) -> HTML {
        li(.id("entry-\(line.version)")) {
            time(.datetime(line.effective)) { entry.event.effective.wallTime }
            h3 {
                frame.told(line.happening(in: words))
                if let phrase = remark(entry.event) {
                    " "
                    span(.class("tag due-soon")) { words(phrase) }
                }
            }
            who(line)
            if !line.fields.isEmpty { fields(line) }
            attachments(line, entry)
            frame.link(
                words(CaseFilePhrase.proof, ["n": "\(line.sequence)"]),
                .caseProof(opened.file.id, line.sequence), .class("proof"))
        }
    }

    /// What a party wants to be heard about.
    private func remark(_ event: Event) -> CaseFilePhrase? {
        guard case .remarked(let remark) = event.fact else { return nil }
        switch remark.kind {
        case .urge: return .urged
        case .challenge: return .challenged
        case .supplement: return nil
        }
    }

    private func who(_ line: CaseSheet.Entry) -> HTML? {
        let others: [HTML?] = [
            line.approver.map { approved(by: $0.title) },
            line.number.map { frame.marked($0) },
            line.recordedLater.map { HTML(words(CasePhrase.recordedLater, ["day": $0])) },
        ]
        let parts = others.compactMap { $0 }
        guard !line.role.isEmpty || !line.people.isEmpty || !parts.isEmpty else { return nil }
        return p {
            frame.told(line.role)
            for person in line.people {
                " "
                frame.chinese(person.title)
            }
            for part in parts {
                " · "
                part
            }
        }
    }

    /// Who approved: the name is Chinese in every language, the words around it are not.
    private func approved(by name: String) -> HTML {
        let around = words(CasePhrase.approvedBy, ["person": "\u{1}"])
            .split(separator: "\u{1}", omittingEmptySubsequences: false)
        return pieces {
            String(around.first ?? "")
            frame.chinese(name)
            around.count > 1 ? String(around[1]) : ""
        }
    }

    private func fields(_ line: CaseSheet.Entry) -> HTML {
        details {
            summary { words(CaseFilePhrase.stated, ["count": "\(line.fields.count)"]) }
            dl(.class("summary")) {
                for one in line.fields {
                    frame.summaryRow(frame.told(one.title), frame.chinese(one.value))
                }
                if !line.addressees.isEmpty {
                    frame.summaryRow(
                        words(CaseFilePhrase.askedPeople),
                        frame.chinese(line.addressees.map(\.title).joined(separator: "、")))
                }
            }
        }
    }

    private func attachments(_ line: CaseSheet.Entry, _ entry: CaseRecord.Entry) -> HTML? {
        let held = Self.held(entry.event)
        guard !line.notices.isEmpty || !held.isEmpty || !line.documents.isEmpty else { return nil }
        let kinds = Set(held.map(\.kind.text))
        let isOfParty = entry.event.act?.isOfParty(under: entry.edition.procedure) ?? false
        return p {
            for notice in line.notices {
                a(.href(frame.href(.caseNotice(opened.file.id, line.version)))) {
                    frame.chinese(notice.title)
                }
                " "
            }
            for document in held {
                a(.href(frame.href(.document(opened.file.id, document.digest)))) {
                    frame.told(opened.terms.document(document.kind))
                }
                " "
            }
            for document in line.documents where !kinds.contains(document.id) {
                frame.told(document.title)
                if isOfParty { " · \(words(ApplyPhrase.promised))" }
                " "
            }
        }
    }

    /// The contents that came with an event.
    static func held(_ event: Event) -> [HeldDocument] {
        switch event.fact {
        case .acted(let act): act.held
        case .remarked(let remark): remark.held
        case .consulted, .passed, .assigned, .erased: []
        }
    }
}
