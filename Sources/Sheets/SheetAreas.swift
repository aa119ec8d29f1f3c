/// The areas of words that the sheets use.
package enum SheetAreas {
    package static let all: [any Phrase.Type] = []
}
