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
            basis: procedure.inForce(basis ?? step.basis, on: occasion.effective.day))
    }
}

extension Procedure {
    /// The citations that hold on a day: a rule that outlives a change of law cites the articles of both texts, each for
    /// its days.
    func inForce(_ basis: [Basis], on day: Day) -> [Basis] {
        basis.filter { cited in
            provisions[Provision.ID(cited.text)].map { $0.inForce.contains(day) } ?? true
        }
    }
}
