import Examining
import Measurement
import Reports
import SampleExams
import Terminal
import Testing
import Training

@Suite struct `A calibration in a terminal` {
    private func calibration(_ model: CalibrationModel, group: String? = nil) throws -> ExamCalibration {
        let room = try SampleExams()
        try room.enrol([("ada", "Ada", "night"), ("bo", "Bo", "night"), ("cy", "Cy", nil)])
        try room.sit("ada")
        try room.sit("bo", ["half-an-hour-more": "99601 x1", "four-hours": "99601 x1, 99602 x2"])
        try room.sit("cy", ["half-an-hour-more": "99601 x1"])
        let known = try group.map { try room.exams.roster.read().knownGroup(named: $0) }
        return ExamCalibration(of: try room.exams.attempts().attempts, in: room.pack, model: model, group: known)
    }

    /// What is shown, without the ends of lines.
    private func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    @Test func `tells the model, what it rests on, and each family`() throws {
        let text = try shown(columns: 120) { $0.show(try calibration(.rasch)) }
        #expect(text.contains("model") && text.contains("all items discriminate alike"))
        #expect(text.contains("first ones that are handed in") && text.contains("pass mark"))
        #expect(text.contains("everybody is right") && text.contains("Fewer than "))
        #expect(words(text).contains("no variant was answered twice") && !text.contains("A fresh variant"))
        #expect(!text.contains("discriminates") && text.contains("these candidates' ability"))
        for family in ["half-an-hour-more", "four-hours", "in-the-office", "midpoint-rule", "add-on-code"] {
            #expect(text.contains(family), "\(family)")
        }
    }

    @Test func `shows how items discriminate where the model lets them differ`() throws {
        let text = try shown(columns: 120) { $0.show(try calibration(.twoParameter)) }
        #expect(text.ranges(of: "discriminates").count == 2)
        #expect(text.contains("is mostly chance; the rasch model asks"))
    }

    @Test func `names the group that is held against the others`() throws {
        let text = words(try shown(columns: 120) { $0.show(try calibration(.rasch, group: "night")) })
        #expect(text.contains("night is held against all other candidates of the same ability: delta"))
        #expect(text.contains("delta") && text.contains("class") && text.contains("From fewer than 25 of either"))
    }
}
