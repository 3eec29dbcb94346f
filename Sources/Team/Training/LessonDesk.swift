import Content
import Examining
import Learning
import Machine
import Quiz
import Scoring

/// Lessons of a house: whoever may train takes one at a time of each pack's course, and any node goes on with it.
package final class LessonDesk: Sendable {
    private let inUse: PacksInUse
    private let time: any TimeSource
    private let random: RandomSource
    private let learners: any LearnerStore
    private let bookmarks: any BookmarkStore
    private let rooms = Rooms<LessonRoom>()

    init(
        of inUse: PacksInUse, time: any TimeSource, random: RandomSource, in learners: any LearnerStore,
        _ bookmarks: any BookmarkStore
    ) {
        self.inUse = inUse
        self.time = time
        self.random = random
        self.learners = learners
        self.bookmarks = bookmarks
    }

    /// The course of a pack, with how far the actor is in each lesson.
    ///
    /// - Throws: `TeamError` where there is no such course, or it cannot be read now.
    package func course(of pack: String, for actor: Actor) throws(TeamError) -> [ListedLesson] {
        let session = try desk(pack, for: actor).course()
        let (payers, next) = (Payers(of: session.pack), session.next)
        return session.course.lessons.map { lesson in
            ListedLesson(
                lesson: lesson, progress: session.progress[lesson.id], stages: payers.stages(of: lesson).count,
                isNext: lesson.id == next?.id)
        }
    }

    /// What the lesson at hand shows; nil where none is.
    ///
    /// - Throws: `TeamError` where there is no such course, or it cannot be read now.
    package func view(_ pack: String, for actor: Actor) throws(TeamError) -> LessonView? {
        try room(pack, for: actor).view()
    }

    /// Begins a lesson, or goes on with one that was left.
    ///
    /// - Parameters:
    ///   - lesson: Its id.
    ///   - isAgain: Whether it is taken from the beginning although it was left under way.
    ///   - pack: The pack's id.
    ///   - actor: Who takes it.
    /// - Throws: `TeamError` where there is none, or nothing can be kept.
    package func begin(
        _ lesson: String, again isAgain: Bool, in pack: String, by actor: Actor
    ) throws(TeamError) {
        try room(pack, for: actor).begin(lesson, again: isAgain)
    }

    /// Does something in the lesson at hand. What is about another position in it, as from a page that was left open, does
    /// nothing.
    ///
    /// - Parameters:
    ///   - act: What to do.
    ///   - position: Where the lesson stood on the page from which it comes.
    ///   - pack: The pack's id.
    ///   - actor: Whose lesson it is.
    /// - Returns: What the lesson shows then; nil where none is at hand.
    /// - Throws: `TeamError` where there is no such course, or nothing can be kept.
    package func take(
        _ act: LessonAct, at position: Int, in pack: String, by actor: Actor
    ) throws(TeamError) -> LessonView? {
        try room(pack, for: actor).take(act, at: position)
    }

    private func desk(_ pack: String, for actor: Actor) throws(TeamError) -> SessionDesk {
        try desk(revision(pack, for: actor), for: actor)
    }

    private func revision(_ pack: String, for actor: Actor) throws(TeamError) -> PackRevision {
        try actor.check(.train)
        guard let found = inUse.current[pack], !found.pack.lessons.isEmpty else {
            throw TeamError(.notFound, "there are no such lessons")
        }
        return found
    }

    private func desk(_ found: PackRevision, for actor: Actor) -> SessionDesk {
        SessionDesk(pack: found.pack, learner: actor.person.id.text, store: learners, time: time, random: random)
    }

    private func room(_ pack: String, for actor: Actor) throws(TeamError) -> LessonRoom {
        let found = try revision(pack, for: actor)
        return rooms.room(of: actor.person.id, in: found.sha256) {
            LessonRoom(desk(found, for: actor), Bookmarking(in: bookmarks, of: actor.person.id, at: "lesson \(pack)"))
        }
    }
}
