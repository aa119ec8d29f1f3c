import Engine
import Indicators
import Law
import Ledger
import Packs

/// One transaction of the office: decides, appends, and projects what it touched when it finishes.
struct Session {
    let authority: String
    let calendar: WorkingCalendar
    let clock: Office.Clock
    let writer: any JournalWriter
    var cache: CaseCache
    private var events: EventWriter
    private var touched: [CaseFile.ID: CaseFile] = [:]
    private var contributions: [NumberedContribution] = []
    private var counters: [String: Int] = [:]

    init(
        authority: String, calendar: WorkingCalendar, clock: Office.Clock, cache: CaseCache,
        shelf: EditionShelf, writer: any JournalWriter
    ) throws {
        self.authority = authority
        self.calendar = calendar
        self.clock = clock
        self.writer = writer
        self.cache = cache
        events = EventWriter(authority: authority, chance: SystemRandomNumberGenerator())
        try refresh(from: shelf)
    }

    /// Starts from the journal if somebody else wrote or admitted meanwhile, or nothing was read yet.
    private mutating func refresh(from shelf: EditionShelf) throws {
        let size = try writer.size()
        if cache.tree.size != size {
            cache = CaseCache()
            cache.tree = try Tree(size: size) { try writer.tile($0) ?? [] }
        }
        guard try cache.editions.count != writer.editionCount() else { return }
        for stored in try writer.editions() {
            if cache.editions[stored.id] == nil {
                let pack = try shelf.pack(stored)
                guard pack.edition.id == stored.id else {
                    throw Damage("edition \(stored.id) is not the SHA-256 of its text")
                }
                cache.editions[stored.id] = pack
            }
            cache.newest[stored.procedure.text] = stored.id
        }
    }

    /// Decides one request; a refusal is an answer, anything else ends the transaction.
    mutating func decide(_ request: Request) throws -> Result<Receipt, any Error> {
        do {
            guard let once = request.once else { return .success(try happen(request)) }
            return .success(try happen(request, once: once))
        } catch let refusal as Refusal {
            return .failure(refusal)
        }
    }

    /// Answers what happened under the name before, or has it happen and remembers it in the same transaction.
    private mutating func happen(_ request: Request, once: Once) throws -> Receipt {
        guard let done = try writer.once(once.name) else {
            let receipt = try happen(request)
            let done = Done(
                request: once.request, subject: receipt.file.id, sequence: receipt.sequence,
                count: receipt.events.count)
            try writer.put(done, once: once.name)
            return receipt
        }
        guard done.request == once.request else {
            throw Refusal(.onceOnly, field: "once", "此事项只能办理一次，已经以其他内容办理")
        }
        let events = try (done.sequence..<(done.sequence + done.count)).map { sequence in
            guard let stored = try writer.event(at: sequence) else {
                throw Damage("event \(sequence) is missing")
            }
            let envelope = try Envelope(stored.envelope)
            return try EventReader(edition(envelope.edition).procedure).event(stored, envelope)
        }
        return Receipt(file: try file(done.subject), events: events, sequence: done.sequence)
    }

    private mutating func happen(_ request: Request) throws -> Receipt {
        switch request.target {
        case .opening(let procedure, let organ):
            guard let pack = cache.newest[procedure.text].flatMap({ cache.editions[$0] }) else {
                throw Refusal(
                    .unknownProcedure, field: "procedure", "没有“\(procedure.text.prefix(64))”这一程序")
            }
            let moments = try moments(request)
            let (name, prefix) = CaseName.counter(
                pack.procedure.matter, moments.effective.day.year)
            let next = try counter(name) + 1
            let subject = CaseFile.ID(CaseName.text(prefix, next))
            let receipt = try apply(request.command, to: nil, subject, organ, pack, moments)
            counters[name] = next
            return receipt
        case .running(let subject, let expecting):
            let file = try file(subject)
            guard expecting == nil || expecting == file.version else {
                throw Refusal(
                    .versionConflict, field: "version",
                    "案卷已有\(file.version)项记录，与所见的第\(expecting ?? 0)项不同；请重新查看后再办理")
            }
            let moments = try moments(request)
            if case .pass = request.command { return try pass(file, moments) }
            let pack = try edition(file.edition)
            return try apply(request.command, to: file, subject, file.organ, pack, moments)
        }
    }

    /// Passes a file over to the newest edition that takes it, once the law has acted under the old one.
    private mutating func pass(
        _ file: CaseFile, _ moments: (recorded: Moment, effective: Moment)
    ) throws -> Receipt {
        let successor = cache.newest.values.compactMap { cache.editions[$0] }.first { pack in
            pack.procedure.passing.contains { $0.from == file.procedure }
        }
        guard let successor else {
            throw Refusal(
                .cannotPass, field: "procedure", "没有接续\(file.procedure)的程序")
        }
        let occasion = Occasion(
            subject: file.id, organ: file.organ, edition: try edition(file.edition).edition,
            recorded: moments.recorded, effective: moments.effective, calendar: calendar,
            nextNumber: 0)
        guard lapses(of: file, in: occasion).isEmpty else {
            throw Refusal(
                .cannotPass, field: "case", "有期限已经届满，应当先依原规定处理（yifa case settle）")
        }
        return try apply(.pass, to: file, file.id, file.organ, successor, moments)
    }

    private mutating func apply(
        _ command: Command, to file: CaseFile?, _ subject: CaseFile.ID, _ organ: Organ.ID,
        _ pack: AdmittedPack, _ moments: (recorded: Moment, effective: Moment)
    ) throws -> Receipt {
        let mark = try mark(of: organ, pack.procedure)
        let (next, counterName) = try nextNumber(
            for: file, pack.procedure, moments.effective.day.year, mark)
        let occasion = Occasion(
            subject: subject, organ: organ, edition: pack.edition, recorded: moments.recorded,
            effective: moments.effective, calendar: calendar, nextNumber: next, mark: mark)
        let command = command.reduced(to: pack.procedure)
        let happened = try Engine.decide(command, on: file, in: occasion)
        let first = cache.tree.size
        let after = try append(happened, to: file)
        if after.number != nil, let counterName { counters[counterName] = next }
        return Receipt(file: after, events: happened, sequence: first)
    }

    /// The number that the next numbered case file gets; none for a file that has one.
    private func nextNumber(
        for file: CaseFile?, _ procedure: Procedure, _ year: Int, _ mark: String?
    ) throws -> (Int, String?) {
        guard let rule = procedure.numbering, file?.number == nil else { return (0, nil) }
        let name = rule.marked(mark ?? "").counter(in: year)
        return (try counter(name) + 1, name)
    }

    /// The mark of the handling organ; nil where it has none, or the numbers carry none.
    private mutating func mark(of organ: Organ.ID, _ procedure: Procedure) throws -> String? {
        guard procedure.numbering?.isMarked ?? false else { return nil }
        let competence = try cache.competence ?? KeptDistrict(reader: writer).competence()
        cache.competence = competence
        return competence.mark(of: organ, under: procedure)
    }

    private func counter(_ name: String) throws -> Int {
        try counters[name] ?? writer.counter(name)
    }

    /// Recorded now, effective when asked, but not in the future: nothing is recorded before it has happened.
    private func moments(_ request: Request) throws(Refusal) -> (
        recorded: Moment, effective: Moment
    ) {
        switch clock {
        case .system(let now):
            let recorded = now()
            let effective = request.effective ?? recorded
            try effective.hasCome(by: recorded)
            return (recorded, effective)
        case .told:
            let effective = request.effective ?? Moment(Day.earliest)
            return (effective, effective)
        }
    }
}

// MARK: - Appending

extension Session {
    /// Keeps at which entry an edition was used first.
    private mutating func use(_ edition: Edition.ID, at sequence: Int) throws {
        guard cache.used.insert(edition).inserted else { return }
        let name = EditionUse.counter(edition)
        if try writer.counter(name) == 0 { counters[name] = sequence + 1 }
    }

    private mutating func append(_ happened: [Event], to file: CaseFile?) throws -> CaseFile {
        var current = file
        for event in happened {
            let pack = try edition(event.edition)
            guard let next = evolve(current, by: event, under: pack.edition) else {
                throw Damage("an event that opens nothing: \(event.subject)")
            }
            let sequence = cache.tree.size
            let stored = try events.store(event, as: sequence, under: pack.procedure)
            try writer.append(stored)
            cache.tree.append(stored.leaf)
            try use(event.edition, at: sequence)
            for document in next.held.dropFirst(current?.held.count ?? 0) {
                try writer.file(document.digest, in: next.id.text, at: event.recorded)
            }
            contributions += pack.contributions(
                of: event, before: current, after: next, by: calendar
            )
            .map {
                NumberedContribution(
                    sequence: sequence, subject: event.subject, contribution: $0)
            }
            current = next
        }
        guard let current else { throw Damage("a decision without an event") }
        touched[current.id] = current
        return current
    }

    /// Lets the law act by itself in one case file.
    mutating func settle(_ subject: CaseFile.ID, before moment: Moment) throws -> Bool {
        let file = try file(subject)
        let pack = try edition(file.edition)
        let mark = try mark(of: file.organ, pack.procedure)
        let (next, counterName) = try nextNumber(for: file, pack.procedure, moment.day.year, mark)
        let occasion = Occasion(
            subject: subject, organ: file.organ, edition: pack.edition,
            recorded: clock.recording(at: moment), effective: moment, calendar: calendar,
            nextNumber: next, mark: mark)
        let happened = lapses(of: file, in: occasion)
        guard !happened.isEmpty else { return false }
        let after = try append(happened, to: file)
        if after.number != nil, let counterName { counters[counterName] = next }
        return true
    }

    mutating func erase(_ subject: CaseFile.ID, ground: String) throws -> Receipt {
        let file = try file(subject)
        let pack = try edition(file.edition)
        let recorded = max(clock.recording(at: file.last), file.last)
        let event = Event(
            subject: subject, version: file.version + 1, recorded: recorded, effective: recorded,
            organ: file.organ, edition: pack.edition.id, fact: .erased(ground: ground))
        let first = cache.tree.size
        let after = try append([event], to: file)
        try writer.erasePersonal(of: subject)
        let drafted = file.held.isEmpty ? [] : try writer.digestsInDrafts()
        for document in file.held {
            try writer.release(
                document.digest, by: subject.text, unlessIn: drafted, at: recorded)
        }
        return Receipt(file: after, events: [event], sequence: first)
    }

    /// Writes what was gathered: projections, counters, tiles and the signed checkpoint.
    mutating func finish(signedBy key: SigningKey) throws {
        for file in touched.values.sorted(by: { $0.id < $1.id }) {
            let procedure = try edition(file.edition).procedure
            let summary = file.summary(under: procedure, by: calendar)
            try writer.project(
                summary, index: file.index(under: procedure),
                work: file.work(under: procedure, by: calendar))
            cache.remember(file, isFinal: summary.isFinal)
        }
        try writer.add(contributions)
        for (name, value) in counters.sorted(by: { $0.key < $1.key }) {
            try writer.set(counter: name, to: value)
        }
        let tiles = cache.tree.takeChanges()
        for tile in tiles { try writer.put(tile) }
        if !tiles.isEmpty {
            let checkpoint = try Checkpoint(
                origin: key.verifier.name, size: cache.tree.size, root: cache.tree.root)
            try writer.put(checkpoint: checkpoint.signed(by: key))
        }
        cache.forgetIfFull()
    }

    func edition(_ id: Edition.ID) throws -> AdmittedPack {
        guard let pack = cache.editions[id] else {
            throw Damage("edition \(id) is not in the journal")
        }
        return pack
    }

    /// The case file as this transaction sees it.
    private func file(_ subject: CaseFile.ID) throws -> CaseFile {
        if let file = touched[subject] ?? cache[subject] { return file }
        let stored = try writer.events(of: subject)
        guard !stored.isEmpty else {
            throw Refusal(.unknownCase, field: "case", "没有案卷“\(subject.text.prefix(64))”")
        }
        return try replay(stored, editions: cache.editions)
    }
}

extension Moment {
    /// Refuses what has not happened yet.
    func hasCome(by now: Moment) throws(Refusal) {
        guard self > now else { return }
        throw Refusal(.inFuture, field: "day", "\(wallTime) 尚未到来，不能记录")
    }
}

extension Office.Clock {
    func recording(at told: Moment) -> Moment {
        switch self {
        case .system(let now): now()
        case .told: told
        }
    }
}

/// The case file that stored events make.
func replay(
    _ stored: [StoredEvent], editions: [Edition.ID: AdmittedPack]
) throws -> CaseFile {
    var file: CaseFile?
    for one in stored {
        let envelope = try Envelope(one.envelope)
        guard let pack = editions[envelope.edition] else {
            throw Damage("edition \(envelope.edition) is not in the journal")
        }
        let event = try EventReader(pack.procedure).event(one, envelope)
        file = evolve(file, by: event, under: pack.edition)
    }
    guard let file else {
        throw Damage("events that open nothing: \(stored.first?.subject.text ?? "")")
    }
    return file
}

extension Command {
    /// The command with people reduced to the roles that matter, so that the record holds what was decided on.
    fileprivate func reduced(to procedure: Procedure) -> Command {
        switch self {
        case .act(var act):
            act.people = act.people.map { $0.reduced(to: [act.role]) }
            let approving = procedure.steps[act.step]?.people.approvedBy
            act.approver = act.approver?.reduced(to: Set([approving].compactMap { $0 }))
            return .act(act)
        case .consult(let rule, let move, let person):
            let asking =
                procedure.consultations[rule].flatMap { procedure.steps[$0.askedBy]?.by } ?? []
            return .consult(rule, move, by: person?.reduced(to: Set(asking)))
        case .pass: return self
        case .assign(let person, let assigner):
            return .assign(to: person, by: assigner.reduced(to: []))
        case .remark(let remark):
            return .remark(
                Remark(remark.kind, remark.text, held: remark.held, by: remark.by.reduced(to: [])))
        }
    }
}

extension Participant {
    fileprivate func reduced(to wanted: Set<Role.ID>) -> Participant {
        Participant(
            id: id, name: name, organ: organ, roles: roles.intersection(wanted),
            certificate: certificate)
    }
}
