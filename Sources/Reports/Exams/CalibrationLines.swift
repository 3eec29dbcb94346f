import Content
import Measurement
import Quiz

extension ExamCalibration {
    /// The lines of a pack's blueprints.yaml that say how hard items are; families with too few answers are left out.
    package var packLines: [String] {
        ["calibration:"]
            + bank.families.compactMap { family in
                let words = family.name.split(separator: " ")
                guard let found = family.calibrated?.mean, family.answered >= BankCalibration.fewestAnswers,
                    words.count == 3
                else { return nil }
                let (difficulty, discrimination) = (
                    Int((found.parameters.difficulty * 1_000).rounded()),
                    Int((found.parameters.discrimination * 1_000).rounded())
                )
                return "  - { \(words[0]): \(words[1]), kind: \(words[2]), difficulty: \(difficulty), "
                    + "discrimination: \(discrimination) }"
            }
    }
}
