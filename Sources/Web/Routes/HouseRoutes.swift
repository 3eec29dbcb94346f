import Machine
import Scoring
import Team

extension Pages {
    /// Who is in, and what they did.
    var houseRoutes: [Route] {
        [
            Route(.get, "people", .permission(.invite)) { visit in
                try page("people", "People", for: visit, house(visit))
            },
            Route(.post, "people/invite", .permission(.invite)) { visit in try invite(visit) },
            Route(.post, "people/:person/roles", .permission(.administer)) { visit in
                let roles = Set(visit.form.all("role").compactMap(Role.init))
                return try changing(visit) { actor throws(TeamError) in
                    try accounts.setRoles(of: Person.ID(visit.part("person")), to: roles, by: actor)
                }
            },
            Route(.post, "people/:person/shut-out", .permission(.administer)) { visit in
                try changing(visit) { actor throws(TeamError) in
                    try accounts.shutOut(Person.ID(visit.part("person")), visit.form["shut-out"] == "yes", by: actor)
                }
            },
            Route(.get, "trail", .permission(.seeTrail)) { visit in
                let names = try namesByID()
                let entries = try accounts.trail(200, for: visit.person()).map { value(of: $0, names) }
                return try page("trail", "Trail", for: visit, ["entries": .list(entries)])
            },
        ]
    }

    private func changing(_ visit: Visit, _ change: (Actor) throws(TeamError) -> Void) throws -> WebAnswer {
        do {
            try change(try visit.person())
            return .goTo("/people")
        } catch {
            return try again("people", "People", for: visit, house(visit), error)
        }
    }

    private func invite(_ visit: Visit) throws -> WebAnswer {
        let actor = try visit.person()
        do {
            let roles = Set(visit.form.all("role").compactMap(Role.init))
            let invited = try accounts.invite(visit.form["name"], at: visit.form["address"], as: roles, by: actor)
            var values = try house(visit, isFilled: false)
            values["link"] = .text("\(address.origin)/invitation/\(invited.token.text)")
            values["invited"] = .text(invited.invitation.name)
            return try page("people", "People", for: visit, values)
        } catch let error as TeamError {
            return try again("people", "People", for: visit, house(visit), error)
        }
    }

    private func house(_ visit: Visit, isFilled: Bool = true) throws -> [String: PageValue] {
        let actor = try visit.person()
        let (people, invitations) = try accounts.house(for: actor)
        let given = actor.may(.administer) ? Set(Role.allCases) : Role.givenByLeads
        let asked = Set(visit.form.all("role"))
        return [
            "people": .list(people.map { value(of: $0, to: actor) }),
            "invitations": .list(invitations.map(value)),
            "hasInvitations": .flag(!invitations.isEmpty),
            "roles": .list(
                Role.allCases.filter(given.contains).map { role in
                    ["role": .text(role.rawValue), "isChosen": .flag(isFilled && asked.contains(role.rawValue))]
                }),
            "name": .text(isFilled ? visit.form["name"] : ""), "address": .text(isFilled ? visit.form["address"] : ""),
        ]
    }

    private func value(of person: Person, to actor: Actor) -> PageValue {
        [
            "id": .text(person.id.text), "name": .text(person.name), "address": .text(person.address.words),
            "does": .text(person.roles.text.replacing(" ", with: ", ")), "isShutOut": .flag(person.isShutOut),
            "isAdministered": .flag(actor.may(.administer)),
            "roles": .list(
                Role.allCases.map { role in
                    ["role": .text(role.rawValue), "isChosen": .flag(person.roles.contains(role))]
                }),
        ]
    }

    private func value(of invitation: Invitation) -> PageValue {
        [
            "name": .text(invitation.name.isEmpty ? "the first administrator" : invitation.name),
            "address": .text(invitation.address?.text ?? ""),
            "does": .text(invitation.roles.text.replacing(" ", with: ", ")),
            "expires": .text(FixedZone.utc.text(of: invitation.expires)),
        ]
    }

    private func namesByID() throws -> [String: String] {
        Dictionary(try accounts.store.people().map { ($0.id.text, $0.name) }) { first, _ in first }
    }

    private func value(of entry: TrailEntry, _ names: [String: String]) -> PageValue {
        [
            "at": .text(FixedZone.utc.text(of: entry.at)),
            "by": .text(entry.by.map { names[$0.text] ?? $0.text } ?? "the server"),
            "action": .text(entry.action.words), "to": .text(entry.to.map { names[$0] ?? $0 } ?? ""),
            "note": .text(entry.note ?? ""),
        ]
    }
}

extension TrailEntry.Action {
    /// What was done, as people say it.
    var words: String {
        rawValue.reduce(into: "") { words, letter in
            words += letter.isUppercase ? " \(letter.lowercased())" : String(letter)
        }
    }
}
