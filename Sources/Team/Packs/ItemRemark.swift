package import Content
package import Examining
import Learning
package import Quiz
package import Scoring

/// What a learner says about something that was asked. Who said it is told to nobody.
package struct ItemRemark: Sendable, Equatable {
    /// What the item was made of.
    package let family: ItemFamily
    /// What was asked for.
    package let kind: ItemKind
    /// What the learner says.
    package let note: String
    /// When it was said.
    package let at: Moment

    /// Nil where it is about nothing that can be found again.
    init?(_ flag: Records.Flag) {
        guard let item = ItemID(flag.item) else { return nil }
        (family, kind, note, at) = (item.family, item.kind, flag.note, flag.at)
    }
}

extension PackDesk {
    /// What learners said about what a pack asks, the last first.
    ///
    /// - Throws: `TeamError` where the actor may not see it, or it cannot be read now.
    package func remarks(on pack: String, for actor: Actor) throws(TeamError) -> [ItemRemark] {
        try actor.check(.seePacks)
        do { return try learners.flags(in: pack).reversed().compactMap(ItemRemark.init) } catch {
            throw TeamError(.unavailable, "what learners said cannot be read just now", mend: "try again in a moment")
        }
    }

    /// The attempts at a pack's exams that are closed, whatever version they were of, for figures of what it asks.
    ///
    /// - Throws: `TeamError` or `ExamError` where the actor may not see such figures, or they cannot be read.
    package func attempts(at revision: PackRevision, for actor: Actor) throws -> [StoredAttempt] {
        try actor.check(.seePacks)
        let reading = inUse(insteadOf: revision) ?? revision
        return try exams.exams.attempts(reading: reading).attempts(of: revision.pack).filter { $0.head != nil }
    }
}
