import ArgumentParser
import Foundation

struct PackNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin a pack: a skeleton that passes every check.",
        discussion: "Example: yifa pack new parking-permit")

    @Argument(help: "The pack's name: lower-case words joined by hyphens.")
    var name: String

    @Option(help: "The folder to put it in (default: packs).")
    var into: String = "packs"

    func validate() throws {
        let isName = name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        guard isName, (1...64).contains(name.utf8.count), !name.hasPrefix("-") else {
            throw ValidationError(
                "'\(name)' is not a name: write lower-case words joined by hyphens")
        }
    }

    func run() throws {
        let folder = URL(filePath: into).appending(path: name)
        guard !FileManager.default.fileExists(atPath: folder.path) else {
            throw Failure("\(folder.path) exists already")
        }
        for (path, text) in Skeleton(name: name).files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        Output.print(
            "\(folder.path): a pack that passes `yifa pack check \(folder.path)`; change it into the law's words"
        )
    }
}

/// The files of a pack that asks and answers, with one deadline.
struct Skeleton {
    let name: String

    var files: [(path: String, text: String)] {
        [
            ("README.md", readme), ("procedure.yaml", procedure), ("provisions.yaml", provisions),
            ("forms/request.yaml", form), ("notices/reply-notice.mustache", notice),
            ("indicators.yaml", indicators), ("scenarios/answered-in-time.yaml", scenario),
        ]
    }

    private var readme: String {
        """
        # \(name)

        For whom: say who uses this procedure. Law: name the instrument and its edition. Modelled: a request is answered
        within ten working days. Not modelled: say what, and why. Assumed: 示例办法 5, until a real basis replaces it.
        """
    }

    private var procedure: String {
        """
        procedure: \(name)
        matter: \(name)
        title: {zh-Hans: 示例程序, en: Example procedure}
        in-force: {from: 2023-01-01}

        roles:
          - {role: applicant, title: {zh-Hans: 申请人, en: Applicant}, kind: party}
          - {role: handler, title: {zh-Hans: 承办人, en: Handler}, kind: officer}

        stages:
          - {stage: handling, title: {zh-Hans: 办理, en: Handling}}
          - {stage: closed, title: {zh-Hans: 办结, en: Closed}, final: true}

        steps:
          - {step: request, title: {zh-Hans: 提出请求, en: Request}, by: applicant, opens: true, to: handling, form: request, basis: 示例办法 5}
          - {step: reply, title: {zh-Hans: 答复, en: Reply}, by: handler, in: handling, to: closed, notice: reply-notice, outcome: answered, basis: 示例办法 5}

        deadlines:
          - deadline: reply-term
            title: {zh-Hans: 答复期限, en: Term for the reply}
            within: 10 working-days
            from: request
            met-by: reply
            holder: handler
            lapse: overdue
            basis: 示例办法 5

        outcomes:
          - {outcome: answered, title: {zh-Hans: 已答复, en: Answered}, basis: 示例办法 5}
        """
    }

    private var provisions: String {
        """
        instruments:
          - {instrument: 示例办法, title: 示例办法（占位，须以真实依据替换）, in-force: {from: 2023-01-01}}
        provisions:
          - provision: 示例办法 5
            digest: {zh-Hans: 收到请求后十个工作日内答复。, en: A request is answered within ten working days.}
            status: assumed
        """
    }

    private var form: String {
        """
        form: request
        title: {zh-Hans: 请求, en: Request}
        fields:
          - {field: applicant-name, title: {zh-Hans: 姓名或者名称, en: Name}, type: text, personal: true, required: true}
          - {field: content, title: {zh-Hans: 请求内容, en: Content}, type: long-text, required: true}
        """
    }

    private var notice: String {
        """
        答复书
        {{applicant-name}}：
        你提出的请求（{{content}}）收悉，现答复如下。
        {{organ}}
        {{day}}
        """
    }

    private var indicators: String {
        """
        indicators:
          - {indicator: received, title: {zh-Hans: 收到请求, en: Requests received}, unit: 件, count: {step: request}}
        """
    }

    private var scenario: String {
        """
        scenario: {zh-Hans: 在期限内答复, en: Answered in time}
        proves: 示例办法 5
        story:
          - {day: 2023-09-25, by: applicant, does: request, with: {applicant-name: 张某, content: 请求内容}, due: {reply-term: 2023-10-13}}
          - {day: 2023-10-09, by: handler, does: reply}
        ends: {stage: closed, outcome: answered, overdue: [], figures: {received: 1}}
        """
    }
}
