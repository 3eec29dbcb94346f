import Content
import Examining
package import Quiz
import Scoring

/// An assignment as whoever assigns sees it.
package struct ListedAssignment: Sendable {
    /// What is assigned, to whom by id, and when.
    package let assignment: Assignment
    /// What the exam is called.
    package let title: String
    /// What the group or the person is called.
    package let name: String
    /// How many people it is to.
    package let count: Int
}

extension ExamDesk {
    /// What is assigned, by exam and then by name.
    ///
    /// - Throws: `TeamError` where the actor may not see it; `ExamError`.
    package func assignments(for actor: Actor) throws -> [ListedAssignment] {
        let reach = try reach(of: actor, to: .assignExams)
        let roster = try exams.roster.read()
        let all = roster.assignments.compactMap { assignment -> ListedAssignment? in
            guard reach.covers(assignment.to),
                let (_, blueprint) = try? exam(assignment.blueprint, of: assignment.pack)
            else { return nil }
            return ListedAssignment(
                assignment: assignment, title: blueprint.title, name: roster.name(of: assignment.to),
                count: roster.count(of: assignment.to))
        }
        return all.sorted { ($0.title, $0.name) < ($1.title, $1.name) }
    }

    /// Takes an assignment back; an attempt that was begun goes on.
    ///
    /// - Parameters:
    ///   - blueprint: What was to be sat.
    ///   - pack: The id of the pack that it is of.
    ///   - whom: `candidate:` or `group:` with an id.
    ///   - actor: Who takes it back.
    /// - Throws: `TeamError` or `ExamError` where there is none.
    package func unassign(_ blueprint: String, of pack: String, from whom: String, by actor: Actor) throws {
        let reach = try reach(of: actor, to: .assignExams)
        guard let target = Assignment.Target(text: whom), reach.covers(target) else {
            throw TeamError(.notFound, "this is assigned to nobody of that name")
        }
        let (revision, exam) = try exam(blueprint, of: pack)
        _ = try exams.assign(exam, of: revision.pack, to: [whom], ExamWindow(), isTakenBack: true)
        try note(.unassigned, whom, by: actor, "\(pack) \(blueprint)")
    }
}
