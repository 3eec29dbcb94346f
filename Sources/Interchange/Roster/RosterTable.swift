/// What a file about a team can be, by its columns: one of OneRoster's, version 1.1 or 1.2 of its CSV binding, or a
/// simple one of our own.
enum RosterTable: CaseIterable {
    case users, classes, enrollments, roles, orgs, own

    /// Columns that must be there.
    var needed: [String] {
        switch self {
        case .users: ["sourcedId", "givenName", "familyName"]
        case .classes: ["sourcedId", "title"]
        case .enrollments: ["classSourcedId", "userSourcedId", "role"]
        case .roles: ["userSourcedId", "role"]
        case .orgs: ["sourcedId", "name", "type"]
        case .own: ["candidate"]
        }
    }

    /// Columns that are read where they are there.
    var optional: [String] {
        switch self {
        case .users:
            [
                "status", "enabledUser", "username", "role", "preferredGivenName", "preferredFamilyName", "email",
                "identifier",
                "userIds", "orgSourcedIds", "primaryOrgSourcedId", "extraTime", "reason",
            ]
        case .classes, .enrollments, .roles, .orgs: ["status"]
        case .own: ["name", "group", "email", "identifier", "extraTime", "reason", "status"]
        }
    }

    /// Columns of OneRoster that say nothing of exams.
    private var others: [String] {
        switch self {
        case .users:
            [
                "dateLastModified", "middleName", "sms", "phone", "agentSourcedIds", "grades",
                "password",
                "userMasterIdentifier", "preferredMiddleName", "pronouns", "resourceSourcedIds", "userProfiles",
            ]
        case .classes:
            [
                "dateLastModified", "grades", "courseSourcedId", "classCode", "classType", "location",
                "schoolSourcedId", "termSourcedIds", "subjects", "subjectCodes", "periods", "resourceSourcedIds",
            ]
        case .enrollments:
            ["sourcedId", "dateLastModified", "schoolSourcedId", "primary", "beginDate", "endDate"]
        case .roles:
            [
                "sourcedId", "dateLastModified", "roleType", "beginDate", "endDate", "orgSourcedId",
                "userProfileSourcedId",
            ]
        case .orgs: ["dateLastModified", "identifier", "parentSourcedId"]
        case .own: []
        }
    }

    /// The table whose columns are most like some; nil where they are like none.
    init?(columns: [String]) {
        let names = Set(columns.map(Self.plain))
        func likeness(_ table: RosterTable) -> Int {
            let missing = table.needed.count { !names.contains(Self.plain($0)) }
            return names.intersection(Self.columns[table] ?? []).count - 2 * missing
        }
        let known = Self.allCases.filter { !names.isDisjoint(with: Self.columns[$0] ?? []) }
        guard let best = known.max(by: { likeness($0) < likeness($1) }) else { return nil }
        self = best
    }

    func isKnown(_ column: String) -> Bool {
        Self.columns[self]?.contains(Self.plain(column)) == true || column.lowercased().hasPrefix("metadata.")
    }

    /// Where the columns that are read stand in a first row, by their names here.
    func positions(in head: [String]) -> [String: Int] {
        let names = Dictionary(head.enumerated().map { (Self.plain($1), $0) }) { first, _ in first }
        return Dictionary((needed + optional).compactMap { column in names[Self.plain(column)].map { (column, $0) } }) {
            first, _ in first
        }
    }

    /// The plain names of all columns of each.
    private static let columns = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, Set(($0.needed + $0.optional + $0.others).map(plain))) })

    /// A column's name whichever way it is written: `Extra time`, `extra-time` and `extraTime` are one.
    static func plain(_ column: String) -> String {
        column.lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" }
    }

    /// The roles of OneRoster 1.1 and 1.2.
    static let userRoles = [
        "student", "teacher", "administrator", "aide", "counselor", "districtAdministrator", "guardian", "parent",
        "principal", "proctor", "relative", "siteAdministrator", "systemAdministrator",
    ]

    static let statuses = ["active", "tobedeleted", "inactive"]
}
