import Law
import Packs
import Synchronization

/// What a report takes from the district's files.
struct ReportTexts: Sendable {
    let title: Title
    /// Nil where the journal keeps no district.
    let organs: Set<Organ.ID>?
    let published: [PublishedFigure]
    let mix: YearMix?
}

/// Reports that were computed before; one holds until something is recorded.
final class ReportShelf: Sendable {
    private struct Key: Hashable {
        let year: Int
        let organ: Organ.ID?
    }

    private struct Memory: Sendable {
        var texts: ReportTexts?
        var reports: [Key: (size: Int, report: AnnualReport)] = [:]
    }

    private let memory = Mutex(Memory())

    static let most = 64

    func report(_ year: Int, _ organ: Organ.ID?, of size: Int) -> AnnualReport? {
        memory.withLock { memory in
            let known = memory.reports[Key(year: year, organ: organ)]
            return known?.size == size ? known?.report : nil
        }
    }

    func remember(_ report: AnnualReport, of size: Int) {
        memory.withLock { memory in
            if memory.reports.count >= Self.most { memory.reports = [:] }
            memory.reports[Key(year: report.year, organ: report.organ)] = (size, report)
        }
    }

    /// The district's files, read once.
    func texts(of reader: any JournalReader) throws -> ReportTexts {
        if let known = memory.withLock({ $0.texts }) { return known }
        let kept = KeptDistrict(reader: reader)
        let district = try kept.current()
        let texts = ReportTexts(
            title: district?.title ?? Title(chinese: "", english: ""),
            organs: district.map { Set($0.organs.map(\.id)) }, published: try kept.published(),
            mix: try kept.mix())
        // A journal that keeps nothing yet may keep something later.
        if district != nil { memory.withLock { $0.texts = texts } }
        return texts
    }
}
