extension Accounts {
    /// What waits in the outbox or was given up.
    ///
    /// - Throws: `TeamError` where the actor may not look after it.
    package func waiting(in outbox: any OutboxStore, for actor: Actor) throws(TeamError) -> [ListedOutgoing] {
        try actor.check(.administer)
        return try outbox.waiting(200)
    }

    /// Lets something be tried at once.
    ///
    /// - Throws: `TeamError` where the actor may not, or it is gone.
    package func tryAgain(_ number: Int64, in outbox: any OutboxStore, by actor: Actor) throws(TeamError) {
        try actor.check(.administer)
        let entry = TrailEntry(at: now, by: actor.person.id, .triedAgain, to: "\(number)")
        guard try outbox.tryAgain(number, at: now, noting: entry) else { throw Self.gone }
    }

    /// Takes something out for good.
    ///
    /// - Throws: `TeamError` where the actor may not, or it is gone.
    package func discard(_ number: Int64, in outbox: any OutboxStore, by actor: Actor) throws(TeamError) {
        try actor.check(.administer)
        let entry = TrailEntry(at: now, by: actor.person.id, .discarded, to: "\(number)")
        guard try outbox.discard(number, at: now, noting: entry) else { throw Self.gone }
    }

    private static let gone = TeamError(.notFound, "this is in the outbox no longer")
}
