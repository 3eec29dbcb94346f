import Reports
import Team

/// The description of the interface (OpenAPI 3.1), made of the same values that answer.
struct OpenAPI {
    let operations: [APIOperation]

    var json: JSON {
        .object([
            ("openapi", .string("3.1.0")),
            (
                "info",
                .object([
                    ("title", .string("Preceptor")), ("version", .string("1")),
                    (
                        "description",
                        .string(
                            "People, groups, assignments, results and scoring of a house. What is refused is told as a "
                                + "problem (RFC 9457). Within a version, only what may be left out is added.")
                    ),
                    (
                        "license",
                        .object([("name", .string("GPL-3.0-or-later")), ("identifier", .string("GPL-3.0-or-later"))])
                    ),
                ])
            ),
            ("servers", .array([.object([("url", .string("/\(APIOperation.root)"))])])),
            ("security", .array([.object([("key", .array([]))])])),
            ("paths", .object(paths)),
            (
                "components",
                .object([
                    (
                        "securitySchemes",
                        .object([
                            (
                                "key",
                                .object([
                                    ("type", .string("http")), ("scheme", .string("bearer")),
                                    ("description", .string("A key that was made at /keys.")),
                                ])
                            )
                        ])
                    ),
                    ("schemas", .object([("Problem", Refusal.schema.json)])),
                ])
            ),
        ])
    }

    private var paths: [(String, JSON)] {
        var order: [String] = []
        for operation in operations where !order.contains(operation.pattern) { order.append(operation.pattern) }
        return order.map { pattern in
            let all = operations.filter { $0.pattern == pattern }
            let path = pattern.split(separator: "/").map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }
            return (
                "/" + path.joined(separator: "/"),
                .object(all.map { ($0.method.rawValue.lowercased(), $0.json) })
            )
        }
    }
}

extension APIOperation {
    /// What the description says of it.
    fileprivate var json: JSON {
        var members: [(String, JSON)] = [
            ("operationId", .string(name)), ("summary", .string(summary)), ("parameters", .array(parameters)),
        ]
        if let scope { members.append(("security", .array([.object([("key", .strings([scope.rawValue]))])]))) }
        if let body {
            members.append(
                ("requestBody", .object([("required", .bool(true)), ("content", .object(content(of: body)))])))
        }
        members.append(("responses", .object(responses)))
        return .object(members)
    }

    private var parameters: [JSON] {
        parts.map { name in
            .object([
                ("name", .string(name)), ("in", .string("path")), ("required", .bool(true)),
                ("schema", Schema.name.json),
            ])
        }
            + query.map { member in
                .object([
                    ("name", .string(member.name)), ("in", .string("query")), ("required", .bool(false)),
                    ("schema", member.json),
                ])
            }
    }

    private var responses: [(String, JSON)] {
        var good: [(String, JSON)] = [("description", .string("It is done."))]
        if let answer { good.append(("content", .object(content(of: answer)))) }
        let more = [405, 429, 503] + (body == nil && query.isEmpty ? [] : [413, 422]) + [401, 403] + refusals
        return [("\(status)", .object(good))]
            + Set(more).sorted().map { status in
                (
                    "\(status)",
                    .object([
                        ("description", .string(Self.refused[status] ?? "It is refused.")),
                        (
                            "content",
                            .object([
                                (
                                    "application/problem+json",
                                    .object([
                                        ("schema", .object([("$ref", .string("#/components/schemas/Problem"))]))
                                    ])
                                )
                            ])
                        ),
                    ])
                )
            }
    }

    private func content(of schema: Schema) -> [(String, JSON)] {
        let one = [("application/json", JSON.object([("schema", schema.json)]))]
        return isOfLines
            ? one + [("application/x-ndjson", .object([("schema", .object([("type", .string("string"))]))]))] : one
    }

    /// What each status of a refusal says.
    private static let refused = [
        401: "No key came along, or one that is not good.", 403: "The key, or whose it is, does not allow it.",
        404: "There is no such thing.", 405: "It is asked by another method.",
        409: "It is there already, or something else happened meanwhile.", 413: "The body is too long.",
        422: "What was sent makes no sense.", 429: "It was asked too often; Retry-After says for how long to wait.",
        503: "Nothing can be kept just now; nothing has changed.",
    ]
}
