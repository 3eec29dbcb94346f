import Machine
import Scoring
import Team

/// What lets programs in: keys for those who look after the house, and for whoever goes on in a terminal.
struct KeyPages {
    let pages: Pages

    var routes: [Route] {
        [
            Route(.get, "keys", .permission(.automate)) { visit in try page(visit) },
            Route(.post, "keys", .permission(.automate)) { visit in
                do {
                    let scopes = Set(visit.form.all("scope").compactMap(KeyScope.init))
                    let made = try pages.accounts.makeKey(
                        visit.form["name"], scopes, days: Int(visit.form["days"]) ?? 0, by: visit.person())
                    return try page(visit, made: made.token)
                } catch let error as TeamError { return try page(visit, error) }
            },
            Route(.post, "keys/:key/end", .permission(.automate)) { visit in
                try pages.accounts.endKey(visit.part("key"), by: visit.person())
                return .goTo("/keys?done=yes")
            },
            Route(.get, "account/terminals", .permission(.train)) { visit in try terminals(visit) },
            Route(.post, "account/terminals", .permission(.train)) { visit in
                do {
                    let name = visit.form["name"].isEmpty ? "a terminal" : visit.form["name"]
                    let made = try pages.accounts.makeKey(name, [.train], days: 180, by: visit.person())
                    return try terminals(visit, made: made.token)
                } catch let error as TeamError { return try terminals(visit, error) }
            },
            Route(.post, "account/terminals/:key/end", .permission(.train)) { visit in
                try pages.accounts.endKey(visit.part("key"), by: visit.person())
                return .goTo("/account/terminals?done=yes")
            },
        ]
    }

    private func page(_ visit: Visit, made: Token? = nil, _ error: TeamError? = nil) throws -> WebAnswer {
        let actor = try visit.person()
        let asked = Set(made == nil ? visit.form.all("scope") : [])
        let keys = try pages.accounts.allKeys(for: actor)
        let values: [String: PageValue] = [
            "made": .optional(made?.text), "isDone": .flag(visit.request.query.has("done")),
            "name": .text(made == nil ? visit.form["name"] : ""),
            "days": .text(visit.form.has("days") && made == nil ? visit.form["days"] : "90"),
            "scopes": .list(
                KeyScope.allCases.filter { actor.may($0.needed) }.map { scope in
                    [
                        "scope": .text(scope.rawValue), "summary": .text(scope.summary),
                        "isChosen": .flag(asked.contains(scope.rawValue)),
                    ]
                }),
            "keys": .list(keys.map { value(of: $0.key, $0.person.name) }), "hasKeys": .flag(!keys.isEmpty),
        ]
        guard let error else { return try pages.page("keys", "Keys", for: visit, values) }
        return try pages.again("keys", "Keys", for: visit, values, error)
    }

    private func terminals(_ visit: Visit, made: Token? = nil, _ error: TeamError? = nil) throws -> WebAnswer {
        let keys = try pages.accounts.keys(of: visit.person()).filter { $0.scopes == [.train] }
        let values: [String: PageValue] = [
            "made": .optional(made?.text), "isDone": .flag(visit.request.query.has("done")),
            "origin": .text(pages.address.origin), "keys": .list(keys.map { value(of: $0, "") }),
            "hasKeys": .flag(!keys.isEmpty),
        ]
        guard let error else { return try pages.page("terminals", "Your terminals", for: visit, values) }
        return try pages.again("terminals", "Your terminals", for: visit, values, error)
    }

    private func value(of key: AccessKey, _ person: String) -> PageValue {
        [
            "id": .text(key.id), "name": .text(key.name), "person": .text(person),
            "allows": .text(key.scopes.map(\.rawValue).sorted().joined(separator: ", ")),
            "expires": .text(FixedZone.utc.text(of: key.expires)),
        ]
    }
}

extension KeyScope {
    /// What it allows, as a page says it.
    fileprivate var summary: String {
        switch self {
        case .readPeople: "see who is in"
        case .writePeople: "invite people, and change what they may do as far as you may"
        case .readGroups: "see groups and who is in them"
        case .writeGroups: "take in people and groups"
        case .readAssignments: "see who is to sit what"
        case .writeAssignments: "assign exams, and take that back"
        case .readResults: "see what came of everybody’s exams"
        case .score: "have answers scored, which tells keys"
        case .train: "go on with your own training"
        }
    }
}
