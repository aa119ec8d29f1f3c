import Law

/// What checks rules for a step on an occasion.
protocol RuleCheck {
    var step: Step { get }
    var occasion: Occasion { get }
}

extension RuleCheck {
    var procedure: Procedure { occasion.procedure }

    func isByPeople() throws(Refusal) {
        if step.isByLaw { throw refusal(.byLawOnly, "只因期限届满而发生，不能由人作出") }
    }

    /// A refusal; unless said otherwise it concerns the step, and rests on the step's own articles.
    func refusal(
        _ code: Refusal.Code, _ reason: String, field: String? = nil, basis: [Basis]? = nil
    ) -> Refusal {
        Refusal(
            code, field: field ?? step.id.text, step.title.chinese + "：" + reason,
            basis: basis ?? step.basis)
    }
}
