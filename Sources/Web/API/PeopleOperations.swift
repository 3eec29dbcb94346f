import Reports
import Scoring
import Team

extension API {
    /// Who is in.
    var peopleOperations: [APIOperation] {
        let roles = Schema.list(.choice(Role.allCases.map(\.rawValue)), most: Role.allCases.count)
        let person = Schema.object([
            .needed("id", .name), .needed("name", .name), .needed("address", .name), .needed("roles", roles),
            .needed("isShutOut", .flag), .needed("since", .moment),
        ])
        return [
            APIOperation(
                method: .get, pattern: "people", name: "listPeople", summary: "Lists everybody who is in.",
                scope: .readPeople, query: APIPage.query, answer: APIPage.schema("people", person)
            ) { call in
                APIPage.json("people", try accounts.house(for: call.actor).people, by: \.id.text, for: call, JSON.init)
            },
            APIOperation(
                method: .post, pattern: "people", name: "invitePerson",
                summary: "Invites somebody, and gives the link by which the person comes in; it is told once.",
                scope: .writePeople,
                body: .object([.needed("name", .name), .needed("address", .name), .needed("roles", roles)]),
                status: 201,
                answer: .object([
                    .needed("name", .name), .needed("address", .name), .needed("link", .name),
                    .needed("expires", .moment),
                ]), refusals: [409]
            ) { call in
                let invited = try accounts.invite(
                    call.body["name"].text ?? "", at: call.body["address"].text ?? "", as: call.roles, by: call.actor)
                return .object([
                    ("name", .string(invited.invitation.name)),
                    ("address", .optional(invited.invitation.address?.text)),
                    ("link", .string("\(address.origin)/invitation/\(invited.token.text)")),
                    ("expires", .moment(invited.invitation.expires)),
                ])
            },
            changing("roles", "setRoles", "Changes what somebody does.", .object([.needed("roles", roles)])) { call in
                try accounts.setRoles(of: Person.ID(call.part("person")), to: call.roles, by: call.actor)
            },
            changing(
                "shut-out", "shutOut", "Lets somebody in no longer, or again.",
                .object([.needed("isShutOut", .flag)])
            ) { call in
                try accounts.shutOut(Person.ID(call.part("person")), call.body["isShutOut"].isTrue, by: call.actor)
            },
        ]
    }

    private func changing(
        _ what: String, _ name: String, _ summary: String, _ body: Schema,
        _ change: @escaping @Sendable (APICall) throws -> Void
    ) -> APIOperation {
        APIOperation(
            method: .put, pattern: "people/:person/\(what)", name: name, summary: summary, scope: .writePeople,
            body: body, status: 204, refusals: [404]
        ) { call in
            try change(call)
            return nil
        }
    }
}

extension APICall {
    fileprivate var roles: Set<Role> { Set(body["roles"].texts.compactMap(Role.init)) }
}

extension JSON {
    fileprivate init(_ person: Person) {
        self = .object([
            ("id", .string(person.id.text)), ("name", .string(person.name)), ("address", .string(person.address.text)),
            ("roles", .strings(person.roles.map(\.rawValue).sorted())), ("isShutOut", .bool(person.isShutOut)),
            ("since", .moment(person.since)),
        ])
    }
}
