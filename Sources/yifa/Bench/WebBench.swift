import Foundation

/// One server on one journal, under each of the loads in turn.
struct WebBench {
    struct Report: Encodable {
        struct Line: Encodable {
            let result: LoadResult
            /// The rate as a part of that of the empty page.
            let ratio: Double
        }
        let cases: Int
        let lines: [Line]
        let residentMegabytes: Int
    }

    let cases: Int
    let seconds: Int
    let connections: Int

    func run() async throws -> Report {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "yifa-bench-web-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do {
                try FileManager.default.removeItem(at: folder)
            } catch {
                Output.complain("\(folder.path) could not be removed: \(error)")
            }
        }
        let office = try await BenchOffice(
            folder.appending(path: "bench.db").path, cases: cases, home: try Home.find()
        ) { made in
            if made % 65_536 == 0 {
                Output.write("\(made) of \(cases) case files made\n", to: .standardError)
            }
        }
        let server = try ServerProcess(database: office.database)
        defer { server.stop() }
        return try measure(server, office)
    }

    private func measure(_ server: ServerProcess, _ office: BenchOffice) throws -> Report {
        let load = Load(port: server.port, seconds: seconds)
        let cookie = try Self.signIn("registrar", at: server.port)
        var results = [page("empty page", "/health", cookie: nil, load)]
        results.append(page("home", "/", cookie: nil, load))
        results.append(page("desk of 50 rows", "/desk?scope=organ", cookie: cookie, load))
        results.append(page("case page", "/cases/\(office.subject)", cookie: cookie, load))
        results.append(
            load.closed("filing", connections: connections) { connection, number in
                try connection.send(Self.filing(number)).status == 201
            })
        let lifecycle = Lifecycle(token: office.callTaker)
        results.append(
            load.closed("complaint lifecycle, 4 calls", connections: connections) {
                try lifecycle.run(on: $0, $1)
            })
        results.append(
            load.open("lifecycles arriving at 50 a second", perSecond: 50, connections: connections)
            {
                try lifecycle.run(on: $0, $1 + 1_000_000)
            })
        let empty = results[0].perSecond
        return Report(
            cases: cases,
            lines: results.map { Report.Line(result: $0, ratio: $0.perSecond / empty) },
            residentMegabytes: server.residentMegabytes)
    }

    private func page(_ what: String, _ path: String, cookie: String?, _ load: Load) -> LoadResult {
        let headers = cookie.map { ["Cookie": $0] } ?? [:]
        let request = LoadConnection.request("GET", path, headers: headers)
        return load.closed(what, connections: connections) { connection, _ in
            try connection.send(request).status == 200
        }
    }

    /// The cookie of an account signed in through the page, as a browser would.
    private static func signIn(_ account: String, at port: Int) throws -> String {
        let connection = try LoadConnection(port: port)
        let page = try connection.send(LoadConnection.request("GET", "/sign-in"))
        let text = String(decoding: page.body, as: UTF8.self)
        guard let visitor = page.header("set-cookie")?.split(separator: ";").first,
            let token = text.firstMatch(of: #/name="form-token" value="([0-9a-f]+)"/#)?.1
        else { throw Failure("the sign-in page has no form") }
        let answer = try connection.send(
            LoadConnection.request(
                "POST", "/sign-in",
                headers: [
                    "Cookie": String(visitor), "Content-Type": "application/x-www-form-urlencoded",
                ],
                body:
                    "form-token=\(token)&account=\(account)&password=\(DemonstrationAccounts.password)"
            ))
        guard answer.status == 303,
            let cookie = answer.header("set-cookie")?.split(separator: ";").first
        else { throw Failure("\(account) could not sign in: \(answer.status)") }
        return String(cookie)
    }

    private static func filing(_ number: Int) -> [UInt8] {
        LoadConnection.request(
            "POST", "/api/v1/cases", headers: ["Content-Type": "application/json"],
            body: """
                {"procedure": "disclosure", "step": "apply", "organ": "health", "name": "申请人\(number)",
                "documents": ["identity-proof"], "fields": {"applicant-name": "申请人\(number)",
                "applicant-contact": "010-\(number)", "applicant-kind": "natural-person", "channel": "in-person",
                "requested-information": "第\(number)号道路工程的施工许可证"}}
                """)
    }
}

/// A complaint from beginning to end in four calls: raised, classified, answered, and read by the one who raised it.
struct Lifecycle: Sendable {
    let token: String

    func run(on connection: LoadConnection, _ number: Int) throws -> Bool {
        let raised = try connection.send(post("/api/v1/cases", nil, Self.request(number)))
        guard raised.status == 201,
            let reply = try JSONSerialization.jsonObject(with: Data(raised.body)) as? [String: Any],
            let subject = reply["case"] as? String, let secret = reply["secret"] as? String
        else { return false }
        let acts = "/api/v1/cases/\(subject)/acts"
        let classified = try connection.send(
            post(acts, token, #"{"step": "classify", "fields": {"class": "consultation"}}"#))
        guard classified.status == 200 else { return false }
        let answered = try connection.send(
            post(acts, token, #"{"step": "answer", "fields": {"answer": "已答复"}}"#))
        guard answered.status == 200 else { return false }
        let read = try connection.send(
            LoadConnection.request(
                "GET", "/api/v1/cases/\(subject)", headers: ["X-Receipt-Secret": secret]))
        return read.status == 200
    }

    private func post(_ path: String, _ token: String?, _ body: String) -> [UInt8] {
        var headers = ["Content-Type": "application/json"]
        if let token { headers["Authorization"] = "Bearer \(token)" }
        return LoadConnection.request("POST", path, headers: headers, body: body)
    }

    private static func request(_ number: Int) -> String {
        """
        {"procedure": "hotline", "step": "raise", "organ": "hotline-centre", "name": "诉求人\(number)",
        "fields": {"channel": "online", "phone": "138\(number)", "request": "咨询第\(number)件事项如何办理"}}
        """
    }
}

extension WebBench.Report {
    var text: String {
        let head = "\(cases) case files, server resident \(residentMegabytes) MB"
        let rows = lines.map { line in
            line.result.what.padded(to: 40)
                + "\(Int(line.result.perSecond))/s".padded(to: 12, onTheLeft: true)
                + Self.brief(line.ratio).padded(to: 8, onTheLeft: true) + " of empty"
                + "  p50 \(Self.brief(line.result.p50)) ms".padded(to: 18)
                + "p99 \(Self.brief(line.result.p99)) ms"
                + (line.result.failed > 0 ? "  FAILED \(line.result.failed)" : "")
        }
        return ([head] + rows).joined(separator: "\n")
    }

    /// Three digits behind the point at most.
    private static func brief(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let rest = String(String(thousandths % 1000 + 1000).dropFirst())
        return "\(thousandths / 1000).\(rest)"
    }
}
