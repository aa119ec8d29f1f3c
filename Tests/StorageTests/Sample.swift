import Engine
import Law
import Ledger
import Office

@testable import Indicators

/// Things to store, as small as they can be.
enum Sample {
    static func event(
        _ sequence: Int, _ subject: CaseFile.ID, _ version: Int, personal: [UInt8]? = [1, 2]
    ) -> StoredEvent {
        StoredEvent(
            sequence: sequence, subject: subject, version: version,
            envelope: Array("envelope \(sequence)".utf8),
            record: StoredEvent.Sealed(bytes: Array("record \(sequence)".utf8), salt: salt(3)),
            personal: personal.map { StoredEvent.Sealed(bytes: $0, salt: salt(4)) })
    }

    static func salt(_ byte: UInt8) -> [UInt8] { Array(repeating: byte, count: 16) }

    static func all(_ reader: any JournalReader, _ order: EventOrder) throws -> [StoredEvent] {
        var all: [StoredEvent] = []
        try reader.forEachEvent(order) { all.append($0) }
        return all
    }

    static func tile(level: Int, index: Int, width: Int) -> Tile {
        Tile(
            address: Tile.Address(level: level, index: index),
            digests: (0..<width).map { Digest.of([UInt8($0), UInt8(level)]) })
    }

    static func edition(_ id: String) -> StoredEdition {
        StoredEdition(id: Edition.ID(id), procedure: "p", text: Array("text of \(id)".utf8))
    }

    static func summary(
        _ subject: String, version: Int = 1, organ: Organ.ID = "town", stage: Stage.ID = "open",
        day: Int32 = 20_000, lapse: Int64? = nil
    ) -> CaseSummary {
        CaseSummary(
            subject: CaseFile.ID(subject), procedure: "p", organ: organ, stage: stage,
            isFinal: stage == "closed", outcome: nil, number: nil, opened: Day(number: day),
            last: Moment(seconds: 1), version: version, nextLapse: lapse.map { Moment(seconds: $0) }
        )
    }

    static func work(_ subject: CaseFile.ID, _ deadline: String, due: Int64? = nil) -> WorkItem {
        WorkItem(
            subject: subject, organ: "town", deadline: deadline, holder: "handler",
            due: due.map { Moment(seconds: $0) })
    }

    static func contribution(
        _ sequence: Int, _ figure: String, of subject: CaseFile.ID = "a-1", member: String? = nil,
        cell: String = "", day: Int32 = 20_000, organ: Organ.ID = "town", amount: Int = 1
    ) -> NumberedContribution {
        let name = FigureName(parsing: figure) ?? FigureName("m", "none")
        return NumberedContribution(
            sequence: sequence, subject: subject,
            contribution: Contribution(
                figure: name, organ: organ, day: Day(number: day), cell: cell, member: member,
                amount: amount))
    }
}
