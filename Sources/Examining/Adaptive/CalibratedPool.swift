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
    ///   - partial: What answers to families that are not wholly right earn on average, from 0 to 1, where results give
    ///     something for parts; those of an adaptive exam tell the share that is wholly right.
    package init(
        of forms: FormBank, by calibration: [FamilyDifficulty], partial: [FamilyDifficulty.Key: Double] = [:]
    ) {
        let known = Dictionary(calibration.map { ($0.key, $0) }) { first, _ in first }
        let entries = forms.sources.map { source in
            let found = known[FamilyDifficulty.Key(source.family.subject, source.kind)]
            return Entry(source: source, parameters: ItemParameters(source, found), isCalibrated: found != nil)
        }
        self.entries = entries
        scale = AbilityScale(
            of: entries.map { entry in
                let earned = partial[FamilyDifficulty.Key(entry.source.family.subject, entry.source.kind)] ?? 0
                return (entry.source.section, ExpectedCredit(entry.parameters, partial: earned))
            }, weights: forms.blueprint.sections.map(\.count))
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

extension FamilyDifficulty {
    /// A family by the name that exam calibrate gives it; nil for none.
    package init?(named name: String, _ parameters: ItemParameters) {
        let words = name.split(separator: " ").map(String.init)
        guard let kind = words.last.flatMap({ ItemKind(rawValue: $0) }),
            let family = ItemFamily(words.dropLast().joined(separator: " "))
        else { return nil }
        self.init(
            subject: family.subject, kind: kind, difficulty: Int((parameters.difficulty * 1_000).rounded()),
            discrimination: Int((parameters.discrimination * 1_000).rounded()))
    }
}
