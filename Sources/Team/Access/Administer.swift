extension Accounts {
    /// Everybody who is in, and everybody who is invited.
    ///
    /// - Throws: `TeamError` where the actor may neither invite nor administer.
    package func house(for actor: Actor) throws(TeamError) -> (people: [Person], invitations: [Invitation]) {
        try actor.check(.invite)
        return (try store.people(), try store.invitations().filter { $0.expires > now })
    }

    /// Changes what somebody does.
    ///
    /// - Throws: `TeamError` where the actor may not, or nobody would be left to administer.
    package func setRoles(of id: Person.ID, to roles: Set<Role>, by actor: Actor) throws(TeamError) {
        try actor.check(.administer)
        try change(id, noting: .changedRoles, roles.text, by: actor) { $0.roles = roles }
    }

    /// Lets somebody in no longer, and ends all that is open; or lets in again.
    ///
    /// - Throws: `TeamError` where the actor may not, or nobody would be left to administer.
    package func shutOut(_ id: Person.ID, _ isShutOut: Bool, by actor: Actor) throws(TeamError) {
        try actor.check(.administer)
        try change(id, noting: isShutOut ? .shutOut : .letInAgain, nil, by: actor) { $0.isShutOut = isShutOut }
    }

    /// The last entries of the trail, the last first.
    ///
    /// - Throws: `TeamError` where the actor may not see it.
    package func trail(_ count: Int, for actor: Actor) throws(TeamError) -> [TrailEntry] {
        try actor.check(.seeTrail)
        return try store.trail(count)
    }

    private func change(
        _ id: Person.ID, noting action: TrailEntry.Action, _ note: String?, by actor: Actor,
        _ change: (inout Person) -> Void
    ) throws(TeamError) {
        guard var person = try store.person(id) else { throw TeamError(.notFound, "there is no such person") }
        change(&person)
        try store.apply(
            [.updateLeavingAdministrator(person)] + (person.isShutOut ? [.endAll(of: id, but: nil)] : []),
            noting: [TrailEntry(at: now, by: actor.person.id, action, to: id.text, note: note)])
    }
}
