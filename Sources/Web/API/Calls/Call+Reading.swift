import Engine
import HTTPTypes
import Hummingbird
import Law
import Ledger
import NIOCore
import Office

/// Reads a request as an endpoint wants it, and refuses what the endpoint does not know.
struct CallReader {
    let endpoint: Endpoint
    let asked: Asked
    let root: String

    /// The largest body of JSON.
    static let mostJSON = 1 << 20

    func call() async throws -> Call {
        let program = try await program()
        if case .account = endpoint.need, program == nil { throw Complaint.tokenNeeded }
        var values = try pathValues()
        values.merge(try queryValues()) { first, _ in first }
        values.merge(try headerValues()) { first, _ in first }
        let viewer = try await viewer(program, values)
        let bytes = try await bytes()
        return Call(
            endpoint: endpoint, asked: asked, viewer: viewer, root: root, values: values,
            bytes: bytes, once: once(values, viewer, bytes), expecting: try expecting(values))
    }

    // MARK: Values

    private func pathValues() throws -> [String: JSON] {
        var values: [String: JSON] = [:]
        for parameter in endpoint.parameters where parameter.place == .path {
            guard let value = parameter.schema.value(of: asked.part(parameter.name)) else {
                throw Complaint.notFound
            }
            values[parameter.name] = value
        }
        return values
    }

    private func queryValues() throws -> [String: JSON] {
        let known = endpoint.parameters.filter { $0.place == .query }
        let given: [String: [String]]
        do {
            given = try FormBody(query: asked.request.uri.query ?? "").values
        } catch {
            throw Complaint.wrong("query", expected: "UTF-8")
        }
        for name in given.keys.sorted() where !known.contains(where: { $0.name == name }) {
            throw Complaint.unknown(String(name.prefix(64)))
        }
        var values: [String: JSON] = [:]
        for parameter in known {
            guard let texts = given[parameter.name] else {
                if parameter.isRequired { throw Complaint.missing(parameter.name) }
                continue
            }
            guard texts.count == 1, let value = parameter.schema.value(of: texts[0]) else {
                throw Complaint.wrong(parameter.name, expected: parameter.schema.expectation)
            }
            values[parameter.name] = value
        }
        return values
    }

    private func headerValues() throws -> [String: JSON] {
        var values: [String: JSON] = [:]
        for parameter in endpoint.allParameters where parameter.place == .header {
            guard let name = HTTPField.Name(parameter.name),
                let text = asked.request.headers[name]
            else { continue }
            guard let value = parameter.schema.value(of: text) else {
                throw Complaint.wrong(parameter.name, expected: parameter.schema.expectation)
            }
            values[parameter.name] = value
        }
        return values
    }

    // MARK: Who calls

    private func program() async throws -> Program? {
        guard let header = asked.request.headers[.authorization] else { return nil }
        let parts = header.split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].utf8.count <= 256,
            let program = try await asked.office.program(token: String(parts[1]))
        else { throw Complaint.badToken }
        if case .nobody = endpoint.need { return program }
        guard program.scopes.contains(endpoint.scope) else {
            throw Complaint.scope(endpoint.scope.rawValue)
        }
        return program
    }

    private func viewer(_ program: Program?, _ values: [String: JSON]) async throws -> Viewer {
        let viewer = program?.viewer ?? .visitor
        guard case .string(let secret) = values["X-Receipt-Secret"],
            case .string(let subject) = values["case"]
        else { return viewer }
        return try await asked.office.viewer(
            of: CaseFile.ID(subject), secret: secret, beside: viewer)
    }

    // MARK: What it carries

    private func bytes() async throws -> [UInt8] {
        switch endpoint.body {
        case .nothing: return []
        case .bytes(let most): return try await collect(upTo: most)
        case .json(let schema):
            let type = asked.request.headers[.contentType] ?? ""
            guard
                type.split(separator: ";").first.map({ String($0).trimmed.lowercased() })
                    == "application/json"
            else { throw Complaint.mediaType("application/json") }
            let bytes = try await collect(upTo: Self.mostJSON)
            let value: JSON
            do { value = try JSON(parsing: bytes) } catch {
                throw Complaint.unreadable(error.description)
            }
            do { try schema.check(value) } catch { throw Complaint(error) }
            return bytes
        }
    }

    private func collect(upTo most: Int) async throws -> [UInt8] {
        do {
            let buffer = try await asked.request.body.collect(upTo: most)
            return Array(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Complaint.tooLarge
        }
    }

    /// The name under which a write counts once: that of the caller's, which other callers cannot use.
    private func once(_ values: [String: JSON], _ viewer: Viewer, _ bytes: [UInt8]) -> Once? {
        guard endpoint.isWrite, case .string(let key) = values["Idempotency-Key"] else {
            return nil
        }
        let caller = viewer.account ?? asked.caller.remote
        let head = "\(endpoint.method) \(asked.request.uri.path)\n"
        return Once("key/\(caller)/\(key)", request: Digest.of(Array(head.utf8) + bytes).hex)
    }

    private func expecting(_ values: [String: JSON]) throws -> Int? {
        guard case .string(let tag) = values["If-Match"], tag != "*" else { return nil }
        guard let version = EntityTag.version(in: tag) else { throw Complaint.changedSince }
        return version
    }
}
