package import Content
package import Learning
package import Machine
package import Quiz
import Scoring
import Synchronization

/// Training of a house: whoever may train has one session in a pack at a time, in memory of this node. What is answered is
/// kept before a word is said of it; a session that is gone is begun anew, and goes on from what was kept.
package final class TrainingDesk: Sendable {
    private let packs: [String: Pack]
    private let time: any TimeSource
    private let learners: any LearnerStore
    private let rooms = Mutex<[Place: Room]>([:])

    /// How many sessions are kept in memory at most.
    private static let most = 2_000
    /// How many items a session has.
    private static let goal = 12

    private struct Place: Hashable {
        let person: Person.ID
        let pack: String
    }

    /// - Parameters:
    ///   - packs: Those in use.
    ///   - time: Tells when things happen.
    ///   - learners: Where learners are kept.
    package init(of packs: [Pack], time: any TimeSource, in learners: any LearnerStore) {
        self.packs = Dictionary(packs.map { ($0.id.text, $0) }) { first, _ in first }
        self.time = time
        self.learners = learners
    }

    /// The packs that can be trained in, by id.
    ///
    /// - Throws: `TeamError` where the actor may not train.
    package func packs(for actor: Actor) throws(TeamError) -> [Pack] {
        try actor.check(.train)
        return packs.sorted { $0.key < $1.key }.map(\.value)
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

    /// Ends the actor's session, and tells what it showed.
    ///
    /// - Throws: `TeamError` where there is no such pack.
    package func end(_ pack: String, by actor: Actor) throws(TeamError) {
        let place = Place(person: actor.person.id, pack: pack)
        rooms.withLock { $0.removeValue(forKey: place) }?.end()
    }

    /// How far the actor is in a pack.
    ///
    /// - Throws: `TeamError` where there is no such pack, or it cannot be told now.
    package func progress(in pack: String, of actor: Actor) throws(TeamError) -> ProgressReport {
        try room(pack, for: actor).progress()
    }

    private func room(_ pack: String, for actor: Actor) throws(TeamError) -> Room {
        try actor.check(.train)
        guard let found = packs[pack] else { throw TeamError(.notFound, "there is no such pack") }
        let place = Place(person: actor.person.id, pack: pack)
        if let room = rooms.withLock({ $0[place] }) { return room }
        let room = try newRoom(in: found, for: actor)
        return rooms.withLock { rooms in
            if let other = rooms[place] { return other }
            if rooms.count >= Self.most { rooms.removeAll() }
            rooms[place] = room
            return room
        }
    }

    private func newRoom(in pack: Pack, for actor: Actor) throws(TeamError) -> Room {
        do {
            let journal = try Journal(
                of: actor.person.id.text, in: pack, goal: Self.goal, store: learners, time: time)
            var request = PracticeRequest()
            request.count = Self.goal
            let session = LearningSession(
                in: pack, for: request, seed: .random(in: .min ... .max), journal: journal, time: time)
            do { try session.begin() } catch { throw TeamError(.notFound, "this pack has nothing to ask") }
            return Room(session)
        } catch let error as TeamError {
            throw error
        } catch {
            throw Room.unreadable
        }
    }
}
