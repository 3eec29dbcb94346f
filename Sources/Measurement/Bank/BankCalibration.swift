/// All that sittings of exams tell of the items that they drew from: difficulties on one scale, how sure they are, how well
/// they fit, whether groups differ, and how finely people are told apart.
package struct BankCalibration: Sendable {
    /// What sittings tell of one family of items.
    package struct Family: Sendable, Equatable {
        /// The family's.
        package let name: String
        package let answered, right: Int
        /// What answers that were not wholly right earned on average, from 0 to 1; 0 where there are none.
        package let partial: Double
        /// How many different items of it were answered.
        package let items: Int
        /// Nil where all answers are alike, so that no finite difficulty follows.
        package let calibrated: CalibratedFamily?
        /// How well answers fit; nil where nobody who answered had some right and some wrong.
        package let squares: MeanSquares?
        /// Where everybody got the same items.
        package let summedScores: SummedScoreFit?
        /// Whether groups differ; nil where none are compared, or too few of either answered.
        package let functioning: DifferentialFunctioning?
        /// What is noteworthy.
        package let remarks: [Remark]
    }

    /// What is noteworthy of a family.
    package enum Remark: Sendable, Equatable {
        /// Everybody was right, or nobody.
        case allAlike
        /// Too few answers for a figure that holds; nothing else is then said of it.
        case fewAnswers
        /// Answers are more erratic than the model has it: infit or outfit.
        case erratic
        /// The shares of right answers at each number of right answers are others than the model has it: S-X2.
        case misfit
        /// Who knows more hardly does better, for all that chance may do.
        case flat
        /// Too few of either group answered for a comparison.
        case fewCompared
        /// Harder or easier for the group that is held against the others, by how much it matters.
        case functioning(DifferentialFunctioning.Class)
    }

    /// The one that was fitted.
    package let model: CalibrationModel
    /// The families, by name.
    package let families: [Family]
    /// How many different items were answered.
    package let itemCount: Int
    /// The standard deviation of items' logits within families.
    package let deviation: Double
    /// Whether answers tell of that deviation: an item of a family with several was answered by several people. Else it
    /// is what is supposed beforehand.
    package let tellsDeviation: Bool
    /// Whether the estimates have settled.
    package let isConverged: Bool
    /// What each sitting tells of the candidate's ability.
    package let abilities: [Ability]
    /// The items that have parameters, by name.
    package let items: [String: ItemParameters]

    /// With fewer people than these a difficulty is off by more than a logit once in twenty times (J. M. Linacre, "Sample
    /// size and item calibration stability", Rasch Measurement Transactions 7 (1994)).
    package static let fewestAnswers = 30
    /// With fewer people than these, discriminations of single items are mostly chance (C. L. Hulin, R. I. Lissak and F.
    /// Drasgow, "Recovery of two- and three-parameter logistic item characteristic curves", Applied Psychological
    /// Measurement 6 (1982)).
    package static let fewestPeopleForDiscriminations = 500

    /// Calibrates what was sat.
    package init(of sittings: [PersonResponses], model: CalibrationModel) {
        let responses = NamedResponses(sittings)
        let calibration = FamilyCalibration(of: responses.items, families: responses.families, model: model)
        let parameters = calibration.items.map { $0?.parameters }
        let abilities = responses.items.answers(to: parameters).map { Ability.expected(of: $0) }
        let squares = MeanSquares.families(of: responses.items, parameters, responses.families)
        let functioning = DifferentialFunctioning.items(
            of: responses.ofFamilies, isFocal: sittings.map(\.isFocal),
            strata: responses.ofFamilies.strata(by: abilities.map(\.value)))
        // With variants, people with as many right answers had items of different difficulty.
        let isSame = calibration.families.allSatisfy { $0?.variants ?? 1 == 1 }
        let summed = SummedScoreFit.items(
            of: responses.ofFamilies,
            calibration.families.map { isSame ? $0?.mean.parameters : nil }, model: model)
        let variants = responses.families.variants(in: responses.items)
        self.model = model
        self.abilities = abilities
        items = Dictionary(
            uniqueKeysWithValues: zip(responses.itemNames, parameters).compactMap { name, item in
                item.map { (name, $0) }
            })
        itemCount = responses.itemNames.count
        deviation = calibration.deviation
        let answered = responses.items.counts.map(\.answered)
        tellsDeviation = variants.contains { $0.count > 1 && $0.contains { answered[$0] > 1 } }
        isConverged = calibration.isConverged
        families = zip(responses.familyNames, responses.ofFamilies.counts).enumerated().map { index, own in
            Family(
                name: own.0, answered: own.1.answered, right: own.1.right, partial: responses.partial[index],
                items: variants[index].count,
                calibrated: calibration.families[index],
                squares: squares[index], summedScores: summed[index], functioning: functioning[index])
        }
    }

    /// What somebody is expected to earn with an item of a family; nil where nobody answered it.
    package func credit(ofItem item: String, in family: Family) -> ExpectedCredit? {
        if let parameters = items[item] { return ExpectedCredit(parameters, partial: family.partial) }
        guard family.calibrated == nil, family.answered > 0 else { return nil }
        return ExpectedCredit(constant: family.right > 0 ? 1 : family.partial)
    }

    /// The share of what people's estimated abilities differ by that is more than chance: marginal reliability (B. F. Green,
    /// R. D. Bock, L. G. Humphreys, R. L. Linn and M. D. Reckase, "Technical guidelines for assessing computerized adaptive
    /// tests", Journal of Educational Measurement 21 (1984)). Nil for fewer than two sittings.
    package var reliability: Double? {
        guard abilities.count > 1 else { return nil }
        let count = Double(abilities.count)
        let mean = abilities.reduce(0) { $0 + $1.value } / count
        let spread = abilities.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) } / count
        let error = abilities.reduce(0) { $0 + $1.error * $1.error } / count
        return spread / (spread + error)
    }

    /// Whether there are enough people for what the model asks.
    package var isSmall: Bool {
        abilities.count < (model == .rasch ? Self.fewestAnswers : Self.fewestPeopleForDiscriminations)
    }
}

extension BankCalibration.Family {
    init(
        name: String, answered: Int, right: Int, partial: Double, items: Int, calibrated: CalibratedFamily?,
        squares: MeanSquares?,
        summedScores: SummedScoreFit?, functioning: DifferentialFunctioning?
    ) {
        self.name = name
        self.answered = answered
        self.right = right
        self.partial = partial
        self.items = items
        self.calibrated = calibrated
        self.squares = squares
        self.summedScores = summedScores
        self.functioning = functioning
        guard let calibrated else {
            remarks = [.allAlike]
            return
        }
        guard answered >= BankCalibration.fewestAnswers else {
            remarks = [.fewAnswers]
            return
        }
        var remarks: [BankCalibration.Remark] = []
        if squares?.isErratic == true { remarks.append(.erratic) }
        if let summedScores, summedScores.pValue < 0.001 { remarks.append(.misfit) }
        let most = calibrated.mean.parameters.discrimination + 2 * (calibrated.mean.discriminationError ?? .infinity)
        if most < 0.5 { remarks.append(.flat) }
        if let functioning, functioning.isUntold {
            remarks.append(.fewCompared)
        } else if let functioning, functioning.size != .negligible {
            remarks.append(.functioning(functioning.size))
        }
        self.remarks = remarks
    }
}
