package import Engine
package import Law

/// A request to the hotline as the public may see it: neither who asked nor what was said.
package struct PublicRequest: Sendable, Equatable {
    package let subject: CaseFile.ID
    /// Its class, once the hotline has told it.
    package let kind: String?
    /// The unit that handles it, or else the organ of the file.
    package let organ: Organ.ID
    package let opened: Moment
    package let last: Moment
    package let due: Moment?
    package let isOpen: Bool
    package let stage: Stage.ID
    package let outcome: Outcome.ID?
}

/// Which requests to list, the newest first.
package struct RequestQuery: Sendable {
    package var days: ClosedRange<Day>
    package var isOpen: Bool?
    /// Their classes; empty for all.
    package var kinds: Set<String> = []
    package var limit = 50

    package init(days: ClosedRange<Day>) {
        self.days = days
    }
}

/// What somebody asks of the hotline from outside.
package struct HotlineRequest: Sendable {
    /// One of the classes that the hotline knows.
    package let kind: String
    package let words: String
    package let name: String
    package let phone: String
    package let place: String

    package init(kind: String, words: String, name: String, phone: String, place: String) {
        self.kind = kind
        self.words = words
        self.name = name
        self.phone = phone
        self.place = place
    }
}

extension Office {
    /// The procedure of the hotline, with the field by which it classifies.
    package static let hotline: Procedure.ID = "hotline"
    package static let hotlineClass: Field.ID = "class"
    /// How one stands in the record who gives no name.
    private static let unnamedCaller = "网络诉求人"
    /// How many requests are looked through at most to find those of some class.
    private static let mostLookedThrough = 300

    /// Requests as the public may see them.
    package nonisolated func publicRequests(_ query: RequestQuery) async throws -> [PublicRequest] {
        try await journal.read { [shelf, calendar] reader in
            var cases = CaseQuery()
            cases.procedure = Self.hotline
            cases.days = query.days
            cases.isOpen = query.isOpen
            cases.order = .newestName
            cases.limit = query.kinds.isEmpty ? query.limit : Self.mostLookedThrough
            var found: [PublicRequest] = []
            for summary in try reader.cases(cases) where found.count < query.limit {
                let record = try reader.record(of: summary.subject, from: shelf)
                let request = PublicRequest(record, by: calendar)
                let isWanted =
                    query.kinds.isEmpty || request.kind.map(query.kinds.contains) ?? false
                if isWanted { found.append(request) }
            }
            return found
        }
    }

    /// One request as the public may see it; nil where there is none of that name.
    package nonisolated func publicRequest(_ subject: CaseFile.ID) async throws -> PublicRequest? {
        try await journal.read { [shelf, calendar] reader in
            guard !(try reader.events(of: subject)).isEmpty else { return nil }
            let record = try reader.record(of: subject, from: shelf)
            guard record.file.procedure == Self.hotline else { return nil }
            return PublicRequest(record, by: calendar)
        }
    }

    /// Puts a request to the hotline.
    package nonisolated func ask(
        hotline request: HotlineRequest, by viewer: Viewer
    ) async throws -> Performed {
        guard let pack = try await packs().first(where: { $0.procedure.id == Self.hotline }) else {
            throw Refusal(.unknownProcedure, field: "procedure", "没有热线程序")
        }
        var kind = request.kind
        if case .choice(let choices) = pack.procedure.fields[Self.hotlineClass]?.kind {
            kind = choices[Field.Choice.ID(kind)]?.title.chinese ?? kind
        }
        var draft = Draft(
            id: "hotline", owner: viewer.trailName, procedure: Self.hotline, subject: nil,
            step: "raise")
        draft.organ = try await organs(for: pack.procedure).first?.text
        draft.fields = [
            "channel": "online", "caller-name": request.name, "phone": request.phone,
            "place": request.place, "request": "\(kind)：\(request.words)",
        ]
        let name = request.name.isEmpty ? Self.unnamedCaller : request.name
        return try await perform(draft, partyName: name, by: viewer)
    }
}

extension PublicRequest {
    init(_ record: CaseRecord, by calendar: WorkingCalendar) {
        let file = record.file
        let procedure = record.edition.procedure
        subject = file.id
        if case .choice(let choice) = file.fields[Office.hotlineClass] {
            kind = choice
        } else {
            kind = nil
        }
        organ = file.organ(in: "unit") ?? file.organ
        opened = file.deeds.first?.at ?? file.last
        last = file.last
        due =
            file.deadlines.filter { $0.isRunning && $0.limit.isDuty }
            .compactMap { $0.due(by: calendar)?.moment }.min()
        isOpen = !(procedure.stages[file.stage]?.isFinal ?? false)
        stage = file.stage
        outcome = file.outcome
    }
}
