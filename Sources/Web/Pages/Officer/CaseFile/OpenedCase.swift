import Engine
import HTML
import Law
import Office
import Packs
import Sheets

/// A case file as an official has it open: its record, its sheet, and what they may do in it.
///
/// One for a page, shared by all its parts.
final class OpenedCase: Sendable {
    let frame: Frame
    let record: CaseRecord
    let sight: Sight
    let sheet: CaseSheet
    let terms: CaseWords
    let district: District?
    let viewer: Viewer

    private init(
        frame: Frame, record: CaseRecord, sight: Sight, maker: CaseSheetMaker,
        district: District?, viewer: Viewer
    ) {
        self.frame = frame
        self.record = record
        self.sight = sight
        sheet = maker.sheet
        terms = maker.words
        self.district = district
        self.viewer = viewer
    }

    var file: CaseFile { record.file }
    var procedure: Procedure { record.edition.procedure }
    var words: Words { frame.words }
    /// What the file is called.
    var name: String { file.number ?? file.id.text }
    /// The way here, for pages below the file's own.
    var trail: [(String, Address)] {
        [(words(SitePhrase.desk), .desk), (name, .caseFile(file.id))]
    }
    /// Whether the viewer takes part, not merely looks.
    var isMine: Bool { sight == .whole && viewer.officer != nil }

    /// Opens the case file that the path names; the look goes on the trail.
    static func open(_ asked: Asked) async throws -> OpenedCase {
        try await open(asked, CaseFile.ID(asked.part("case")))
    }

    static func open(_ asked: Asked, _ subject: CaseFile.ID) async throws -> OpenedCase {
        guard asked.viewer.isSignedIn else { throw Refusal(.signInNeeded, "请先登录") }
        let (record, sight) = try await asked.office.look(at: subject, as: asked.viewer)
        guard sight.seesAll else {
            throw Refusal(.unknownCase, field: "case", "没有案卷“\(subject.text.prefix(64))”")
        }
        let district = try await asked.office.district()
        let maker = CaseSheetMaker(
            record: record, words: asked.words, district: district, calendar: asked.site.calendar,
            now: asked.now)
        return OpenedCase(
            frame: asked.frame, record: record, sight: sight, maker: maker, district: district,
            viewer: asked.viewer)
    }

    /// The roles in which the viewer may act in this file, of those given.
    func ownRoles(among roles: [Role.ID]) -> [Role] {
        guard isMine, let officer = viewer.officer else { return [] }
        return viewer.posts(in: procedure).filter { role in
            guard roles.contains(role.id) else { return false }
            let organ = file.organ(of: role.id, under: procedure)
            return organ == nil || organ == officer.organ
        }
    }

    /// The citations in one line, in Chinese as they are.
    func cited(_ basis: [String]) -> HTML? {
        guard !basis.isEmpty else { return nil }
        return ul(.class("basis")) {
            for one in basis { li { frame.chinese(one) } }
        }
    }
}
