import Examining
import Machine
package import Quiz

/// A group with those who lead it.
package struct LedGroup: Sendable {
    /// As the roster has it.
    package let group: RosterGroup
    /// By name.
    package let leads: [Person]
}

extension ExamDesk {
    /// The groups of the roster with who leads each, and who could: by name.
    ///
    /// - Throws: `TeamError` or `ExamError` where the actor may not say who does.
    package func ledGroups(for actor: Actor) throws -> (groups: [LedGroup], choice: [Person]) {
        try actor.check(.appoint)
        let choice = try people.people().filter { $0.roles.contains(.groupLead) && !$0.isShutOut }
        let leads = Dictionary(grouping: try people.groupLeads(), by: \.group)
        let groups = try exams.roster.read().groups.map { group in
            let ids = Set((leads[group.id] ?? []).map(\.person))
            return LedGroup(group: group, leads: choice.filter { ids.contains($0.id) })
        }
        return (groups, choice)
    }

    /// Lets somebody lead a group, or no longer.
    ///
    /// - Parameters:
    ///   - id: Who.
    ///   - group: Which, by id.
    ///   - isLead: Whether from now on, or no longer.
    ///   - actor: Who says so.
    /// - Throws: `TeamError` or `ExamError` where the actor may not, or there is no such group or no such person.
    package func setLead(_ id: Person.ID, of group: String, _ isLead: Bool, by actor: Actor) throws {
        try actor.check(.appoint)
        guard try exams.roster.read().group(group) != nil else { throw TeamError(.notFound, "there is no such group") }
        guard let person = try people.person(id) else { throw TeamError(.notFound, "there is no such person") }
        guard !isLead || person.roles.contains(.groupLead) else {
            throw TeamError(.invalid, "\(person.name) is no lead of groups", mend: "an administrator can make one")
        }
        try people.apply(
            [isLead ? .lead(GroupLead(of: group, id)) : .leadNoLonger(GroupLead(of: group, id))],
            noting: [
                TrailEntry(
                    at: exams.time.now, by: actor.person.id, isLead ? .appointed : .dismissed, to: id.text, note: group)
            ])
    }

    /// Whoever the actor may have sit an exam, by name.
    ///
    /// - Throws: `TeamError` or `ExamError` where the actor may not assign.
    package func candidates(for actor: Actor) throws -> [Person] {
        let reach = try reach(of: actor, to: .assignExams)
        return try people.people().filter { $0.roles.contains(.candidate) && !$0.isShutOut && reach.covers($0.id) }
    }
}
