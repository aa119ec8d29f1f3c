import Packs

/// A small pack in which nothing is wrong: signboards over a pavement.
///
/// Tests break it in one way each.
enum SoundPack {
    static let source = PackSource(name: "signboard", folder: "packs/signboard", files: files)

    static let files = [
        "procedure.yaml": procedure, "provisions.yaml": provisions, "indicators.yaml": indicators,
        "table.yaml": table, "notices/acceptance.mustache": acceptance,
        "forms/application.yaml": application, "forms/acceptance.yaml": acceptanceForm,
        "forms/decision.yaml": decision,
        "forms/payment.yaml": payment, "README.md": "# Signboards\n",
        "scenarios/granted-and-paid-late.yaml": granted,
        "scenarios/silence-withdraws.yaml": withdrawn, "scenarios/too-large-is-denied.yaml": denied,
        "scenarios/objection-is-heard.yaml": objected,
    ]

    static let procedure = """
        procedure: signboard
        matter: signboard
        title: {zh-Hans: 户外招牌设置, en: Signboards}
        in-force: {from: 2024-01-01, until: 2025-12-31}
        plain: {zh-Hans: 想在店外挂招牌，先来申请。, en: Ask before you put up a signboard.}
        asked-as: {zh-Hans: [挂招牌, 店招], en: shop sign}
        number: {at: accept, as: '招〔{year}〕{n}号'}

        roles:
          - {role: applicant, title: {zh-Hans: 申请人, en: Applicant}, kind: party}
          - {role: neighbour, title: {zh-Hans: 相邻方, en: Neighbour}, kind: party}
          - {role: handler, title: {zh-Hans: 承办人, en: Handler}, kind: officer}
          - {role: inspector, title: {zh-Hans: 勘查人, en: Inspector}, kind: officer, of: any}
          - {role: organ-head, title: {zh-Hans: 负责人, en: Head}, kind: officer, of: handling}
          - {role: sponsor, title: {zh-Hans: 主办机关, en: Sponsor}, kind: organ, of: sponsor-organ}

        stages:
          - {stage: examination, title: {zh-Hans: 审查, en: Examination}}
          - {stage: correcting, title: {zh-Hans: 补正, en: Correction}}
          - {stage: review, title: {zh-Hans: 核查, en: Review}}
          - {stage: settling, title: {zh-Hans: 缴费, en: Payment}}
          - {stage: closed, title: {zh-Hans: 办结, en: Closed}, final: true}
        documents:
          - {document: letter, title: {zh-Hans: 申请书, en: Letter}}

        steps:
          - {step: apply, title: {zh-Hans: 申请, en: Apply}, by: applicant, opens: true, to: examination, form: application, documents: letter, basis: 招牌条例 1}
          - {step: ask-correction, title: {zh-Hans: 要求补正, en: Ask to correct}, by: handler, in: examination, to: correcting, times: 1, basis: 招牌条例 2}
          - {step: correct, title: {zh-Hans: 补正, en: Correct}, by: applicant, in: correcting, to: examination, basis: 招牌条例 2}
          - {step: deem-withdrawn, title: {zh-Hans: 视为撤回, en: Deemed withdrawn}, by: law, in: correcting, to: closed, outcome: withdrawn, basis: 招牌条例 2}
          - step: accept
            title: {zh-Hans: 受理, en: Accept}
            by: handler
            in: examination
            to: review
            form: acceptance
            notice: acceptance
            requires:
              - that: {field: size, at-most: 20}
                else: too-large
                say: {zh-Hans: 招牌过大，不得受理, en: Too large to be accepted}
                basis: 招牌条例 3
            basis: 招牌条例 3
          - {step: ask-neighbours, title: {zh-Hans: 征求相邻方意见, en: Ask the neighbours}, by: handler, in: review, basis: 招牌条例 4}
          - {step: inspect, title: {zh-Hans: 现场勘查, en: Inspect}, by: inspector, in: review, officers: 2, certified: true, not-of: sponsor-organ, basis: 招牌条例 5}
          - {step: extend-term, title: {zh-Hans: 延长, en: Extend}, by: [handler, sponsor], in: review, basis: 招牌条例 6}
          - step: decide
            title: {zh-Hans: 作出决定, en: Decide}
            by: handler
            in: review
            to: settling
            form: decision
            outcome: [grant, limit]
            approved-by: organ-head
            not-by: inspect
            waits: {after: inspect, at-least: 2 working-days, basis: 招牌条例 5}
            told: {by: accept, no-heavier: {fee: proposed-fee}, basis: 招牌条例 6}
            basis: 招牌条例 6
          - {step: deny, title: {zh-Hans: 不予许可, en: Deny}, by: handler, in: [examination, review], to: closed, outcome: deny, basis: 招牌条例 6}
          - {step: publish, title: {zh-Hans: 公示, en: Publish}, by: handler, in: settling, basis: 招牌条例 7}
          - {step: object, title: {zh-Hans: 提出异议, en: Object}, by: applicant, in: settling, basis: 招牌条例 8}
          - {step: pay, title: {zh-Hans: 缴费, en: Pay}, by: applicant, in: settling, to: closed, form: payment, basis: 招牌条例 9}

        deadlines:
          - {deadline: examination, title: {zh-Hans: 审查期限, en: Examination}, within: 5 working-days, from: [apply, correct], met-by: [accept, ask-correction, deny], holder: handler, lapse: overdue, basis: 招牌条例 3}
          - {deadline: correction, title: {zh-Hans: 补正期限, en: Correction}, within: 5 working-days, from: ask-correction, met-by: correct, holder: applicant, lapse: {take: deem-withdrawn}, no-undoing: {zh-Hans: 可以重新申请, en: One may apply again}, basis: 招牌条例 2}
          - deadline: decision
            title: {zh-Hans: 决定期限, en: Decision}
            within: {field: track, is: {ordinary: 20 working-days, quick: 5 working-days}}
            from: accept
            met-by: [decide, deny]
            holder: handler
            pauses:
              - {during: neighbours, ground: {zh-Hans: 征求意见, en: Asking}, basis: 招牌条例 4}
            extend: {by: extend-term, times: 1, length: 5 working-days, basis: 招牌条例 6}
            lapse: overdue
            basis: 招牌条例 6
          - {deadline: payment, title: {zh-Hans: 缴费期限, en: Payment}, within: 15 days, from: decide, met-by: pay, holder: applicant, lapse: overdue, basis: 招牌条例 9}
          - {deadline: objection, title: {zh-Hans: 异议期限, en: Objection}, within: 5 working-days, from: decide, met-by: object, holder: applicant, lapse: {bar: object}, no-undoing: {zh-Hans: 当场提出, en: Made on the spot}, basis: 招牌条例 8}

        consultations:
          - {consultation: neighbours, title: {zh-Hans: 相邻方意见, en: Neighbours}, asked-by: ask-neighbours, join: each, addressees: neighbour, within: 5 working-days, silence: consent, holds: decide, basis: 招牌条例 4}

        publications:
          - publication: decision
            title: {zh-Hans: 许可公示, en: Published permit}
            by: publish
            fields:
              - {field: party-name, mask: surname}
              - {field: size, mask: keep}
            basis: 招牌条例 7

        debts:
          - debt: fee
            title: {zh-Hans: 占道费, en: Fee}
            principal: fee
            incurred-by: decide
            payable: payment
            paid-by: pay
            amount: paid
            surcharge: {per-day: 3 %, cap: principal, stops: [{from: object, until: publish}], basis: 招牌条例 9}
            basis: 招牌条例 9

        remedies:
          - {remedy: litigation, title: {zh-Hans: 行政诉讼, en: Suit}, within: 6 months, basis: 行政诉讼法 46}
        outcomes:
          - {outcome: grant, title: {zh-Hans: 准予许可, en: Granted}, basis: 招牌条例 6}
          - {outcome: limit, title: {zh-Hans: 部分准予, en: Granted in part}, burdens: true, remedies: litigation, basis: 招牌条例 6}
          - {outcome: deny, title: {zh-Hans: 不予许可, en: Denied}, burdens: true, remedies: litigation, basis: 招牌条例 6}
          - {outcome: withdrawn, title: {zh-Hans: 视为撤回, en: Withdrawn}, basis: 招牌条例 2}

        """

    static let provisions = """
        instruments:
          - {instrument: 招牌条例, title: 户外招牌管理条例, in-force: {from: 2023-01-01}}
          - {instrument: 行政诉讼法, title: 中华人民共和国行政诉讼法, in-force: {from: 2017-07-01, until: 2030-12-31}}
        provisions:
          - {provision: 招牌条例 1, digest: {zh-Hans: 申请, en: Applying}, status: verified}
          - {provision: 招牌条例 2, digest: {zh-Hans: 补正, en: Correcting}, status: verified}
          - {provision: 招牌条例 3, digest: {zh-Hans: 受理, en: Accepting}, status: verified}
          - {provision: 招牌条例 4, digest: {zh-Hans: 相邻方, en: Neighbours}, status: local}
          - {provision: 招牌条例 5, digest: {zh-Hans: 勘查, en: Inspecting}, status: local}
          - {provision: 招牌条例 6, digest: {zh-Hans: 决定, en: Deciding}, status: verified}
          - {provision: 招牌条例 7, digest: {zh-Hans: 公示, en: Publishing}, status: assumed}
          - {provision: 招牌条例 8, digest: {zh-Hans: 异议, en: Objecting}, status: verified}
          - {provision: 招牌条例 9, digest: {zh-Hans: 缴费, en: Paying}, status: verified, in-force: {from: 2023-06-01}}
          - {provision: 行政诉讼法 46, digest: {zh-Hans: 六个月, en: Six months}, status: verified}

        """

    static let application = """
        form: application
        title: {zh-Hans: 申请表, en: Application}
        fields:
          - {field: party-name, title: {zh-Hans: 名称, en: Name}, type: text, personal: true, required: true}
          - {field: size, title: {zh-Hans: 面积, en: Size}, type: number, required: true}
          - {field: erected-on, title: {zh-Hans: 设置日, en: Day}, type: day}
          - {field: sponsor-organ, title: {zh-Hans: 主办机关, en: Sponsor}, type: organ}
          - field: track
            title: {zh-Hans: 程序, en: Track}
            type: choice
            required: true
            choices:
              - {choice: ordinary, title: {zh-Hans: 普通, en: Ordinary}}
              - {choice: quick, title: {zh-Hans: 简易, en: Quick}}

        """

    static let acceptanceForm = """
        form: acceptance
        title: {zh-Hans: 受理, en: Acceptance}
        fields:
          - {field: proposed-fee, title: {zh-Hans: 拟收费用, en: Proposed fee}, type: money}

        """

    static let decision = """
        form: decision
        title: {zh-Hans: 决定, en: Decision}
        fields:
          - {field: fee, title: {zh-Hans: 费用, en: Fee}, type: money}
          - {field: size}

        """

    static let payment = """
        form: payment
        title: {zh-Hans: 缴费, en: Payment}
        fields:
          - {field: paid, title: {zh-Hans: 实缴, en: Paid}, type: money, required: true}

        """

    static let acceptance = """
        受理通知书
        {{party-name}}：你方申请（{{number}}）已于{{day}}受理。
        {{#erected-on}}设置日：{{erected-on}}。{{/erected-on}}决定期限至 {{due.decision}}。

        """

    static let indicators = """
        indicators:
          - {indicator: received, title: {zh-Hans: 收到, en: Received}, unit: 件, count: {step: apply}, by: track, basis: 招牌条例 1}
          - {indicator: decided, title: {zh-Hans: 决定, en: Decided}, unit: 件, count: {outcome: [grant, limit, deny]}, within: received, by: [track, outcome]}
          - {indicator: large, title: {zh-Hans: 较大, en: Large}, unit: 件, count: {step: apply}, where: {field: size, above: 10}}
          - {indicator: closed, title: {zh-Hans: 办结, en: Closed}, unit: 件, count: {stage: closed}}
          - {indicator: fees, title: {zh-Hans: 费用, en: Fees}, unit: 元, sum: {field: fee}, at: {step: decide}}
          - {indicator: inspectors, title: {zh-Hans: 勘查人, en: Inspectors}, unit: 人, distinct: officers, at: {step: inspect}}
          - {indicator: rate, title: {zh-Hans: 决定率, en: Rate}, ratio: {of: decided, over: received}}
          - {indicator: pending, title: {zh-Hans: 未结, en: Pending}, unit: 件, stock: {in: received, out: closed}}

        """

    static let table = """
        table: signboards
        title: {zh-Hans: 招牌统计表, en: Signboards}
        basis: 招牌条例 1
        figure-results: decided
        columns:
          - {column: ordinary, title: 普通, group: 程序}
          - {column: quick, title: 简易, group: 程序}
        rows:
          - {heading: 收办}
          - {row: R1, title: 收到, figure: received}
          - {row: R2, title: 上年结转, stock: pending, at: start}
          - {row: R3, title: 准予, outcome: grant}
          - {row: R4, title: 结转下年, stock: pending, at: end}
        checks:
          - {plus: [R1, R2], equals: [R3, R4]}

        """

    static let granted = """
        scenario: {zh-Hans: 许可后迟缴的加收, en: Granted and paid late}
        proves: [招牌条例 5, 招牌条例 9]
        people:
          inspector/zhou: {certificate: none}
          inspector/chen: {organ: parks-office, certificate-until: 2024-12-31}
        each: {result: [grant, limit]}
        story:
          - {day: 2024-03-04, by: applicant, does: apply, with: {party-name: 张三, size: 12, track: ordinary, sponsor-organ: parks-office}, documents: letter, due: {examination: 2024-03-11}}
          - {day: 2024-03-05, by: handler, does: ask-correction, due: {correction: 2024-03-12}}
          - {day: 2024-03-06, by: applicant, does: correct, due: {examination: 2024-03-13}}
          - {day: 2024-03-07, by: handler, does: accept, with: {proposed-fee: 300 yuan}, due: {decision: 2024-04-04}}
          - {day: 2024-03-08, by: handler, does: ask-neighbours, asks: [neighbour/li, neighbour/bo], due: {neighbours: 2024-03-15}}
          - {day: 2024-03-11, by: neighbour/li, answers: neighbours, opinion: agree}
          - {day: 2024-03-11, by: handler, does: decide, approved-by: organ-head, outcome: $result, refused: consultation-open}
          - {day: 2024-03-12, by: neighbour/bo, answers: neighbours, opinion: agree, due: {decision: 2024-04-08}}
          - {day: 2024-03-13, by: inspector/qian, does: inspect, refused: too-few-officers}
          - {day: 2024-03-13, by: [inspector/qian, inspector/zhou], does: inspect, refused: not-certified}
          - {day: 2024-03-13, by: [inspector/qian, inspector/chen], does: inspect, refused: separation}
          - {at: 2024-03-13 10:30, by: [inspector/qian, inspector/sun], does: inspect}
          - {day: 2024-03-14, by: handler, does: decide, approved-by: organ-head, outcome: $result, refused: too-early}
          - {day: 2024-03-18, by: handler, does: extend-term, due: {decision: 2024-04-15}}
          - {day: 2024-03-19, by: handler, does: extend-term, refused: already-extended}
          - {day: 2024-03-20, by: handler, does: decide, outcome: $result, refused: approval-missing}
          - {day: 2024-03-20, by: handler, does: decide, approved-by: organ-head, outcome: $result, with: {fee: 301 yuan}, refused: heavier-than-told}
          - {day: 2024-03-20, by: handler, does: decide, approved-by: organ-head, outcome: $result, with: {fee: 300 yuan}, due: {payment: 2024-04-04, objection: 2024-03-27}}
          - {day: 2024-03-21, by: handler, does: publish}
          - {day: 2024-03-28, by: applicant, does: object, refused: time-barred}
          - {day: 2024-04-10, by: applicant, does: pay, with: {paid: 300 yuan}}
        ends: {stage: closed, outcome: $result, number: 招〔2024〕1号, overdue: [], unpaid: {fee: 54 yuan}, figures: {received: 1, decided: 1, large: 1, fees: 300 yuan, inspectors: 2, pending: 0}}

        """

    static let withdrawn = """
        scenario: {zh-Hans: 逾期不补正视为撤回, en: Silence withdraws}
        proves: 招牌条例 2
        story:
          - {day: 2024-03-04, by: applicant, does: apply, with: {party-name: 张三, size: 12, track: ordinary}, documents: letter}
          - {day: 2024-03-05, by: handler, does: ask-correction}
          - {day: 2024-03-12, by: law, does: deem-withdrawn}
        ends: {stage: closed, outcome: withdrawn}

        """

    static let denied = """
        scenario: {zh-Hans: 过大的不予许可, en: Too large is denied}
        proves: 招牌条例 3
        story:
          - {day: 2024-03-04, by: applicant, does: apply, with: {party-name: 张三, size: 30, track: ordinary}, documents: letter}
          - {day: 2024-03-05, by: handler, does: accept, refused: too-large}
          - {day: 2024-03-12, by: handler, does: deny}
        ends: {stage: closed, outcome: deny, figures: {decided: 1}}

        """

    static let objected = """
        scenario: {zh-Hans: 期限内可以提出异议, en: An objection is heard}
        proves: 招牌条例 8
        story:
          - {day: 2024-03-04, by: applicant, does: apply, with: {party-name: 张三, size: 8, track: quick}, documents: letter}
          - {day: 2024-03-05, by: handler, does: accept, with: {proposed-fee: 50 yuan}}
          - {day: 2024-03-06, by: [inspector/qian, inspector/sun], does: inspect}
          - {day: 2024-03-11, by: handler, does: decide, approved-by: organ-head, outcome: grant, with: {fee: 50 yuan}}
          - {day: 2024-03-12, by: applicant, does: object}
        ends: {stage: settling, outcome: grant, unpaid: {fee: 50 yuan}, figures: {pending: 1}}

        """
}
