import Engine
import Law
import Office
import Sheets

/// The hotline's procedure in the words of GeoReport.
struct Hotline {
    let words: CaseWords
    /// What can be asked for: the classes that the procedure knows, or the procedure as a whole.
    let services: [CaseSheet.Labelled]

    var title: String { words.title(words.procedure.title) }

    /// What the hotline is good for, in one plain sentence.
    var plain: String? { words.procedure.plain.map { words.title($0) } }

    /// The everyday words by which people look for it.
    var keywords: [String] {
        let asked = words.procedure.askedAs
        return words.words.language.isChinese ? asked.chinese : asked.english
    }

    init(_ asked: Asked) async throws {
        let packs = try await asked.office.packs()
        guard let pack = packs.first(where: { $0.procedure.id == Office.hotline }) else {
            throw Complaint.notFound
        }
        let words = CaseWords(
            procedure: pack.procedure, district: try await asked.office.district(), names: [:],
            words: asked.words)
        self.words = words
        if case .choice(let choices) = pack.procedure.fields[Office.hotlineClass]?.kind {
            services = choices.map {
                CaseSheet.Labelled(id: $0.id.text, title: words.title($0.title))
            }
        } else {
            services = [
                CaseSheet.Labelled(
                    id: Office.hotline.text, title: words.title(pack.procedure.title))
            ]
        }
    }

    func told(_ request: PublicRequest) -> Told {
        let service =
            services.first { $0.id == request.kind } ?? (services.count == 1 ? services.first : nil)
        let note = request.outcome.map(words.outcome) ?? words.stage(request.stage)
        return .group([
            ("service_request_id", .text(request.subject.text)),
            ("status", .text(request.isOpen ? "open" : "closed")), ("status_notes", .text(note)),
            ("service_name", .text(service?.title ?? title)),
            ("service_code", .text(service?.id ?? Office.hotline.text)),
            ("agency_responsible", .text(words.organ(request.organ))),
            ("requested_datetime", .text(request.opened.description)),
            ("updated_datetime", .text(request.last.description)),
            ("expected_datetime", request.due.map { .text($0.description) }),
        ])
    }
}

extension Moment {
    /// Reads `2023-01-01T00:00:00Z`, with any offset, or a day alone; nil for anything else.
    init?(w3c text: String) {
        if let day = Day(iso: text) {
            self.init(day)
            return
        }
        // A plus sign of a query that was not escaped reads as a space.
        let text = text.replacing(" ", with: "+")
        guard text.utf8.count >= 20, let local = Moment(text.prefix(19)) else { return nil }
        let zone = text.dropFirst(19)
        if zone == "Z" {
            self.init(seconds: local.seconds + 8 * 3600)
            return
        }
        let parts = zone.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard let sign = zone.first, sign == "+" || sign == "-", parts.count == 2,
            parts.allSatisfy({
                $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }),
            let hours = Int64(parts[0]), let minutes = Int64(parts[1])
        else { return nil }
        let offset = (hours * 60 + minutes) * 60 * (sign == "-" ? -1 : 1)
        self.init(seconds: local.seconds + 8 * 3600 - offset)
    }
}
