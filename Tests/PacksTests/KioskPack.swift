import Packs

/// A small pack that uses what protects a party: posting, undoing, telling, quantities, several extensions.
///
/// Its stories are worked by hand, in a calendar without holidays; the pack is sound only if each is true.
enum KioskPack {
    static let source = PackSource(name: "kiosk", folder: "packs/kiosk", files: files)

    static let files = [
        "procedure.yaml": procedure, "provisions.yaml": provisions, "indicators.yaml": indicators,
        "notices/prior.mustache": prior, "forms/application.yaml": application,
        "forms/restoration.yaml": restoration, "forms/proposal.yaml": proposal,
        "forms/decision.yaml": decision, "forms/payment.yaml": payment,
        "forms/posting.yaml": posting, "README.md": "# Kiosks\n",
        "scenarios/what-was-posted-in-time-is-in-time.yaml": posted,
        "scenarios/good-cause-defeats-a-lapse.yaml": excused,
        "scenarios/the-ceiling-changes-in-july.yaml": ceiling,
        "scenarios/a-file-is-dropped-with-a-letter.yaml": dropped,
    ]

    static let procedure = """
        procedure: kiosk
        matter: kiosk
        title: {zh-Hans: 摊亭管理, en: Kiosks}
        in-force: {from: 2024-01-01}
        plain: {zh-Hans: 街边摊亭的事。, en: About kiosks in the street.}
        asked-as: {zh-Hans: 摊亭}
        number: {at: decide, as: '{mark}〔{year}〕{n}号'}
        parameters:
          - parameter: ceiling
            title: {zh-Hans: 罚款上限, en: Ceiling}
            values:
              - {is: 400 yuan, when: {field: kind, is: citizen}, in-force: {from: 2024-07-01}}
              - {is: 1000 yuan}
            basis: 摊亭条例 1
        roles:
          - {role: applicant, title: {zh-Hans: 申请人, en: Applicant}, kind: party}
          - {role: handler, title: {zh-Hans: 承办人, en: Handler}, kind: officer}
          - {role: head, title: {zh-Hans: 负责人, en: Head}, kind: officer}
        stages:
          - {stage: examination, title: {zh-Hans: 审查, en: Examination}}
          - {stage: correcting, title: {zh-Hans: 补正, en: Correcting}}
          - {stage: defence, title: {zh-Hans: 申辩, en: Defence}}
          - {stage: paying, title: {zh-Hans: 缴款, en: Paying}, no-deadline: {zh-Hans: 缴清即办结, en: Ends when paid}}
          - {stage: closed, title: {zh-Hans: 办结, en: Closed}, final: true}
        documents:
          - {document: letter, title: {zh-Hans: 信, en: Letter}}
        steps:
          - {step: apply, title: {zh-Hans: 申请, en: Apply}, by: applicant, opens: true, to: examination, form: application, basis: 摊亭条例 1}
          - {step: ask-correction, title: {zh-Hans: 要求补正, en: Ask}, by: handler, in: examination, to: correcting, basis: 摊亭条例 1}
          - {step: correct, title: {zh-Hans: 补正, en: Correct}, by: applicant, in: correcting, to: examination, form: posting, basis: 摊亭条例 1}
          - {step: abandon, title: {zh-Hans: 视为放弃, en: Abandoned}, by: law, in: correcting, to: closed, outcome: abandoned, basis: 摊亭条例 1}
          - step: restore
            title: {zh-Hans: 恢复办理, en: Restore}
            by: handler
            in: closed
            to: examination
            form: restoration
            undoes: correction
            requires:
              - that: {any: [{field: posted-on, at-most: {due: correction}}, {field: good-cause, is: true}]}
                else: no-cause
                say: {zh-Hans: 不属于在期限内交邮或者有正当理由, en: Neither posted in time nor excused}
                basis: 摊亭条例 1
            basis: 摊亭条例 1
          - step: propose
            title: {zh-Hans: 告知, en: Propose}
            by: handler
            in: examination
            to: defence
            form: proposal
            notice: prior
            requires:
              - that: {field: proposed-fine, at-most: {parameter: ceiling}}
                else: above-ceiling
                say: {zh-Hans: 超过上限, en: Above the ceiling}
                basis: 摊亭条例 1
            basis: 摊亭条例 1
          - step: note-down
            title: {zh-Hans: 记录, en: Note}
            by: handler
            in: defence
            requires:
              - that: {times-done: note-down, below: 2}
                else: noted-enough
                say: {zh-Hans: 已经记录两次, en: Noted twice}
                basis: 摊亭条例 1
            basis: 摊亭条例 1
          - {step: extend-term, title: {zh-Hans: 延长, en: Extend}, by: handler, in: defence, basis: 摊亭条例 1}
          - {step: extend-again, title: {zh-Hans: 再次延长, en: Extend again}, by: head, in: defence, basis: 摊亭条例 1}
          - step: decide
            title: {zh-Hans: 决定, en: Decide}
            by: handler
            in: defence
            to: paying
            form: decision
            outcome: ordered
            told: {by: propose, no-heavier: {fine: proposed-fine, measure: measure}, basis: 摊亭条例 1}
            requires:
              - that: {field: fine, at-least: {percent: 30, of: proposed-fine}}
                else: too-low
                say: {zh-Hans: 低于告知数额的三成, en: Below three tenths}
                basis: 摊亭条例 1
              - that: {today: true, at-least: {field: filed-on, plus: 14 days}}
                else: too-soon
                say: {zh-Hans: 未满十四日, en: Too soon}
                basis: 摊亭条例 1
            basis: 摊亭条例 1
          - {step: pay, title: {zh-Hans: 缴款, en: Pay}, by: applicant, in: paying, form: payment, basis: 摊亭条例 1}
          - {step: object, title: {zh-Hans: 异议, en: Object}, by: applicant, in: paying, form: posting, basis: 摊亭条例 1}
          - step: settle
            title: {zh-Hans: 结清, en: Settle}
            by: handler
            in: paying
            to: closed
            requires:
              - that: {not: {running: payment}}
                else: unpaid
                say: {zh-Hans: 尚未缴清, en: Not paid}
                basis: 摊亭条例 1
            basis: 摊亭条例 1
          - step: drop
            title: {zh-Hans: 撤销, en: Drop}
            by: handler
            in: [examination, defence]
            to: closed
            outcome: dropped
            requires:
              - that: {document: letter}
                else: no-letter
                say: {zh-Hans: 没有信, en: No letter}
                basis: 摊亭条例 1
            basis: 摊亭条例 1
        deadlines:
          - {deadline: examination, title: {zh-Hans: 审查期限, en: Examination}, within: 5 working-days, from: [apply, correct, restore], met-by: [ask-correction, propose, drop], holder: handler, lapse: overdue, basis: 摊亭条例 1}
          - deadline: whole
            title: {zh-Hans: 办理期限, en: Whole}
            within: 30 days
            from: apply
            counted-from: {field: filed-on}
            met-by: [decide, drop]
            holder: handler
            pauses: {from: ask-correction, until: correct, ground: {zh-Hans: 补正, en: Correction}, basis: 摊亭条例 1}
            extend:
              - {by: extend-term, times: 1, length: 10 days, basis: 摊亭条例 1}
              - {by: extend-again, times: 1, length: 5 days, basis: 摊亭条例 1}
            lapse: overdue
            basis: 摊亭条例 1
          - {deadline: correction, title: {zh-Hans: 补正期限, en: Correction}, within: 5 working-days, from: ask-correction, met-by: correct, holder: applicant, posted: posted-on, lapse: {take: abandon}, basis: 摊亭条例 1}
          - {deadline: note, title: {zh-Hans: 记录期限, en: Note}, within: 3 working-days, from: propose, met-by: note-down, holder: handler, lapse: overdue, basis: 摊亭条例 1}
          - {deadline: payment, title: {zh-Hans: 缴款期限, en: Payment}, within: 15 days, from: decide, met-by: pay, holder: applicant, lapse: overdue, basis: 摊亭条例 1}
          - {deadline: objection, title: {zh-Hans: 异议期限, en: Objection}, within: 3 working-days, from: decide, met-by: object, holder: applicant, posted: posted-on, lapse: {bar: object}, basis: 摊亭条例 1}
        debts:
          - {debt: fine, title: {zh-Hans: 罚款, en: Fine}, principal: fine, incurred-by: decide, payable: payment, paid-by: pay, amount: paid, basis: 摊亭条例 1}
        remedies:
          - {remedy: suit, title: {zh-Hans: 提起诉讼, en: Suit}, within: 6 months, basis: 摊亭条例 1}
        outcomes:
          - {outcome: ordered, title: {zh-Hans: 处罚, en: Ordered}, burdens: true, remedies: suit, basis: 摊亭条例 1}
          - {outcome: abandoned, title: {zh-Hans: 放弃, en: Abandoned}, basis: 摊亭条例 1}
          - {outcome: dropped, title: {zh-Hans: 撤销, en: Dropped}, basis: 摊亭条例 1}

        """

    static let provisions = """
        instruments:
          - {instrument: 摊亭条例, title: 街边摊亭条例, in-force: {from: 2023-01-01}}
        provisions:
          - {provision: 摊亭条例 1, digest: {zh-Hans: 摊亭, en: Kiosks}, status: verified}

        """

    static let indicators = """
        indicators:
          - {indicator: closed, title: {zh-Hans: 办结, en: Closed}, unit: 件, count: {stage: closed}}
          - {indicator: abandoned, title: {zh-Hans: 放弃, en: Abandoned}, unit: 件, count: {outcome: abandoned}}

        """

    static let prior = """
        告知书
        拟罚款{{proposed-fine}}。{{#due.objection}}{{due.objection}}{{/due.objection}}

        """

    static let application = """
        form: application
        title: {zh-Hans: 申请, en: Application}
        fields:
          - {field: filed-on, title: {zh-Hans: 收件日, en: Filed on}, type: day, required: true}
          - field: kind
            title: {zh-Hans: 类型, en: Kind}
            type: choice
            required: true
            choices:
              - {choice: citizen, title: {zh-Hans: 公民, en: Citizen}}
              - {choice: company, title: {zh-Hans: 单位, en: Company}}

        """

    static let restoration = """
        form: restoration
        title: {zh-Hans: 恢复, en: Restoration}
        fields:
          - {field: posted-on}
          - {field: good-cause, title: {zh-Hans: 正当理由, en: Good cause}, type: flag}

        """

    static let posting = """
        form: posting
        title: {zh-Hans: 邮寄, en: Posting}
        fields:
          - {field: posted-on, title: {zh-Hans: 交邮日, en: Posted on}, type: day}

        """

    static let proposal = """
        form: proposal
        title: {zh-Hans: 告知, en: Proposal}
        fields:
          - {field: proposed-fine, title: {zh-Hans: 拟罚款, en: Proposed fine}, type: money, required: true}
          - field: measure
            title: {zh-Hans: 措施, en: Measure}
            type: choice
            required: true
            choices:
              - {choice: warning, title: {zh-Hans: 警告, en: Warning}}
              - {choice: fine, title: {zh-Hans: 罚款, en: Fine}}
              - {choice: closure, title: {zh-Hans: 关闭, en: Closure}}

        """

    static let decision = """
        form: decision
        title: {zh-Hans: 决定, en: Decision}
        fields:
          - {field: fine, title: {zh-Hans: 罚款, en: Fine}, type: money, required: true}
          - {field: measure, required: true}

        """

    static let payment = """
        form: payment
        title: {zh-Hans: 缴款, en: Payment}
        fields:
          - {field: paid, title: {zh-Hans: 实缴, en: Paid}, type: money, required: true}

        """
}
