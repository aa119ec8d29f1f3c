import Engine
import HTML
import Law
import Office
import Sheets

/// The consultations of a case file, each with how its questions stand.
struct CaseConsultations {
    let opened: OpenedCase

    private var frame: Frame { opened.frame }
    private var words: Words { opened.words }

    var html: HTML? {
        let all = opened.sheet.consultations
        guard !all.isEmpty else { return nil }
        return section(.id("consultations")) {
            h2 { words(CaseFilePhrase.consultations) }
            for one in all { consultation(one) }
        }
    }

    private func consultation(_ one: CaseSheet.Consultation) -> HTML {
        let address = Address.caseConsultation(
            opened.file.id, ConsultationRule.ID(one.consultation.id))
        return section(.class("panel")) {
            h3 {
                a(.href(frame.href(address))) { frame.told(one.consultation.title) }
                " "
                span(.class(one.result == nil ? "tag info" : "tag neutral")) {
                    one.result ?? words(CaseFilePhrase.consultationOpen)
                }
            }
            p(.class("hint")) { "\(one.join) · \(one.silence)" }
            questions(one)
        }
    }

    func questions(_ one: CaseSheet.Consultation) -> HTML {
        table(.class("data"), .aria("label", one.consultation.title)) {
            thead {
                tr {
                    th(.scope("col")) { words(CaseFilePhrase.addressee) }
                    th(.scope("col")) { words(CaseFilePhrase.dueDay) }
                    th(.scope("col")) { words(CaseFilePhrase.answer) }
                }
            }
            tbody {
                for question in one.questions {
                    tr {
                        th(.scope("row")) { frame.chinese(question.addressee.title) }
                        td(.data("label", words(CaseFilePhrase.dueDay))) {
                            question.due ?? "—"
                        }
                        td(.data("label", words(CaseFilePhrase.answer))) { question.state }
                    }
                }
            }
        }
    }
}
