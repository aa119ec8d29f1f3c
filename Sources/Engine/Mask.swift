public import Law

extension CaseFile {
    /// What the public sees of a published field; nil where nothing is shown.
    public func shown(_ entry: PublicationRule.Entry) -> String? {
        fields[entry.field].flatMap { entry.mask.apply(to: $0.description) }
    }
}

extension PublicationRule.Mask {
    /// The text as the mask leaves it; what is masked is removed, not covered.
    public func apply(to text: String) -> String? {
        switch self {
        case .keep: text
        case .surname: text.first.map { "\($0)某" }
        case .lastFour: text.count > 4 ? "＊\(text.suffix(4))" : nil
        case .drop: nil
        }
    }
}
