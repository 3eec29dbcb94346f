import Content
import Foundation
import Quiz
import SampleExams
import Scoring
import Testing

@testable import Examining

/// Who may begin when, and see results when: what roster and blueprint say together.
@Suite struct `Admission to an exam` {
    /// An assignment to somebody, by minutes.
    private struct Due: Sendable {
        let to: Assignment.Target
        var opens: Int64?
        var closes: Int64?
        var exam = "final"
    }

    private static let ada = Assignment.Target.candidate("ada")
    private static let night = Assignment.Target.group("night")

    private static func moment(_ minute: Int64) -> Moment { SampleExams.morning.adding(milliseconds: minute * 60_000) }

    /// Ada and Bob are in the night group, Ada is in the day group, too.
    private func roster(_ due: [Due]) -> Roster {
        var roster = Roster()
        let rows = [("ada", "night"), ("ada", "day"), ("bob", "night"), ("cy", nil)].enumerated().map { place, one in
            var row = RosterRow.Candidate(id: one.0)
            row.groups = .here(one.1)
            return RosterRow(.candidate(row), isGone: false, at: RosterPosition(file: "t", row: place + 2))
        }
        roster = RosterUpdate(of: roster, with: rows).roster
        for one in due {
            roster.assign(
                Assignment(
                    pack: "lesson", blueprint: one.exam, to: one.to, opens: one.opens.map(Self.moment),
                    closes: one.closes.map(Self.moment), stopsAtClose: false))
        }
        return roster
    }

    private func words(_ admission: Admission) -> String {
        func minute(_ moment: Moment) -> Int64 { moment.milliseconds(since: SampleExams.morning) / 60_000 }
        return switch admission {
        case .free: "free"
        case .open(let assignment): "open as \(assignment.to.text)"
        case .early(let opens): "early until \(minute(opens))"
        case .late(let closed): "late since \(minute(closed))"
        case .notAssigned: "not assigned"
        }
    }

    @Test(
        arguments: [
            ([], "ada", 0, "free"), ([Due(to: night, exam: "drill")], "ada", 0, "free"),
            ([Due(to: ada)], "ada", 0, "open as candidate:ada"), ([Due(to: ada)], "bob", 0, "not assigned"),
            ([Due(to: ada)], "nobody", 0, "not assigned"), ([Due(to: night)], "bob", 0, "open as group:night"),
            ([Due(to: night)], "cy", 0, "not assigned"),
            // Both ends of a window lie in it.
            ([Due(to: ada, opens: 5, closes: 9)], "ada", 4, "early until 5"),
            ([Due(to: ada, opens: 5, closes: 9)], "ada", 5, "open as candidate:ada"),
            ([Due(to: ada, opens: 5, closes: 9)], "ada", 9, "open as candidate:ada"),
            ([Due(to: ada, opens: 5, closes: 9)], "ada", 10, "late since 9"),
            // One's own goes before a group's, whenever it is.
            ([Due(to: night), Due(to: ada, opens: 5)], "ada", 0, "early until 5"),
            ([Due(to: night), Due(to: ada, opens: 5)], "bob", 0, "open as group:night"),
            ([Due(to: night, closes: 9), Due(to: ada, closes: 3)], "ada", 4, "late since 3"),
            // Of several windows the one that is open, and of those the one that closes last.
            ([Due(to: night, closes: 3), Due(to: .group("day"), closes: 9)], "ada", 2, "open as group:day"),
            ([Due(to: night, closes: 3), Due(to: .group("day"), closes: 9)], "ada", 4, "open as group:day"),
            ([Due(to: night), Due(to: .group("day"), closes: 9)], "ada", 2, "open as group:night"),
            // Between two windows the next one counts, after all of them the last.
            ([Due(to: night, closes: 3), Due(to: .group("day"), opens: 7, closes: 9)], "ada", 5, "early until 7"),
            ([Due(to: night, opens: 20), Due(to: .group("day"), opens: 7)], "ada", 5, "early until 7"),
            ([Due(to: night, closes: 3), Due(to: .group("day"), closes: 9)], "ada", 10, "late since 9"),
            ([Due(to: .group("gone"))], "ada", 0, "not assigned"),
        ] as [([Due], String, Int64, String)])
    private func `is by what is assigned, and when`(due: [Due], candidate: String, minute: Int64, says: String) throws {
        let lesson = try LessonPack.usual.get()
        let admission = roster(due).admission(of: candidate, to: lesson.final, in: lesson.pack, at: Self.moment(minute))
        #expect(words(admission) == says)
    }

    @Test(
        arguments: [
            ("at-once", [Due(to: ada, closes: 9)], 0, "shown"), ("never", [], 99, "never"),
            ("after-window", [], 0, "shown"), ("after-window", [Due(to: ada)], 0, "shown"),
            ("after-window", [Due(to: ada, closes: 9)], 0, "held until 9"),
            ("after-window", [Due(to: ada, closes: 9)], 9, "held until 9"),
            ("after-window", [Due(to: ada, closes: 9)], 10, "shown"),
            ("after-window", [Due(to: night, closes: 3), Due(to: .group("day"), closes: 9)], 5, "held until 9"),
            ("after-window", [Due(to: night, closes: 30), Due(to: ada, closes: 9)], 10, "shown"),
        ] as [(String, [Due], Int64, String)])
    private func `lets results be seen when the exam says`(results: String, due: [Due], minute: Int64, says: String)
        throws
    {
        let lesson = try LessonPack.usual.get()
        var blueprint = lesson.final
        blueprint.results = try #require(Blueprint.Results(rawValue: results))
        let release = roster(due).release(of: blueprint, in: lesson.pack, to: "ada", at: Self.moment(minute))
        let told =
            switch release {
            case .shown: "shown"
            case .never: "never"
            case .held(let until): "held until \(until.milliseconds(since: SampleExams.morning) / 60_000)"
            }
        #expect(told == says)
    }

    @Test func `is taken away with whom it was for, and given anew in place of what was`() {
        var roster = roster([Due(to: Self.ada), Due(to: Self.night), Due(to: Self.night, exam: "drill")])
        roster.assign(
            Assignment(
                pack: "lesson", blueprint: "final", to: Self.night, opens: nil, closes: Self.moment(1),
                stopsAtClose: true))
        #expect(roster.assignments.count == 3)
        #expect(roster.assignments.contains { $0.to == Self.night && $0.stopsAtClose })
        let isDone = ["other", "lesson", "lesson"].map {
            roster.unassign(pack: $0, blueprint: "final", from: Self.night)
        }
        #expect(isDone == [false, true, false])
        roster.remove(group: "night")
        #expect(roster.assignments.map(\.to) == [Self.ada])
        roster.remove(candidate: "ada")
        #expect(roster.assignments.isEmpty && roster.groups.allSatisfy { !$0.members.contains("ada") })
    }

    /// A part of a second more than what is left is no second.
    @Test(
        arguments: [
            (false, 0, 30 * 60_000), (true, 0, 10 * 60_000), (true, 9 * 60_000 + 59_001, 999), (true, 10 * 60_000, 0),
            (true, 11 * 60_000, 0), (true, -25 * 60_000, 30 * 60_000),
        ] as [(Bool, Int64, Int64)]) func `gives the time that is left of a window where it ends with it`(
            stops: Bool, begun: Int64, left: Int64
        )
    {
        let assignment = Assignment(
            pack: "lesson", blueprint: "final", to: Self.ada, opens: nil, closes: Self.moment(10), stopsAtClose: stops)
        #expect(assignment.time(of: 30 * 60_000, from: SampleExams.morning.adding(milliseconds: begun)) == left)
    }

    @Test(arguments: ["group:night", "candidate:ada", "group:", "candidate:a:b"]) func `is to whom the words say`(
        text: String
    ) {
        #expect(Assignment.Target(text: text)?.text == text)
        #expect(Assignment.Target(text: "x" + text) == nil && Assignment.Target(text: text.uppercased()) == nil)
    }
}

@Suite struct `Another attempt` {
    private func reading(_ minutes: Int64, boot: String = "b", up: Int64? = nil) -> ClockReading {
        ClockReading(wall: minutes * 60_000, up: (up ?? minutes) * 60_000, boot: boot)
    }

    private func next(_ earlier: [ClockReading?], at moment: ClockReading, attempts: Int = 3, hours: Int = 2) throws
        -> NextAttempt
    {
        var blueprint = try LessonPack.usual.get().final
        (blueprint.attempts, blueprint.waitingHours) = (attempts, hours)
        return blueprint.nextAttempt(after: earlier, at: moment)
    }

    @Test func `may begin as often as was given, and so long after the last`() throws {
        #expect(try next([], at: reading(0)) == .open(number: 1))
        #expect(try next([reading(0)], at: reading(119)) == .waiting(milliseconds: 60_000))
        #expect(try next([reading(0)], at: reading(120)) == .open(number: 2))
        #expect(try next([reading(0), reading(100)], at: reading(130)) == .waiting(milliseconds: 90 * 60_000))
        #expect(
            try next([reading(100), reading(0)], at: reading(130)) == .waiting(milliseconds: 90 * 60_000),
            "whichever ended last")
        #expect(try next([nil, nil], at: reading(0)) == .open(number: 3), "what has no end keeps nobody waiting")
        #expect(try next([reading(0), reading(0), reading(0)], at: reading(9_999)) == .usedUp)
        #expect(try next([], at: reading(0), attempts: 0) == .usedUp)
        #expect(try next([reading(0)], at: reading(0), hours: 0) == .open(number: 2))
    }

    /// Whoever sets the clock on the wall gains nothing while the machine runs on.
    @Test func `comes no sooner by a clock that is set`() throws {
        #expect(try next([reading(0)], at: reading(9_000, up: 30)) == .waiting(milliseconds: 90 * 60_000))
        #expect(
            try next([reading(600, up: 0)], at: reading(30, up: 30)) == .waiting(milliseconds: (120 + 570) * 60_000))
        #expect(
            try next([reading(0)], at: reading(130, boot: "other", up: 1)) == .open(number: 2),
            "started anew: the wall's counts")
    }
}

@Suite struct `A scale of abilities` {
    private let rising = (0...32).map { Int((1 / (1 + exp(-(-4 + Double($0) / 4))) * 1_000_000).rounded()) }

    @Test func `tells shares that rise with ability, and abilities by their shares`() {
        let scale = AbilityScale(shares: rising)
        let abilities = stride(from: -6.0, through: 6, by: 0.1).map { $0 }
        let shares = abilities.map { scale.share(of: $0) }
        #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(shares.first == rising.first && shares.last == rising.last, "beyond the ends that of the ends")
        for (place, ability) in stride(from: -4.0, through: 4, by: 0.25).enumerated() {
            #expect(scale.share(of: ability) == rising[place])
            #expect(abs(scale.ability(ofShare: Double(rising[place]) / 1_000_000) - Int(ability * 1_000)) <= 1)
        }
        for ability in stride(from: -3.9, through: 3.9, by: 0.13) {
            let share = Double(scale.share(of: ability)) / 1_000_000
            #expect(abs(Double(scale.ability(ofShare: share)) / 1_000 - ability) < 0.01)
        }
        #expect(
            scale.ability(ofShare: 0) == -4_000 && scale.ability(ofShare: 1) == 4_000
                && scale.ability(ofShare: -1) == -4_000)
    }

    @Test func `that is flat has an ability for every share all the same`() {
        for flat in [0, 500_000, 1_000_000] {
            let scale = AbilityScale(shares: Array(repeating: flat, count: 33))
            for share in [0, 0.25, 0.5, 0.75, 1] { #expect((-4_000...4_000).contains(scale.ability(ofShare: share))) }
            for ability in [-99.0, 0, 99] { #expect(scale.share(of: ability) == flat) }
        }
    }

    @Test(arguments: [
        (0.5, 0.0), (0.2, -1.386294), (0.8, 1.386294), (0.95, 2.944439), (0.99, 2.944439), (0, -2.944439),
        (1, 2.944439),
    ])
    func `takes the share that misses an item for its difficulty, within bounds`(share: Double, logit: Double) {
        #expect(abs(AbilityScale.logit(ofMissing: share) - logit) < 1e-5)
    }
}
