import Examining
import Machine
import Quiz
import Scoring

extension Accounts {
    /// The learning systems that may send people.
    ///
    /// - Throws: `TeamError` where the actor may not see them.
    package func platforms(in store: any PlatformStore, for actor: Actor) throws(TeamError) -> [Platform] {
        try actor.check(.administer)
        return try store.platforms()
    }

    /// Lets a learning system send people.
    ///
    /// - Throws: `TeamError` where the actor may not, or it may already.
    package func add(_ platform: Platform, to store: any PlatformStore, by actor: Actor) throws(TeamError) {
        try actor.check(.administer)
        let name = try Self.readName(platform.name)
        try store.add(
            platform,
            noting: TrailEntry(at: now, by: actor.person.id, .addedPlatform, to: platform.id, note: name))
    }

    /// Lets a learning system send nobody any more; whoever came from it stays, and comes in by it no longer.
    ///
    /// - Throws: `TeamError` where the actor may not, or there is none.
    package func remove(_ id: String, from store: any PlatformStore, by actor: Actor) throws(TeamError) {
        try actor.check(.administer)
        try store.remove(id, noting: TrailEntry(at: now, by: actor.person.id, .removedPlatform, to: id))
    }
}

/// A member of a course, as its learning system tells.
package struct CourseMember: Sendable, Equatable {
    /// What the person is called there.
    package let subject: String
    /// As people write it; nil where it does not say.
    package let name: String?

    package init(subject: String, name: String?) {
        self.subject = subject
        self.name = name
    }
}

extension ExamDesk {
    /// Takes the learners of a course in, as a group of the roster: exams can be assigned to them before they come.
    ///
    /// - Parameters:
    ///   - members: Those who learn in it now. Whoever was in the group and is none of them leaves it.
    ///   - course: The course.
    ///   - platform: Its learning system.
    ///   - accounts: Admits whoever is new.
    ///   - actor: Who takes them in.
    /// - Returns: How many there are.
    /// - Throws: `TeamError` where the actor may not; `ExamError` where they cannot be on the roster.
    package func takeIn(
        _ members: [CourseMember], of course: Course, from platform: Platform, admitting accounts: Accounts,
        by actor: Actor
    ) throws -> Int {
        try actor.check(.keepRoster)
        try actor.check(.invite)
        let everybody = try accounts.admit(members.map { ($0.subject, $0.name) }, from: platform).filter {
            !$0.isShutOut && $0.roles.contains(.candidate)
        }
        try enroll(everybody)
        let before = try exams.roster.read().groups.first { $0.id == course.group }?.members ?? []
        let gone = Set(before).subtracting(everybody.map(\.id.text))
        func row(_ statement: RosterRow.Statement, isGone: Bool = false) -> RosterRow {
            RosterRow(statement, isGone: isGone, at: RosterPosition(file: course.title, row: 1))
        }
        let rows =
            [row(.group(id: course.group, title: course.title))]
            + everybody.map { row(.membership(user: $0.id.text, group: course.group, isStudent: true)) }
            + gone.sorted().map {
                row(.membership(user: $0, group: course.group, isStudent: true), isGone: true)
            }
        _ = try exams.takeIn(rows, of: [course.title], problems: [], isReadable: true)
        try exams.numberPeople(everybody.map(\.id.text))
        try note(.tookInCourse, course.group, by: actor, "\(course.title): \(everybody.count)")
        return everybody.count
    }
}
