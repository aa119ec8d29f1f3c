/// A text in the languages of the screens.
public struct Title: Hashable, Sendable {
    /// Simplified Chinese, as a government office writes it.
    public let chinese: String
    /// Plain English.
    public let english: String

    /// A text in both languages.
    public init(chinese: String, english: String) {
        self.chinese = chinese
        self.english = english
    }
}
