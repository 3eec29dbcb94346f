import Reports
import Team

/// Something that a program can ask for: its route, and all that the description of the interface says of it.
struct APIOperation: Sendable {
    /// Under which version everything stands.
    static let root = "api/v1"

    let method: WebRequest.Method
    /// Below the root: `people/:person/roles`.
    let pattern: String
    /// By which programs that are made from the description call it.
    let name: String
    /// What it does, a sentence.
    let summary: String
    /// What the key must allow; nil where any key will do.
    let scope: KeyScope?
    /// What may stand behind the question mark; all of it may be left out.
    var query: [Schema.Member] = []
    /// What is to be sent; nil for nothing.
    var body: Schema?
    /// Whether lines of JSON are taken as well, and answered by lines.
    var isOfLines = false
    /// The status where it goes well.
    var status = 200
    /// What is answered then; nil for nothing.
    var answer: Schema?
    /// The statuses of refusals that it has beyond those that all have.
    var refusals: [Int] = []
    let handle: @Sendable (APICall) throws -> JSON?

    /// The names of the parts of the path that stand for something.
    var parts: [String] { pattern.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) } }

    /// Whether it changes anything that the trail tells of.
    var isNoted: Bool { method != .get && scope != .score && scope != .train }

    func route(_ accounts: Accounts) -> Route {
        Route(method, "\(Self.root)/\(pattern)", .key(scope)) { visit in
            let call = try APICall(self, visit)
            if isNoted, let key = visit.key { try accounts.note(key, for: "\(method.rawValue) \(pattern)") }
            guard let json = try handle(call) else { return WebAnswer(status) }
            return WebAnswer.json(Array((json.text + "\n").utf8), status: status)
        }
    }
}

/// A request of a program, whose query and body are what the operation asks for.
struct APICall: Sendable {
    let actor: Actor
    /// By which the program is let in.
    let key: AccessKey
    private let parts: [String: String]
    let query: JSONInput
    let body: JSONInput

    fileprivate init(_ operation: APIOperation, _ visit: Visit) throws {
        actor = try visit.person()
        guard let key = visit.key else { throw TeamError(.signedOut, "no key came along") }
        self.key = key
        parts = visit.parts
        query = try Self.query(operation, visit.request.query)
        guard let schema = operation.body else {
            body = .null
            return
        }
        guard visit.request.isJSON else {
            throw TeamError(.invalid, "the body is not called JSON", mend: "send it as application/json")
        }
        guard let body = JSONInput(visit.request.body) else {
            throw TeamError(.invalid, "the body is no JSON")
        }
        if let problem = schema.problem(with: body) { throw TeamError(.invalid, problem) }
        self.body = body
    }

    /// A named part of the path.
    func part(_ name: String) -> String { parts[name] ?? "" }

    private static func query(_ operation: APIOperation, _ fields: FormFields) throws -> JSONInput {
        var values: [String: JSONInput] = [:]
        for member in operation.query where fields.has(member.name) {
            let text = fields[member.name]
            guard fields.all(member.name).count == 1 else {
                throw TeamError(.invalid, "\(member.name) is said more than once")
            }
            if case .integer = member.schema {
                values[member.name] = Int(text).map(JSONInput.integer) ?? .text(text)
            } else {
                values[member.name] = .text(text)
            }
        }
        let all = JSONInput.object(values)
        if let problem = Schema.object(operation.query).problem(with: all) { throw TeamError(.invalid, problem) }
        return all
    }
}

extension WebRequest {
    /// Whether the body says of itself that it is JSON.
    var isJSON: Bool { kind == "application/json" }

    /// What the body is, without what else is said of it.
    var kind: String {
        (fields["content-type"] ?? "").prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    }
}
