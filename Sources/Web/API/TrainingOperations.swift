import Learning
import Reports
import Team

extension API {
    /// The training of whoever has the key, for a terminal that goes on with it.
    var trainingOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, pattern: "training/answers", name: "listAnswers",
                summary: "Lists your own answers in training, in the order in which they were kept.", scope: .train,
                query: [
                    .free("after", .integer(0...Int(Int32.max)), "The number of the last one that you have."),
                    .free("limit", .integer(1...1_000), "How many at most; 200 where nothing is said."),
                ],
                answer: .object([
                    .needed("answers", .list(.object([.needed("number", Self.count)] + Self.answer), most: 1_000))
                ])
            ) { call in
                let answers = try training.answers(
                    after: Int64(call.query["after"].integer ?? 0), atMost: call.query["limit"].integer ?? 200,
                    of: call.actor)
                return .object([("answers", .array(answers.map(JSON.init)))])
            },
            APIOperation(
                method: .post, pattern: "training/answers", name: "takeAnswers",
                summary: "Takes in what you answered elsewhere. An answer that came before is known, and counts once.",
                scope: .train,
                body: .object([
                    .needed("answers", .list(.object([.free("number", Self.count)] + Self.answer), most: 1_000))
                ]),
                answer: .object([
                    .needed("new", Self.count), .needed("known", Self.count),
                    .needed("leftOut", Self.count, "Those whose items no pack here makes."),
                ])
            ) { call in
                let taken = try training.take(call.body["answers"].list.map(SharedAnswer.init), of: call.actor)
                return .object([
                    ("new", .integer(taken.new)), ("known", .integer(taken.known)),
                    ("leftOut", .integer(taken.leftOut)),
                ])
            },
        ]
    }

    private static let count = Schema.integer(0...Int(Int32.max))
    private static let moment = Schema.integer(0...9_999_999_999_999)

    private static let answer: [Schema.Member] = [
        .needed("item", .text(shortest: 1, longest: 500), "The item's identity."),
        .free("text", .optional(.text(shortest: 0, longest: 20_000)), "As it was typed; null where it was skipped."),
        .needed("at", moment, "When, in milliseconds since 1970 UTC."),
        .needed("response", count, "How long it took, in milliseconds."), .needed("hints", .integer(0...1_000)),
        .needed("place", .integer(0...1_000_000), "The item's place in its session, from 0."),
        .free("undone", .optional(moment), "When it was taken back."),
    ]
}

extension SharedAnswer {
    /// An answer as it was sent, whose form was seen to.
    fileprivate init(_ sent: JSONInput) {
        self.init(
            item: sent["item"].text ?? "", text: sent["text"].text, at: Int64(sent["at"].integer ?? 0),
            response: sent["response"].integer ?? 0, hints: sent["hints"].integer ?? 0,
            position: sent["place"].integer ?? 0, undone: sent["undone"].integer.map { Int64($0) })
    }
}

extension JSON {
    fileprivate init(_ answer: SharedAnswer) {
        self = .object([
            ("number", .integer(Int(answer.number ?? 0))), ("item", .string(answer.item)),
            ("text", .optional(answer.text)), ("at", .integer(Int(answer.at))), ("response", .integer(answer.response)),
            ("hints", .integer(answer.hints)), ("place", .integer(answer.position)),
            ("undone", answer.undone.map { .integer(Int($0)) } ?? .null),
        ])
    }
}
