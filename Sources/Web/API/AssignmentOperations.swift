import Content
import Examining
import Quiz
import Reports
import Scoring
import Team

extension API {
    /// What can be sat, and who is to sit it.
    var assignmentOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, pattern: "exams", name: "listExams", summary: "Lists the exams that can be assigned.",
                scope: .readAssignments,
                answer: .object([
                    .needed(
                        "exams",
                        .list(
                            .object([
                                .needed("pack", .name), .needed("exam", .name), .needed("title", .name),
                            ]), most: 10_000))
                ])
            ) { _ in .object([("exams", .array(exams))]) },
            APIOperation(
                method: .get, pattern: "assignments", name: "listAssignments", summary: "Lists who is to sit what.",
                scope: .readAssignments, query: APIPage.query,
                answer: APIPage.schema("assignments", Self.assignment)
            ) { call in
                APIPage.json(
                    "assignments", try desk.assignments(for: call.actor), by: \.assignment.apiID, for: call, JSON.init)
            },
            APIOperation(
                method: .post, pattern: "assignments", name: "assign",
                summary: "Assigns an exam to people and groups, in place of earlier windows of theirs.",
                scope: .writeAssignments,
                body: .object([
                    .needed("pack", .name), .needed("exam", .name),
                    .free("people", .list(.name, most: 2_000), "Ids of people."),
                    .free("groups", .list(.name, most: 100), "Ids of groups."),
                    .free("opens", .optional(.moment)), .free("closes", .optional(.moment)),
                    .free("stopsAtClose", .flag, "Whether attempts end at the close, whenever they began."),
                ]), status: 204, refusals: [404, 409], handle: assign),
            APIOperation(
                method: .delete, pattern: "assignments/:pack/:exam/:whom", name: "takeBack",
                summary: "Takes an assignment back; an attempt that was begun goes on.", scope: .writeAssignments,
                status: 204, refusals: [404, 409, 422]
            ) { call in
                try desk.unassign(
                    call.part("exam"), of: call.part("pack"), from: call.part("whom"), by: call.actor)
                return nil
            },
        ]
    }

    private static let assignment = Schema.object([
        .needed("id", APIPage.id), .needed("pack", .name), .needed("exam", .name),
        .needed("title", .name), .needed("whom", .name, "`candidate:` or `group:` with an id."), .needed("name", .name),
        .needed("opens", .optional(.moment)), .needed("closes", .optional(.moment)), .needed("stopsAtClose", .flag),
    ])

    private var exams: [JSON] {
        desk.packs.sorted { $0.key < $1.key }.flatMap { pack, revision in
            revision.pack.blueprints.map { blueprint in
                .object([
                    ("pack", .string(pack)), ("exam", .string(blueprint.id.text)), ("title", .string(blueprint.title)),
                ])
            }
        }
    }

    private func assign(_ call: APICall) throws -> JSON? {
        func moment(_ name: String) -> Moment? { call.body[name].text.flatMap { WrittenTime($0)?.moment } }
        let groups = call.body["groups"].texts
        let known = Set(try desk.groups(for: call.actor).map(\.id))
        if let strange = groups.first(where: { !known.contains($0) }) {
            throw TeamError(.notFound, "there is no group \(strange.prefix(40))")
        }
        let people = call.body["people"].texts.map { Person.ID($0) }
        for id in people where try accounts.store.person(id) == nil {
            throw TeamError(.notFound, "there is nobody of the id \(id.text.prefix(40))")
        }
        try desk.assign(
            call.body["exam"].text ?? "", of: call.body["pack"].text ?? "", to: people, groups: groups,
            ExamWindow(
                opens: moment("opens"), closes: moment("closes"), stopsAtClose: call.body["stopsAtClose"].isTrue),
            by: call.actor)
        return nil
    }
}

extension Assignment {
    /// By which a list goes on.
    fileprivate var apiID: String { "\(pack)/\(blueprint)/\(to.text)" }
}

extension JSON {
    fileprivate init(_ listed: ListedAssignment) {
        let assignment = listed.assignment
        self = .object([
            ("id", .string(assignment.apiID)), ("pack", .string(assignment.pack)),
            ("exam", .string(assignment.blueprint)), ("title", .string(listed.title)),
            ("whom", .string(assignment.to.text)), ("name", .string(listed.name)),
            ("opens", .optional(moment: assignment.opens)), ("closes", .optional(moment: assignment.closes)),
            ("stopsAtClose", .bool(assignment.stopsAtClose)),
        ])
    }
}
