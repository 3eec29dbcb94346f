import Content
import Quiz
import Scoring
import Testing

private func position(_ row: Int) -> RosterPosition { RosterPosition(file: "team.csv", row: row) }

private func at(_ milliseconds: Int64) -> Moment { Moment(milliseconds: milliseconds) }

private func candidate(
    _ id: String, _ name: String? = nil, in groups: RosterRow.Groups = .elsewhere, login: String? = nil, row: Int = 2,
    isGone: Bool = false
) -> RosterRow {
    var candidate = RosterRow.Candidate(id: id)
    candidate.name = name
    candidate.login = login
    candidate.groups = groups
    return RosterRow(.candidate(candidate), isGone: isGone, at: position(row))
}

@Suite struct `A roster` {
    @Test(
        arguments: [
            ("2026-03-02T09:00Z", 1_772_442_000_000), ("2026-03-02T10:00+01:00", 1_772_442_000_000),
            ("2026-03-02 04:00:30-0500", 1_772_442_030_000), ("2026-03-02T09:00:00z", 1_772_442_000_000),
            ("2026-03-02T09:00", nil), ("2026-03-02", nil),
        ] as [(String, Int64?)])
    func `reads moments`(text: String, moment: Int64?) throws {
        let written = try #require(WrittenTime(text))
        #expect(written.moment?.milliseconds == moment)
        #expect(written.second == (text.count == 10 ? nil : (text.contains(":30-") ? 4 * 3_600 + 30 : written.second)))
    }

    @Test(arguments: [
        "", "tomorrow", "2026-02-30", "2026-03-02T", "2026-03-02T9:00", "2026-03-02T24:00", "2026-03-02T09:60",
        "2026-03-02T09:00+15:00", "2026-03-02T09:00+1", "2026-03-02Z", "2026-03-02T09:00X", "2026-03-02T09:00:61",
    ])
    func `takes nothing else for a moment`(text: String) { #expect(WrittenTime(text) == nil) }

    @Test(
        arguments: [
            ("50%", 600), ("+50 %", 600), ("1.5", 600), ("1,25", 300), ("2", 1_200), ("30 min", 1_800), ("30m", 1_800),
            ("33%", 396), ("none", nil), ("30", nil), ("0%", nil), ("1", nil), ("301%", nil), ("601 min", nil),
            ("-5%", nil),
            ("1.505", nil), ("half", nil), ("1.+5", nil),
        ] as [(String, Int?)])
    func `reads extra time`(text: String, seconds: Int?) {
        #expect(ExtraTime(text)?.seconds(beyond: 1_200) == seconds)
        if let time = ExtraTime(text) { #expect(ExtraTime(time.description) == time) }
    }

    /// 8,000 candidates in as many groups: what looks through all groups for each is at it for minutes.
    @Test(.timeLimit(.minutes(1))) func `is made of very many groups soon`() throws {
        let rows = (0..<8_000).map { candidate("c\($0)", in: .here("g\($0)"), row: $0 + 2) }
        let first = RosterUpdate(of: Roster(), with: rows)
        #expect(first.problems.isEmpty && first.roster.groups.count == 8_000)
        let moved = RosterUpdate(of: first.roster, with: [candidate("c1", in: .here("g2"))])
        #expect(moved.roster.groups(of: "c1").map(\.id) == ["g2"])
    }

    @Test func `is made by rows, and made anew by others`() throws {
        let first = RosterUpdate(
            of: Roster(),
            with: [
                candidate("ada", "Ada", in: .here("night")), candidate("ada", in: .here("day"), row: 3),
                candidate("bo", "Bo", in: .here("night"), row: 4), candidate("cy", in: .here(nil), row: 5),
            ])
        #expect(first.problems.isEmpty, "\(first.problems)")
        #expect(
            first.changes.candidates.added == ["ada", "bo", "cy"] && first.changes.groups.added == ["day", "night"])
        #expect(first.roster.group("night")?.members == ["ada", "bo"])
        let second = RosterUpdate(
            of: first.roster,
            with: [candidate("ada", "Ada L", in: .here("day")), candidate("cy", row: 3, isGone: true)])
        #expect(second.problems.isEmpty)
        #expect(second.changes.candidates.changed == ["ada"] && second.changes.candidates.gone == ["cy"])
        #expect(second.roster.group("night")?.members == ["bo"] && second.roster.candidate("ada")?.name == "Ada L")
        #expect(RosterUpdate(of: second.roster, with: [candidate("bo", "Bo")]).changes.isEmpty)
    }

    @Test func `tells every row that does not fit the others`() {
        let update = RosterUpdate(
            of: Roster(),
            with: [
                candidate("u1", "Ada", login: "ada", row: 2), candidate("u1", "Ada", row: 3),
                candidate("u2", "Bo", login: "ada", row: 4), candidate("x", "X", in: .here("g"), row: 5),
                candidate("x", "Y", in: .here("h"), row: 6), candidate("x", in: .here("g"), row: 7),
                RosterRow(.group(id: "c1", title: "Night"), isGone: false, at: position(8)),
                RosterRow(.group(id: "c1", title: "Night"), isGone: false, at: position(9)),
                RosterRow(.membership(user: "u11", group: "c1", isStudent: true), isGone: false, at: position(10)),
                RosterRow(.membership(user: "u1", group: "c2", isStudent: true), isGone: false, at: position(11)),
                RosterRow(.membership(user: "nobody", group: "c2", isStudent: true), isGone: true, at: position(12)),
            ])
        let told = update.problems.sorted { $0.position.row < $1.position.row }.map(\.description)
        #expect(
            told == [
                "team.csv:3: column sourcedId: u1 is in row 2 of team.csv already; keep one of the rows",
                "team.csv:4: column username: ada is u1's already; give each candidate one of their own",
                "team.csv:6: column name: x is X in row 5, and Y here; give one name to one id, and each candidate an id",
                "team.csv:7: column group: x is in g by an earlier row already; keep one of the rows",
                "team.csv:9: column sourcedId: c1 is in row 8 of team.csv already; keep one of the rows",
                "team.csv:10: column userSourcedId: no user has the sourcedId u11; did you mean u1?",
                "team.csv:11: column classSourcedId: no class has the sourcedId c2; did you mean c1?",
            ])
    }

    @Test func `admits by the window, a candidate's own before the groups'`() throws {
        let bank = try bundledBank("quiz")
        let (pack, quiz) = (bank.pack, bank.blueprint)
        var roster = RosterUpdate(
            of: Roster(), with: [candidate("ada", in: .here("night")), candidate("bo", in: .here(nil), row: 3)]
        ).roster
        func assign(_ target: Assignment.Target, _ opens: Int64?, _ closes: Int64?, stops: Bool = false) {
            roster.assign(
                Assignment(
                    pack: pack.id.text, blueprint: "quiz", to: target, opens: opens.map(at), closes: closes.map(at),
                    stopsAtClose: stops
                ))
        }
        func admission(_ id: String, at moment: Int64) -> Admission {
            roster.admission(of: id, to: quiz, in: pack, at: at(moment))
        }
        #expect(admission("ada", at: 0) == .free && admission("anybody", at: 0) == .free)
        assign(.group("night"), 100, 200)
        #expect(
            admission("ada", at: 99) == .early(opens: at(100)) && admission("ada", at: 201) == .late(closed: at(200)))
        #expect(admission("bo", at: 150) == .notAssigned && admission("anybody", at: 150) == .notAssigned)
        for moment in [100, 200] as [Int64] {
            guard case .open = admission("ada", at: moment) else { return #expect(Bool(false), "\(moment)") }
        }
        assign(.candidate("ada"), 300, 400, stops: true)
        #expect(admission("ada", at: 150) == .early(opens: at(300)))
        guard case .open(let own) = admission("ada", at: 390) else { return #expect(Bool(false)) }
        #expect(own.time(of: 1_000, from: at(390)) == 10 && own.time(of: 5, from: at(390)) == 5)
        roster.remove(candidate: "ada")
        #expect(admission("ada", at: 150) == .notAssigned)
        roster.remove(group: "night")
        #expect(admission("ada", at: 150) == .free)
    }

    @Test(arguments: [
        "", "   ", "-x", "a\u{202E}b", "tab\u{7}", "A\u{200B}da", "A\u{34F}da", "Ada\u{A0}L", "A\u{3164}",
        "\u{410}da", "P\u{3B1}t", String(repeating: "x", count: 101),
    ])
    func `has no such name`(name: String) { #expect(nameProblem(name) != nil) }

    @Test(arguments: ["Ada", "Bo, \"the\" coder", "=Cy", "Zoë O’Neil", "李雷", "Анна", "Ελένη", "Ana María"])
    func `has every other name`(name: String) { #expect(nameProblem(name) == nil) }
}
