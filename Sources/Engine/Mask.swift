public import Law

extension CaseFile {
    /// What the public sees of a published field; nil where nothing is shown.
    public func shown(
        _ entry: PublicationRule.Entry, in now: Circumstances, under procedure: Procedure
    ) -> String? {
        fields[entry.field].flatMap {
            mask(of: entry, in: now, under: procedure).apply(to: $0.description)
        }
    }

    /// How a published field is masked in this file.
    public func mask(
        of entry: PublicationRule.Entry, in now: Circumstances, under procedure: Procedure
    ) -> PublicationRule.Mask {
        let isKept = entry.keptIf.map { holds($0, in: now, under: procedure) } ?? false
        return isKept ? .keep : entry.mask
    }

    /// A text shown whole in which a masked value could be read, with the field of that value; nil if there is none.
    func unmasked(
        _ rule: PublicationRule, in now: Circumstances, under procedure: Procedure
    ) -> (shown: Field.ID, masked: Field.ID)? {
        let kept = rule.entries.filter { mask(of: $0, in: now, under: procedure) == .keep }
        let shown = Set(kept.map(\.field))
        let hidden = procedure.fields.filter { $0.personal && !shown.contains($0.id) }
            .compactMap { field -> (Field.ID, String)? in
                guard case .text(let text) = fields[field.id], text.count >= 2 else { return nil }
                return (field.id, text)
            }
        for entry in kept {
            guard case .text(let text) = fields[entry.field] else { continue }
            if let found = hidden.first(where: { text.contains($0.1) }) {
                return (entry.field, found.0)
            }
        }
        return nil
    }
}

extension PublicationRule.Mask {
    /// The text as the mask leaves it; what is masked is removed, not covered.
    public func apply(to text: String) -> String? {
        switch self {
        case .keep: text
        case .surname: Self.surname(of: text).map { "\($0)某" }
        case .lastFour: text.count > 4 ? "＊\(text.suffix(4))" : nil
        case .drop: nil
        }
    }

    /// The family name: of two characters where it is a known compound one, the first character of another Chinese name,
    /// and the initial of a name in other letters; nil for blanks.
    private static func surname(of text: String) -> String? {
        let name = text.drop {
            $0.isWhitespace || $0 == "\u{3000}" || $0 == "\u{3164}" || $0 == "\u{200B}"
        }
        let compound = name.prefix(2)
        if name.count > 2, compoundSurnames.contains(String(compound)) { return String(compound) }
        return name.first.map(String.init)
    }

    /// The compound family names in use (复姓).
    private static let compoundSurnames: Set<String> = [
        "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛",
        "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容",
        "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马",
        "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐",
        "段干", "百里", "呼延", "东郭", "南门", "羊舌", "微生", "梁丘", "左丘", "东门", "西门", "第五",
    ]
}
