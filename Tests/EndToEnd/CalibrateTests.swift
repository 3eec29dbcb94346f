import FoundationEssentials
import PseudoTerminal
import SampleExams
import Testing

@Suite struct `preceptor exam calibrate` {
    private struct Calibration: Decodable {
        let model: String
        let attempts, items: Int
        let small: Bool
        let families: [Family]
        let candidates: [Candidate]

        struct Family: Decodable {
            let name: String
            let answers, right: Int
            let difficulty, difficultyError, freshError: Double?
            let remarks: [String]
        }

        struct Candidate: Decodable {
            let candidate: String
            let ability, error: Double
        }
    }

    /// Six candidates, none with fewer right answers than the one before; nobody knows the office visit.
    private func sat() throws -> LessonExam {
        let exam = try LessonExam(try Program())
        let known = [
            [], ["four-hours"], ["midpoint-rule"], ["four-hours", "midpoint-rule"], ["four-hours", "add-on-code"],
            ["four-hours", "midpoint-rule", "half-an-hour-more"],
        ]
        for (place, known) in known.enumerated() {
            let answers = LessonPack.right.filter { known.contains($0.key) }
            _ = try exam.sit("candidate-\(place)", answers: answers)
        }
        return exam
    }

    @Test func `puts items and candidates on one scale, and says that few candidates tell little`() throws {
        let exam = try sat()
        // Another attempt of the best candidate, which does not count.
        _ = try exam.sit("candidate-5", answers: [:])
        let result = try exam.preceptor("exam", "calibrate", "--pack", exam.pack, "--json")
        try #require(result.code == 0, "\(result.errors)")
        let found = try JSONDecoder().decode(Calibration.self, from: Data(result.outputBytes))
        #expect(found.model == "rasch" && found.attempts == 6 && found.items == 5 && found.small)
        let families = Dictionary(uniqueKeysWithValues: found.families.map { ($0.name, $0) })
        let easy = try #require(families["scenario four-hours claim"])
        let hard = try #require(families["scenario half-an-hour-more claim"])
        #expect(easy.answers == 6 && easy.right == 4 && hard.right == 1)
        #expect(try #require(easy.difficulty) < (try #require(hard.difficulty)))
        #expect(try #require(easy.freshError) > (try #require(easy.difficultyError)))
        #expect(easy.remarks == ["few-answers"])
        #expect(families["scenario in-the-office claim"]?.remarks == ["all-alike"])
        let abilities = found.candidates.sorted { $0.candidate < $1.candidate }.map(\.ability)
        #expect(zip(abilities.prefix(5), abilities.dropFirst()).allSatisfy { $0 < $1 || abs($0 - $1) < 1e-9 })
        #expect(abilities[0] < 0 && abilities[5] > 0)

        let text = try exam.preceptor("exam", "calibrate", "--pack", exam.pack, "--blueprint", "final")
        #expect(text.code == 0, "\(text.errors)")
        for said in [
            "rasch", "Fewer than 30 attempts", "nobody is right", "few answers", "scenario four-hours claim",
        ] {
            #expect(text.output.contains(said), "\(said)")
        }
        #expect(!text.output.contains("discriminates"))
        let two = try exam.preceptor("exam", "calibrate", "--pack", exam.pack, "--model", "2pl")
        #expect(two.code == 0 && two.output.contains("discriminates") && two.output.contains("Fewer than 500"))
        let lines = try exam.preceptor("exam", "calibrate", "--pack", exam.pack, "--model", "2pl", "--lines")
        #expect(lines.code == 0 && lines.output.hasPrefix("calibration:") && lines.errors.contains("Fewer than 500"))
    }

    @Test func `rests no scale on what few people answered, and refuses what is no calibration`() throws {
        let exam = try sat()
        let first = try exam.preceptor("exam", "calibrate", "--pack", exam.pack, "--json")
        try #require(first.code == 0, "\(first.errors)")
        try exam.preceptor.folder.write(first.output, to: "earlier.json")
        _ = try exam.sit("somebody-new", answers: LessonPack.right)
        func calibrate(_ base: String) throws -> RunResult {
            try exam.preceptor(
                "exam", "calibrate", "--pack", exam.pack, "--base", exam.preceptor.folder.path(of: base), "--json")
        }
        let few = try calibrate("earlier.json")
        #expect(few.code == 65 && few.errors.contains("30 people answered both times"))

        try exam.preceptor.folder.write("{\"families\": 3}", to: "other.json")
        let other = try calibrate("other.json")
        #expect(other.code == 65 && other.errors.contains("is not what exam calibrate --json writes"))
        try exam.preceptor.folder.write("{\"families\": []}", to: "empty.json")
        let empty = try calibrate("empty.json")
        #expect(empty.code == 65 && empty.errors.contains("fewer than 3 families in common"))
        #expect(try calibrate("missing.json").code == 66)
    }

    @Test func `says so where nobody sat an exam, and what it does not know`() throws {
        let preceptor = try Program()
        let nobody = try preceptor("exam", "calibrate")
        #expect(nobody.code == 0 && nobody.output == "Nobody has sat an exam of home-infusion here.\n")
        #expect(try preceptor("exam", "calibrate", "--model", "3pl").code == 64)
        #expect(try preceptor("exam", "calibrate", "--blueprint", "nothing").code == 66)
        #expect(try preceptor("exam", "calibrate", "--compare", "nobody").code == 66)
    }
}
