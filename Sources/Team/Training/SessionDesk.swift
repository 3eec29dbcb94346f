import Content
import Learning
import Machine
import Quiz
import Scoring

/// Begins one learner's sessions in one pack, and goes on with them.
struct SessionDesk: Sendable {
    let pack: Pack
    let learner: String
    let store: any LearnerStore
    let time: any TimeSource
    /// Gives sessions their seeds.
    let random: RandomSource

    /// How many items a session has.
    private static let goal = 12

    /// A new session, of which the first item is asked.
    ///
    /// - Throws: `TeamError` where nothing can be read, or there is nothing to ask.
    func begin() throws(TeamError) -> sending LearningSession {
        let session = LearningSession(
            in: pack, for: request, seed: random.next(), journal: try journal(), time: time)
        do { try session.begin() } catch { throw TeamError(.notFound, "this pack has nothing to ask") }
        return session
    }

    /// A session as it was left; nil where the pack was changed so that there is no going on.
    ///
    /// - Throws: `TeamError` where nothing can be read.
    func resume(_ text: String) throws(TeamError) -> sending LearningSession? {
        guard let mark = SessionMark(text) else { return nil }
        return mark.session(
            in: pack, for: request, seed: random.next(), journal: try journal(), time: time)
    }

    /// The course of the pack, of which no lesson is at hand.
    ///
    /// - Throws: `TeamError` where nothing can be read.
    func course() throws(TeamError) -> sending CourseSession {
        do {
            return try CourseSession(
                in: pack, seed: random.next(), journal: try journal(), time: time)
        } catch {
            throw Self.unreadable
        }
    }

    /// A course as it was left; nil where the pack was changed so that there is no going on.
    ///
    /// - Throws: `TeamError` where nothing can be read.
    func resumeCourse(_ text: String) throws(TeamError) -> sending CourseSession? {
        guard let mark = LessonMark(text) else { return nil }
        do {
            return try mark.session(
                in: pack, seed: random.next(), journal: try journal(), time: time)
        } catch {
            throw Self.unreadable
        }
    }

    /// How far the learner is.
    ///
    /// - Throws: `TeamError` where it cannot be read.
    func progress() throws(TeamError) -> ProgressReport {
        do { return try journal().report() } catch { throw Self.unreadable }
    }

    private func journal() throws(TeamError) -> sending Journal {
        do { return try Journal(of: learner, in: pack, goal: Self.goal, store: store, time: time) } catch {
            throw Self.unreadable
        }
    }

    private var request: PracticeRequest {
        var request = PracticeRequest()
        request.count = Self.goal
        return request
    }

    static let unreadable = TeamError(
        .unavailable, "your progress cannot be read just now", mend: "try again in a moment")
}
