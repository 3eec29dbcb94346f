import Examining
package import Measurement
import Quiz
package import Reports
package import Terminal

extension Console {
    /// Shows a calibration in a terminal.
    package func show(_ calibration: ExamCalibration) {
        let bank = calibration.bank
        table(figures(of: calibration).map { [$0.name, $0.value, style.dim($0.note)] }, rightAligned: [1])
        if let few = bank.fewWords { paragraph(few) }
        if !bank.isConverged { paragraph("The estimates have not settled; more answers are needed.") }
        line()
        let showsDiscrimination = bank.model == .twoParameter
        let heading =
            ["", "n", "items", "right", "difficulty", "+-"] + (showsDiscrimination ? ["discriminates", "+-"] : [])
            + ["infit", "outfit"] + (calibration.group == nil ? [] : ["delta", "class", "n"]) + [""]
        let moved = Dictionary(
            uniqueKeysWithValues: (calibration.equating?.anchors ?? []).filter(\.hasDrifted).map { ($0.name, $0) })
        let rows = bank.families.map { family in
            row(
                of: family, moved: moved[family.name], showsDiscrimination: showsDiscrimination,
                isCompared: calibration.group != nil)
        }
        table(
            [heading.map(style.bold)] + rows, rightAligned: Set(1..<heading.count - 1))
        line()
        paragraph(
            "Difficulties are in standard deviations of \(whose(calibration)) ability, 0 being their mean. "
                + fresh(bank))
        if let group = calibration.group {
            paragraph(
                "\(group.title) is held against all other candidates of the same ability: delta is less than 0 where an "
                    + "item is harder for them, A negligible, B slight, C large, n how many of them and of the others it "
                    + "rests on. From fewer than \(DifferentialFunctioning.fewest) of either nothing follows.")
        }
    }

    private func figures(of calibration: ExamCalibration) -> [(name: String, value: String, note: String)] {
        let bank = calibration.bank
        return [
            ("model", bank.model.rawValue, bank.model.words),
            ("attempts", "\(calibration.attempts.count)", "first ones that are handed in"),
            ("items", "\(bank.itemCount)", "of \(bank.families.count) families"),
            (
                "reliability", bank.reliability.map(decimals) ?? "-",
                "share of what estimated abilities differ by that is not chance"
            ),
        ]
            + (calibration.equating.map { equating in
                let change = equating.change
                return [
                    (
                        "scale", "\(decimals(change.slope)), \(decimals(change.intercept))",
                        "slope and intercept that bring this scale to the earlier one, by "
                            + "\(equating.anchors.count { $0.isKept }) families"
                    )
                ]
            } ?? [])
            + calibration.passMarks.map { mark in
                (
                    "pass mark", decimals(mark.ability),
                    "the ability from which \(mark.percent) % is expected: \(mark.title)"
                )
            }
    }

    private func whose(_ calibration: ExamCalibration) -> String {
        calibration.equating == nil ? "these candidates'" : "the earlier candidates'"
    }

    /// How hard a variant is that nobody has answered.
    private func fresh(_ bank: BankCalibration) -> String {
        bank.tellsDeviation
            ? "A fresh variant is as hard as its family, give or take \(decimals(bank.deviation)) logits."
            : "How far variants of a family scatter, nobody's answers tell yet: no variant was answered twice. "
                + "\(decimals(bank.deviation)) logits are supposed."
    }

    private func row(
        of family: BankCalibration.Family, moved: Equating.Drift?, showsDiscrimination: Bool, isCompared: Bool
    ) -> [String] {
        let mean = family.calibrated?.mean
        func figure(_ number: Double?) -> String { number.map(decimals) ?? "" }
        var row = [family.name, "\(family.answered)", "\(family.items)", "\(family.right)"]
        row += [figure(mean?.parameters.difficulty), figure(mean?.difficultyError)]
        if showsDiscrimination { row += [figure(mean?.parameters.discrimination), figure(mean?.discriminationError)] }
        row += [figure(family.squares?.infit), figure(family.squares?.outfit)]
        if isCompared { row += family.functioning?.cells ?? ["", "", ""] }
        let drift = moved.map { drift in
            "\(drift.difference > 0 ? "harder" : "easier") than before by \(decimals(abs(drift.difference)))"
        }
        return row + [
            (family.remarks.map { $0.words(of: family) } + [drift].compactMap(\.self)).joined(separator: "; ")
        ]
    }
}

extension BankCalibration {
    /// What is to be said where there are too few people for what the model asks; nil where there are enough.
    package var fewWords: String? {
        guard isSmall else { return nil }
        return switch model {
        case .rasch:
            "Fewer than \(Self.fewestAnswers) attempts: difficulties may be off by more than a standard "
                + "deviation and are a first look."
        case .twoParameter:
            "Fewer than \(Self.fewestPeopleForDiscriminations) attempts: how well single items discriminate is "
                + "mostly chance; the rasch model asks for less."
        }
    }
}

extension CalibrationModel {
    fileprivate var words: String {
        switch self {
        case .rasch: "all items discriminate alike"
        case .twoParameter: "each item discriminates in its own way"
        }
    }
}

extension DifferentialFunctioning {
    /// The difference, its class, and how many of the group and of the others it rests on; too few have no class.
    fileprivate var cells: [String] {
        let difference = delta.isFinite ? decimals(delta) : delta < 0 ? "-inf" : "inf"
        return [difference, isUntold ? "-" : size.rawValue, "\(focal), \(reference)"]
    }
}

extension BankCalibration.Remark {
    fileprivate func words(of family: BankCalibration.Family) -> String {
        switch self {
        case .allAlike: family.right == 0 ? "nobody is right" : "everybody is right"
        case .fewAnswers: "few answers"
        case .erratic: "erratic: check it"
        case .misfit: "does not fit by S-X2: check it"
        case .flat: "tells few apart"
        case .fewCompared: "too few to compare"
        case .functioning(let size):
            ((family.functioning?.delta ?? 0) < 0 ? "harder" : "easier") + " for the group"
                + (size == .large ? ", by much: check it" : "")
        }
    }
}
