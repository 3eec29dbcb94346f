import Examining
import Foundation
import Measurement
import Quiz
import Reports
import SampleExams
import Testing

/// What a team's exams tell of their items, as a value and for programs.
@Suite struct `A calibration of exams` {
    private let team: Team

    init() throws { team = try Team() }

    private func calibration(
        _ model: CalibrationModel = .rasch, group: String? = nil
    ) throws -> ExamCalibration {
        ExamCalibration(
            of: try team.room.exams.attempts().attempts, in: team.room.pack, model: model,
            group: try group.map { try team.room.exams.roster.read().knownGroup(named: $0) })
    }

    @Test func `rests on first attempts that are handed in`() throws {
        try team.room.sit("bo")
        _ = try team.room.takeUp("di")
        let calibration = try calibration()
        #expect(calibration.attempts.map(\.form.candidate) == ["ada", "bo", "cy"])
        #expect(calibration.attempts.allSatisfy { $0.form.attempt == 1 } && calibration.bank.abilities.count == 3)
    }

    /// All have `half-an-hour-more` right, two `four-hours` and `midpoint-rule`, one the other two.
    @Test func `knows which items are harder, and those that nobody failed as such`() throws {
        let families = try calibration().bank.families
        func difficulty(_ name: String) -> Double? {
            families.first { $0.name.contains(name) }?.calibrated?.mean.parameters.difficulty
        }
        #expect(families.count == 5 && families.map(\.right).sorted() == [1, 1, 2, 2, 3])
        #expect(difficulty("half-an-hour-more") == nil)
        let (four, office) = (try #require(difficulty("four-hours")), try #require(difficulty("in-the-office")))
        #expect(four < office && abs(four - (difficulty("midpoint-rule") ?? .nan)) < 1e-6)
    }

    @Test func `takes no points that were given afterwards for knowledge`() throws {
        let bo = try team.stored("bo")
        let before = try calibration().bank.families
        _ = try team.room.exams.credit(
            1_000_000, for: bo.number(of: "in-the-office"), of: bo.name, by: "Cy", because: "blurred")
        #expect(try calibration().bank.families == before)
        #expect(before.first { $0.name.contains("in-the-office") }?.right == 1)
    }

    /// Four hours are two codes: with the first alone an answer is right in part.
    @Test func `takes what is right in part for not right, and knows what it earned`() throws {
        let di = try team.room.sit("di", ["four-hours": "99601 x1"])
        let earned = try #require(di.result).fractions[di.number(of: "four-hours") - 1]
        try #require(0 < earned && earned < 1_000_000)
        let family = try #require(try calibration().bank.families.first { $0.name.contains("four-hours") })
        #expect(family.answered == 4 && family.right == 2)
        // Cy left it out.
        #expect(abs(family.partial - Double(earned) / 2e6) < 1e-12)
    }

    @Test func `knows nothing of what a candidate never saw`() throws {
        _ = try team.room.exams.assign(
            team.room.blueprint, of: team.room.pack, to: ["night"], ExamWindow(), isTakenBack: true)
        var attempt = try team.room.takeUp("eve")
        try attempt.begin(nil)
        team.room.pass(minutes: 1)
        try attempt.answer(0, "none")
        try attempt.handIn()
        let seen = attempt.form.items[0]
        for family in try calibration().bank.families {
            let isSeen = seen.contains("/\(family.name.split(separator: " ")[1])")
            #expect(family.answered == (isSeen ? 4 : 3), "\(family.name)")
        }
    }

    @Test func `keeps no scale of which it has too little`() throws {
        var calibration = try calibration()
        let before = calibration.bank.families.map(\.calibrated?.mean.parameters.difficulty)
        let isKept = calibration.keepScale(of: [:])
        #expect(!isKept && calibration.equating == nil)
        #expect(calibration.bank.families.map(\.calibrated?.mean.parameters.difficulty) == before)
    }

    /// The pass mark's ability is where the form's expected share is the mark; all had the fifth item right.
    @Test func `puts the pass mark on the scale`() throws {
        let mark = try #require(try calibration().passMarks.first)
        #expect(mark.title == "The lesson, final" && mark.percent == 60)
        let bank = try calibration().bank
        let items = try team.stored("ada").form.items.compactMap { bank.items[$0] }
        #expect(items.count == 4 && abs((items.expectedScore(at: mark.ability) + 1) / 5 - 0.6) < 1e-6)
    }

    @Test func `says all of it to programs`() throws {
        struct Read: Decodable {
            struct Mark: Decodable { let title: String, percent: Int, ability: Double }
            struct Family: Decodable {
                let name: String, answers, right, items: Int, difficulty, discrimination: Double?, remarks: [String]
            }
            struct Candidate: Decodable { let candidate, blueprint: String, ability, error: Double }
            let pack, model: String, group: String?, attempts, items: Int, converged, small: Bool
            let passMarks: [Mark], families: [Family], candidates: [Candidate]
        }
        let text = JSON(try calibration(group: "night")).text
        let read = try JSONDecoder().decode(Read.self, from: Data(text.utf8))
        #expect(read.pack == "lesson" && read.model == "rasch" && read.group == "night" && read.small)
        #expect(read.attempts == 3 && read.items == 5 && text.contains(#""base":null"#))
        #expect(read.passMarks.map(\.percent) == [60])
        let easy = try #require(read.families.first { $0.name.contains("half-an-hour-more") })
        #expect(easy.right == 3 && easy.difficulty == nil && easy.remarks == ["all-alike"])
        // By the Rasch model all discriminate alike.
        #expect(Set(read.families.compactMap(\.discrimination)).count == 1)
        // Whoever has more right is held to be more able.
        let abilities = Dictionary(uniqueKeysWithValues: read.candidates.map { ($0.candidate, $0.ability) })
        #expect(abilities["ada"] ?? 0 > abilities["bo"] ?? 0 && abilities["bo"] ?? 0 > abilities["cy"] ?? 0)
        #expect(read.candidates.allSatisfy { $0.error > 0 && $0.blueprint == "final" })
    }
}
