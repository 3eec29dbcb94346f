import Content
import Foundation
import Quiz
import Scoring
import Testing

private func row(_ number: Int) -> RosterPosition { RosterPosition(file: "team.csv", row: number) }

private func at(_ milliseconds: Int64) -> Moment { Moment(milliseconds: milliseconds) }

/// Whom a roster knows and by which words, what is granted to them, and what is left once somebody goes.
@Suite struct `The people of a roster` {
    private static func candidate(
        _ id: String, _ name: String, login: String? = nil, email: String? = nil, identifiers: [String]? = nil,
        in group: String? = nil, at place: Int = 2
    ) -> RosterRow {
        var candidate = RosterRow.Candidate(id: id)
        candidate.name = name
        candidate.login = login
        candidate.email = email
        candidate.identifiers = identifiers
        candidate.groups = .here(group)
        return RosterRow(.candidate(candidate), isGone: false, at: row(place))
    }

    private static func roster() -> Roster {
        RosterUpdate(
            of: Roster(),
            with: [
                candidate(
                    "ada", "Ada L", login: "lovelace", email: "Ada@Example.org", identifiers: ["n-1"], in: "night"),
                candidate("bo", "Bo", email: "bo@example.org", identifiers: ["n-2", "n-3"], in: "night", at: 3),
                candidate("cy", "Bo", in: "day", at: 4), candidate("al", "Al", at: 5),
            ]
        ).roster
    }

    /// An id goes before a login, either before an address or a number, and these before a name.
    @Test(
        arguments: [
            ("ada", ["ada"]), ("al", ["al"]), ("lovelace", ["ada"]), ("ada@example.org", ["ada"]),
            ("ADA@EXAMPLE.ORG", ["ada"]),
            ("n-1", ["ada"]), ("n-3", ["bo"]), ("N-3", []), ("Bo", ["bo", "cy"]), ("bo", ["bo"]), ("BO", []),
            ("Ada L", ["ada"]), ("Ada", []), ("night", []), ("", []),
        ] as [(String, [String])])
    func `are found by every word that means them`(word: String, ids: [String]) {
        #expect(Self.roster().candidates(named: word).map(\.id) == ids)
    }

    @Test func `are in groups that have ids and titles`() {
        let update = RosterUpdate(
            of: Self.roster(),
            with: [
                RosterRow(.group(id: "night", title: "Night shift"), isGone: false, at: row(2)),
                RosterRow(.group(id: "late", title: "Night shift"), isGone: false, at: row(3)),
            ])
        #expect(update.roster.groups(named: "night").map(\.id) == ["night"])
        #expect(update.roster.groups(named: "Night shift").map(\.id) == ["late", "night"])
        #expect(update.roster.groups(named: "nobody").isEmpty && update.roster.group("nobody") == nil)
        #expect(update.roster.group("night")?.members == ["ada", "bo"])
        #expect(update.roster.groups(of: "ada").map(\.id) == ["night"] && update.roster.groups(of: "al").isEmpty)
        #expect(
            update.roster.groupsByCandidate.mapValues { $0.map(\.id) } == [
                "ada": ["night"], "bo": ["night"], "cy": ["day"],
            ])
        #expect(update.changes.groups.changed == ["night"] && update.changes.groups.added == ["late"])
    }

    // MARK: What is granted

    @Test func `have a number for ever, and lose it with their name`() {
        var roster = Roster()
        #expect(roster.numbers == nil && roster.isEmpty)
        let given = ["7", "8"].map { roster.number(of: "ada", else: $0) } + [roster.number(of: "bo", else: "8")]
        #expect(given == ["7", "7", "8"] && roster.numbers == ["ada": "7", "bo": "8"])
        #expect(roster.isEmpty, "numbers alone are nobody")
        roster.forget("ada")
        #expect(roster.numbers == ["bo": "8"])
        roster.forget("bo")
        #expect(roster.numbers == nil)
        let anew = roster.number(of: "ada", else: "9")
        #expect(anew == "9")
    }

    @Test func `may grade, in the order of their names, each once`() {
        var roster = Roster()
        for name in ["bo", "ada", "bo"] { roster.setGrader(name, true) }
        #expect(roster.graders == ["ada", "bo"])
        roster.setGrader("cy", false)
        #expect(roster.graders == ["ada", "bo"])
        roster.setGrader("ada", false)
        #expect(roster.graders == ["bo"])
        roster.setGrader("bo", false)
        #expect(roster.graders == nil)
    }

    @Test func `have extra time until it is taken away`() {
        var roster = Self.roster()
        roster.accommodate("ada", with: Accommodation(.percent(50), reason: "reading"))
        roster.accommodate("nobody", with: Accommodation(.minutes(30), reason: nil))
        #expect(roster.candidate("ada")?.accommodation == Accommodation(.percent(50), reason: "reading"))
        #expect(roster.candidates.compactMap(\.accommodation).count == 1)
        roster.accommodate("ada", with: Accommodation(.minutes(30), reason: nil))
        #expect(roster.candidate("ada")?.accommodation?.extraTime == .minutes(30))
        roster.accommodate("ada", with: nil)
        #expect(roster.candidate("ada")?.accommodation == nil)
    }

    @Test func `may sit one exam more often, and no other`() {
        var roster = Self.roster()
        func policy(_ blueprint: String, _ attempts: Int) -> RetakePolicy {
            RetakePolicy(pack: "p", blueprint: blueprint, attempts: attempts, waitingHours: 0)
        }
        roster.grant(policy("quiz", 3), of: "quiz", in: "p", to: "ada")
        roster.grant(policy("final", 2), of: "final", in: "p", to: "ada")
        roster.grant(policy("quiz", 5), of: "quiz", in: "p", to: "ada")
        #expect(roster.candidate("ada")?.retakes == [policy("final", 2), policy("quiz", 5)])
        roster.grant(nil, of: "quiz", in: "another", to: "ada")
        #expect(roster.candidate("ada")?.retakes?.count == 2)
        roster.grant(nil, of: "final", in: "p", to: "ada")
        roster.grant(nil, of: "quiz", in: "p", to: "ada")
        #expect(roster.candidate("ada")?.retakes == nil && roster == Self.roster())
        roster.grant(policy("quiz", 1), of: "quiz", in: "p", to: "nobody")
        #expect(roster == Self.roster())
    }

    /// A part of a second is a second, so that nobody has less than was granted.
    @Test(
        arguments: [
            (.percent(50), 3_600, 1_800), (.percent(33), 100, 33), (.percent(33), 101, 34), (.percent(1), 1, 1),
            (.percent(1), 0, 0), (.percent(300), 10, 30), (.minutes(1), 7, 60), (.minutes(600), 0, 36_000),
        ] as [(ExtraTime, Int, Int)])
    func `have so many seconds more`(time: ExtraTime, seconds: Int, more: Int) {
        #expect(time.seconds(beyond: seconds) == more)
    }

    // MARK: What is assigned

    private static let pack = Pack.empty
    private static let quiz = Blueprint(
        id: "quiz", title: "Quiz", summary: "", sections: [], minutes: 20, attempts: 1, waitingHours: 0,
        passMark: .init(percent: 80, justification: "agreed"), navigation: .free, results: .atOnce)

    private static func assignment(
        _ target: Assignment.Target, _ opens: Int64? = nil, _ closes: Int64? = nil, of blueprint: String = "quiz",
        stops: Bool = false
    ) -> Assignment {
        Assignment(
            pack: "p", blueprint: blueprint, to: target, opens: opens.map(at), closes: closes.map(at),
            stopsAtClose: stops)
    }

    @Test func `are assigned an exam once, and exams in their order`() {
        var roster = Self.roster()
        roster.assign(Self.assignment(.group("night"), 1, 2))
        roster.assign(Self.assignment(.candidate("cy"), of: "final"))
        roster.assign(Self.assignment(.candidate("cy")))
        roster.assign(Self.assignment(.group("night"), 3, 4))
        #expect(
            roster.assignments.map { "\($0.blueprint) \($0.to.text)" } == [
                "final candidate:cy", "quiz candidate:cy", "quiz group:night",
            ])
        #expect(roster.assignments.last?.opens == at(3))
        let taken = [("p", "day"), ("q", "night"), ("p", "night"), ("p", "night")].map { pack, group in
            roster.unassign(pack: pack, blueprint: "quiz", from: .group(group))
        }
        #expect(taken == [false, false, true, false])
        roster.remove(candidate: "cy")
        #expect(roster.assignments.isEmpty && roster.group("day")?.members == [])
    }

    @Test(
        arguments: [
            (nil, nil, 0, true), (10, nil, 9, false), (10, nil, 10, true), (nil, 10, 10, true), (nil, 10, 11, false),
            (10, 10, 10, true), (11, 10, 10, false), (11, 10, 11, false),
        ] as [(Int64?, Int64?, Int64, Bool)])
    func `may begin within the window, both ends included`(opens: Int64?, closes: Int64?, moment: Int64, isOpen: Bool) {
        #expect(Self.assignment(.group("g"), opens, closes).isOpen(at: at(moment)) == isOpen)
    }

    @Test(
        arguments: [
            (true, 1_000, 400, 500, 500), (true, 1_000, 900, 500, 100), (true, 1_000, 1_000, 500, 0),
            (true, 1_000, 1_200, 500, 0), (true, nil, 1_200, 500, 500), (false, 1_000, 900, 500, 500),
        ] as [(Bool, Int64?, Int64, Int64, Int64)])
    func `have their full time unless the close stops them`(
        stops: Bool, closes: Int64?, begins: Int64, full: Int64, time: Int64
    ) {
        let assignment = Self.assignment(.group("g"), nil, closes, stops: stops)
        #expect(assignment.time(of: full, from: at(begins)) == time)
    }

    /// Of several groups' windows that are open, the one counts that closes last.
    @Test(
        arguments: [
            ([(0, 100), (0, 200)], 200), ([(0, 200), (0, 100)], 200), ([(0, nil), (0, 100)], nil),
            ([(0, 100), (0, nil)], nil),
            ([(0, 49), (0, 60)], 60),
        ] as [([(Int64, Int64?)], Int64?)])
    func `are admitted by the window that closes last`(windows: [(opens: Int64, closes: Int64?)], closes: Int64?) {
        let groups = ["day", "night"]
        var roster = RosterUpdate(
            of: Roster(),
            with: groups.enumerated().map { Self.candidate("ada", "Ada", in: $0.element, at: $0.offset + 2) }
        ).roster
        for (group, window) in zip(groups, windows) {
            roster.assign(
                Assignment(
                    pack: Self.pack.id.text, blueprint: "quiz", to: .group(group), opens: at(window.opens),
                    closes: window.closes.map(at), stopsAtClose: false))
        }
        guard case .open(let best) = roster.admission(of: "ada", to: Self.quiz, in: Self.pack, at: at(50)) else {
            return #expect(Bool(false), "not admitted")
        }
        #expect(best.closes == closes.map(at))
        #expect(roster.assigned(to: Self.quiz, in: Self.pack).map(\.id) == ["ada"])
    }

    @Test(
        arguments: [
            (.atOnce, 0, .shown), (.atOnce, 150, .shown), (.never, 300, .never),
            (.afterWindow, 150, .held(until: at(200))),
            (.afterWindow, 200, .held(until: at(200))), (.afterWindow, 201, .shown),
        ] as [(Blueprint.Results, Int64, Release)])
    func `are shown results when the blueprint says`(results: Blueprint.Results, moment: Int64, release: Release) {
        var blueprint = Self.quiz
        blueprint.results = results
        var roster = Self.roster()
        roster.assign(
            Assignment(
                pack: Self.pack.id.text, blueprint: "quiz", to: .candidate("ada"), opens: at(100), closes: at(200),
                stopsAtClose: false))
        #expect(roster.release(of: blueprint, in: Self.pack, to: "ada", at: at(moment)) == release)
        // Nobody waits for the window of another.
        let others = roster.release(of: blueprint, in: Self.pack, to: "bo", at: at(moment))
        #expect(others == (results == .never ? .never : .shown))
    }

    @Test(arguments: [
        ("group:night-shift", Assignment.Target.group("night-shift")), ("candidate:ada", .candidate("ada")),
        ("group:", .group("")), ("candidate:group:x", .candidate("group:x")),
    ])
    func `are named as a group or a candidate`(text: String, target: Assignment.Target) throws {
        #expect(Assignment.Target(text: text) == target && target.text == text)
        let data = try JSONEncoder().encode([target])
        #expect(try JSONDecoder().decode([Assignment.Target].self, from: data) == [target])
    }

    @Test(arguments: ["ada", "", "Group:x", "groups:x", "candidates:x"]) func `are named in no other way`(text: String)
    {
        #expect(Assignment.Target(text: text) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Assignment.Target].self, from: Data("[\"\(text)\"]".utf8))
        }
    }

    @Test func `are kept and read as they were`() throws {
        var roster = Self.roster()
        roster.accommodate("ada", with: Accommodation(.percent(25), reason: nil))
        roster.assign(Self.assignment(.group("night"), 1, 2, stops: true))
        roster.setGrader("bo", true)
        _ = roster.number(of: "ada", else: "1")
        let data = try JSONEncoder().encode(roster)
        #expect(try JSONDecoder().decode(Roster.self, from: data) == roster)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([ExtraTime].self, from: Data("[\"half\"]".utf8))
        }
    }

    // MARK: What rows do

    @Test func `are no candidates where all their roles are others`() {
        func role(_ user: String, _ role: String, at place: Int) -> RosterRow {
            RosterRow(.role(user: user, role), isGone: false, at: row(place))
        }
        let update = RosterUpdate(
            of: Self.roster(),
            with: [
                role("ada", "teacher", at: 2), role("ada", "student", at: 3), role("bo", "teacher", at: 4),
                role("cy", "student", at: 5), role("dee", "teacher", at: 6),
            ])
        #expect(update.roster.candidates.map(\.id) == ["ada", "al", "cy"])
        #expect(update.leftOut.map { "\($0.name), \($0.role)" } == ["Bo, teacher"])
        #expect(update.changes.leftOut == update.leftOut)
        #expect(
            update.problems.map(\.description) == [
                "team.csv:6: column userSourcedId: no user has the sourcedId dee; add the user to users.csv"
            ])
    }

    @Test func `join the organisations that are known`() {
        let update = RosterUpdate(
            of: Self.roster(),
            with: [
                RosterRow(.organizations(user: "al", ids: ["day", "nowhere"]), isGone: false, at: row(2)),
                RosterRow(.organizations(user: "nobody", ids: ["day"]), isGone: false, at: row(3)),
                RosterRow(.organizations(user: "ada", ids: ["day"]), isGone: true, at: row(4)),
            ])
        #expect(update.problems.isEmpty && update.roster.group("day")?.members == ["al", "cy"])
        #expect(update.changes.candidates.changed == ["al"])
    }

    @Test func `leave exams open to all where the last to whom they were assigned is gone`() {
        var roster = Self.roster()
        roster.assign(Self.assignment(.group("day")))
        roster.assign(Self.assignment(.candidate("ada"), of: "final"))
        roster.assign(Self.assignment(.group("night"), of: "final"))
        var gone = RosterRow.Candidate(id: "ada")
        gone.name = "Ada L"
        let update = RosterUpdate(
            of: roster,
            with: [
                RosterRow(.group(id: "day", title: "Day"), isGone: true, at: row(2)),
                RosterRow(.candidate(gone), isGone: true, at: row(3)),
            ])
        #expect(update.changes.opened == ["quiz of p"])
        #expect(update.changes.groups.gone == ["day"] && update.changes.candidates.gone == ["ada"])
        #expect(update.changes.candidates.changed == ["cy"], "who is in one group less has changed")
        #expect(update.roster.assignments.map(\.to) == [.group("night")])
    }

    @Test func `are told what is wrong with a whole row`() {
        let problem = RosterProblem("it is empty", at: row(7), mend: "take it out")
        #expect(problem.description == "team.csv:7: it is empty; take it out")
    }
}
