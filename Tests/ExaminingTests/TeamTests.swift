import Machine
import Quiz
import SampleExams
import Scoring
import Stores
import Testing

@testable import Examining

@Suite struct `The roster of a team` {
    private let room: ExamRoom

    init() throws {
        room = try ExamRoom()
        try room.enrol([
            ("ada", "Ada Lovelace", "night"), ("bo", "Bo", "night"), ("cy", "Cy", "both"), ("both", "Both", nil),
            ("a1", "Ann", nil), ("a2", "Ann", nil),
        ])
    }

    /// A word, and the group or candidate that it means.
    @Test(
        arguments: [
            ("ada", .candidate("ada")), ("Ada Lovelace", .candidate("ada")), ("night", .group("night")),
            ("group:both", .group("both")), ("candidate:both", .candidate("both")), ("candidate:Ann", nil),
            ("a1", .candidate("a1")),
        ] as [(String, Assignment.Target?)])
    func `is asked by words`(word: String, target: Assignment.Target?) throws {
        if let target {
            #expect(try room.roster.read().target(named: word) == target)
        } else {
            expect(.invalid, "Ann is the name of several candidates; say which: a1, a2") {
                _ = try room.roster.read().target(named: word)
            }
        }
    }

    @Test(
        arguments: [
            ("both", .invalid, "both is a group and a candidate; write group:both or candidate:both"),
            ("nigt", .notFound, "no group or candidate nigt is on the roster; did you mean night?"),
            ("zz", .notFound, "exam roster show lists who is"),
            ("group:ada", .notFound, "no group or candidate group:ada"),
        ] as [(String, ExamError.Kind, String)])
    func `says what a word could mean`(word: String, kind: ExamError.Kind, said: String) {
        expect(kind, said) { _ = try room.roster.read().target(named: word) }
        expect(kind, said) { try room.assign(room.lesson.final, to: word) }
        #expect(room.roster.read().assignments == [])
    }

    @Test func `knows its groups and candidates, and whose name is near`() throws {
        let roster = room.roster.read()
        #expect(try roster.knownGroup(named: "night").members == ["ada", "bo"])
        expect(.notFound, "no group nihgt is on the roster; did you mean night?") {
            _ = try roster.knownGroup(named: "nihgt")
        }
        expect(.notFound, "no group zz is on the roster; exam roster show lists them") {
            _ = try roster.knownGroup(named: "zz")
        }
        #expect(try Examinee("Ada Lovelace", on: roster).id == "ada")
        #expect(try Examinee("Zoe", on: roster).name == "Zoe")
        expect(.invalid, "say which: a1, a2") { _ = try Examinee("Ann", on: roster) }
    }

    @Test func `gives extra time and takes it back`() throws {
        let time = try #require(ExtraTime("50%"))
        #expect(try room.exams.accommodate("Bo", with: Accommodation(time, reason: nil)).id == "bo")
        #expect(room.roster.read().candidate("bo")?.accommodation?.extraTime == time)
        _ = try room.exams.accommodate("bo", with: nil)
        #expect(room.roster.read().candidate("bo")?.accommodation == nil)
        expect(.notFound, "no candidate Boo is on the roster") { _ = try room.exams.accommodate("Boo", with: nil) }
    }

    @Test func `assigns an exam to several, and takes it back, all or nothing`() throws {
        let (final, pack) = (room.lesson.final, room.lesson.pack)
        let window = ExamWindow(opens: ExamRoom.morning)
        let done = try room.exams.assign(final, of: pack, to: ["night", "cy"], window, isTakenBack: false)
        #expect(done.done.map(\.name) == ["night", "Cy"] && done.done[0].assignment.opens == ExamRoom.morning)
        #expect(!done.isOpenToAll && room.roster.read().assigned(to: final, in: pack).map(\.id) == ["ada", "bo", "cy"])
        expect(.notFound, "final is not assigned to ada") {
            _ = try room.exams.assign(final, of: pack, to: ["cy", "ada"], ExamWindow(), isTakenBack: true)
        }
        #expect(room.roster.read().assignments.count == 2, "nothing was taken back")
        let back = try room.exams.assign(final, of: pack, to: ["cy", "night"], ExamWindow(), isTakenBack: true)
        #expect(back.isOpenToAll && room.roster.read().assignments == [])
    }

    @Test func `takes people off, with what was assigned to them, all or nobody`() throws {
        try room.assign(room.lesson.final, to: "ada")
        expect(.notFound, "no group or candidate zz") { _ = try room.exams.remove(["ada", "zz"]) }
        #expect(room.roster.read().candidate("ada") != nil)
        let changes = try room.exams.remove(["ada", "night"])
        #expect(changes.candidates.gone == ["ada"] && changes.groups.gone == ["night"])
        #expect(changes.opened == ["final of lesson"] && room.roster.read().candidate("bo") != nil)
    }

    @Test func `takes in nothing where a row is wrong, and tells every one in the order of the files`() throws {
        let before = room.roster.read()
        func row(_ user: String, in file: String, _ number: Int) -> RosterRow {
            RosterRow(
                .membership(user: user, group: "night", isStudent: true), isGone: false,
                at: RosterPosition(file: file, row: number))
        }
        let problem = RosterProblem("it is not", at: RosterPosition(file: "c.csv", row: 1), mend: "say what it is")
        expect(
            .unreadable,
            """
            b.csv:2: column userSourcedId: no user has the sourcedId zzzz; add the user to users.csv
            a.csv:2: column userSourcedId: no user has the sourcedId yyyy; add the user to users.csv
            a.csv:3: column userSourcedId: no user has the sourcedId xxxx; add the user to users.csv
            c.csv:1: it is not; say what it is
            4 problems; nothing was imported
            """
        ) {
            _ = try room.exams.takeIn(
                [row("xxxx", in: "a.csv", 3), row("yyyy", in: "a.csv", 2), row("zzzz", in: "b.csv", 2)],
                of: ["b.csv", "a.csv", "c.csv"], problems: [problem], isReadable: true)
        }
        expect(.unreadable, "c.csv:1: it is not; say what it is\n1 problem; nothing was imported") {
            _ = try room.exams.takeIn(
                [row("xxxx", in: "a.csv", 3)], of: ["a.csv", "c.csv"], problems: [problem], isReadable: false)
        }
        #expect(room.roster.read() == before)
    }

    @Test(
        arguments: [
            ("2026-03-02T09:00Z", false, 0), ("2026-03-02T09:00+01:00", false, -60), ("2026-03-02T09:00", false, -120),
            ("2026-03-02", false, -11 * 60), ("2026-03-01", true, -11 * 60),
        ] as [(String, Bool, Int64)])
    func `reads moments by the clock of the place`(text: String, isEnd: Bool, minutes: Int64) throws {
        let moment = try #require(WrittenTime(text)?.moment(isEnd: isEnd, in: FixedZone(minutesAhead: 120)))
        #expect(moment == ExamRoom.morning.adding(milliseconds: minutes * 60_000 - (isEnd ? 1 : 0)))
    }
}
