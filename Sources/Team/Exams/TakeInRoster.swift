import Examining
import Machine
package import Quiz
import Scoring

/// What came of a file about a team.
package struct TakenIn: Sendable {
    /// What is otherwise on the roster.
    package let changes: RosterChanges
    /// Who has no password yet, each with what a link has in it.
    package let invited: [(person: Person, token: Token)]
}

extension ExamDesk {
    /// Takes people and groups from the rows of files, all or nothing: who is not in yet is taken in as a candidate who
    /// learns, with a link by which to choose a password; so is who has none yet.
    ///
    /// - Parameters:
    ///   - rows: Of all files.
    ///   - files: In the order in which their problems are told.
    ///   - problems: What is wrong with the files themselves.
    ///   - isReadable: Whether every file could be read.
    ///   - actor: Who gives them.
    /// - Returns: What has changed, and who is invited.
    /// - Throws: `TeamError` where the actor may not; `ExamError` with every problem on a line of its own.
    package func takeIn(
        _ rows: [RosterRow], of files: [String], problems: [RosterProblem], isReadable: Bool, by actor: Actor
    ) throws -> TakenIn {
        try actor.check(.keepRoster)
        try actor.check(.invite)
        let (now, roster) = (exams.time.now, try exams.roster.read())
        let enrolment = Enrolment(of: rows, people: try people.people(), on: roster, at: now)
        let all = problems + (isReadable ? enrolment.problems : [])
        let isSound = isReadable && all.isEmpty && RosterUpdate(of: roster, with: enrolment.rows).problems.isEmpty
        // Where something is wrong, this tells it; nobody is taken in before all is sound.
        guard isSound else {
            let changes = try exams.takeIn(enrolment.rows, of: files, problems: all, isReadable: isReadable)
            return TakenIn(changes: changes, invited: [])
        }
        let invited = try invite(enrolment, by: actor)
        let changes = try exams.takeIn(enrolment.rows, of: files, problems: all, isReadable: isReadable)
        try exams.numberPeople((enrolment.newcomers + enrolment.known).map(\.id.text))
        return TakenIn(changes: changes, invited: invited)
    }

    /// Takes newcomers in, and invites whoever could not come in yet.
    private func invite(_ enrolment: Enrolment, by actor: Actor) throws -> [(person: Person, token: Token)] {
        let now = exams.time.now
        let waiting = try enrolment.known.filter {
            try people.passwordHash(of: $0.id) == nil && people.identities(of: $0.id).isEmpty
        }
        let invited = (enrolment.newcomers + waiting).map { (person: $0, token: Token.new()) }
        let invitations = invited.map { person, token in
            Invitation(
                digest: token.digest, name: person.name, address: person.address, roles: person.roles,
                by: actor.person.id, expires: now.adding(milliseconds: Accounts.invitationTime))
        }
        try people.apply(
            enrolment.newcomers.map { .admit($0) } + invitations.map { .invite($0) }
                + zip(invitations, invited).compactMap { notices?.invitation($0, $1.token, at: now) },
            noting: invited.map { person, _ in
                TrailEntry(
                    at: now, by: actor.person.id, .invited, to: person.address.text, note: person.roles.text)
            })
        return invited
    }

    /// The groups of the roster to which the actor may assign exams.
    ///
    /// - Throws: `TeamError` where the actor may not see them; `ExamError`.
    package func groups(for actor: Actor) throws -> [RosterGroup] {
        let reach = try reach(of: actor, to: .assignExams)
        return try exams.roster.read().groups.filter { reach.covers(group: $0.id) }
    }
}
