import Content
import Examining
import Measurement
import Quiz
import Scoring

extension JSON {
    /// What `exam calibrate --json` says.
    package init(_ calibration: ExamCalibration) {
        let bank = calibration.bank
        self = .object([
            ("pack", .string(calibration.pack.id.text)), ("model", .string(bank.model.rawValue)),
            ("group", .optional(calibration.group?.id)), ("attempts", .integer(calibration.attempts.count)),
            ("items", .integer(bank.itemCount)), ("converged", .bool(bank.isConverged)),
            ("small", .bool(bank.isSmall)), ("reliability", .optional(fraction: bank.reliability)),
            ("deviation", .fraction(bank.deviation)), ("deviationSupposed", .bool(!bank.tellsDeviation)),
            (
                "passMarks",
                .array(
                    calibration.passMarks.map { mark in
                        .object([
                            ("title", .string(mark.title)), ("percent", .integer(mark.percent)),
                            ("ability", .fraction(mark.ability)),
                        ])
                    })
            ),
            ("base", calibration.equating.map(JSON.equating) ?? .null),
            ("families", .array(bank.families.map(JSON.family))),
            (
                "candidates",
                .array(
                    zip(calibration.attempts, bank.abilities).map { attempt, ability in
                        .object([
                            ("candidate", .string(attempt.form.candidate)),
                            ("blueprint", .string(attempt.form.blueprint)), ("ability", .fraction(ability.value)),
                            ("error", .fraction(ability.error)),
                        ])
                    })
            ),
        ])
    }

    private static func equating(_ equating: Equating) -> JSON {
        .object([
            ("slope", .fraction(equating.change.slope)), ("intercept", .fraction(equating.change.intercept)),
            (
                "anchors",
                .array(
                    equating.anchors.map { anchor in
                        .object([
                            ("name", .string(anchor.name)), ("difference", .fraction(anchor.difference)),
                            ("error", .optional(fraction: anchor.error)), ("kept", .bool(anchor.isKept)),
                            ("drifted", .bool(anchor.hasDrifted)),
                        ])
                    })
            ),
        ])
    }

    private static func family(_ family: BankCalibration.Family) -> JSON {
        let mean = family.calibrated?.mean
        return .object([
            ("name", .string(family.name)), ("answers", .integer(family.answered)), ("right", .integer(family.right)),
            ("items", .integer(family.items)), ("partial", .fraction(family.partial)),
            ("difficulty", .optional(fraction: mean?.parameters.difficulty)),
            ("difficultyError", .optional(fraction: mean?.difficultyError)),
            ("discrimination", .optional(fraction: mean?.parameters.discrimination)),
            ("discriminationError", .optional(fraction: mean?.discriminationError)),
            ("freshError", .optional(fraction: family.calibrated?.freshVariant.difficultyError)),
            ("infit", .optional(fraction: family.squares?.infit)),
            ("outfit", .optional(fraction: family.squares?.outfit)),
            ("summedScores", family.summedScores.map(JSON.summedScores) ?? .null),
            ("functioning", family.functioning.map(JSON.functioning) ?? .null),
            ("remarks", .strings(family.remarks.map(\.word))),
        ])
    }

    private static func summedScores(_ fit: SummedScoreFit) -> JSON {
        .object([
            ("statistic", .fraction(fit.statistic)), ("freedom", .integer(fit.freedom)),
            ("chance", .fraction(fit.pValue)),
        ])
    }

    private static func functioning(_ functioning: DifferentialFunctioning) -> JSON {
        .object([
            ("delta", .optional(fraction: functioning.delta.isFinite ? functioning.delta : nil)),
            ("harder", .bool(functioning.delta < 0)), ("class", .string(functioning.size.rawValue)),
            ("few", .bool(functioning.isUntold)),
            ("chance", .fraction(functioning.pValue)), ("group", .integer(functioning.focal)),
            ("others", .integer(functioning.reference)),
        ])
    }
}

extension BankCalibration.Remark {
    /// A word for programs.
    fileprivate var word: String {
        switch self {
        case .allAlike: "all-alike"
        case .fewAnswers: "few-answers"
        case .erratic: "erratic"
        case .misfit: "misfit"
        case .flat: "flat"
        case .fewCompared: "few-compared"
        case .functioning(let size): "functioning-\(size.rawValue.lowercased())"
        }
    }
}
