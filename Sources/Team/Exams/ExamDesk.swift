import Content
package import Examining
package import Machine
import Quiz
import Scoring

/// Exams of a house: who of it may do what with them. What an exam is, and what follows from what happens in it, others
/// decide.
package struct ExamDesk: Sendable {
    /// Exams as every face gives them.
    package let exams: Exams
    /// The packs in use, as they change.
    package let inUse: PacksInUse
    let people: any TeamStore
    /// Draws forms and the ids of certificates.
    let random: RandomSource
    /// What is written to people by mail; nil where nothing is.
    let notices: Notices?
    let seats = Seats()
    let openNames: @Sendable () throws(ExamError) -> [String]

    /// - Parameters:
    ///   - exams: Exams as every face gives them.
    ///   - inUse: The packs in use, as they change.
    ///   - people: Where people are kept.
    ///   - random: Draws forms and the ids of certificates.
    ///   - notices: What is written to people by mail; nil where nothing is.
    ///   - openNames: The names of the attempts that are not closed.
    package init(
        _ exams: Exams, of inUse: PacksInUse, people: any TeamStore, random: RandomSource, notices: Notices? = nil,
        openNames: @escaping @Sendable () throws(ExamError) -> [String]
    ) {
        self.exams = exams
        self.inUse = inUse
        self.people = people
        self.random = random
        self.notices = notices
        self.openNames = openNames
    }

    /// The packs in use now, by id.
    package var packs: [String: PackRevision] { inUse.current }

    /// The pack of an id, and its blueprint of another.
    ///
    /// - Throws: `TeamError` of kind `notFound`.
    func exam(_ blueprint: String, of pack: String) throws(TeamError) -> (PackRevision, Blueprint) {
        guard let revision = packs[pack], let found = revision.pack.blueprint(ID(blueprint)) else {
            throw TeamError(.notFound, "there is no such exam")
        }
        return (revision, found)
    }

    /// The pack that an attempt is of, in the version that it was begun with.
    ///
    /// - Throws: `ExamError` where it is in use no longer.
    func pack(of form: FormRecord) throws(ExamError) -> Pack {
        guard let revision = inUse.revision(of: form) else {
            throw ExamError(.unreadable, "the pack \(form.pack) is in use no longer", mend: "ask your supervisor")
        }
        return revision.pack
    }

    /// Notes what somebody did with an exam.
    func note(_ action: TrailEntry.Action, _ subject: String, by actor: Actor, _ note: String? = nil) throws(TeamError)
    {
        try people.apply(
            [], noting: [TrailEntry(at: exams.time.now, by: actor.person.id, action, to: subject, note: note)])
    }

    /// Closes every attempt whose time is over: each node does it all the time, so that it does not matter which.
    ///
    /// - Returns: How many were closed.
    package func closeOverdue() -> Int {
        let names = (try? openNames()) ?? []
        return seats.due(names, at: exams.time.now).reduce(0) { count, name in
            // Whoever was faster, here or on another node, has closed it; what cannot be closed is told to who looks.
            guard let stored = try? exams.storedAttempt(name), let pack = try? pack(of: stored.form) else {
                return count
            }
            guard let attempt = try? exams.openAttempt(stored, of: pack) else { return count }
            guard attempt.state.isClosed else {
                seats.note(name, isOpenUntil: exams.time.now.adding(milliseconds: attempt.leftWithGrace))
                return count
            }
            seats.forget(name)
            return count + 1
        }
    }

    /// Makes forms for those who may begin soon: each node does it all the time, a few at once.
    ///
    /// - Returns: How many were made.
    package func makeFormsAhead() -> Int {
        var generator = random
        return packs.values.reduce(0) { count, revision in
            revision.pack.blueprints.reduce(count) { count, blueprint in
                // What cannot be made ahead is made when somebody begins, who is told why where it cannot be.
                let made = try? exams.makeFormsAhead(
                    of: blueprint, in: revision, within: Self.ahead, atMost: 50, using: &generator)
                return count + (made ?? 0)
            }
        }
    }

    /// How long before a window opens forms are made for it.
    private static let ahead: Int64 = 20 * 60_000
}
