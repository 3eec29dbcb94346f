import Examining
import Quiz

/// That somebody leads a group of the roster.
package struct GroupLead: Sendable, Equatable {
    /// The group's id.
    package let group: String
    /// Who leads it.
    package let person: Person.ID

    /// The lead of a group.
    package init(of group: String, _ person: Person.ID) {
        self.group = group
        self.person = person
    }
}

/// About whom somebody may see or decide something: everybody, or the people of some groups.
struct Reach {
    /// The ids of the groups; nil for all.
    private let groups: Set<String>?
    /// The ids of the people in them; nil for everybody.
    private let people: Set<String>?

    static let everybody = Reach(groups: nil, people: nil)

    private init(groups: Set<String>?, people: Set<String>?) {
        self.groups = groups
        self.people = people
    }

    init(of groups: [RosterGroup]) {
        self.init(groups: Set(groups.map(\.id)), people: Set(groups.flatMap(\.members)))
    }

    var isEverybody: Bool { people == nil }

    func covers(_ person: String) -> Bool { people?.contains(person) ?? true }

    func covers(_ person: Person.ID) -> Bool { covers(person.text) }

    func covers(group: String) -> Bool { groups?.contains(group) ?? true }

    func covers(_ target: Assignment.Target) -> Bool {
        switch target {
        case .candidate(let id): covers(id)
        case .group(let id): covers(group: id)
        }
    }

    /// A roster, as far as it is about them.
    func part(of roster: Roster) -> Roster {
        guard !isEverybody else { return roster }
        var part = roster
        for group in roster.groups where !covers(group: group.id) { part.remove(group: group.id) }
        for candidate in roster.candidates where !covers(candidate.id) { part.remove(candidate: candidate.id) }
        return part
    }
}

extension ExamDesk {
    /// About whom the actor may do something. A group that the roster has no more reaches nobody.
    ///
    /// - Throws: `TeamError` of kind `forbidden` where the actor may not do it at all; `ExamError`.
    func reach(of actor: Actor, to permission: Permission) throws -> Reach {
        try actor.check(permission)
        guard !actor.mayOfAll(permission) else { return .everybody }
        let led = Set(try people.groupLeads().filter { $0.person == actor.person.id }.map(\.group))
        return Reach(of: try exams.roster.read().groups.filter { led.contains($0.id) })
    }

    /// An attempt about which the actor may do something.
    ///
    /// - Throws: `TeamError` or `ExamError`; for whom it does not concern there is none.
    func storedAttempt(_ name: String, for actor: Actor, to permission: Permission) throws -> StoredAttempt {
        let reach = try reach(of: actor, to: permission)
        let attempt = try exams.storedAttempt(name)
        guard reach.covers(attempt.form.candidate) else { throw TeamError(.notFound, "there is no such attempt") }
        return attempt
    }
}
