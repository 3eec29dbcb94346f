import Content
package import Quiz

/// The rows of one file about a team, and everything that is wrong with it.
package struct RosterReader {
    /// What the rows say, in their order.
    package private(set) var rows: [RosterRow] = []
    /// What is wrong with the file, with the row and the column of each.
    package private(set) var problems: [RosterProblem] = []
    /// Whether its columns are such that rows can be read.
    package private(set) var isReadable = false
    private let file: String
    private var table = RosterTable.own
    private var head: [String] = []
    private var positions: [String: Int] = [:]

    /// Reads a file: UTF-8 with or without a byte order mark, cells parted by commas, semicolons or tabs.
    package init(_ bytes: [UInt8], file: String) {
        self.file = file
        let all: [CSVText.Row]
        do {
            all = try CSVText(bytes).rows
        } catch {
            problems = [
                RosterProblem(
                    error.message, at: RosterPosition(file: file, row: error.line ?? 1), mend: error.mend ?? "mend it")
            ]
            return
        }
        guard let first = all.first else {
            problems = [
                RosterProblem(
                    "the table is empty", at: RosterPosition(file: file, row: 1),
                    mend: "its first row names the columns, such as candidate, name and group")
            ]
            return
        }
        guard readHead(first) else { return }
        isReadable = true
        for row in all.dropFirst() where row.cells.contains(where: { !$0.isEmpty }) { read(row) }
    }

    // MARK: The head

    /// Takes the first row, and tells whether rows can be read by it.
    private mutating func readHead(_ row: CSVText.Row) -> Bool {
        head = row.cells.map(plainLine)
        let position = RosterPosition(file: file, row: row.line)
        guard let table = RosterTable(columns: head) else {
            problems.append(
                RosterProblem(
                    "the first row names no column of a roster: \(head.joined(separator: ", ").prefix(100))",
                    at: position,
                    mend: "give OneRoster's users.csv, classes.csv and enrollments.csv, or columns named candidate, "
                        + "name and group"))
            return false
        }
        self.table = table
        positions = table.positions(in: head)
        let free = head.filter { !$0.isEmpty && !table.isKnown($0) }
        let there = Set(head.map(RosterTable.plain))
        for column in table.needed where !there.contains(RosterTable.plain(column)) {
            let near = nearMisses(to: column, among: free).first
            problems.append(
                RosterProblem(
                    "no column is named \(column)", at: position,
                    mend: near.map { "rename \($0)" } ?? "add it to the first row"))
        }
        checkColumns(free, there, at: position)
        return problems.isEmpty
    }

    private mutating func checkColumns(_ free: [String], _ there: Set<String>, at position: RosterPosition) {
        let missing = table.optional.filter { !there.contains(RosterTable.plain($0)) }
        for column in free {
            guard let near = nearMisses(to: column, among: missing).first,
                !problems.contains(where: { $0.mend == "rename \(column)" })
            else { continue }
            problems.append(
                RosterProblem(
                    "no column \(column) is known; did you mean \(near)?", at: position,
                    mend: "rename it, or leave it out"
                ))
        }
        for column in there where !column.isEmpty && head.count(where: { RosterTable.plain($0) == column }) > 1 {
            problems.append(RosterProblem("two columns are named \(column)", at: position, mend: "keep one of them"))
        }
    }

    // MARK: Rows

    private mutating func read(_ row: CSVText.Row) {
        let position = RosterPosition(file: file, row: row.line)
        guard row.cells.count <= head.count else {
            problems.append(
                RosterProblem(
                    "the row has \(row.cells.count) cells, and there are \(head.count) columns", at: position,
                    mend: "put a cell with a comma in it in quotes"))
            return
        }
        // OneRoster has a cell for each column; a table typed by hand may end sooner.
        guard row.cells.count == head.count || table == .own else {
            problems.append(
                RosterProblem(
                    "the row has \(row.cells.count) cells, and there are \(head.count) columns", at: position,
                    mend: "the file may be cut off; export it again"))
            return
        }
        var cells = RosterCells(row.cells.map(plainLine), positions: positions, position: position)
        let isGone = cells.choice("status", of: RosterTable.statuses, or: "active") != "active"
        let statement: RosterRow.Statement? =
            switch table {
            case .users: user(&cells)
            case .classes: cells.name("sourcedId").map { .group(id: $0, title: cells.optionalName("title") ?? $0) }
            case .orgs: cells.name("sourcedId").map { .group(id: $0, title: cells.optionalName("name") ?? $0) }
            case .enrollments: enrollment(&cells)
            case .roles: role(&cells)
            case .own: own(&cells)
            }
        problems += cells.problems
        // A row with a bad cell still names its candidate, so that other rows about the same one are not blamed.
        if let statement { rows.append(RosterRow(statement, isGone: isGone, at: position)) }
        if table == .users, let user = cells["sourcedId"], !cells.organizations.isEmpty {
            rows.append(RosterRow(.organizations(user: user, ids: cells.organizations), isGone: isGone, at: position))
        }
    }

    private func user(_ cells: inout RosterCells) -> RosterRow.Statement? {
        guard let id = cells.name("sourcedId") else { return nil }
        var candidate = RosterRow.Candidate(id: id)
        candidate.login = cells.optionalName("username")
        let given = cells["preferredGivenName"] ?? cells["givenName"]
        let family = cells["preferredFamilyName"] ?? cells["familyName"]
        candidate.name = cells.checked(
            [given, family].compactMap(\.self).joined(separator: " "), in: "givenName and familyName")
        let role = cells.choice("role", of: RosterTable.userRoles, or: "student") ?? "student"
        let isEnabled = cells.choice("enabledUser", of: ["true", "false"], or: "true") != "false"
        candidate.otherRole = role == "student" ? (isEnabled ? nil : "not enabled") : role
        candidate.email = cells.email
        candidate.identifiers = cells.identifiers
        candidate.accommodation = cells.accommodation
        return .candidate(candidate)
    }

    private func enrollment(_ cells: inout RosterCells) -> RosterRow.Statement? {
        let group = cells.name("classSourcedId")
        let user = cells.name("userSourcedId")
        let role = cells.choice("role", of: RosterTable.userRoles, or: nil)
        guard let group, let user, let role else { return nil }
        return .membership(user: user, group: group, isStudent: role == "student")
    }

    private func role(_ cells: inout RosterCells) -> RosterRow.Statement? {
        let user = cells.name("userSourcedId")
        let role = cells.choice("role", of: RosterTable.userRoles, or: nil)
        guard let user, let role else { return nil }
        return .role(user: user, role)
    }

    private func own(_ cells: inout RosterCells) -> RosterRow.Statement? {
        guard let id = cells.name("candidate") else { return nil }
        var candidate = RosterRow.Candidate(id: id)
        candidate.name = cells.optionalName("name")
        candidate.email = cells.email
        if let identifier = cells["identifier"] { candidate.identifiers = [identifier] }
        candidate.accommodation = cells.accommodation
        candidate.groups = cells.has("group") ? .here(cells.optionalName("group")) : .elsewhere
        return .candidate(candidate)
    }
}
