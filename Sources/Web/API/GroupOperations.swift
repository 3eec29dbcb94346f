import Examining
import Quiz
import Reports
import Team

extension API {
    /// Groups, and people with them.
    var groupOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, pattern: "groups", name: "listGroups", summary: "Lists groups, and who is in them.",
                scope: .readGroups, query: APIPage.query,
                answer: APIPage.schema(
                    "groups",
                    .object([
                        .needed("id", .name), .needed("title", .name),
                        .needed("members", .list(.name, most: 1_000_000), "Ids of people."),
                    ]))
            ) { call in
                APIPage.json("groups", try desk.groups(for: call.actor), by: \.id, for: call) { group in
                    .object([
                        ("id", .string(group.id)), ("title", .string(group.title)),
                        ("members", .strings(group.members)),
                    ])
                }
            },
            APIOperation(
                method: .post, pattern: "roster", name: "takeInRoster",
                summary:
                    "Takes in candidates with their groups, all of them or none, as from a file: adds and changes.",
                scope: .writeGroups, body: .object([.needed("candidates", .list(Self.candidate, most: 2_000))]),
                answer: .object([
                    .needed("added", .integer(0...1_000_000)), .needed("changed", .integer(0...1_000_000)),
                    .needed("invitations", .list(Self.invitation, most: 2_000), "Of whoever has no password yet."),
                ]), refusals: [409], handle: takeIn),
        ]
    }

    private static let candidate = Schema.object([
        .needed("candidate", .name, "What your systems call the person, for ever."),
        .free("name", .name), .free("email", .name, "By which the person signs in; needed for who is not in yet."),
        .free("groups", .list(.name, most: 100), "All groups of the person; left out, they stay."),
    ])

    private static let invitation = Schema.object([
        .needed("id", .name), .needed("name", .name), .needed("address", .name), .needed("link", .name),
    ])

    private func takeIn(_ call: APICall) throws -> JSON {
        for value in call.body["candidates"].list {
            for name in [value["candidate"].text ?? "", value["name"].text].compactMap(\.self) + value["groups"].texts {
                if let problem = nameProblem(name) {
                    throw TeamError(.invalid, "\(name.prefix(40)) is no name: \(problem)")
                }
            }
        }
        let rows = call.body["candidates"].list.enumerated().flatMap { Self.rows(of: $1, number: $0 + 1) }
        let taken: TakenIn
        do {
            taken = try desk.takeIn(rows, of: [Self.file], problems: [], isReadable: true, by: call.actor)
        } catch let error as ExamError where error.kind == .unreadable {
            let problems = error.message.split(separator: "\n").prefix(100).joined(separator: "\n")
            throw TeamError(.invalid, problems)
        }
        let changes = taken.changes.candidates
        return .object([
            ("added", .integer(changes.added.count)), ("changed", .integer(changes.changed.count)),
            (
                "invitations",
                .array(
                    taken.invited.map { person, token in
                        .object([
                            ("id", .string(person.id.text)), ("name", .string(person.name)),
                            ("address", .string(person.address.text)),
                            ("link", .string("\(address.origin)/invitation/\(token.text)")),
                        ])
                    })
            ),
        ])
    }

    /// What problems call the list that came.
    private static let file = "candidates"

    /// What a table would say in rows of its own: one for each group.
    private static func rows(of value: JSONInput, number: Int) -> [RosterRow] {
        var candidate = RosterRow.Candidate(id: value["candidate"].text ?? "")
        candidate.name = value["name"].text
        candidate.email = value["email"].text
        let groups: [RosterRow.Groups] =
            if case .list(let names) = value["groups"] {
                names.isEmpty ? [.here(nil)] : names.map { .here($0.text) }
            } else {
                [.elsewhere]
            }
        return groups.map { group in
            candidate.groups = group
            return RosterRow(.candidate(candidate), isGone: false, at: RosterPosition(file: file, row: number))
        }
    }
}
