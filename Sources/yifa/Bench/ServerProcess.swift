import Foundation

/// The server under load, as a process of its own.
final class ServerProcess {
    let port: Int
    private let process: Process

    /// Starts `yifa serve` on a free port and waits until it says that it serves.
    init(database: String) throws {
        process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["serve", "--database", database, "--port", "0"]
        process.environment = ProcessInfo.processInfo.environment.merging(
            [
                "YIFA_WRITES_PER_SECOND": "0", "YIFA_SIGN_INS_PER_MINUTE": "0",
                "YIFA_HOME": try Home.find().folder.path,
            ]) { _, new in new }
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        var said = ""
        var port: Int?
        while port == nil {
            let data = errors.fileHandleForReading.availableData
            guard !data.isEmpty else { throw Failure("the server did not start: \(said)") }
            said += String(decoding: data, as: UTF8.self)
            port = said.firstMatch(of: #/http://127\.0\.0\.1:(\d+)//#).flatMap { Int($0.1) }
        }
        errors.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
        self.port = port ?? 0
    }

    /// Resident memory in megabytes, as the kernel counts it.
    var residentMegabytes: Int {
        let path = "/proc/\(process.processIdentifier)/status"
        let status = FileManager.default.contents(atPath: path).map {
            String(decoding: $0, as: UTF8.self)
        }
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
    }

    /// Ends it and waits for its end.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
