import HTTPTypes
import Hummingbird
import Ledger

/// The description of the API (OpenAPI 3.1), written from the table by which it is served.
struct OpenAPI {
    let endpoints: [Endpoint]
    let root: String
    let origin: String

    func response() throws -> Response {
        let bytes = try json.canonicalBytes()
        return Asked.answer(
            String(decoding: bytes, as: UTF8.self), "application/json; charset=utf-8")
    }

    var json: JSON {
        let paths = Dictionary(grouping: endpoints, by: \.path)
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Yifa", "version": "1.0.0",
                "description":
                    "Case files of a district's government, under the law as packs state it. Texts are in the language of Accept-Language.",
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": .string(origin + root)]],
            "paths": JSON(
                members: paths.map { path, endpoints in
                    (
                        path,
                        JSON(
                            members: endpoints.map {
                                ($0.method.rawValue.lowercased(), operation($0))
                            })
                    )
                }),
            "components": components,
        ]
    }

    private func operation(_ endpoint: Endpoint) -> JSON {
        JSON(members: [
            ("operationId", .string(endpoint.name)), ("summary", .string(endpoint.summary)),
            ("parameters", .array(endpoint.allParameters.map(parameter))),
            ("requestBody", body(endpoint.body)), ("responses", responses(endpoint)),
            ("security", security(endpoint)),
        ])
    }

    private func parameter(_ parameter: Endpoint.Parameter) -> JSON {
        [
            "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
            "required": .bool(parameter.isRequired), "description": .string(parameter.about),
            "schema": parameter.schema.json,
        ]
    }

    private func body(_ body: Endpoint.Body) -> JSON? {
        switch body {
        case .nothing: nil
        case .json(let schema):
            ["required": true, "content": ["application/json": ["schema": schema.json]]]
        case .bytes:
            ["required": true, "content": ["application/octet-stream": ["schema": [:]]]]
        }
    }

    private func security(_ endpoint: Endpoint) -> JSON {
        switch endpoint.need {
        case .account: [["token": []]]
        case .nobody, .viewer: [[:], ["token": []]]
        }
    }

    // MARK: What is answered

    private func responses(_ endpoint: Endpoint) -> JSON {
        var members = endpoint.statuses.map { status in
            ("\(status)", success(status, of: endpoint) as JSON?)
        }
        for status in endpoint.troubles {
            members.append(("\(status)", ["$ref": "#/components/responses/Problem"]))
        }
        return JSON(members: members)
    }

    private func success(_ status: Int, of endpoint: Endpoint) -> JSON {
        JSON(members: [
            ("description", .string(Self.meaning(of: status))),
            (
                "content",
                [202, 204, 304].contains(status) ? waiting(status) : content(endpoint.reply)
            ),
            ("headers", headers(status, endpoint)),
        ])
    }

    private func waiting(_ status: Int) -> JSON? {
        status == 202 ? content(.json(.named("Waiting"))) : nil
    }

    private func content(_ reply: Endpoint.Reply) -> JSON? {
        switch reply {
        case .nothing: nil
        case .json(let schema): ["application/json": ["schema": schema.json]]
        case .text: ["text/plain": ["schema": ["type": "string"]]]
        case .bytes: ["*/*": ["schema": [:]]]
        }
    }

    private func headers(_ status: Int, _ endpoint: Endpoint) -> JSON? {
        guard endpoint.isVersioned, endpoint.method == .get else { return nil }
        return [
            "ETag": [
                "description": "The version of the case file and of what was told.",
                "schema": ["type": "string"],
            ]
        ]
    }

    private static func meaning(of status: Int) -> String {
        switch status {
        case 201: "It was made."
        case 202: "It waits for the signatures of others."
        case 204: "It is done; there is nothing to tell."
        case 304: "Nothing changed since."
        default: "It is done, or this is what was asked for."
        }
    }

    private var components: JSON {
        [
            "schemas": JSON(members: Schema.components.map { ($0.key, $0.value.json) }),
            "responses": [
                "Problem": [
                    "description": "Why it was not done (RFC 9457).",
                    "content": [
                        "application/problem+json": [
                            "schema": ["$ref": "#/components/schemas/Problem"]
                        ]
                    ],
                ]
            ],
            "securitySchemes": [
                "token": [
                    "type": "http", "scheme": "bearer",
                    "description": "A token of an account, with the scopes read, write or both.",
                ]
            ],
        ]
    }
}

extension Endpoint {
    /// The statuses by which it can say that it did not do what was asked.
    var troubles: [Int] {
        var statuses: Set<Int> = [400, 401, 403, 422]
        if path.contains("{") || isWrite { statuses.insert(404) }
        if method != .get { statuses.insert(429) }
        if isWrite { statuses.insert(409) }
        if isVersioned, method != .get { statuses.insert(412) }
        switch body {
        case .nothing: break
        case .json, .bytes: statuses.formUnion([413, 415])
        }
        return statuses.sorted()
    }
}
