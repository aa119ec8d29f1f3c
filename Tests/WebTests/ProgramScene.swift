import Engine
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Law
import Ledger
import Logging
import NIOCore
import Packs
import Sheets
import Storage
import Testing

@testable import Office
@testable import Web

/// A small office on the web: Haidian's organs, three procedures, one mediator, one citizen, a day in June.
struct ProgramScene {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let packs = Result {
        try PackLibrary.admitted(folder: root.appending(path: "packs"), shownAs: "packs")
            .compactMap(\.pack)
    }
    static let committee = "zhongguancun-street-mediation"

    let folder: URL
    let office: Office
    let site: Site
    let server: WebServer
    /// Tokens of the mediator: for reading, and for reading and writing.
    let reading: String
    let writing: String
    let citizen: String

    init() async throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "yifa-web-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let journal = try SQLiteJournal(
            path: folder.appending(path: "journal.db").path, authority: "test", create: true)
        let key = try SigningKey(name: "yifa.test/web", seed: Array(0..<32))
        let noon = Moment(try #require(Day(iso: "2023-06-05")), hour: 12)
        office = Office(
            authority: "test", calendar: try Self.calendar(), journal: journal,
            clock: .system { noon }, key: key)
        let wanted = ["mediation", "hotline", "service-review"]
        for pack in try Self.packs.get() where wanted.contains(pack.procedure.id.text) {
            try await office.admit(AdmittedPack(pack))
        }
        try await Self.keepDistrict(in: journal)
        (reading, writing, citizen) = try await Self.tokens(of: office)
        let areas = SheetAreas.all + WebAreas.all
        var settings = Site.Settings()
        settings.writesPerSecond = 0
        site = try Site(
            office: office,
            catalogues: Catalogues(folder: Self.root.appending(path: "catalogues"), areas: areas),
            assets: Assets(folder: Self.root.appending(path: "assets")), settings: settings,
            packsFolder: nil, verifierKey: key.verifier.text)
        server = WebServer(site: site)
    }

    private static func calendar() throws -> WorkingCalendar {
        let file = root.appending(path: "calendars/cn.yaml")
        return try CalendarReader().read(
            String(contentsOf: file, encoding: .utf8), file: "calendars/cn.yaml")
    }

    private static func keepDistrict(in journal: SQLiteJournal) async throws {
        for name in ["organs.yaml", "people.yaml", "competence.yaml"] {
            let file = root.appending(path: "districts/haidian-2023/\(name)")
            let text = try String(contentsOf: file, encoding: .utf8)
            try await journal.write { try $0.put(text: text, named: "district/\(name)") }
        }
    }

    private static func tokens(of office: Office) async throws -> (String, String, String) {
        let mediators = try await office.district()?.officers.filter {
            $0.organ.text == committee && $0.roles.contains("mediator")
        }
        let officer = try #require(mediators?.first)
        let hash = try PasswordHash("a password of the test")
        let accounts = [
            Account(
                name: "mediator", displayName: officer.name, officer: officer.id, password: hash),
            Account(name: "citizen", displayName: "张丽", person: "p-test", password: hash),
        ]
        for account in accounts { try await office.open(account, by: "test") }
        let mediator = try await office.viewer(of: accounts[0])
        let citizen = try await office.viewer(of: accounts[1])
        return (
            try await office.makeToken("reads", scopes: [.read], by: mediator),
            try await office.makeToken("writes", scopes: [.read, .write], by: mediator),
            try await office.makeToken("citizen", scopes: [.read, .write], by: citizen)
        )
    }

    /// Calls the server as a program does; the scene's files are gone afterwards.
    func calls(_ body: @Sendable @escaping (ProgramClient) async throws -> Void) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let application = server.application(
            host: "127.0.0.1", port: 0, logger: Logger(label: "test"))
        try await application.test(.router) { client in
            try await body(ProgramClient(client: client))
        }
    }

    /// The application for a mediation.
    static func application(dispute: String = "楼上漏水造成损失") -> JSON {
        [
            "procedure": "mediation", "organ": .string(committee), "step": "apply", "name": "张丽",
            "fields": [
                "applicant-name": "张丽", "other-party-name": "王强", "dispute-kind": "neighbours",
                "dispute": .string(dispute),
            ],
        ]
    }
}

/// A program that calls.
struct ProgramClient: Sendable {
    let client: any TestClientProtocol

    struct Answer {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]

        var json: JSON { get throws { try JSON(parsing: bytes) } }
        var text: String { String(decoding: bytes, as: UTF8.self) }

        func string(_ key: String) throws -> String {
            guard case .string(let text)? = try json[key] else {
                throw Missing(key: key, text: text)
            }
            return text
        }
    }

    struct Missing: Error {
        let key: String
        let text: String
    }

    func call(
        _ method: HTTPRequest.Method = .get, _ path: String, token: String? = nil,
        _ body: JSON? = nil, headers: [String: String] = [:]
    ) async throws -> Answer {
        try await send(
            method, "/api/v1" + path, token: token, bytes: try body?.canonicalBytes(),
            type: body == nil ? nil : "application/json", headers: headers)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, token: String? = nil, bytes: [UInt8]? = nil,
        type: String? = nil, headers: [String: String] = [:]
    ) async throws -> Answer {
        var fields = HTTPFields()
        if let token { fields[.authorization] = "Bearer " + token }
        if let type { fields[.contentType] = type }
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        let response = try await client.execute(
            uri: path, method: method, headers: fields, body: bytes.map { ByteBuffer(bytes: $0) })
        return Answer(
            status: response.status.code, headers: response.headers,
            bytes: Array(response.body.readableBytesView))
    }
}
