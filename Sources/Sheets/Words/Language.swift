/// A language of the screens.
package enum Language: String, Sendable, Hashable, CaseIterable {
    case zhHans = "zh-Hans"
    case zhHant = "zh-Hant"
    case en = "en"

    /// Whether it is written in Chinese characters, so that Chinese titles can be read in it.
    package var isChinese: Bool {
        switch self {
        case .zhHans, .zhHant: true
        case .en: false
        }
    }
}
