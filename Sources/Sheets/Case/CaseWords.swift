import Engine
package import Law
package import Office
package import Packs

/// Names and values as people read them, for one procedure in one district.
package struct CaseWords: Sendable {
    package let procedure: Procedure
    package let district: District?
    /// The names of those who took part, as the record knows them.
    package let names: [Person.ID: String]
    package let words: Words

    package init(
        procedure: Procedure, district: District?, names: [Person.ID: String], words: Words
    ) {
        self.procedure = procedure
        self.district = district
        self.names = names
        self.words = words
    }

    /// The same names in the language of the law.
    package var inChinese: CaseWords {
        CaseWords(
            procedure: procedure, district: district, names: names, words: words.inChinese)
    }

    func callAsFunction(_ phrase: CasePhrase) -> String { words(phrase) }
    func callAsFunction(_ phrase: CasePhrase, _ places: [String: String]) -> String {
        words(phrase, places)
    }

    package func title(_ title: Title) -> String { words.title(title) }
    package func organ(_ id: Organ.ID) -> String {
        district?.title(of: id).map { title($0) } ?? id.text
    }
    package func role(_ id: Role.ID) -> String {
        id == Role.law ? words(CasePhrase.byLaw) : of(procedure.roles[id]?.title, id)
    }
    package func step(_ id: Step.ID) -> String { of(procedure.steps[id]?.title, id) }
    package func stage(_ id: Stage.ID) -> String { of(procedure.stages[id]?.title, id) }
    package func outcome(_ id: Outcome.ID) -> String { of(procedure.outcomes[id]?.title, id) }
    package func field(_ id: Field.ID) -> String { of(procedure.fields[id]?.title, id) }
    package func document(_ id: DocumentKind.ID) -> String {
        of(procedure.documents[id]?.title, id)
    }
    package func consultation(_ id: ConsultationRule.ID) -> String {
        of(procedure.consultations[id]?.title, id)
    }
    /// The first line of the notice's text, which is Chinese.
    package func notice(_ id: NoticeText.ID) -> String {
        let text = procedure.notices[id]?.template ?? ""
        return text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? id.text
    }

    /// A deadline's or a consultation's title.
    package func term(_ id: String) -> String {
        procedure.timeLimits[TimeLimit.ID(id)].map { title($0.title) }
            ?? consultation(ConsultationRule.ID(id))
    }

    /// An officer's name, or a party's as the case file knows it.
    package func person(_ id: Person.ID) -> String {
        names[id] ?? district?.officer(id)?.name ?? id.text
    }

    package func value(_ value: Value, of field: Field.ID) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .money(let money): words.money(money)
        case .day(let day): words.day(day)
        case .flag(let flag): words(flag ? CasePhrase.yes : .no)
        case .choice(let choice): self.choice(choice, of: field)
        case .organ(let id): organ(id)
        case .person(let id): person(id)
        case .length(let length): words.length(length)
        case .erased: words(CasePhrase.erasedValue)
        }
    }

    private func choice(_ choice: String, of field: Field.ID) -> String {
        guard case .choice(let choices) = procedure.fields[field]?.kind else { return choice }
        return choices[Field.Choice.ID(choice)].map { title($0.title) } ?? choice
    }

    private func of<Subject>(_ known: Title?, _ id: Identifier<Subject>) -> String {
        known.map(title) ?? id.text
    }

    /// `海淀区司法局（张三）`.
    func named(_ title: String, _ name: String) -> String {
        words(CasePhrase.named, ["title": title, "name": name])
    }

    func listed(_ texts: [String]) -> String { texts.joined(separator: words(CasePhrase.listed)) }
}

extension CaseRecord {
    /// The names of all who acted, approved or answered.
    package var names: [Person.ID: String] {
        let people = entries.flatMap { entry -> [Participant] in
            switch entry.event.fact {
            case .acted(let act): act.people + [act.approver].compactMap { $0 }
            case .consulted(_, _, let person): [person].compactMap { $0 }
            case .assigned(_, let person): [person]
            case .remarked(let remark): [remark.by]
            case .passed, .erased: []
            }
        }
        return Dictionary(people.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    }
}
