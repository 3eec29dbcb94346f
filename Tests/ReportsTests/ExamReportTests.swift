import Audit
import Examining
import Foundation
import Machine
import Quiz
import Reports
import SampleExams
import Scoring
import Testing

/// A team of which Ada has all five items right, Bo three and Cy one, a minute each; Di has not sat it.
struct Team {
    static let bo = [
        "half-an-hour-more": "99601 x1", "four-hours": "99601 x1, 99602 x2", "midpoint-rule": "midpoint rule",
    ]

    let room: SampleExams

    init(ada: String = "Ada", title: String = "The lesson, final") throws {
        room = try SampleExams(title: title)
        try room.enrol([("ada", ada, "night"), ("bo", "=Bo, Jr", "night"), ("cy", "Cy", nil), ("di", "Di", "night")])
        try room.sit("ada")
        try room.sit("bo", Self.bo)
        try room.sit("cy", ["half-an-hour-more": "99601 x1"])
        _ = try room.exams.assign(room.blueprint, of: room.pack, to: ["night"], ExamWindow(), isTakenBack: false)
    }

    func stored(_ candidate: String) throws -> StoredAttempt {
        try #require(try room.exams.attempts().attempts.first { $0.form.candidate == candidate })
    }

    func head(_ candidate: String) throws -> String { try #require(try stored(candidate).head).hash }

    func report(group: String? = nil, isOnly: Bool = false) throws -> ExamReport {
        let roster = try room.exams.roster.read()
        return ExamReport(
            of: try room.exams.attempts().attempts, in: room.pack, roster: roster,
            group: try group.map { try roster.knownGroup(named: $0) }, only: isOnly ? room.blueprint : nil,
            at: room.time)
    }
}

@Suite struct `A report of a team` {
    private let team: Team

    init() throws { team = try Team() }

    @Test func `has each attempt, and who has none, in a row`() throws {
        let report = try team.report()
        #expect(report.parts.map(\.id) == ["final"] && report.parts[0].title == "The lesson, final")
        #expect(report.parts[0].passed == 2 && report.parts[0].closed.count == 3)
        #expect(
            ExamTable(report).rows(of: report.parts[0]) == [
                ["Ada", "final", "1", "passed", "100.0 %", "2026-03-02", ""],
                ["=Bo, Jr", "final", "1", "passed", "60.0 %", "2026-03-02", ""],
                ["Cy", "final", "1", "not passed", "20.0 %", "2026-03-02", ""],
                ["Di", "final", "", "not sat", "", "", ""],
            ])
    }

    @Test func `is a table that a spreadsheet reads and takes for no formula`() throws {
        let bo = try team.stored("bo")
        let item = bo.number(of: "in-the-office")
        _ = try team.room.exams.credit(500_000, for: item, of: bo.name, by: "Cy", because: "It was \"blurred\"")
        var second = try team.room.takeUp("bo")
        try second.begin(nil)
        try team.room.exams.void(try team.stored("cy").name, by: "Di", because: "Cheated")
        let told = "2026-03-02, 0.5 points given for item \(item): 60.0 % becomes 70.0 %."
        let text = """
            candidate,blueprint,attempt,state,answered,items,passed,percent,passMark,started,head,name,groups,extraTime,\
            seconds,sealedPercent,addenda,voided,low,high,ability,error,end
            ada,final,1,submitted,5,5,true,100.0,60,2026-03-02,\(try team.head("ada")),Ada,night,,1800,100.0,,,,,,,
            bo,final,1,submitted,3,5,true,70.0,60,2026-03-02,\(try team.head("bo")),"'=Bo, Jr",night,,1800,60.0,\
            "\(told) Reason: It was ""blurred"". By Cy.",,,,,,
            bo,final,2,open,0,5,,,60,2026-03-02,,"'=Bo, Jr",night,,1800,,,,,,,,
            cy,final,1,voided,1,5,,20.0,60,2026-03-02,\(try team.head("cy")),Cy,,,1800,20.0,,Cheated,,,,,
            di,final,,not-sat,,,,,,,,Di,night,,,,,,,,,,

            """
        #expect(ExamTable(try team.report()).csv == text.replacing("\n", with: "\r\n"))
    }

    /// Fractions 1, 0.6 and 0.2: their deviation is 0.4. The five items' variances come to 4/3 and the totals' is 4, so
    /// that alpha is 5/4 of 1 - 1/3 and the standard error the root of 4 times 1/6.
    @Test func `has the figures of the exam`() throws {
        let part = try team.report().parts[0]
        let told = Dictionary(uniqueKeysWithValues: part.figures.map { ($0.name, $0.value) })
        #expect(told["candidates"] == "3" && told["mean"] == "60.0 %" && told["standard deviation"] == "40.0 %")
        #expect(told["alpha"] == "0.83" && told["KR-20"] == "0.83" && told["standard error"] == "0.82")
    }

    /// Ada and Bo have `four-hours` right, with 4 and 2 of the other items, and Cy has not, with 1.
    @Test func `has the figures of each item, for programs`() throws {
        struct Read: Decodable {
            struct Attempt: Decodable { let candidate, state: String, passed: Bool, fraction: Double }
            struct Missing: Decodable, Equatable { let candidate, name, blueprint: String }
            struct Exam: Decodable {
                struct Item: Decodable {
                    let name: String, items, responses: Int, difficulty, discrimination, medianSeconds: Double?
                    let flags: [String]
                }
                let blueprint: String, candidates, passMark: Int, mean, alpha, kr20, standardError: Double
                let items, families: [Item], exposure: [String: Int]
            }
            let pack: String, group: String?, attempts: [Attempt], notSat: [Missing], statistics: [Exam]
        }
        let read = try JSONDecoder().decode(Read.self, from: Data(JSON(try team.report()).text.utf8))
        #expect(read.pack == "lesson" && read.group == nil && read.attempts.map(\.candidate) == ["ada", "bo", "cy"])
        #expect(read.attempts.map(\.passed) == [true, true, false] && read.attempts.map(\.fraction) == [1, 0.6, 0.2])
        #expect(read.notSat == [.init(candidate: "di", name: "Di", blueprint: "final")])
        let exam = try #require(read.statistics.first)
        #expect(exam.blueprint == "final" && exam.candidates == 3 && exam.passMark == 60)
        #expect(abs(exam.mean - 0.6) < 1e-12 && abs(exam.alpha - 5.0 / 6) < 1e-12)
        #expect(abs(exam.kr20 - 5.0 / 6) < 1e-12 && abs(exam.standardError - (4.0 / 6).squareRoot()) < 1e-12)
        let four = try #require(exam.items.first { $0.name == "scenario four-hours claim" })
        #expect(four.responses == 3 && four.items == 1 && four.medianSeconds == 60)
        #expect(abs((four.difficulty ?? 0) - 2.0 / 3) < 1e-12)
        #expect(abs((four.discrimination ?? 0) - 4 / 28.0.squareRoot()) < 1e-12)
        let easy = try #require(exam.families.first { $0.name == "scenario half-an-hour-more" })
        #expect(easy.difficulty == 1 && easy.discrimination == nil && easy.flags == ["few-responses"])
        #expect(
            exam.exposure == [
                "scenario four-hours": 3, "scenario half-an-hour-more": 3, "scenario in-the-office": 3,
                "term add-on-code": 3, "term midpoint-rule": 3,
            ])
    }

    /// Bo misses the visit in the office and one term, and Cy all but the first visit: both leave empty what they miss.
    @Test func `is counted by month, and by group`() throws {
        let report = try team.report()
        let part = report.parts[0]
        func words(_ tallies: [ExamTally]) -> [String] {
            tallies.map {
                "\($0.name ?? "-"): \($0.handedIn) \($0.passed) \(mark($0.mean ?? 0)) \($0.notSat)"
            }
        }
        #expect(words(report.byMonth(part)) == ["2026-03: 3 2 60.0 % 0"])
        #expect(words(report.byGroup(part)) == ["night: 2 2 80.0 % 1", "-: 1 0 20.0 % 0"])
        let text = JSON(report).text
        #expect(text.contains(#""months":[{"month":"2026-03","handedIn":3,"passed":2,"mean":0.6}]"#))
        #expect(text.contains(#"{"group":null,"handedIn":1,"passed":0,"mean":0.2,"notSat":0}"#))
    }

    @Test func `has a table for each of its parts`() throws {
        let report = try team.report()
        #expect(ExamSheet.results.cells(of: report) == ExamTable(report).cells)
        #expect(
            ExamSheet.months.cells(of: report) == [
                ["blueprint", "month", "handedIn", "passed", "percent"], ["final", "2026-03", "3", "2", "60.0"],
            ])
        #expect(
            ExamSheet.groups.cells(of: report).dropFirst() == [
                ["final", "night", "night", "2", "2", "80.0", "1"], ["final", "", "", "1", "0", "20.0", "0"],
            ])
        let four = try #require(ExamSheet.items.cells(of: report).first { $0[1] == "scenario four-hours claim" })
        #expect(four[2...3] == ["1", "3"] && four[10] == "60.0" && four[11] == "few-responses")
        #expect(abs((Double(four[4]) ?? 0) - 2.0 / 3) < 1e-12)
        #expect(ExamSheet.families.cells(of: report).count == 6)
        for sheet in ExamSheet.allCases {
            let cells = sheet.cells(of: report)
            #expect(cells.allSatisfy { $0.count == cells[0].count }, "\(sheet)")
        }
    }

    @Test func `tells which beliefs lead to the wrong answers`() throws {
        let room = try SampleExams()
        try room.enrol([("ada", "Ada", nil)])
        try room.sit("ada", ["half-an-hour-more": "99601 x1, 99602 x1", "four-hours": "99601 x1, 99602 x2"])
        let report = ExamReport(
            of: try room.exams.attempts().attempts, in: room.pack, roster: try room.exams.roster.read(), group: nil,
            only: nil, at: room.time)
        let tallies = report.beliefs(in: report.parts[0])
        #expect(tallies.first?.count == 1 && tallies.first?.families == ["scenario half-an-hour-more"])
        let rows = ExamSheet.beliefs.cells(of: report)
        #expect(
            rows.count == 2 && rows[1][1] == "scenario half-an-hour-more claim" && rows[1][3] == tallies.first?.words)
        #expect(ExamSheet.beliefs.csv(of: report).hasPrefix("blueprint,item,belief,words,count,share,discrimination"))
    }

    @Test func `is of some days alone, and misses nobody who sat it on others`() throws {
        let roster = try team.room.exams.roster.read()
        func parts(_ days: ClosedRange<Day>) throws -> [ExamReport.Part] {
            ExamReport(
                of: try team.room.exams.attempts().attempts, in: team.room.pack, roster: roster, group: nil, only: nil,
                on: days, at: team.room.time
            ).parts
        }
        let (before, day) = (try #require(Day("2026-03-01")), try #require(Day("2026-03-02")))
        let none = try parts(before...before)
        #expect(none.map(\.attempts.count) == [0] && none[0].notSat.map(\.id) == ["di"])
        let all = try parts(before...day)
        #expect(all[0].attempts.count == 3 && all[0].firsts.count == 3)
    }

    @Test func `is of one group alone`() throws {
        let report = try team.report(group: "night")
        #expect(report.attempts.map(\.form.candidate) == ["ada", "bo"] && report.parts[0].notSat.map(\.id) == ["di"])
        #expect(report.parts[0].statistics.mean == 0.8)
        #expect(JSON(report).text.hasPrefix(#"{"pack":"lesson","group":"night","attempts":[{"candidate":"ada","#))
    }

    @Test func `asks after all of a group where an exam is named, and else after those it is assigned to`() throws {
        _ = try team.room.exams.assign(
            team.room.blueprint, of: team.room.pack, to: ["night"], ExamWindow(), isTakenBack: true)
        #expect(try team.report(group: "night").parts[0].notSat.isEmpty)
        #expect(try team.report(group: "night", isOnly: true).parts[0].notSat.map(\.id) == ["di"])
        #expect(try team.report(isOnly: true).parts[0].notSat.isEmpty)
    }

    @Test func `counts of each candidate the first attempt only`() throws {
        try team.room.sit("bo")
        let part = try team.report().parts[0]
        #expect(part.attempts.count == 4 && part.passed == 3 && part.firsts.count == 3)
        #expect(abs((part.statistics.mean ?? 0) - 0.6) < 1e-12)
        #expect(part.profile.map(\.title) == ["Visits", "Terms"])
        let fractions: [[Double]] = [[1, 2.0 / 3, 1.0 / 3], [1, 0.5, 0]]
        #expect(part.profile.map(\.fractions) == fractions)
    }

    @Test func `tells the day where the team is`() throws {
        let (room, ada) = (team.room, try team.stored("ada"))
        let late = SetTime(SampleExams.morning, zone: FixedZone(minutesAhead: 15 * 60))
        let report = ExamReport(
            of: [ada], in: room.pack, roster: try room.exams.roster.read(), group: nil, only: nil, at: late)
        #expect(report.today.description == "2026-03-03")
        #expect(ExamTable(report).rows(of: report.parts[0])[0][5] == "2026-03-03")
    }

    @Test func `names extra time, and who is on no roster as they were called`() throws {
        let half = Accommodation(try #require(ExtraTime("50%")), reason: nil)
        _ = try team.room.exams.accommodate("di", with: half)
        let di = try Examinee("di", on: team.room.exams.roster.read())
        let form = try team.room.takeUp("di").form
        try team.room.sit("di", allotted: AllottedTime(of: di, for: form, under: nil, from: SampleExams.morning))
        _ = try team.room.exams.assign(
            team.room.blueprint, of: team.room.pack, to: ["night"], ExamWindow(), isTakenBack: true)
        try team.room.sit("Zoë \u{1F469}")
        let report = try team.report()
        let rows = ExamTable(report).rows(of: report.parts[0])
        #expect(rows.first { $0[0] == "Di" }?[6] == "50 % more time")
        #expect(rows.contains { $0[0] == "Zoë \u{1F469}" })
        #expect(ExamTable(report).csv.contains(",Di,night,50 %,2700,100.0,"))
    }

    @Test func `tells what was done about the time, once where it was done to many`() throws {
        _ = try team.room.exams.assign(
            team.room.blueprint, of: team.room.pack, to: ["night"], ExamWindow(), isTakenBack: true)
        for candidate in ["eve", "flo"] {
            var attempt = try team.room.takeUp(candidate)
            try attempt.begin(nil)
            try attempt.intervene(.hold, by: "Cy", because: "The alarm rang.")
            try attempt.intervene(.release, by: "Cy", because: nil)
            if candidate == "eve" { try attempt.intervene(.extend(600_000), by: "eve", because: "I need it") }
            try attempt.handIn()
        }
        #expect(
            try team.report().irregularities == [
                "2 attempts: The time was stopped, by Cy: The alarm rang.",
                "eve, final, attempt 1: 10 minutes more, by eve: I need it.",
            ])
    }

    @Test func `of nobody has no part`() throws {
        let room = try SampleExams()
        let report = ExamReport(
            of: [], in: room.pack, roster: try room.exams.roster.read(), group: nil, only: nil, at: room.time)
        #expect(report.parts.isEmpty)
        #expect(
            JSON(report).text
                == #"{"pack":"lesson","group":null,"attempts":[],"notSat":[],"statistics":[],"irregularities":[]}"#)
        #expect(ExamReportPage(report).html.contains("<p>Nobody has sat an exam here.</p>"))
        #expect(ExamTable(report).csv.components(separatedBy: "\r\n").count == 2)
    }
}
