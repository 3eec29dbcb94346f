import Content
import Examining
import Quiz
import SampleHouse
import Scoring
import Team
import TeamStores
import Testing

@Suite struct `A file of people` {
    private let room: ExamHouse

    init() throws { room = try ExamHouse(candidates: 1) }

    private func row(
        _ id: String, _ name: String? = nil, _ email: String? = nil, group: String? = nil, isGone: Bool = false,
        at row: Int = 2
    ) -> RosterRow {
        var candidate = RosterRow.Candidate(id: id)
        (candidate.name, candidate.email) = (name, email)
        if let group { candidate.groups = .here(group) }
        return RosterRow(.candidate(candidate), isGone: isGone, at: RosterPosition(file: "team.csv", row: row))
    }

    @discardableResult
    private func takeIn(_ rows: RosterRow..., problems: [RosterProblem] = [], isReadable: Bool = true) throws -> TakenIn
    {
        try room.desk.takeIn(rows, of: ["team.csv"], problems: problems, isReadable: isReadable, by: room.lead)
    }

    private func people() throws -> [Person] { try room.house.accounts.store.people() }

    @Test func `takes newcomers in with a link, and knows them again by address and by word`() throws {
        let taken = try takeIn(row("c1", "Eve", "Eve@Example.org", group: "Night"))
        #expect(taken.invited.map(\.person.address.text) == ["eve@example.org"])
        let eve = try #require(taken.invited.first).person
        #expect(eve.roles == Role.givenByLeads && eve.name == "Eve")
        // Whoever has no password yet gets another link, and the earlier one works no more.
        let again = try takeIn(row("c1", "Eve E.", nil, group: "Night"))
        #expect(again.invited.map(\.person.id) == [eve.id])
        let tokens = [taken, again].compactMap { $0.invited.first?.token }
        #expect(kind { _ = try room.house.accounts.invitation(for: tokens[0]) } == "notFound")
        let actor = try room.house.accounts.accept(tokens[1], as: "Somebody else", at: "", password: House.password)
            .actor
        #expect(actor.person == eve, "the same person, by the name that is kept")
        #expect(try takeIn(row("c1", "Eve", "eve@example.org", group: "Night")).invited.isEmpty)
        #expect(try takeIn(row("other", "Eve", "eve@example.org", group: "Day")).invited.isEmpty)
        #expect(try people().filter { $0.address == eve.address }.count == 1)
        #expect(try room.desk.groups(for: room.lead).filter { $0.members == [eve.id.text] }.map(\.title) == ["Day"])
    }

    /// Nobody gets in as somebody else: whoever has a password gets no link, and roles are not given by files.
    @Test func `gives nobody another's account, and no other roles`() throws {
        let ada = room.ada.person
        let taken = try takeIn(row("c9", "Eve", ada.address.text))
        #expect(taken.invited.isEmpty)
        #expect(try people().first { $0.id == ada.id } == ada)
        let before = try people()
        for address in ["root@example.org", "lead@example.org", "proctor@example.org"] {
            #expect(kind { try takeIn(row("c8", "Eve", address)) } == "exam unreadable", "\(address)")
        }
        #expect(try people() == before)
    }

    @Test(
        arguments: [
            [("c1", "Eve", "eve@example.org"), ("c2", "Bob", nil)],
            [("c1", "Eve", "eve@example.org"), ("c2", "Bob", "no address")],
            [("c1", "Eve", "eve@example.org"), ("c2", "Bob", "EVE@example.org")],
            [("c1", "Eve", "eve@example.org"), ("c1", "Bob", "bob@example.org")],
            [("c1", "Eve", "eve@example.org"), ("c2", "Lead", "lead@example.org")],
        ] as [[(String, String, String?)]]) func `is taken in whole, or not at all`(rows: [(String, String, String?)])
        throws
    {
        let before = (try people(), try room.desk.exams.roster.read(), try room.house.accounts.store.trailLines())
        let all = rows.enumerated().map { place, one in row(one.0, one.1, one.2, at: place + 2) }
        #expect(throws: ExamError.self) {
            try room.desk.takeIn(all, of: ["team.csv"], problems: [], isReadable: true, by: room.lead)
        }
        #expect(try people() == before.0 && room.desk.exams.roster.read() == before.1)
        #expect(
            try room.house.accounts.store.trailLines() == before.2 && room.house.database.outbox.waiting(99).count == 3)
    }

    @Test func `that cannot be read, or has a problem, changes nothing`() throws {
        let before = try people()
        let problem = RosterProblem("something is wrong", at: RosterPosition(file: "team.csv", row: 3), mend: "do so")
        #expect {
            try takeIn(row("c1", "Eve", "eve@example.org"), problems: [problem])
        } throws: { ($0 as? ExamError)?.message.contains("team.csv:3: something is wrong; do so") == true }
        #expect(throws: ExamError.self) {
            try takeIn(row("c1", "Eve", "eve@example.org"), problems: [problem], isReadable: false)
        }
        #expect(try people() == before)
    }

    @Test func `writes to whom it takes in, with the link that it tells`() throws {
        let token = try #require(try takeIn(row("c1", "Eve", "eve@example.org")).invited.first).token
        let listed = try room.house.database.outbox.waiting(99)
        #expect(listed.last?.subject == "invitation \(token.digest.text)")
        let trail = try room.house.accounts.trail(1, for: room.root)
        #expect(
            trail.map(\.action) == [.invited] && trail[0].to == "eve@example.org"
                && trail[0].note == "candidate learner")
    }

    @Test func `assigns to a group whoever is in it later, too`() throws {
        try takeIn(row("c1", "Eve", "eve@example.org", group: "Night"))
        try room.desk.assign("final", of: "lesson", to: [], groups: ["Night"], ExamWindow(), by: room.lead)
        let token = try #require(try takeIn(row("c2", "Flo", "flo@example.org", group: "Night")).invited.first).token
        let flo = try room.house.accounts.accept(token, as: "Flo", at: "", password: House.password).actor
        #expect(try room.desk.assigned(to: flo).map(\.blueprint.id.text) == ["final"])
        _ = try room.begin(by: flo)
        #expect(kind { _ = try room.begin() } == "notFound", "Ada is in no group")
        #expect(
            kind { try room.desk.assign("final", of: "lesson", to: [], groups: ["Day"], ExamWindow(), by: room.lead) }
                == "exam notFound")
    }

    /// Who says who sits what: candidates alone, who are in and not shut out.
    @Test func `is no way to assign exams to whoever is none of them`() throws {
        let nobody = Person.ID.new()
        func assign(_ ids: [Person.ID]) -> String {
            kind { try room.desk.assign("final", of: "lesson", to: ids, ExamWindow(), by: room.lead) }
        }
        #expect(
            assign([]) == "invalid" && assign([nobody]) == "invalid" && assign([room.proctor.person.id]) == "invalid")
        #expect(assign([room.ada.person.id, room.proctor.person.id]) == "invalid")
        try room.house.accounts.shutOut(room.ada.person.id, true, by: room.root)
        #expect(assign([room.ada.person.id]) == "invalid")
        #expect(try room.desk.exams.roster.read().assignments.isEmpty)
        for (exam, pack) in [("none", "lesson"), ("final", "none"), ("", ""), ("final/..", "lesson")] {
            #expect(
                kind { try room.desk.assign(exam, of: pack, to: [room.ada.person.id], ExamWindow(), by: room.lead) }
                    == "notFound")
        }
    }

    @Test func `is written once to whoever is named twice`() throws {
        try takeIn(row(room.ada.person.id.text, "ada", "ada@example.org", group: "Night"))
        let before = try room.house.database.outbox.waiting(99).count
        try room.desk.assign(
            "final", of: "lesson", to: [room.ada.person.id, room.ada.person.id], groups: ["Night"],
            ExamWindow(opens: room.at(minute: 60), closes: nil), by: room.lead)
        let letters = try room.house.database.outbox.waiting(99).dropFirst(before)
        #expect(
            letters.count == 1 && letters.allSatisfy { $0.subject.hasPrefix("assignment \(room.ada.person.id.text)") })
    }
}
