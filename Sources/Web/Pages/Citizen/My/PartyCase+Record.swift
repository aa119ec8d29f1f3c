import Engine
import HTML
import Law
import Office
import Sheets

// The record as far as a party may see it.

extension PartyCase {
    var history: HTML {
        let timeline = CaseTimeline(record: party.record, words: words)
        return section {
            h2(.id("record")) { self(.record) }
            p(.class("hint")) { self(.recordLead) }
            ol(.class("timeline")) {
                for line in party.lines.reversed() { item(line, timeline.line(line.entry)) }
            }
        }
    }

    private func item(_ line: PartyRecord.Line, _ told: CaseSheet.Entry) -> HTML {
        li {
            time(.datetime(told.day)) { day(told.day) }
            h3 { self.told(told.happening(in: frame.words)) }
            switch line.extent {
            case .outline: p(.class("hint")) { self.told(told.role) }
            case .whole: stated(told)
            }
            if !told.notices.isEmpty { notices(told) }
            a(.class("proof"), .href(frame.href(.ledgerEntry(told.sequence)))) {
                self(.ledgerEntry, ["n": "\(told.sequence)"])
            }
        }
    }

    private func stated(_ told: CaseSheet.Entry) -> HTML? {
        guard !told.fields.isEmpty || !told.documents.isEmpty else { return nil }
        return details {
            summary { self(.stated) }
            dl(.class("summary")) {
                for field in told.fields {
                    frame.summaryRow(self.told(field.title), self.told(field.value))
                }
                if !told.documents.isEmpty {
                    frame.summaryRow(
                        HTML(self(.handedIn)),
                        self.told(
                            told.documents.map(\.title)
                                .joined(separator: frame.words(GuidePhrase.listed))))
                }
            }
        }
    }

    private func notices(_ told: CaseSheet.Entry) -> HTML {
        p {
            for notice in told.notices {
                a(.href(frame.href(.myNotice(subject, told.version)))) {
                    self(.notice)
                    frame.chinese(notice.title)
                }
                " "
            }
        }
    }
}
