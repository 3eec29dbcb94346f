import Content

/// What files about a team make of a roster. Rows add and change; only a row that says so takes something away, since
/// a file may hold one group of many.
package struct RosterUpdate: Sendable {
    /// The roster after the rows; not to be kept where there are problems.
    package private(set) var roster = Roster()
    /// What is wrong, in the order of the rows.
    package private(set) var problems: [RosterProblem] = []
    private let before: Roster
    private var candidates: [String: RosterCandidate]
    /// The titles of groups, by id.
    private var titles: [String: String]
    private var members: [String: Set<String>]
    /// The groups that candidates were in before the rows.
    private let groupsBefore: [String: [RosterGroup]]
    /// The users that rows name, candidates or not, with where they were named first.
    private var users: [String: RosterPosition] = [:]
    private var classes: [String: RosterPosition] = [:]
    private var memberships: Set<[String]> = []
    /// The users of the rows who are no candidates, with what they are, in the order of the rows.
    package private(set) var leftOut: [RosterChanges.LeftOut] = []

    /// What rows make of a roster, whatever the order in which they come.
    package init(of roster: Roster, with rows: [RosterRow]) {
        before = roster
        candidates = Dictionary(roster.candidates.map { ($0.id, $0) }) { first, _ in first }
        titles = Dictionary(roster.groups.map { ($0.id, $0.title) }) { first, _ in first }
        members = Dictionary(roster.groups.map { ($0.id, Set($0.members)) }) { first, _ in first }
        groupsBefore = roster.groupsByCandidate
        for row in rows { if case .candidate(let candidate) = row.statement { take(candidate, of: row) } }
        for row in rows { if case .group(let id, let title) = row.statement { take(id, title: title, of: row) } }
        takeRoles(in: rows)
        for row in rows {
            if case .organizations(let user, let ids) = row.statement, !row.isGone { take(user, into: ids) }
        }
        for row in rows {
            if case .membership(let user, let group, let isStudent) = row.statement {
                take(user, in: group, isStudent: isStudent, of: row)
            }
        }
        checkLogins(in: rows)
        self.roster = finished
    }

    private var finished: Roster {
        var roster = before
        roster.candidates = candidates.values.sorted { $0.id < $1.id }
        roster.groups = titles.sorted { $0.key < $1.key }.map { id, title in
            RosterGroup(id: id, title: title, members: (members[id] ?? []).filter { candidates[$0] != nil }.sorted())
        }
        roster.assignments = before.assignments.filter { assignment in
            switch assignment.to {
            case .group(let id): titles[id] != nil
            case .candidate(let id): candidates[id] != nil
            }
        }
        return roster
    }

    // MARK: Candidates

    private mutating func take(_ candidate: RosterRow.Candidate, of row: RosterRow) {
        let first = users[candidate.id]
        if let first {
            guard candidate.groups != .elsewhere else {
                return fail(
                    "\(candidate.id) is in row \(first.row) of \(first.file) already", in: "sourcedId", row,
                    "keep one of the rows")
            }
            if let name = candidate.name, let known = candidates[candidate.id], known.name != name {
                return fail(
                    "\(candidate.id) is \(known.name) in row \(first.row), and \(name) here", in: "name", row,
                    "give one name to one id, and each candidate an id")
            }
        } else {
            users[candidate.id] = row.position
        }
        if row.isGone || candidate.otherRole != nil {
            candidates[candidate.id] = nil
            if !row.isGone, let role = candidate.otherRole {
                leftOut.append(.init(name: candidate.name ?? candidate.id, role: role))
            }
            return
        }
        update(candidate)
        if case .here(let group) = candidate.groups { join(candidate.id, group, isFirst: first == nil, row) }
    }

    private mutating func update(_ row: RosterRow.Candidate) {
        var candidate =
            candidates[row.id] ?? RosterCandidate(id: row.id, login: nil, name: row.name ?? row.id, accommodation: nil)
        if let name = row.name { candidate.name = name }
        if let login = row.login { candidate.login = login }
        if let accommodation = row.accommodation { candidate.accommodation = accommodation }
        if let email = row.email { candidate.email = email }
        if let identifiers = row.identifiers { candidate.identifiers = identifiers.isEmpty ? nil : identifiers }
        candidates[row.id] = candidate
    }

    /// Puts a candidate into the group of a row, and into no others than those of such rows.
    private mutating func join(_ id: String, _ group: String?, isFirst: Bool, _ row: RosterRow) {
        if isFirst {
            for group in groupsBefore[id] ?? [] { members[group.id]?.remove(id) }
        }
        guard let group else { return }
        guard memberships.insert([id, group]).inserted else {
            return fail("\(id) is in \(group) by an earlier row already", in: "group", row, "keep one of the rows")
        }
        if titles[group] == nil { titles[group] = group }
        members[group, default: []].insert(id)
    }

    private mutating func checkLogins(in rows: [RosterRow]) {
        var owners: [String: String] = [:]
        for id in candidates.keys { owners[id] = id }
        for candidate in before.candidates {
            if let login = candidate.login, candidates[candidate.id]?.login == login {
                owners[login] = candidate.id
            }
        }
        for row in rows where !row.isGone {
            guard case .candidate(let candidate) = row.statement, let login = candidate.login,
                candidate.otherRole == nil
            else {
                continue
            }
            if let owner = owners.updateValue(candidate.id, forKey: login), owner != candidate.id {
                fail("\(login) is \(owner)'s already", in: "username", row, "give each candidate one of their own")
            }
        }
    }

    // MARK: Groups

    private mutating func take(_ id: String, title: String, of row: RosterRow) {
        if let first = classes[id] {
            return fail(
                "\(id) is in row \(first.row) of \(first.file) already", in: "sourcedId", row, "keep one of the rows")
        }
        classes[id] = row.position
        titles[id] = row.isGone ? nil : title
        if row.isGone { members[id] = nil }
    }

    /// A user with roles, none of them a student's, is no candidate.
    private mutating func takeRoles(in rows: [RosterRow]) {
        var students: Set<String> = []
        var others: [(user: String, role: String)] = []
        for row in rows {
            guard case .role(let user, let role) = row.statement, !row.isGone, isKnown(user, in: row) else { continue }
            if role == "student" { students.insert(user) } else { others.append((user, role)) }
        }
        for (user, role) in others where !students.contains(user) {
            guard let candidate = candidates.removeValue(forKey: user) else { continue }
            leftOut.append(.init(name: candidate.name, role: role))
        }
    }

    /// Puts a candidate into those organisations that are known.
    private mutating func take(_ user: String, into organizations: [String]) {
        guard candidates[user] != nil else { return }
        for id in organizations where titles[id] != nil { members[id, default: []].insert(user) }
    }

    private mutating func take(_ user: String, in group: String, isStudent: Bool, of row: RosterRow) {
        if row.isGone {
            members[group]?.remove(user)
            return
        }
        let isUser = isKnown(user, in: row)
        if titles[group] == nil {
            let near = suggestion(for: group, amongIDs: Array(titles.keys))
            fail("no class has the sourcedId \(group)", in: "classSourcedId", row, near ?? "add it to classes.csv")
        }
        if isUser, isStudent, candidates[user] != nil { members[group, default: []].insert(user) }
    }

    private mutating func isKnown(_ user: String, in row: RosterRow) -> Bool {
        if users[user] != nil || candidates[user] != nil { return true }
        let near = suggestion(for: user, amongIDs: Array(users.keys) + candidates.keys)
        fail("no user has the sourcedId \(user)", in: "userSourcedId", row, near ?? "add the user to users.csv")
        return false
    }

    /// A clause that names near misses. Where a whole table is missing, its every row is wrong, and none is a slip.
    private func suggestion(for word: String, amongIDs ids: [String]) -> String? {
        problems.count < 20 ? Content.suggestion(for: word, among: Set(ids).sorted()) : nil
    }

    private mutating func fail(_ message: String, in column: String, _ row: RosterRow, _ mend: String) {
        problems.append(RosterProblem(message, in: column, at: row.position, mend: mend))
    }

    // MARK: What it comes to

    /// What is otherwise after the rows.
    package var changes: RosterChanges { RosterChanges(from: before, to: roster, leavingOut: leftOut) }
}
