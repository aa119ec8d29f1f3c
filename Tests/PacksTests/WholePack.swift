import Packs
import Testing

/// The sound pack, said with everything that a procedure can say; no story needs to be true under it.
enum WholePack {
    static let source = PackSource(name: "signboard", folder: "packs/signboard", files: files)

    static let files: [String: String] = {
        var files = SoundPack.files
        files["procedure.yaml"] = changes.reduce(SoundPack.procedure) {
            $0.replacingOnce($1.old, by: $1.new)
        }
        files["forms/decision.yaml"] = SoundPack.decision + more
        return files
    }()

    private static let more = """
          - {field: recused-person, title: {zh-Hans: 回避人, en: Recused}, type: person}
          - {field: extra-time, title: {zh-Hans: 延长时间, en: Extra time}, type: length}

        """

    private static let parameter = """
        parameters:
          - parameter: large
            title: {zh-Hans: 较大, en: Large}
            values:
              - {is: 15, when: {field: track, is: quick}, in-force: {from: 2024-01-01}}
              - {is: 10}
            basis: 招牌条例 3

        """

    private static let passing = """
        passing: {from: older, on: 2024-01-01, stages: {checking: review}, say: {zh-Hans: 衔接, en: Pass}, basis: 招牌条例 1}

        """

    private static let requires = """
        requires:
              - that:
                  all:
                    - {field: track, one-of: [ordinary, quick]}
                    - {any: [{not: {field: size, above: 12}}, {field: fee, at-least: {percent: 30, of: proposed-fee}}]}
                    - {field: erected-on, at-least: 2024-02-01}
                    - {field: size, at-most: {parameter: large}}
                    - {field: erected-on, at-most: {field: erected-on, plus: 3 days}}
                    - {times-done: extend-term, below: 2}
                    - {done: inspect, since: [correct, accept]}
                    - {done: accept, within: 2 years, of: erected-on}
                else: unfit
                say: {zh-Hans: 不合, en: Unfit}
                basis: 招牌条例 6
            recuses: recused-person
            undoes: correction
        """

    private static let pauses = """
        pauses:
              - {from: [ask-neighbours, inspect], until: [publish, object], ground: {zh-Hans: 勘查, en: Inspecting}, when: {field: size, above: 6}, basis: 招牌条例 5}
        """

    private static let changes: [(old: String, new: String)] = [
        ("number: {at: accept", "number: {at: [accept, decide]"),
        ("roles:\n", parameter + "roles:\n"),
        ("remedies:\n  - {remedy", passing + "remedies:\n  - {remedy"),
        ("within: 6 months", "within: 6 months, in-force: {from: 2024-02-01}"),
        (
            "    waits: {after: inspect",
            "    " + requires + "\n    waits: {after: inspect"
        ),
        (
            "    pauses:",
            "    counted-from: [apply, correct]\n    when: {field: size, above: 5}\n    " + pauses
        ),
        ("    extend: {by", "    restarts: correct\n    extend: {by"),
        ("length: 5 working-days", "field: extra-time, most: 5 working-days"),
        (
            "holder: applicant, lapse: {bar: object}",
            "holder: applicant, posted: erected-on, lapse: {bar: [object, pay]}"
        ),
        ("within: 15 days, from: decide", "within: 24 hours, from: decide"),
        ("silence: consent", "silence: consent, send-back: review"),
        (
            "mask: surname}",
            "mask: surname, kept-if: {field: track, is: quick}, because: {zh-Hans: 名称公开, en: Names are open}}"
        ),
        ("      - {field: size, mask: keep}", "      - {field: size, mask: drop}"),
        ("    by: publish", "    by: publish\n    withdrawn-by: object"),
    ]
}
