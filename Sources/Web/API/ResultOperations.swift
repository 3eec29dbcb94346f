import Examining
import Quiz
import Reports
import Team

extension API {
    /// What came of exams.
    var resultOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, pattern: "results", name: "listResults",
                summary: "Lists every attempt of everybody, and what came of it.", scope: .readResults,
                query: [.free("pack", .name), .free("exam", .name)] + APIPage.query,
                answer: APIPage.schema("results", Self.result)
            ) { call in
                let all = try desk.sittings(for: call.actor).filter { sitting in
                    (call.query["pack"].text.map { $0 == sitting.pack } ?? true)
                        && (call.query["exam"].text.map { $0 == sitting.exam } ?? true)
                }
                return APIPage.json("results", all, by: \.name, for: call, JSON.init)
            },
            APIOperation(
                method: .get, pattern: "results/:pack/:exam", name: "reportExam",
                summary: "Tells what came of an exam with its statistics, as `preceptor exam report --json` does.",
                scope: .readResults, answer: .anyObject, refusals: [404, 409]
            ) { call in
                let exams = try desk.reported(call.part("exam"), of: call.part("pack"), to: call.actor)
                return JSON(
                    ExamReport(
                        of: exams.attempts, in: exams.pack, roster: exams.roster, group: nil, only: exams.blueprint,
                        irregularities: exams.irregularities, at: desk.exams.time))
            },
        ]
    }

    private static let result = Schema.object([
        .needed("attempt", .name), .needed("person", .name, "The id of who sat it."), .needed("name", .name),
        .needed("pack", .name), .needed("exam", .name), .needed("title", .name),
        .needed("answered", .integer(0...1_000_000)), .needed("items", .integer(0...1_000_000)),
        .needed("isClosed", .flag), .needed("fraction", .optional(.number), "0 to 1; null while it is open."),
        .needed("isPassed", .optional(.flag)), .needed("voided", .optional(.text(shortest: 0, longest: 1_000))),
        .needed("lastSeen", .moment),
    ])
}

extension JSON {
    /// An attempt as lists have it.
    init(_ sitting: WatchedAttempt) {
        self = .object([
            ("attempt", .string(sitting.name)), ("person", .string(sitting.person)),
            ("name", .string(sitting.candidate)), ("pack", .string(sitting.pack)), ("exam", .string(sitting.exam)),
            ("title", .string(sitting.title)), ("answered", .integer(sitting.answered)),
            ("items", .integer(sitting.count)), ("isClosed", .bool(sitting.isClosed)),
            ("fraction", .optional(fraction: sitting.fraction)), ("isPassed", .optional(bool: sitting.isPassed)),
            ("voided", .optional(sitting.voided)), ("lastSeen", .moment(sitting.seen)),
        ])
    }
}
