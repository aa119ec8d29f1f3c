/// The areas of words that the sheets use.
package enum SheetAreas {
    package static let all: [any Phrase.Type] = [
        CasePhrase.self, DuePhrase.self, RefusalPhrase.self, TimePhrase.self, FestivalPhrase.self,
        ReportPhrase.self, UnitPhrase.self, ConditionPhrase.self, RuleTextPhrase.self,
    ]
}
