import Engine
import HTML
import Law
import Office
import Packs
import Sheets

/// A guide in the making: a procedure with all that its page tells, in the language of the reader.
struct Guide: Sendable {
    let frame: Frame
    let pack: AdmittedPack
    let organs: [District.Body]
    let wait: LongestWait
    /// How often outcomes came about in the last year, most often first.
    let results: [(title: Title, figure: Address, count: Int)]

    var procedure: Procedure { pack.procedure }
    var words: Words { frame.words }

    func callAsFunction(_ phrase: GuidePhrase) -> String { words(phrase) }
    func callAsFunction(_ phrase: GuidePhrase, _ places: [String: String]) -> String {
        words(phrase, places)
    }

    func cited(_ basis: [Basis]) -> HTML? { frame.citations(basis, of: procedure) }

    func steps(_ ids: [Step.ID]) -> HTML {
        frame.titleList(ids.compactMap { procedure.steps[$0]?.title })
    }

    /// The words in which a step is refused, each with its article.
    func requirements(_ rules: [Requirement]) -> HTML {
        ul {
            for rule in rules {
                li {
                    frame.titled(rule.say)
                    cited(rule.basis)
                }
            }
        }
    }

    /// The steps by which an organ takes up what a party has begun, where they ask for something.
    var acceptances: [Step] {
        let reached = Set(procedure.applications.compactMap(\.to))
        return procedure.steps.filter { step in
            guard case .stages(let stages) = step.place, !step.requirements.isEmpty else {
                return false
            }
            let isOfParty = step.by.contains { procedure.roles[$0]?.kind == .party }
            return !isOfParty && stages.contains { reached.contains($0) }
        }
    }
}
