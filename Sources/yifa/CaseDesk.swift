import ArgumentParser
import Engine
import Foundation
import Law
import Office
import Packs
import Sheets
import Storage

/// What a case command works with: the journal, the district kept in it, the calendar and the present.
struct CaseDesk {
    let journal: SQLiteJournal
    /// Nil where the journal keeps no district.
    let district: District?
    let calendar: WorkingCalendar
    let now: Moment
    let words: Words

    init(_ options: JournalOptions) async throws {
        try await self.init(try options.open())
    }

    init(_ journal: SQLiteJournal) async throws {
        self.journal = journal
        let home = try Home.find()
        calendar = try home.calendar()
        words = try home.words()
        now = Moment(seconds: Int64(Date().timeIntervalSince1970))
        district = try await CaseDesk.district(in: journal)
    }

    func record(of subject: String) async throws -> CaseRecord {
        try await journal.read { try $0.record(of: CaseFile.ID(subject)) }
    }

    func words(_ procedure: Procedure, of record: CaseRecord? = nil) -> CaseWords {
        CaseWords(
            procedure: procedure, district: district, names: record?.names ?? [:], words: words)
    }

    /// The case file as a sheet for readers, at this moment.
    func sheet(of record: CaseRecord) -> CaseSheet {
        CaseSheetMaker(
            record: record, words: words, district: district, calendar: calendar, now: now
        ).sheet
    }

    static func district(in journal: SQLiteJournal) async throws -> District? {
        let texts = try await journal.read { reader in
            var texts: [String: String] = [:]
            for name in ["organs.yaml", "people.yaml", "competence.yaml"] {
                texts[name] = try reader.text(named: "district/\(name)")
            }
            return texts
        }
        guard !texts.isEmpty else { return nil }
        let reader = DistrictReader(shownAs: "district") { name in
            guard let text = texts[name] else {
                throw Failure("the journal does not keep district/\(name)")
            }
            return text
        }
        let changed = try await journal.read { try $0.kept(all: OfficerPaper.self).map(\.officer) }
        return try reader.district().with(changed)
    }
}

extension CaseDesk {
    /// The organ with this name; a refusal that lists the known ones otherwise.
    func organ(_ text: String) throws(Refusal) -> Organ.ID {
        let known = district?.organs.map(\.id.text) ?? []
        guard known.contains(text) else {
            throw .unknown("unknown-organ", field: "organ", "机关", text, known: known)
        }
        return Organ.ID(text)
    }
}

extension Refusal {
    /// A name that means nothing here, with those that do, the likeliest first.
    static func unknown(
        _ code: Code, field: String, _ kind: String, _ text: String, known: [String]
    ) -> Refusal {
        let names = text.nearestFirst(among: Set(known))
        let rest = names.count > 8 ? " 等\(names.count)个" : ""
        let hint = names.isEmpty ? "" : "；已有：" + names.prefix(8).joined(separator: "、") + rest
        return Refusal(code, field: field, "没有“\(text.prefix(64))”这一\(kind)\(hint)")
    }
}

/// How a refusal reaches the person or program that asked.
enum CaseAnswer {
    private struct Refused: Encodable {
        struct Reason: Encodable {
            let code: String
            let field: String?
            let reason: String
            let basis: [String]
        }
        let refused: Reason
    }

    /// Runs a command; a refusal is told, and exits with 1.
    static func giving(json: Bool = false, _ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let refusal as Refusal {
            if json {
                let reason = Refused.Reason(
                    code: refusal.code.text, field: refusal.field, reason: refusal.reason,
                    basis: refusal.basis.map(\.text))
                try Output.json(Refused(refused: reason))
            } else {
                Output.complain("refused: " + sentence(refusal))
            }
            throw ExitCode(1)
        }
    }

    /// `CODE (FIELD): REASON 〔BASIS〕`.
    static func sentence(_ refusal: Refusal) -> String {
        let field = refusal.field.map { " (\($0.prefix(64)))" } ?? ""
        let basis = refusal.basis.isEmpty ? "" : " 〔\(refusal.basis.cited)〕"
        return "\(refusal.code)\(field): \(refusal.reason)\(basis)"
    }
}
