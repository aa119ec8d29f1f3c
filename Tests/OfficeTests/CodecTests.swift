import Engine
import Law
import Ledger
import Packs
import Testing

@testable import Office

/// What is written is what is read, to the byte.
@Suite struct CodecTests {
    struct Told {
        let event: Event
        let procedure: Procedure
    }

    /// Every event of every story of a pack.
    static func told(_ name: String) throws -> [Told] {
        let pack = try Repository.pack(name)
        let procedures = try Repository.packs.get().map(\.procedure)
        let elders = Dictionary(uniqueKeysWithValues: procedures.map { ($0.id, $0) })
        let teller = StoryTeller(
            pack: pack, elders: elders, calendar: try Repository.calendar.get())
        return try pack.scenarios.flatMap { scenario in
            let story = teller.tell(scenario)
            #expect(story.failure == nil, "\(scenario.place)")
            return try story.events.map { event in
                // A story names its editions after their procedures.
                Told(
                    event: event,
                    procedure: try #require(elders[Procedure.ID(event.edition.text)]))
            }
        }
    }

    private static func writer() -> EventWriter {
        EventWriter(authority: Bureau.authority, chance: SystemRandomNumberGenerator())
    }

    @Test(arguments: Repository.names)
    func everyEventOfEveryStoryReadsBackAsItWasWritten(name: String) throws {
        var writer = Self.writer()
        for told in try Self.told(name) {
            let stored = try writer.store(told.event, as: 7, under: told.procedure)
            let envelope = try Envelope(stored.envelope)
            #expect(try envelope.bytes() == stored.envelope)
            #expect(try EventReader(told.procedure).event(stored, envelope) == told.event)
            #expect(envelope.sequence == 7 && envelope.authority == Bureau.authority)
            #expect(envelope.personal != nil || stored.personal == nil)
        }
    }

    @Test(arguments: Repository.names)
    func everyPartIsCanonicalAndOpensItsCommitment(name: String) throws {
        var writer = Self.writer()
        for told in try Self.told(name) {
            let stored = try writer.store(told.event, as: 0, under: told.procedure)
            let envelope = try Envelope(stored.envelope)
            for sealed in [stored.record, stored.personal].compactMap({ $0 }) {
                #expect(try JSON(parsing: sealed.bytes).canonicalBytes() == sealed.bytes)
            }
            #expect(try stored.record.commitment().digest == envelope.record)
            #expect(try stored.personal?.commitment().digest == envelope.personal)
        }
    }

    @Test(arguments: Repository.names)
    func withoutItsPersonalPartAnEventSaysTheSameOfEverythingElse(name: String) throws {
        var writer = Self.writer()
        for told in try Self.told(name) {
            let stored = try writer.store(told.event, as: 0, under: told.procedure)
            let erased = StoredEvent(
                sequence: 0, subject: stored.subject, version: stored.version,
                envelope: stored.envelope, record: stored.record, personal: nil)
            let event = try EventReader(told.procedure).event(erased, Envelope(stored.envelope))
            #expect(event.withoutPersonal(told.procedure) == event)
            #expect(event == told.event.withoutPersonal(told.procedure))
        }
    }

    @Test func saltsAreNeverTheSameTwice() throws {
        var writer = Self.writer()
        let told = try #require(try Self.told("mediation").first)
        let twice = try (0..<2).map { _ in
            try writer.store(told.event, as: 0, under: told.procedure)
        }
        #expect(twice[0].record.bytes == twice[1].record.bytes)
        #expect(twice[0].record.salt != twice[1].record.salt)
        #expect(twice[0].envelope != twice[1].envelope)
    }

    @Test func anEnvelopeThatIsNotCanonicalIsRefused() throws {
        var writer = Self.writer()
        let told = try #require(try Self.told("mediation").first)
        let bytes = try writer.store(told.event, as: 0, under: told.procedure).envelope
        let spaced = [bytes[0], UInt8(ascii: " ")] + bytes.dropFirst()
        #expect(throws: (any Error).self) { try Envelope(spaced) }
        #expect(throws: (any Error).self) { try Envelope(Array(bytes.dropLast())) }
        #expect(throws: (any Error).self) { try Envelope([]) }
    }

    @Test func everyByteOfAnEnvelopeMattersToWhatIsRead() throws {
        var writer = Self.writer()
        let told = try #require(try Self.told("mediation").first)
        let bytes = try writer.store(told.event, as: 0, under: told.procedure).envelope
        let envelope = try Envelope(bytes)
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 0x01
            #expect((try? Envelope(changed)) != envelope, "byte \(place)")
        }
    }
}

extension Event {
    /// The event as it is once its personal part was erased.
    fileprivate func withoutPersonal(_ procedure: Procedure) -> Event {
        Event(
            subject: subject, version: version, recorded: recorded, effective: effective,
            organ: organ, edition: edition, fact: fact.withoutPersonal(procedure))
    }
}

extension Event.Fact {
    fileprivate func withoutPersonal(_ procedure: Procedure) -> Event.Fact {
        switch self {
        case .acted(var act):
            for (id, _) in act.fields where procedure.fields[id]?.personal ?? false {
                act.fields[id] = .erased
            }
            if procedure.roles[act.role]?.kind == .party { act.people = act.people.map(\.nameless) }
            return .acted(act)
        case .consulted(let rule, let move, let person):
            let isParty = procedure.asksParty(rule, in: move)
            return .consulted(rule, move, by: isParty ? person?.nameless : person)
        case .remarked(let remark):
            let by = remark.by.organ == nil ? remark.by.nameless : remark.by
            return .remarked(
                Remark(remark.kind, Value.erased.description, held: remark.held, by: by))
        case .passed, .assigned, .erased: return self
        }
    }
}

extension Participant {
    fileprivate var nameless: Participant {
        Participant(
            id: id, name: Value.erased.description, organ: organ, roles: roles,
            certificate: certificate)
    }
}
