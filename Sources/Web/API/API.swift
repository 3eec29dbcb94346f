import Examining
import Machine
import Reports
import Scoring
import Team

/// What programs can ask of a house, as pages do it, and by the same table of permissions.
struct API {
    let accounts: Accounts
    let desk: ExamDesk
    let training: TrainingDesk
    let address: PublicAddress

    init(_ accounts: Accounts, _ desk: ExamDesk, _ training: TrainingDesk, at address: PublicAddress) {
        self.training = training
        self.accounts = accounts
        self.desk = desk
        self.address = address
    }

    /// Everything that can be asked.
    var operations: [APIOperation] {
        [who] + peopleOperations + groupOperations + assignmentOperations + resultOperations + trainingOperations
    }

    var routes: [Route] {
        let description = Array((OpenAPI(operations: operations + [APIScoring.operation]).json.text + "\n").utf8)
        return operations.map { $0.route(accounts) } + [
            APIScoring(desk: desk).route,
            Route(.get, "\(APIOperation.root)/openapi.json", .anyone) { _ in .json(description) },
        ]
    }

    private var who: APIOperation {
        APIOperation(
            method: .get, pattern: "me", name: "whoAmI",
            summary: "Tells in whose name the key acts, and what it allows.",
            scope: nil,
            answer: .object([
                .needed("id", .name), .needed("name", .name),
                .needed("scopes", .list(.choice(KeyScope.allCases.map(\.rawValue)), most: 50)),
                .needed("expires", .moment),
            ])
        ) { call in
            .object([
                ("id", .string(call.actor.person.id.text)), ("name", .string(call.actor.person.name)),
                ("scopes", .strings(call.key.scopes.map(\.rawValue).sorted())),
                ("expires", .moment(call.key.expires)),
            ])
        }
    }
}

extension JSON {
    /// A moment, to the second.
    static func moment(_ moment: Moment) -> JSON {
        let second = moment.milliseconds / 1_000 % 60
        let zone = ":" + (second < 10 ? "0" : "") + "\(max(second, 0))"
        return .string(FixedZone.utc.text(of: moment, separator: "T", beforeZone: zone))
    }

    static func optional(moment: Moment?) -> JSON { moment.map(JSON.moment) ?? .null }
}

/// A part of a list that may be long: those after an id, as many as are asked for.
struct APIPage {
    static let query: [Schema.Member] = [
        .free("after", id, "The id that came as `next` with the part before."),
        .free("limit", .integer(1...1_000), "How many at most; 200 where nothing is said."),
    ]

    /// Some ids are made of several names.
    static let id = Schema.text(shortest: 1, longest: 400)

    /// What is answered of a list.
    static func schema(_ name: String, _ value: Schema) -> Schema {
        .object([
            .needed(name, .list(value, most: 1_000)),
            .needed("next", .optional(id), "What to ask for as `after` to go on; null at the end."),
        ])
    }

    /// - Parameters:
    ///   - name: What the values are called.
    ///   - all: All of them.
    ///   - id: Of a value.
    ///   - call: Which part is asked for.
    ///   - json: What is told of one.
    /// - Returns: What is answered.
    static func json<Value>(
        _ name: String, _ all: [Value], by id: (Value) -> String, for call: APICall, _ json: (Value) -> JSON
    ) -> JSON {
        let after = call.query["after"].text ?? ""
        let rest = all.filter { id($0) > after }.sorted { id($0) < id($1) }
        let part = rest.prefix(call.query["limit"].integer ?? 200)
        let isEnd = part.count == rest.count
        return .object([
            (name, .array(part.map(json))), ("next", .optional(isEnd ? nil : part.last.map(id))),
        ])
    }
}
