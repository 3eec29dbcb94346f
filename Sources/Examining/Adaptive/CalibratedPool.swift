package import Content
package import Measurement
package import Quiz
import Scoring

/// All that an exam may draw items from, with how hard it is: as a calibration found it, and where there is none as it is
/// predicted.
package struct CalibratedPool: Sendable {
    /// In the order of the bank.
    package let entries: [Entry]
    /// What share of all that may be asked is expected of each ability.
    package let scale: AbilityScale

    /// What items are drawn from.
    package struct Entry: Sendable {
        /// What makes the items.
        package let source: FormBank.ItemSource
        /// How hard they are, and how well they tell apart.
        package let parameters: ItemParameters
        /// Whether a calibration found them.
        package let isCalibrated: Bool
    }

    /// - Parameters:
    ///   - forms: What the exam may ask.
    ///   - calibration: What was found of families.
    package init(of forms: FormBank, by calibration: [FamilyDifficulty]) {
        let known = Dictionary(calibration.map { ($0.key, $0) }) { first, _ in first }
        let entries = forms.sources.map { source in
            let found = known[FamilyDifficulty.Key(source.family.subject, source.kind)]
            return Entry(source: source, parameters: ItemParameters(source, found), isCalibrated: found != nil)
        }
        self.entries = entries
        scale = AbilityScale(
            of: entries.map { ($0.source.section, $0.parameters) }, weights: forms.blueprint.sections.map(\.count))
    }

    /// Of how many in a hundred the difficulty is known from what was sat.
    var calibratedPercent: Int {
        entries.isEmpty ? 0 : 100 * entries.count { $0.isCalibrated } / entries.count
    }
}

extension ItemParameters {
    /// Those that a calibration found, else by prediction.
    fileprivate init(_ source: FormBank.ItemSource, _ known: FamilyDifficulty?) {
        guard let known else {
            self.init(discrimination: 1, difficulty: AbilityScale.logit(ofMissing: source.difficulty))
            return
        }
        self.init(known)
    }

    /// Those that a calibration found of a family.
    package init(_ family: FamilyDifficulty) {
        self.init(discriminationThousandths: family.discrimination, difficultyThousandths: family.difficulty)
    }

    /// Those that are kept in thousandths.
    init(discriminationThousandths: Int, difficultyThousandths: Int) {
        self.init(
            discrimination: Double(discriminationThousandths) / 1_000,
            difficulty: Double(difficultyThousandths) / 1_000)
    }
}
