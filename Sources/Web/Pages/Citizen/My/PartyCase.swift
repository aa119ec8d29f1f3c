import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// A case file as one of its parties sees it, ready for pages.
struct PartyCase: Sendable {
    let party: PartyRecord
    let sheet: CaseSheet
    let words: CaseWords
    let frame: Frame
    let district: District?

    var file: CaseFile { party.record.file }
    var procedure: Procedure { party.record.edition.procedure }
    var subject: CaseFile.ID { file.id }

    /// Where somebody stands who asks for a case file as a party.
    enum Found {
        case mine(PartyCase)
        /// The viewer sees it as an official, elsewhere.
        case official(CaseFile.ID)
    }

    static func find(_ asked: Asked) async throws -> Found {
        let subject = CaseFile.ID(asked.part("case"))
        guard let party = try await asked.office.partyRecord(of: subject, as: asked.viewer) else {
            return .official(subject)
        }
        let district = try await asked.office.district()
        let maker = CaseSheetMaker(
            record: party.record, words: asked.words, district: district,
            calendar: asked.site.calendar, now: asked.now)
        return .mine(
            PartyCase(
                party: party, sheet: maker.sheet,
                words: CaseWords(
                    procedure: party.record.edition.procedure, district: district,
                    names: party.record.names, words: asked.words),
                frame: asked.frame, district: district))
    }

    func callAsFunction(_ phrase: MyPhrase) -> String { frame.words(phrase) }
    func callAsFunction(_ phrase: MyPhrase, _ places: [String: String]) -> String {
        frame.words(phrase, places)
    }

    /// Words of a sheet, which hold titles of packs and what people wrote.
    func told(_ text: String) -> HTML { frame.marked(text) }

    /// The number where there is one, else the name.
    var name: String { sheet.number ?? sheet.case }

    var trail: [(String, Address)] {
        [
            (frame.words(SitePhrase.myCases), .myCases),
            (name, .myCase(subject)),
        ]
    }

    /// The steps that the party may take now.
    var possible: [Step] {
        let roles = Set(party.roles.map(\.text))
        return sheet.may.filter { $0.by.contains { roles.contains($0.id) } }
            .compactMap { procedure.steps[Step.ID($0.step.id)] }
    }

    /// A document outside any step can be handed in while the case goes on.
    var takesDocuments: Bool { !sheet.isFinal && !procedure.documents.isEmpty }
}
