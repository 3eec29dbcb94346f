import Quiz
import Testing

@testable import Interchange

@Suite struct `A bundle of OneRoster` {
    private static let manifest = """
        propertyName,value
        manifest.version,1.0
        oneroster.version,1.1
        file.academicSessions,absent
        file.classes,bulk
        file.enrollments,bulk
        file.orgs,bulk
        file.users,bulk
        source.systemName,staff

        """
    private static let tables = [
        "orgs.csv": """
        sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
        east,active,2026-01-01,East clinic,school,,

        """,
        "users.csv": """
        sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
        u1,active,2026-01-01,true,"east,west",student,ann,"{SIS:17},{LDAP:a.lee}",Ann,Lee,,S-17,ann@example.org,,,,,
        u2,active,2026-01-01,true,east,teacher,bo,,Bo,Ray,,,bo@example.org,,,,,

        """,
        "classes.csv": "sourcedId,status,title\nc1,active,Night shift\n",
        "enrollments.csv": """
        sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role
        e1,active,c1,east,u1,student
        e2,active,c1,east,u2,teacher

        """,
    ]

    private static func bundle(
        _ manifest: String = manifest, _ tables: [String: String] = tables, folder: String = "", more: [String] = []
    ) -> RosterBundle {
        var archive = ZipArchive()
        archive.add("\(folder)manifest.csv", Array(manifest.utf8))
        for (name, text) in tables.sorted(by: { $0.key < $1.key }) { archive.add(folder + name, Array(text.utf8)) }
        for name in more { archive.add(folder + name, Array("sourcedId\n".utf8)) }
        return RosterBundle(archive.finish(), file: "staff.zip")
    }

    @Test(arguments: ["", "export/"]) func `gives candidates, groups and organisations`(folder: String) throws {
        let bundle = Self.bundle(folder: folder, more: ["courses.csv"])
        #expect(bundle.problems.isEmpty && bundle.leftOut == ["\(folder)courses.csv"])
        let update = RosterUpdate(of: Roster(), with: bundle.readers.flatMap(\.rows))
        #expect(bundle.readers.flatMap(\.problems).isEmpty && update.problems.isEmpty)
        let roster = update.roster
        #expect(roster.candidates.map(\.id) == ["u1"] && roster.candidates[0].email == "ann@example.org")
        #expect(roster.candidates[0].identifiers == ["S-17", "17", "a.lee"])
        #expect(roster.groups.map(\.title) == ["Night shift", "East clinic"])
        #expect(roster.groups.map(\.members) == [["u1"], ["u1"]])
        #expect(update.leftOut.map(\.name) == ["Bo Ray"] && update.leftOut.map(\.role) == ["teacher"])
    }

    @Test(arguments: ["u1", "ann", "ANN@example.org", "S-17", "17", "a.lee", "Ann Lee"])
    func `gives names by which a candidate is known`(word: String) {
        let roster = RosterUpdate(of: Roster(), with: Self.bundle().readers.flatMap(\.rows)).roster
        #expect(roster.candidates(named: word).map(\.id) == ["u1"])
    }

    @Test func `of version 1.2 has roles in a table of their own`() {
        var tables = Self.tables
        tables["users.csv"] = """
            sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,email,primaryOrgSourcedId
            u1,active,2026-01-01,true,ann,,Ann,Lee,ann@example.org,east
            u2,active,2026-01-01,true,bo,,Bo,Ray,,east

            """
        tables["roles.csv"] = """
            sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
            r1,active,2026-01-01,u1,primary,student,,,east,
            r2,active,2026-01-01,u2,primary,aide,,,east,

            """
        let bundle = Self.bundle(
            Self.manifest.replacing("version,1.1", with: "version,1.2") + "file.roles,bulk\n", tables)
        let update = RosterUpdate(of: Roster(), with: bundle.readers.flatMap(\.rows))
        #expect(bundle.problems.isEmpty && update.problems.isEmpty)
        #expect(update.roster.candidates.map(\.id) == ["u1"] && update.roster.group("east")?.members == ["u1"])
        #expect(update.leftOut.map(\.role) == ["aide"])
    }

    @Test func `leaves out users who are not enabled`() {
        var tables = Self.tables
        tables["users.csv"]?.replace("2026-01-01,true,\"east", with: "2026-01-01,false,\"east")
        let update = RosterUpdate(of: Roster(), with: Self.bundle(Self.manifest, tables).readers.flatMap(\.rows))
        #expect(update.roster.candidates.isEmpty)
        #expect(update.leftOut.map(\.role) == ["not enabled", "teacher"])
    }

    @Test func `that is not whole is refused with one message`() {
        var tables = Self.tables
        tables["users.csv"] = nil
        let cases = [
            (Self.bundle(Self.manifest, tables), "users.csv is not in the bundle, and the manifest names it"),
            (
                Self.bundle(Self.manifest.replacing("version,1.1", with: "version,2.0")),
                "the bundle is of OneRoster 2.0"
            ),
            (Self.bundle("propertyName,value\noneroster.version,1.1\n", [:]), "the bundle holds no users"),
            (
                Self.bundle(Self.manifest.replacing("oneroster.version,1.1\n", with: "")),
                "the manifest does not say of which version of OneRoster the bundle is"
            ),
            (
                Self.bundle(Self.manifest.replacing("file.users,bulk", with: "file.users,absent")),
                "users.csv is in the bundle, and the manifest says that it is absent"
            ),
            (RosterBundle(Array("PK\u{3}\u{4}".utf8), file: "x.zip"), "the archive has no end: it may be cut off"),
            (RosterBundle(ZipArchive().finish(), file: "x.zip"), "the archive is empty"),
        ]
        for (bundle, message) in cases { #expect(bundle.problems.map(\.message) == [message]) }
        let users = Self.bundle(
            Self.manifest,
            ["users.csv": "sourcedId,givenName,familyName,email\nu1,Ann,Lee,nobody\nu3,Cy\n"].merging(Self.tables) {
                $0 + $1.prefix(0)
            })
        #expect(
            users.readers.flatMap(\.problems).map(\.description) == [
                "staff.zip/users.csv:2: column email: nobody is no mail address; write it as name@example.org, or leave it out",
                "staff.zip/users.csv:3: the row has 2 cells, and there are 4 columns; the file may be cut off; export it again",
            ])
    }
}
