package import Content
import Examining
package import Learning
package import Machine
package import Quiz
import Scoring

/// Training of a house: whoever may train has one session in a pack at a time, which any node goes on with. What is
/// answered is kept before a word is said of it.
package final class TrainingDesk: Sendable {
    let inUse: PacksInUse
    let time: any TimeSource
    private let random: RandomSource
    let learners: any LearnerStore
    private let bookmarks: any BookmarkStore
    /// Lessons in the same packs.
    package let lessons: LessonDesk
    private let rooms = Rooms<Room>()

    /// - Parameters:
    ///   - inUse: The packs in use, as they change.
    ///   - time: Tells when things happen.
    ///   - random: Gives sessions their seeds.
    ///   - learners: Where learners are kept.
    ///   - bookmarks: Where it is kept where each of them stands.
    package init(
        of inUse: PacksInUse, time: any TimeSource, random: RandomSource, in learners: any LearnerStore,
        _ bookmarks: any BookmarkStore
    ) {
        self.inUse = inUse
        lessons = LessonDesk(of: inUse, time: time, random: random, in: learners, bookmarks)
        self.time = time
        self.random = random
        self.learners = learners
        self.bookmarks = bookmarks
    }

    /// The packs that can be trained in, by id.
    ///
    /// - Throws: `TeamError` where the actor may not train.
    package func packs(for actor: Actor) throws(TeamError) -> [Pack] {
        try actor.check(.train)
        return inUse.current.sorted { $0.key < $1.key }.map(\.value.pack)
    }

    /// What the actor's session in a pack shows now; one is begun where there is none.
    ///
    /// - Throws: `TeamError` where there is no such pack, or nothing can be kept.
    package func view(_ pack: String, for actor: Actor) throws(TeamError) -> TrainingView {
        try room(pack, for: actor).view()
    }

    /// Does something in the actor's session, and tells what it shows then. What is about an item that is not open any
    /// more, as from a page that was left open, does nothing.
    ///
    /// - Parameters:
    ///   - step: What to do.
    ///   - item: The item that it is about, by its identity.
    ///   - pack: The pack's id.
    ///   - actor: Whose session it is.
    /// - Returns: What the session shows then.
    /// - Throws: `TeamError` where there is no such pack, or nothing can be kept.
    package func take(
        _ step: TrainingStep, about item: String, in pack: String, by actor: Actor
    ) throws(TeamError) -> TrainingView {
        try room(pack, for: actor).take(step, about: item)
    }

    /// Ends the actor's session.
    ///
    /// - Throws: `TeamError` where there is no such pack, or it cannot be ended now.
    package func end(_ pack: String, by actor: Actor) throws(TeamError) {
        try room(pack, for: actor).end()
        try rooms.forget(actor.person.id, in: self.pack(pack, for: actor).sha256)
    }

    /// How far the actor is in a pack.
    ///
    /// - Throws: `TeamError` where there is no such pack, or it cannot be told now.
    package func progress(in pack: String, of actor: Actor) throws(TeamError) -> ProgressReport {
        try desk(self.pack(pack, for: actor).pack, for: actor).progress()
    }

    private func room(_ pack: String, for actor: Actor) throws(TeamError) -> Room {
        let found = try self.pack(pack, for: actor)
        // A version that comes into use has rooms of its own, which go on from where the others were left.
        return rooms.room(of: actor.person.id, in: found.sha256) {
            Room(desk(found.pack, for: actor), Bookmarking(in: bookmarks, of: actor.person.id, at: "training \(pack)"))
        }
    }

    private func desk(_ pack: Pack, for actor: Actor) -> SessionDesk {
        SessionDesk(pack: pack, learner: actor.person.id.text, store: learners, time: time, random: random)
    }

    private func pack(_ id: String, for actor: Actor) throws(TeamError) -> PackRevision {
        try actor.check(.train)
        guard let pack = inUse.current[id] else { throw TeamError(.notFound, "there is no such pack") }
        return pack
    }
}
