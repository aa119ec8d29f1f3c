import ArgumentParser
import Configuration
import Foundation
import SystemPackage
import Web

/// How the site is served: by flag, else by the environment (`YIFA_PORT`), else by a JSON file (`{"yifa": {"port": 8080}}`).
struct ServeOptions: ParsableArguments {
    @Option(help: "The address to listen on.")
    var host: String?

    @Option(help: "The port to listen on.")
    var port: Int?

    @Option(help: "A JSON file with settings, under the key \"yifa\".")
    var config: String?

    struct Place {
        let host: String
        let port: Int
        var settings: Site.Settings
    }

    /// Reads what flags leave open from the environment and the file.
    func place() async throws -> Place {
        var providers: [any ConfigProvider] = [EnvironmentVariablesProvider()]
        if let config {
            do {
                providers.append(
                    try await FileProvider<JSONSnapshot>(filePath: FilePath(config)))
            } catch {
                throw Failure("\(config): the settings cannot be read: \(error)")
            }
        }
        let reader = ConfigReader(providers: providers).scoped(to: "yifa")
        var settings = Site.Settings()
        settings.isBehindTLS = reader.bool(forKey: "behindTls", default: false)
        settings.writesPerSecond = reader.int(
            forKey: "writesPerSecond", default: settings.writesPerSecond)
        settings.signInsPerMinute = reader.int(
            forKey: "signInsPerMinute", default: settings.signInsPerMinute)
        let host = host ?? reader.string(forKey: "host", default: "127.0.0.1")
        let port = port ?? reader.int(forKey: "port", default: 8080)
        guard (0...65_535).contains(port) else {
            throw Failure("the port is 0 to 65535, not \(port)")
        }
        settings.origin = reader.string(forKey: "origin", default: "http://\(host):\(port)")
        return Place(host: host, port: port, settings: settings)
    }
}
