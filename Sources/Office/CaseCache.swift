import Engine
import Ledger
import Packs

/// What the office remembers between transactions; valid only while nobody else writes.
struct CaseCache: Sendable {
    var tree = Tree()
    var editions: [Edition.ID: AdmittedPack] = [:]
    /// The edition under which a new case file of a procedure opens: the one admitted last.
    var newest: [String: Edition.ID] = [:]
    /// The editions under which something happened already.
    var used: Set<Edition.ID> = []
    /// What the district says of competence; nil until somebody asks.
    var competence: Competence?
    private(set) var files: [CaseFile.ID: CaseFile] = [:]

    /// More than this many are forgotten, all at once.
    static let limit = 20_000

    subscript(id: CaseFile.ID) -> CaseFile? { files[id] }

    mutating func remember(_ file: CaseFile, isFinal: Bool) {
        if isFinal {
            files[file.id] = nil
        } else {
            files[file.id] = file
        }
    }

    mutating func forgetIfFull() {
        if files.count > Self.limit { files = [:] }
    }
}
