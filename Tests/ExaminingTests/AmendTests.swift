import Audit
import Machine
import Quiz
import SampleExams
import Scoring
import Stores
import Testing

@testable import Examining

@Suite struct `What is added to an attempt` {
    private let room: ExamRoom
    private let sealed: StoredAttempt

    init() throws {
        room = try ExamRoom()
        sealed = try room.sit(
            answers: [
                "half-an-hour-more": "99601 x1", "four-hours": "99601 x1, 99602 x1", "midpoint-rule": "midpoint rule",
                "add-on-code": "supplementary code",
            ])
    }

    private func credit(_ points: Int, for item: String) throws -> Amended {
        try room.exams.credit(
            points, for: sealed.number(of: item), of: sealed.name, by: "Cy", because: "The chart was blurred.")
    }

    private func undo(_ number: Int) throws -> Amended {
        try room.exams.undo(number, of: sealed.name, by: "Cy", because: "By mistake.")
    }

    @Test func `gives and takes points, and takes that back`() throws {
        let before = try room.lines(.attempt(sealed.name))
        let given = try credit(500_000, for: "in-the-office")
        #expect(given.before.result == sealed.result && given.after.addenda.count == 1)
        #expect(points(given.after) == points(sealed) + 500_000)
        #expect(points(try credit(-1_000_000, for: "midpoint-rule").after) == points(sealed) - 500_000)
        let back = try undo(2).after
        #expect(points(back) == points(sealed) + 500_000 && back.addenda.areInForce == [true, false, true])
        #expect(back.result(after: 2).map(\.fractions) == points(of: back, after: 2))
        let kept = try room.stored(sealed.name)
        #expect(kept.addenda == back.addenda && kept.sealed == sealed.sealed)
        #expect(kept.addenda[0].by == "Cy" && kept.addenda[0].at == room.time.now)
        #expect(try room.lines(.attempt(sealed.name)) == before, "nothing is overwritten")
        let register = (try room.exams.ledger(.register) as Ledger<RegisterEntry>).statements
        #expect(
            register.dropFirst().map(\.event) == [.handedIn, .closed, .amended, .amended, .amended]
                && register.last?.count == 3)
        #expect(register[0].sitting?.number == 1)
        #expect(try room.exams.audit(sealed.name).problems == [])
    }

    private func points(_ attempt: StoredAttempt) -> Int { (attempt.result?.fractions ?? []).reduce(0, +) }

    private func points(of attempt: StoredAttempt, after count: Int) -> [Int]? {
        attempt.sealed.map { Array(attempt.addenda.prefix(count)).fractions(from: $0.fractions) }
    }

    @Test func `is refused where it would change nothing, or there is no such thing`() throws {
        let exams = room.exams
        expect(.invalid, "has all its points already") { _ = try credit(1, for: "midpoint-rule") }
        expect(.invalid, "has no points already") { _ = try credit(-1, for: "in-the-office") }
        for item in [0, 6] {
            expect(.notFound, "there is no item \(item); they run from 1 to 5") {
                _ = try exams.credit(1, for: item, of: sealed.name, by: "Cy", because: "So it is.")
            }
        }
        expect(.notFound, "\(sealed.name) has no addendum 1; exam verify shows") { _ = try undo(1) }
        _ = try credit(500_000, for: "in-the-office")
        _ = try undo(1)
        expect(.invalid, "addendum 1 was taken back before") { _ = try undo(1) }
        expect(.notFound, "has no addendum 0") { _ = try undo(0) }
        expect(.notFound, "no attempt nobody in memory; preceptor exam report --json names them") {
            _ = try exams.undo(1, of: "nobody", by: "Cy", because: "So it is.")
        }
        let near = sealed.name.dropLast() + "2"
        expect(.notFound, "did you mean \(sealed.name)?") {
            _ = try exams.undo(1, of: String(near), by: "Cy", because: "So it is.")
        }
        let open = try room.begin(nil, "bo")
        expect(.invalid, "memory/\(open.name).log is not closed yet") {
            _ = try exams.undo(1, of: "some/folder/\(open.name).log", by: "Cy", because: "So it is.")
        }
        var lines = try room.lines(.attempt(sealed.name))
        lines.removeLast()
        room.replace(.attempt(sealed.name), by: lines)
        expect(.checkFailed, "nothing is added to memory/\(sealed.name).log: seal: ") { _ = try undo(2) }
    }

    /// Addenda as deeds, which of them are in force, and the fractions in force of two items sealed at 0 and 1.
    @Test(
        arguments: [
            ([], [], [0, 1_000_000]), ([.credit(item: 1, points: 500_000)], [true], [500_000, 1_000_000]),
            ([.credit(item: 2, points: 500_000)], [true], [0, 1_000_000]),
            ([.credit(item: 2, points: -2_000_000)], [true], [0, 0]),
            ([.credit(item: 1, points: 1), .undo(1)], [false, true], [0, 1_000_000]),
            ([.credit(item: 1, points: 1), .undo(1), .undo(2)], [true, false, true], [1, 1_000_000]),
            ([scored([5, 6])], [true], [5, 6]),
            ([.credit(item: 1, points: 10), scored([5, 6])], [true, true], [15, 6]),
            ([scored([5, 6]), scored([7, 8])], [true, true], [7, 8]),
            ([scored([5, 6]), scored([7, 8]), .undo(2)], [true, false, true], [5, 6]),
            ([.credit(item: 9, points: 1)], [true], [0, 1_000_000]),
        ] as [([Addendum.Deed], [Bool], [Int])])
    func `counts as long as nothing undoes it`(deeds: [Addendum.Deed], inForce: [Bool], fractions: [Int]) {
        let addenda = deeds.map { Addendum($0, at: ExamRoom.morning, by: "Cy", because: "So it is.") }
        #expect(addenda.areInForce == inForce && addenda.fractions(from: [0, 1_000_000]) == fractions)
    }

    @Test(
        arguments: [
            (.credit(item: 0, points: 1), false), (.credit(item: 2, points: 1), true),
            (.credit(item: 3, points: 1), false), (.undo(1), false), (.undo(0), false), (scored([1]), false),
            (scored([1, 2]), true),
        ] as [(Addendum.Deed, Bool)])
    func `follows from what was before, or is a fault`(deed: Addendum.Deed, isSound: Bool) {
        let problems = [Addendum(deed, at: ExamRoom.morning, by: "Cy", because: "So.")].problems(items: 2)
        #expect(problems == (isSound ? [] : ["addendum 1 does not follow from what was before it"]))
    }

    // MARK: Scoring anew

    /// A new revision: an answer that is taken now, a fact put right, a visit told otherwise, and one that is gone.
    private func revised() throws -> LessonPack {
        try LessonPack(
            [
                ("terms.yaml", "accept: []", "accept: [supplementary code]"),
                ("scenarios.yaml", "\"08:00\"", "\"09:00\""), ("scenarios.yaml", "99602 x2", "99602 x1"),
                ("scenarios.yaml", "infuses a drug at the", "gives a drug at the"),
                ("scenarios.yaml", "id: in-the-office", "id: in-an-office"),
            ], revision: "second")
    }

    private func regrade(_ lesson: LessonPack, isKept: Bool = true) throws -> Regrading {
        try room.exams.regrade(
            room.exams.attempts(named: nil, of: lesson.pack, among: room.exams.attempts().attempts),
            under: lesson.revision, by: "Cy", because: "Two keys were wrong.", isKept: isKept)
    }

    @Test func `scores by the new revision what is asked in the same words`() throws {
        #expect(try regrade(room.lesson).amended.isEmpty, "it was scored under this revision")
        let lesson = try revised()
        let shown = try regrade(lesson, isKept: false)
        #expect(shown.amended.count == 1 && room.logs.read(.addenda(sealed.name)) == nil)
        let done = try regrade(lesson)
        let after = try #require(done.amended.first?.after)
        #expect(done.refused.isEmpty && after.addenda == shown.amended[0].after.addenda)
        let record = try #require(after.addenda.regrade)
        #expect(record.packRevision == "second" && record.packSHA256 == "second-sha256")
        for (item, rule, change) in [
            ("add-on-code", RegradeRule.rescored, 1_000_000), ("half-an-hour-more", .askedOtherwise, 0),
            ("in-the-office", .gone, 0),
        ] {
            let number = sealed.number(of: item)
            let told = try #require(record.items.first { $0.item == number }, "\(item)")
            #expect(told.rule == rule && told.after - told.before == change, "\(item)")
        }
        #expect(after.fraction == 0.8 && after.result?.isPassed == true && sealed.result?.isPassed == false)
        #expect(try room.stored(sealed.name).fraction == 0.8)
        #expect(try regrade(lesson).amended.isEmpty)
    }

    @Test func `enters every score of many, and later what it was ended before entering`() throws {
        let others = try (1...120).map { try room.sit(nil, "candidate \($0)").name }
        let lesson = try revised()
        #expect(try Set(regrade(lesson).amended.map(\.before.name)) == Set(others + [sealed.name]))
        func entered() throws -> Int {
            (try room.exams.ledger(.register) as Ledger<RegisterEntry>).statements.count { $0.event == .amended }
        }
        #expect(try entered() == 121)
        room.replace(.register, by: try room.lines(.register).dropLast(15))
        #expect(try entered() == 106)
        #expect(try regrade(lesson, isKept: false).amended.isEmpty && entered() == 106)
        #expect(try regrade(lesson).amended.isEmpty && entered() == 121)
        for name in others.suffix(3) { #expect(try room.exams.audit(name).problems == []) }
    }

    @Test(arguments: ["an answer", "what was handed out", "the signed end", "an addendum"])
    func `looks at a log anew that was touched since it was verified`(what: String) throws {
        let known = try room.exams.attempts().attempts
        var lines = try room.lines(.attempt(sealed.name))
        switch what {
        case "an answer": lines[3] = lines[3].replacing("99601", with: "99602")
        case "what was handed out": lines[0] = lines[0].replacing("lesson", with: "lessom")
        case "the signed end": lines[lines.count - 1] = lines[lines.count - 1].replacing("a", with: "b")
        default: room.logs.damage(.addenda(sealed.name), Array("{}\n".utf8))
        }
        room.replace(.attempt(sealed.name), by: lines)
        let done = try room.exams.regrade(
            known, under: revised().revision, by: "Cy", because: "Two keys were wrong.", isKept: true)
        #expect(done.amended.isEmpty && done.refused.map(\.attempt.name) == [sealed.name])
    }

    @Test func `keeps what was given by hand on top of a new score`() throws {
        _ = try credit(250_000, for: "in-the-office")
        let after = try #require(try regrade(revised()).amended.first?.after)
        #expect(after.result?.fractions[sealed.number(of: "in-the-office") - 1] == 250_000)
    }

    @Test func `leaves alone what is open or not sound`() throws {
        _ = try room.begin(nil, "bo")
        let cy = try room.sit(nil, "cy")
        var lines = try room.lines(.attempt(cy.name))
        lines.removeLast()
        room.replace(.attempt(cy.name), by: lines)
        let regrading = try regrade(revised())
        #expect(regrading.amended.map(\.before.name) == [sealed.name])
        #expect(regrading.refused.isEmpty, "without its signed end it is open")
        let known = try room.exams.attempts().attempts
        room.replace(.register, by: [try room.lines(.register)[0].replacing("closed", with: "amended")])
        let refused = try room.exams.regrade(
            known, under: try LessonPack(revision: "third").revision, by: "Cy", because: "So.", isKept: true)
        #expect(refused.amended.isEmpty && refused.refused.map(\.problem.check) == [.register])
    }

    @Test func `is added to what was looked at, and to nothing else`() throws {
        let known = try room.exams.attempts().attempts
        _ = try credit(500_000, for: "in-the-office")
        expect(.changed, "something else was added to \(sealed.name) just now; call again") {
            _ = try room.exams.regrade(
                known, under: revised().revision, by: "Cy", because: "Two keys were wrong.", isKept: true)
        }
        #expect(try room.stored(sealed.name).addenda.count == 1)
    }

    @Test func `is asked for by blueprint, by name, or for all`() throws {
        let drill = try room.sit(room.lesson.drill)
        let known = try room.exams.attempts().attempts
        func names(_ word: String?) throws -> [String] {
            try room.exams.attempts(named: word, of: room.lesson.pack, among: known).map(\.name)
        }
        #expect(try Set(names(nil)) == [sealed.name, drill.name])
        #expect(try names("drill") == [drill.name] && names("final") == [sealed.name])
        #expect(try names(sealed.name) == [sealed.name] && names("x/\(drill.name).log") == [drill.name])
        expect(.notFound, "no attempt nothing in memory") { _ = try names("nothing") }
        expect(.unreadable, "is no attempt of lesson, or damaged; exam verify tells") {
            _ = try room.exams.attempts(named: drill.name, of: room.lesson.pack, among: [sealed])
        }
    }
}

private func scored(_ fractions: [Int]) -> Addendum.Deed {
    .regrade(RegradeRecord(edition: "1", packRevision: "r", program: "0", fractions: fractions, items: []))
}
