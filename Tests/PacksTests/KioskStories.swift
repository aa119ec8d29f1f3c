extension KioskPack {
    /// A correction posted on the last day arrives three days after the law had closed the file.
    ///
    /// Thirty days from Friday 1 March end on Sunday 31 March; the term stands still from the 5th until the 15th: ten days.
    static let posted = """
        scenario: {zh-Hans: 在期限内交邮的不算逾期, en: Posted in time is in time}
        proves: 摊亭条例 1
        story:
          - {day: 2024-03-04, by: applicant, does: apply, with: {filed-on: 2024-03-01, kind: citizen}, due: {examination: 2024-03-11, whole: 2024-04-01}}
          - {day: 2024-03-05, by: handler, does: ask-correction, due: {correction: 2024-03-12}}
          - {day: 2024-03-12, by: law, does: abandon}
          - {day: 2024-03-15, by: handler, does: restore, with: {posted-on: 2024-03-13}, refused: no-cause}
          - {day: 2024-03-15, by: handler, does: restore, with: {posted-on: 2024-03-16}, refused: posted-later}
          - {day: 2024-03-15, by: handler, does: restore, with: {posted-on: 2024-03-12}, due: {examination: 2024-03-22, whole: 2024-04-10}}
          - {day: 2024-03-15, by: handler, does: propose, with: {proposed-fine: 500 yuan, measure: fine}, due: {note: 2024-03-20}}
          - {day: 2024-03-18, by: handler, does: decide, with: {fine: 501 yuan, measure: fine}, refused: heavier-than-told}
          - {day: 2024-03-18, by: handler, does: decide, with: {fine: 500 yuan, measure: closure}, refused: heavier-than-told}
          - {day: 2024-03-18, by: handler, does: decide, with: {fine: 149 yuan, measure: fine}, refused: too-low}
          - {day: 2024-03-19, by: handler, does: extend-term, due: {whole: 2024-04-22}}
          - {day: 2024-03-19, by: handler, does: extend-term, refused: already-extended}
          - {day: 2024-03-19, by: head, does: extend-again, due: {whole: 2024-04-25}}
          - {day: 2024-03-19, by: head, does: extend-again, refused: already-extended}
          - {day: 2024-03-20, by: handler, does: decide, with: {fine: 150 yuan, measure: warning}, due: {payment: 2024-04-04, objection: 2024-03-25}}
          - {day: 2024-03-25, by: applicant, does: pay, with: {paid: 1 yuan}, due: {payment: 2024-04-04}}
          - {day: 2024-03-26, by: handler, does: settle, refused: unpaid}
          - {day: 2024-03-26, by: applicant, does: object, refused: time-barred}
          - {day: 2024-03-27, by: applicant, does: object, with: {posted-on: 2024-03-26}, refused: time-barred}
          - {day: 2024-03-27, by: applicant, does: object, with: {posted-on: 2024-03-25}}
          - {day: 2024-03-28, by: applicant, does: pay, with: {paid: 149 yuan}}
          - {day: 2024-03-29, by: handler, does: settle}
          - {day: 2024-03-29, by: handler, does: restore, with: {good-cause: true}, refused: nothing-lapsed}
        ends: {stage: closed, outcome: ordered, number: 示例字〔2024〕1号, overdue: [], figures: {closed: 1, abandoned: 0}}

        """

    static let excused = """
        scenario: {zh-Hans: 有正当理由的恢复办理, en: Good cause defeats a lapse}
        proves: 摊亭条例 1
        story:
          - {day: 2024-03-04, by: applicant, does: apply, with: {filed-on: 2024-03-04, kind: citizen}}
          - {day: 2024-03-05, by: handler, does: ask-correction}
          - {day: 2024-03-12, by: law, does: abandon}
          - {day: 2024-03-19, by: handler, does: restore, with: {good-cause: true}, due: {examination: 2024-03-26, whole: 2024-04-17}}
          - {day: 2024-03-20, by: handler, does: ask-correction, due: {correction: 2024-03-27}}
          - {day: 2024-03-27, by: applicant, does: correct, with: {posted-on: 2024-03-26}, due: {whole: 2024-04-24}}
        ends: {stage: examination, overdue: [], figures: {closed: 0, abandoned: 0}}

        """

    static let ceiling = """
        scenario: {zh-Hans: 上限自七月起变更, en: The ceiling changes in July}
        proves: 摊亭条例 1
        each: {case: [citizen, company]}
        story:
          - {day: 2024-06-28, by: applicant, does: apply, with: {filed-on: 2024-06-20, kind: $case}}
          - {day: 2024-06-28, by: handler, does: propose, with: {proposed-fine: 1001 yuan, measure: fine}, refused: above-ceiling}
          - {day: 2024-07-01, by: handler, does: propose, with: {proposed-fine: 400 yuan, measure: fine}}
          - {day: 2024-07-02, by: handler, does: note-down}
          - {day: 2024-07-02, by: handler, does: note-down}
          - {day: 2024-07-02, by: handler, does: note-down, refused: noted-enough}
          - {day: 2024-07-03, by: handler, does: decide, with: {fine: 400 yuan, measure: fine}, refused: too-soon}
          - {day: 2024-07-04, by: handler, does: decide, with: {fine: 400 yuan, measure: fine}}
        ends: {stage: paying, outcome: ordered, overdue: [], unpaid: {fine: 400 yuan}}

        """

    static let dropped = """
        scenario: {zh-Hans: 凭信撤销, en: Dropped with a letter}
        proves: 摊亭条例 1
        story:
          - {day: 2024-07-08, by: applicant, does: apply, with: {filed-on: 2024-07-01, kind: citizen}}
          - {day: 2024-07-09, by: handler, does: propose, with: {proposed-fine: 401 yuan, measure: fine}, refused: above-ceiling}
          - {day: 2024-07-09, by: handler, does: drop, refused: no-letter}
          - {day: 2024-07-09, by: handler, does: drop, documents: letter}
        ends: {stage: closed, outcome: dropped, overdue: []}

        """
}
