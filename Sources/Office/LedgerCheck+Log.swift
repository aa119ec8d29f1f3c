import Engine
import Law
import Ledger

extension LedgerCheck {
    /// Goes through the log in order: columns, envelopes, commitments, names and numbers; rebuilds the tree and its tiles.
    struct LogCheck {
        let authority: String
        let packs: [Edition.ID: AdmittedPack]
        let signed: Checkpoint?
        let reader: any JournalReader
        private(set) var tree = Tree()
        private(set) var tiles = 0
        /// The rightmost tile of each level, as long as it is not full.
        private var edge: [Int: Tile] = [:]
        private var counters: [String: Int] = [:]
        /// The first record that is wrong by itself.
        private var record: Problem?
        /// The first place where stored tiles and rebuilt ones differ; the root decides which of them is wrong.
        private var difference: (tile: Tile.Address, sequence: Int)?

        init(
            authority: String, packs: [Edition.ID: AdmittedPack], signed: Checkpoint?,
            reader: any JournalReader
        ) {
            self.authority = authority
            self.packs = packs
            self.signed = signed
            self.reader = reader
        }

        /// The first problem in order of the log.
        mutating func run() throws -> Problem? {
            do {
                try reader.forEachEvent(.sequence) { try take($0) }
                try finish()
            } catch let problem as Problem {
                return record ?? problem
            }
            return record
        }

        private mutating func take(_ event: StoredEvent) throws {
            guard event.sequence == tree.size else { throw missing(at: tree.size) }
            if record == nil { record = problem(in: event) }
            tree.append(event.leaf)
            if tree.size % Tile.fullWidth == 0 { try compareTiles() }
        }

        private func missing(at sequence: Int) -> Problem {
            Problem("the record is missing from the log", at: sequence)
        }
    }
}

// MARK: - One record

extension LedgerCheck.LogCheck {
    private mutating func problem(in event: StoredEvent) -> LedgerCheck.Problem? {
        do {
            let envelope = try Envelope(event.envelope)
            try columns(event, envelope)
            try commitments(event, envelope)
            try names(event, envelope)
            return nil
        } catch {
            return LedgerCheck.Problem("\(error)", at: event.sequence, of: event.subject)
        }
    }

    private func columns(_ event: StoredEvent, _ envelope: Envelope) throws {
        guard envelope.sequence == event.sequence, envelope.subject == event.subject,
            envelope.version == event.version, envelope.authority == authority
        else {
            throw Damage(
                "the envelope is of event \(envelope.sequence), case file \(envelope.subject), version \(envelope.version) of \(envelope.authority)"
            )
        }
        guard let pack = packs[envelope.edition] else {
            throw Damage("edition \(envelope.edition) is not in the journal")
        }
        guard pack.procedure.id == envelope.procedure else {
            throw Damage(
                "edition \(envelope.edition) is of '\(pack.procedure.id)', not '\(envelope.procedure)'"
            )
        }
    }

    private func commitments(_ event: StoredEvent, _ envelope: Envelope) throws {
        guard try event.record.commitment().digest == envelope.record else {
            throw Damage("the record is not the one that the envelope commits to")
        }
        guard let personal = event.personal else { return }
        guard try personal.commitment().digest == envelope.personal else {
            throw Damage("the personal part is not the one that the envelope commits to")
        }
    }

    /// Case files of a matter are named, and files of a pattern numbered, without gaps in order of the log.
    private mutating func names(_ event: StoredEvent, _ envelope: Envelope) throws {
        guard let procedure = packs[envelope.edition]?.procedure else { return }
        if event.version == 1 {
            let (counter, prefix) = CaseName.counter(procedure.matter, envelope.effective.day.year)
            let expected = CaseName.text(prefix, next(counter))
            guard expected == event.subject.text else {
                throw Damage("the next case file of its matter and year is \(expected)")
            }
        }
        guard let rule = procedure.numbering, let step = envelope.step, rule.at.contains(step)
        else { return }
        let record = RecordReader(try JSON(parsing: event.record.bytes), what: "record")
        guard let number = record.optionalText("number") else { return }
        let series = rule.marked(record.optionalText("mark") ?? "")
        guard let (n, year) = series.reading(number) else {
            throw Damage("'\(number)' is not a number as '\(series.pattern)' writes it")
        }
        let expected = next(series.counter(in: year))
        guard n == expected else {
            throw Damage("'\(number)' is out of turn: number \(expected) comes next")
        }
    }

    private mutating func next(_ counter: String) -> Int {
        counters[counter, default: 0] += 1
        return counters[counter, default: 0]
    }
}

// MARK: - The tree

extension LedgerCheck.LogCheck {
    /// Compares what is full now with what is stored, and keeps what is not full yet.
    private mutating func compareTiles() throws {
        for tile in tree.takeChanges() {
            if tile.digests.count == Tile.fullWidth {
                edge[tile.address.level] = nil
                try compare(tile)
            } else {
                edge[tile.address.level] = tile
            }
        }
    }

    private mutating func compare(_ tile: Tile) throws {
        tiles += 1
        guard difference == nil else { return }
        let stored: [Digest]
        do {
            stored = try reader.tile(tile.address) ?? []
        } catch is Damage {
            stored = []
        }
        guard stored != tile.digests else { return }
        let place =
            zip(stored, tile.digests).enumerated().first { $1.0 != $1.1 }?.offset ?? stored.count
        let height = Tile.height * tile.address.level
        difference = (tile.address, (tile.address.index << Tile.height + place) << height)
    }

    /// Compares the tree with what the log signed, and decides whether a record or a tile is wrong where they differ.
    private mutating func finish() throws {
        try compareTiles()
        for (_, tile) in edge.sorted(by: { $0.key < $1.key }) { try compare(tile) }
        let size = signed?.size ?? 0
        if tree.size < size {
            throw LedgerCheck.Problem("the record is missing from the log", at: tree.size)
        }
        if tree.size > size {
            throw LedgerCheck.Problem("the checkpoint does not cover the record", at: size)
        }
        if let signed, signed.root != tree.root {
            throw LedgerCheck.Problem(
                "the envelope is not the one that the log signed", at: difference?.sequence ?? 0)
        }
        if let difference {
            throw LedgerCheck.Problem(
                "tile \(difference.tile.level)/\(difference.tile.index) is not that of the log's events"
            )
        }
        let stored = try reader.tileCount()
        guard stored == tiles else {
            throw LedgerCheck.Problem("\(stored) tiles are stored where the log has \(tiles)")
        }
    }
}
