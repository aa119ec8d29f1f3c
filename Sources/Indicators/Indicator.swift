package import Law

/// The definition of a figure as a fold over events (指标).
package struct Indicator: Named {
    package typealias ID = Identifier<Indicator>

    /// What an indicator counts on.
    package enum Trigger: Sendable, Equatable {
        /// Each act of one of these steps.
        case steps([Step.ID])
        /// A case file that gets one of these outcomes.
        case outcomes([Outcome.ID])
        /// A case file that reaches this stage.
        case stage(Stage.ID)
    }

    /// How a figure comes about.
    package enum Kind: Sendable, Equatable {
        case count(Trigger)
        case sum(Field.ID, minus: Field.ID?, at: Trigger)
        case distinct(Subject, at: Trigger)
        /// A share, its denominator stated.
        case ratio(of: ID, over: ID)
        /// What is open at the end of a day: all that came in, less all that went out.
        case stock(in: ID, out: ID)
    }

    /// Whose different values are counted.
    package enum Subject: Sendable, Equatable {
        case officers
        case field(Field.ID)
    }

    /// By what a count is broken down.
    package enum Breakdown: Sendable, Equatable {
        case outcome
        case field(Field.ID)
    }

    package let id: ID
    package let title: Title
    package let unit: String
    package let kind: Kind
    /// The condition under which it counts.
    package let condition: Condition?
    /// The figure it can never exceed.
    package let within: ID?
    package let breakdown: [Breakdown]
    /// The field naming the organ it is counted for; nil for the organ of the case file.
    package let organ: Field.ID?
    /// Decimals of a ratio in percent.
    package let digits: Int
    package let basis: [Basis]

    package init(
        id: ID, title: Title, unit: String, kind: Kind, condition: Condition?, within: ID?,
        breakdown: [Breakdown], organ: Field.ID?, digits: Int, basis: [Basis]
    ) {
        self.id = id
        self.title = title
        self.unit = unit
        self.kind = kind
        self.condition = condition
        self.within = within
        self.breakdown = breakdown
        self.organ = organ
        self.digits = digits
        self.basis = basis
    }

    /// What it counts on; nil for figures made of other figures.
    package var trigger: Trigger? {
        switch kind {
        case .count(let trigger), .sum(_, _, let trigger), .distinct(_, let trigger): trigger
        case .ratio, .stock: nil
        }
    }
}

/// The full name of a figure: matter and indicator, such as `reconsideration.accepted`.
package struct FigureName: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let matter: Procedure.Matter.ID
    package let indicator: Indicator.ID

    package init(_ matter: Procedure.Matter.ID, _ indicator: Indicator.ID) {
        self.matter = matter
        self.indicator = indicator
    }

    /// Reads `matter.indicator`; nil for anything else.
    package init?(parsing text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        self.init(Procedure.Matter.ID(String(parts[0])), Indicator.ID(String(parts[1])))
    }

    package var description: String { "\(matter).\(indicator)" }

    package static func < (left: FigureName, right: FigureName) -> Bool {
        left.description < right.description
    }
}
