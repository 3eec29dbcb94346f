import Interchange
import Quiz
import Testing

@Suite struct `A table of a roster` {
    private func read(_ text: String, bom: Bool = false) -> RosterReader {
        RosterReader((bom ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8), file: "f.csv")
    }

    @Test(arguments: ["\n", "\r\n", "\r"], [false, true])
    func `is read with any line ends, quotes and a byte order mark`(end: String, bom: Bool) {
        let reader = read(
            ["Candidate;Name;Group;Extra time", "ada;\"Lovelace; Ada\";night;50%", "", "bo;\"B \"\"o\"\"\";;none"]
                .joined(separator: end), bom: bom)
        #expect(reader.problems.isEmpty, "\(reader.problems)")
        let candidates = RosterUpdate(of: Roster(), with: reader.rows).roster.candidates
        #expect(candidates.map(\.name) == ["Lovelace; Ada", "B \"o\""])
        #expect(candidates[0].accommodation == Accommodation(.percent(50), reason: nil))
    }

    @Test func `may be OneRoster's`() {
        let users = read(
            """
            sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
            u1,active,,true,o1,student,ada,,Ada,Lovelace,,1,,,,,,
            u2,,,true,o1,teacher,bo,,Bo,Teach,,2,,,,,,
            """)
        let newer = read(
            """
            sourcedId,status,username,givenName,familyName,preferredGivenName,pronouns,metadata.team
            u3,active,cy,Cyrus,Young,Cy,,x
            """)
        let classes = read("sourcedId,status,title,classType\nc1,active,\"Night, shift\",scheduled\n")
        let enrollments = read(
            """
            sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role
            e1,active,c1,s,u1,student
            e2,active,c1,s,u2,teacher
            e3,active,c1,s,u3,student
            """)
        let roles = read("sourcedId,status,userSourcedId,roleType,role\nr1,active,u3,primary,student\n")
        let all = [enrollments, classes, users, newer, roles]
        #expect(all.flatMap(\.problems).isEmpty, "\(all.flatMap(\.problems))")
        let update = RosterUpdate(of: Roster(), with: all.flatMap(\.rows))
        #expect(update.problems.isEmpty, "\(update.problems)")
        #expect(update.roster.candidates.map(\.id) == ["u1", "u3"])
        #expect(update.roster.candidates.map(\.name) == ["Ada Lovelace", "Cy Young"])
        #expect(update.roster.candidates(named: "cy").map(\.id) == ["u3"])
        #expect(update.roster.groups.first?.title == "Night, shift")
        #expect(update.roster.groups.first?.members == ["u1", "u3"])
    }

    @Test(arguments: [
        ("candidat,name,group\nada,Ada,night", "f.csv:1: no column is named candidate; rename candidat"),
        ("sourcedId,titel\nc1,Night", "f.csv:1: no column is named title; rename titel"),
        (
            "userSourcedId,classSourcedID,rolle\nu,c,student",
            "f.csv:1: no column is named role; rename rolle"
        ),
        (
            "candidate,extra-tme\nada,50%",
            "f.csv:1: no column extra-tme is known; did you mean extraTime?; rename it, or leave it out"
        ),
        ("candidate,name,name\nada,Ada,Ada", "f.csv:1: two columns are named name; keep one of them"),
        (
            "colour,size\nred,3",
            "f.csv:1: the first row names no column of a roster: colour, size; give OneRoster's users.csv, classes.csv "
                + "and enrollments.csv, or columns named candidate, name and group"
        ),
        (
            "candidate,name\nada,Lovelace, Ada",
            "f.csv:2: the row has 3 cells, and there are 2 columns; put a cell with a comma in it in quotes"
        ),
        (
            "candidate,name\n,Ada",
            "f.csv:2: column candidate:  can be no name: it is empty; write 1 to 100 letters, digits and spaces"
        ),
        (
            "classSourcedId,userSourcedId,role\nc,u,studnet",
            "f.csv:2: column role: no role is studnet; did you mean student?"
        ),
        (
            "candidate,status\nada,deleted",
            "f.csv:2: column status: no status is deleted; did you mean tobedeleted?"
        ),
        (
            "candidate,extra time\nada,lots",
            "f.csv:2: column extraTime: lots is no extra time; write a share such as 50%, minutes such as 30 min, or a "
                + "factor such as 1.5, or none"
        ),
        ("candidate\n\"ada", "f.csv:2: a quote is never closed; write \"\" for a quote within a cell"),
    ])
    func `tells what is wrong with it, where, and how to mend it`(text: String, problem: String) {
        #expect(read(text).problems.map(\.description) == [problem])
    }

    @Test(arguments: [[0xFF, 0xFE, 0x41, 0], [0x41, 0x80], [0x41, 0], []] as [[UInt8]])
    func `of other bytes is refused`(bytes: [UInt8]) {
        let reader = RosterReader(bytes, file: "f.csv")
        #expect(!reader.isReadable && reader.problems.count == 1)
    }
}
