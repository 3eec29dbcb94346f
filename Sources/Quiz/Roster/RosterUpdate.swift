import Content

/// What files about a team make of a roster. Rows add and change; only a row that says so takes something away, since
/// a file may hold one group of many.
package struct RosterUpdate: Sendable {
    /// As it is after the rows; of no use where there are problems.
    package private(set) var roster: Roster
    /// In the order of the rows.
    package private(set) var problems: [RosterProblem] = []
    private let before: Roster
    /// The users that rows name, candidates or not, with where they were named first.
    private var users: [String: RosterPlace] = [:]
    private var classes: [String: RosterPlace] = [:]
    private var memberships: Set<[String]> = []

    package init(of roster: Roster, with rows: [RosterRow]) {
        before = roster
        self.roster = roster
        for row in rows { if case .candidate(let candidate) = row.statement { take(candidate, of: row) } }
        for row in rows { if case .group(let id, let title) = row.statement { take(id, title: title, of: row) } }
        takeRoles(in: rows)
        for row in rows {
            if case .membership(let user, let group, let isStudent) = row.statement {
                take(user, in: group, isStudent: isStudent, of: row)
            }
        }
        checkLogins(in: rows)
        self.roster.candidates.sort { $0.id < $1.id }
        self.roster.groups.sort { $0.id < $1.id }
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
            let known = roster.candidate(candidate.id)
            if let name = candidate.name, let known, known.name != name {
                return fail(
                    "\(candidate.id) is \(known.name) in row \(first.row), and \(name) here", in: "name", row,
                    "give one name to one id, and each candidate an id")
            }
        } else {
            users[candidate.id] = row.place
        }
        if row.isGone || candidate.isOther { return roster.remove(candidate: candidate.id) }
        update(candidate)
        if case .here(let group) = candidate.groups { join(candidate.id, group, isFirst: first == nil, row) }
    }

    private mutating func update(_ row: RosterRow.Candidate) {
        var candidate =
            roster.candidate(row.id)
            ?? RosterCandidate(id: row.id, login: nil, name: row.name ?? row.id, accommodation: nil)
        if let name = row.name { candidate.name = name }
        if let login = row.login { candidate.login = login }
        if let accommodation = row.accommodation { candidate.accommodation = accommodation }
        if let place = roster.candidates.firstIndex(where: { $0.id == row.id }) {
            roster.candidates[place] = candidate
        } else {
            roster.candidates.append(candidate)
        }
    }

    /// Puts a candidate into the group of a row, and into no others than those of such rows.
    private mutating func join(_ id: String, _ group: String?, isFirst: Bool, _ row: RosterRow) {
        if isFirst {
            for place in roster.groups.indices { roster.groups[place].members.removeAll { $0 == id } }
        }
        guard let group else { return }
        guard memberships.insert([id, group]).inserted else {
            return fail("\(id) is in \(group) by an earlier row already", in: "group", row, "keep one of the rows")
        }
        if roster.group(group) == nil { roster.groups.append(RosterGroup(id: group, title: group, members: [])) }
        add(id, to: group)
    }

    private mutating func add(_ id: String, to group: String) {
        guard let place = roster.groups.firstIndex(where: { $0.id == group }),
            !roster.groups[place].members.contains(id)
        else { return }
        roster.groups[place].members.append(id)
        roster.groups[place].members.sort()
    }

    private mutating func checkLogins(in rows: [RosterRow]) {
        var owners: [String: String] = [:]
        for candidate in roster.candidates { owners[candidate.id] = candidate.id }
        for candidate in before.candidates {
            if let login = candidate.login, roster.candidate(candidate.id)?.login == login {
                owners[login] = candidate.id
            }
        }
        for row in rows where !row.isGone {
            guard case .candidate(let candidate) = row.statement, let login = candidate.login, !candidate.isOther else {
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
        classes[id] = row.place
        if row.isGone { return roster.remove(group: id) }
        if let place = roster.groups.firstIndex(where: { $0.id == id }) {
            roster.groups[place].title = title
        } else {
            roster.groups.append(RosterGroup(id: id, title: title, members: []))
        }
    }

    /// A user with roles, none of them a student's, is no candidate.
    private mutating func takeRoles(in rows: [RosterRow]) {
        var students: [String: Bool] = [:]
        for row in rows {
            guard case .role(let user, let isStudent) = row.statement, !row.isGone else { continue }
            if !isKnown(user, in: row) { continue }
            students[user] = students[user] == true || isStudent
        }
        for (user, isStudent) in students where !isStudent { roster.remove(candidate: user) }
    }

    private mutating func take(_ user: String, in group: String, isStudent: Bool, of row: RosterRow) {
        if row.isGone {
            guard let place = roster.groups.firstIndex(where: { $0.id == group }) else { return }
            return roster.groups[place].members.removeAll { $0 == user }
        }
        let isUser = isKnown(user, in: row)
        let groups = roster.groups.map(\.id)
        if !groups.contains(group) {
            let near = suggestion(for: group, among: groups)
            fail("no class has the sourcedId \(group)", in: "classSourcedId", row, near ?? "add it to classes.csv")
        }
        if isUser, isStudent, roster.candidate(user) != nil { add(user, to: group) }
    }

    private mutating func isKnown(_ user: String, in row: RosterRow) -> Bool {
        if users[user] != nil || roster.candidate(user) != nil { return true }
        let near = suggestion(for: user, among: Set(users.keys).union(roster.candidates.map(\.id)).sorted())
        fail("no user has the sourcedId \(user)", in: "userSourcedId", row, near ?? "add the user to users.csv")
        return false
    }

    private mutating func fail(_ message: String, in column: String, _ row: RosterRow, _ mend: String) {
        problems.append(RosterProblem(message, in: column, at: row.place, mend: mend))
    }

    // MARK: What it comes to

    package var changes: RosterChanges { RosterChanges(from: before, to: roster) }
}
