import Interchange
import Quiz

private let manifest = """
    propertyName,value
    manifest.version,1.0
    oneroster.version,1.1
    file.classes,bulk
    file.enrollments,bulk
    file.orgs,bulk
    file.users,bulk

    """
private let users = """
    sourcedId,status,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,identifier,email
    u1,active,true,"east,west",student,ann,"{SIS:17},{LDAP:a.lee}",Ann,Lee,S-17,ann@example.org
    u2,active,true,east,teacher,bo,,Bo,Ray,,bo@example.org

    """
private let roles = """
    sourcedId,status,userSourcedId,roleType,role,orgSourcedId
    r1,active,u1,primary,student,east
    r2,active,u2,primary,aide,east

    """

/// Bundles of OneRoster, with roles in the table of users and in one of their own.
func rosterSubject() -> Subject {
    let tables = [
        ("manifest.csv", manifest), ("orgs.csv", "sourcedId,name,type\neast,East clinic,school\n"),
        ("users.csv", users),
        ("classes.csv", "sourcedId,title\nc1,Night shift\n"),
        ("enrollments.csv", "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\ne2,c1,u2,teacher\n"),
    ]
    let bundles = [tables, tables + [("roles.csv", roles)]].map { bundle in
        bundle.map { (path: $0.0, bytes: Array($0.1.utf8)) }
    }
    let spice = [
        ",", ";", "\"", "'", "\n", "{", "}", ":", "@", "student", "teacher", "tobedeleted", "active", "u1", "c1",
        "east",
        "absent", "bulk", "1.2", "9", "", "é", "\0", "\u{202E}", "=1+1", "-x",
    ]
    return Subject("roster", archives: bundles, spice: spice, read: read)
}

/// A roster that was made of a bundle is one that another import of the same changes in nothing.
private func read(_ file: [UInt8]) -> Subject.Outcome {
    let bundle = RosterBundle(file, file: "bundle.zip")
    let rows = bundle.readers.flatMap(\.rows)
    let update = RosterUpdate(of: Roster(), with: rows)
    let problems = bundle.problems + bundle.readers.flatMap(\.problems) + update.problems
    guard problems.isEmpty else {
        return .init(refused: problems.map(\.description), isWellFormed: bundle.problems.isEmpty)
    }
    var outcome = Subject.Outcome.read
    if !RosterUpdate(of: update.roster, with: rows).changes.isEmpty {
        outcome.failure = "a second import changes something"
    }
    return outcome
}
