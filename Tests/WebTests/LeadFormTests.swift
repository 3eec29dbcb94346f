#if Server
import Examining
import Quiz
import SampleHouse
import Scoring
import Team
import Testing
import Web

@Suite struct `Forms of a lead` {
    private let server: Server
    private var lead: Visitor
    private let ada: Person.ID

    init() throws {
        server = try Server()
        let root = try server.administrator()
        lead = try server.somebody("lead", [.lead], by: root)
        let actor = try server.house.accounts.actor(for: root.token)
        ada = try server.house.somebody("ada", [.candidate], by: actor).person.id
    }

    private func roster() throws -> Roster { try server.house.desk.exams.roster.read() }

    /// What is wrong with one field keeps the others from being done, too; what was typed stands there still.
    @Test(arguments: [
        ["exam": "lesson/none"], ["exam": "lesson"], ["exam": ""], ["extra": "soon"], ["extra": "301%"],
        ["breaks": "0"],
        ["breaks": "ten"], ["opens": "2026-03-02"], ["opens": "2026-13-02T09:00"], ["closes": "2026-03-02T25:00"],
        ["opens": "2026-03-02T10:00", "closes": "2026-03-02T09:00"], ["group": "none"], ["person": ""],
        ["reason": String(repeating: "x", count: 201)],
    ]) mutating func `assign all that is asked, or nothing`(changes: [String: String]) throws {
        let form = [
            "exam": "lesson/final", "person": ada.text, "extra": "50%", "breaks": "10", "reason": "reads slowly",
            "opens": "2026-03-02T08:00", "closes": "2026-03-02T18:00",
        ].merging(changes) { $1 }
        lead.post("/assign", form)
        #expect(lead.status == 422 || lead.status == 404, "\(lead.status)")
        let candidate = try roster().candidates.first { $0.id == ada.text }
        #expect(candidate?.accommodation == nil && candidate?.breaks == nil, "nothing is granted")
        #expect(try roster().assignments.isEmpty)
        let trail = try server.house.accounts.store.trail(99).map(\.action)
        #expect(!trail.contains(.assigned) && !trail.contains(.accommodated))
    }

    @Test mutating func `assign with extra time and breaks at once`() throws {
        lead.post(
            "/assign",
            [
                "exam": "lesson/final", "person": ada.text, "extra": "50%", "breaks": "10", "reason": "reads slowly",
                "opens": "2026-03-02T08:00", "closes": "2026-03-02T18:00", "stops": "yes",
            ])
        #expect(lead.status == 200 && lead.page.contains("One person can sit it now."))
        let candidate = try #require(try roster().candidates.first { $0.id == ada.text })
        #expect(candidate.accommodation?.extraTime == .percent(50) && candidate.breaks?.minutes == 10)
        let assignment = try #require(try roster().assignments.first)
        #expect(assignment.stopsAtClose && assignment.opens == Moment(milliseconds: 1_772_438_400_000))
        #expect(assignment.closes == Moment(milliseconds: 1_772_474_400_000))
    }

    /// An attempt goes by its own name, and by nothing that could be read as it.
    @Test(arguments: [".log", ".x", "."]) mutating func `name attempts as they are called`(ending: String) throws {
        let house = server.house
        let actor = try house.accounts.actor(for: lead.token)
        let candidate = Actor(try #require(try house.accounts.store.person(ada)), in: actor.session)
        try house.desk.assign("final", of: "lesson", to: [ada], ExamWindow(), by: actor)
        let name = try house.desk.begin("final", of: "lesson", by: candidate)
        try house.desk.handIn(name, by: candidate)
        for deed in ["void", "say", "time", "certificate"] {
            lead.post("/sittings/\(name)\(ending)/\(deed)", ["reason": "x", "text": "x", "deed": "hold", "days": "9"])
            #expect(lead.status == 404, "\(deed)")
        }
        lead.get("/sittings/\(name)\(ending)/log")
        #expect(lead.status == 404)
        #expect(try house.desk.sittings(for: actor).map(\.voided) == [nil])
        #expect(try house.desk.messages(to: name, after: 0, for: candidate).messages == [])
    }

    @Test(arguments: [
        ("", 200, ""), ("?group=none", 422, "There is no such group"), ("?from=2026-03-01&to=2026-03-31", 200, ""),
        ("?from=2026-04-01&to=2026-03-31", 422, "The last day is before the first"),
        ("?from=soon", 422, "This is no day"),
        ("?from=2026-02-30", 422, "This is no day"), ("?to=%22%3E%3Ci%3E", 422, "This is no day"),
    ]) mutating func `ask for reports of days and groups`(query: String, status: Int, said: String) throws {
        lead.get("/reports/lesson/final\(query)")
        #expect(lead.status == status && (said.isEmpty || lead.page.contains(said)))
        #expect(!lead.page.contains("\"><i>"))
        lead.get("/reports/lesson/final/report.json\(query)")
        #expect(lead.status == status)
    }

    @Test(
        arguments: [
            ("report.json", "application/json"), ("report.html", "text/html; charset=utf-8"),
            ("report.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            ("nothing.csv", nil), ("attempts.exe", nil), ("attempts", nil),
            ("..", nil),
        ] as [(String, String?)]) mutating func `have reports as files of a kind`(name: String, type: String?)
    {
        lead.get("/reports/lesson/final/\(name)")
        #expect(lead.status == (type == nil ? 404 : 200))
        guard let type else { return }
        #expect(lead.answer.field("content-type") == type)
        #expect(lead.answer.field("content-disposition") == "attachment; filename=\"\(name)\"")
        #expect(!lead.answer.bytes.isEmpty)
    }
}
#endif
