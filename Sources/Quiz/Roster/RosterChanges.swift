/// What is otherwise in one roster than in another.
package struct RosterChanges: Sendable, Equatable {
    /// Candidates who are new, are otherwise or are gone.
    package let candidates: Change
    /// Groups that are new, are otherwise or are gone.
    package let groups: Change
    /// Exams that were assigned to somebody before and are assigned to nobody now, so that everyone may sit them.
    package let opened: [String]
    /// Who is no candidate, of those whom the rows name.
    package let leftOut: [LeftOut]

    /// Somebody who is no candidate.
    package struct LeftOut: Sendable, Equatable {
        /// The name, as people write it.
        package let name: String
        /// What the person is: `teacher`.
        package let role: String
    }

    /// Ids.
    package struct Change: Sendable, Equatable {
        /// Those that only the later roster has, in order.
        package let added: [String]
        /// Those that both have, not alike, in order.
        package let changed: [String]
        /// Those that only the earlier roster has, in order.
        package let gone: [String]

        init<Value: Equatable>(from before: [String: Value], to after: [String: Value]) {
            added = after.keys.filter { before[$0] == nil }.sorted()
            gone = before.keys.filter { after[$0] == nil }.sorted()
            changed = after.filter { before[$0.key] != nil && before[$0.key] != $0.value }.keys.sorted()
        }

        /// Whether nothing is otherwise.
        package var isEmpty: Bool { added.isEmpty && changed.isEmpty && gone.isEmpty }
    }

    /// What is otherwise in the later of two rosters.
    package init(from before: Roster, to after: Roster, leavingOut leftOut: [LeftOut] = []) {
        self.leftOut = leftOut
        candidates = Change(from: before.candidatesInGroups, to: after.candidatesInGroups)
        groups = Change(
            from: Dictionary(before.groups.map { ($0.id, $0.title) }) { first, _ in first },
            to: Dictionary(after.groups.map { ($0.id, $0.title) }) { first, _ in first })
        opened = Set(before.assignments.map(\.exam)).subtracting(after.assignments.map(\.exam)).sorted()
    }

    /// Whether neither candidates nor groups are otherwise.
    package var isEmpty: Bool { candidates.isEmpty && groups.isEmpty }
}

/// A candidate as changes are told: one who changes groups has changed.
private struct GroupedCandidate: Equatable {
    let candidate: RosterCandidate
    let groups: [String]
}

extension Roster {
    fileprivate var candidatesInGroups: [String: GroupedCandidate] {
        let groups = groupsByCandidate
        return Dictionary(
            candidates.map { ($0.id, GroupedCandidate(candidate: $0, groups: (groups[$0.id] ?? []).map(\.id))) }
        ) { first, _ in first }
    }
}

extension Assignment {
    fileprivate var exam: String { "\(blueprint) of \(pack)" }
}
