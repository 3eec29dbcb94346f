import Measurement
import PseudoTerminal
import Testing

/// Sittings of people of differing ability: some families have variants, and one is harder for every third person.
private func sittings(_ count: Int, seed: UInt64, unfair: String? = nil) -> [PersonResponses] {
    var chance = Seeded(seed)
    return (0..<count).map { person in
        let isFocal = person.isMultiple(of: 3)
        let ability = normal(using: &chance)
        let answers = (0..<12).map { family in
            let variant = family < 6 ? Int.random(in: 0..<8, using: &chance) : 0
            var difficulty = Double(family % 6) * 0.4 - 1 + 0.1 * Double(variant)
            if isFocal, unfair == "family \(family)" { difficulty += 1.5 }
            let item = ItemParameters(discrimination: 1.2, difficulty: difficulty)
            let isRight = Double.random(in: 0..<1, using: &chance) < item.probability(at: ability)
            return PersonResponses.Answer(
                item: "family \(family) variant \(variant)", family: "family \(family)", isRight: isRight)
        }
        return PersonResponses(answers: answers, isFocal: isFocal)
    }
}

@Suite struct `A bank's calibration` {
    @Test func `tells each family's difficulty, what it rests on, and how finely people are told apart`() throws {
        let bank = BankCalibration(of: sittings(300, seed: 1), model: .rasch)
        #expect(bank.isConverged && !bank.isSmall && bank.tellsDeviation)
        #expect(bank.families.map(\.name) == (0..<12).map { "family \($0)" }.sorted())
        #expect(bank.itemCount == 54 && bank.abilities.count == 300)
        let first = try #require(bank.families.first { $0.name == "family 0" })
        let last = try #require(bank.families.first { $0.name == "family 5" })
        #expect(first.answered == 300 && first.calibrated?.variants == 8)
        let easier = try #require(first.calibrated?.mean.parameters.difficulty)
        let harder = try #require(last.calibrated?.mean.parameters.difficulty)
        #expect(abs(harder - easier - 2) < 0.5)
        #expect((0.5...0.8).contains(try #require(bank.reliability)))
        #expect(bank.families.allSatisfy { $0.remarks.isEmpty && $0.summedScores == nil })
    }

    @Test func `names what is harder for a group at the same ability`() {
        let bank = BankCalibration(of: sittings(400, seed: 2, unfair: "family 8"), model: .rasch)
        #expect(bank.families.filter { $0.remarks == [.functioning(.large)] }.map(\.name) == ["family 8"])
        #expect(bank.families.allSatisfy { $0.name == "family 8" || $0.remarks.isEmpty })
    }

    /// Nobody of the group knows one item that all others know.
    @Test(arguments: [(120, BankCalibration.Remark.functioning(.large)), (40, .fewCompared)])
    func `names what separates groups wholly, unless they are few`(
        people: Int, remark: BankCalibration.Remark
    ) throws {
        var chance = Seeded(9)
        let sat = (0..<people).map { person in
            let isFocal = person.isMultiple(of: 2)
            let answers = (0..<5).map { place in
                PersonResponses.Answer(
                    item: "\(place)", family: "\(place)",
                    isRight: place == 0
                        ? !isFocal : (person / 2 + place).isMultiple(of: 2) || Bool.random(using: &chance))
            }
            return PersonResponses(answers: answers, isFocal: isFocal)
        }
        let family = try #require(BankCalibration(of: sat, model: .rasch).families.first)
        #expect(family.remarks.last == remark && family.functioning?.delta == -.infinity)
    }

    @Test func `names what tells few apart, where the model lets items differ in that`() {
        var chance = Seeded(6)
        let guessed = sittings(800, seed: 7).map { sitting in
            PersonResponses(
                answers: sitting.answers.map { answer in
                    let isGuessed = answer.family == "family 9"
                    let isRight = isGuessed ? Bool.random(using: &chance) : answer.isRight
                    return PersonResponses.Answer(item: answer.item, family: answer.family, isRight: isRight)
                })
        }
        let bank = BankCalibration(of: guessed, model: .twoParameter)
        #expect(bank.families.filter { $0.remarks == [.flat] }.map(\.name) == ["family 9"])
        #expect(!bank.isSmall && bank.families.allSatisfy { $0.name == "family 9" || $0.remarks.isEmpty })
    }

    @Test func `says where there is too little to tell`() throws {
        let few = BankCalibration(of: sittings(12, seed: 3), model: .rasch)
        #expect(few.isSmall)
        #expect(few.families.allSatisfy { $0.remarks == [.fewAnswers] || $0.remarks == [.allAlike] })
        #expect(BankCalibration(of: sittings(100, seed: 3), model: .twoParameter).isSmall)
        let nobody = BankCalibration(of: [], model: .rasch)
        #expect(nobody.families.isEmpty && nobody.reliability == nil && nobody.isSmall)
        // Half have all right and half none: answers tell no end to how well items discriminate.
        let extreme = (0..<40).map { person in
            PersonResponses(
                answers: (0..<6).map {
                    PersonResponses.Answer(item: "\($0)", family: "\($0)", isRight: person.isMultiple(of: 2))
                })
        }
        for model in CalibrationModel.allCases {
            let bank = BankCalibration(of: extreme, model: model)
            #expect(!bank.isConverged)
            #expect(bank.families.allSatisfy { $0.calibrated?.mean.parameters.discrimination ?? 9 <= 8 })
        }
        let right = PersonResponses(answers: [PersonResponses.Answer(item: "a", family: "a", isRight: true)])
        #expect(BankCalibration(of: [right, right], model: .rasch).families.map(\.remarks) == [[.allAlike]])
        // One item alone can discriminate as it likes; no error is made up for it.
        let wrong = PersonResponses(answers: [PersonResponses.Answer(item: "a", family: "a", isRight: false)])
        let alone = try #require(BankCalibration(of: [right, right, wrong], model: .rasch).families.first)
        #expect(alone.items == 1 && alone.calibrated != nil && alone.calibrated?.mean.difficultyError == nil)
    }

    @Test func `is put on the scale of an earlier one, and names what has drifted`() throws {
        let base = BankCalibration(of: sittings(400, seed: 4), model: .rasch)
        let known = Dictionary(
            uniqueKeysWithValues: base.families.compactMap { family in
                family.calibrated.map { (family.name, $0.mean) }
            })
        // Everybody is of the group that one family became harder for.
        let later = sittings(1_200, seed: 5, unfair: "family 7").filter { $0.isFocal == true }
        let bank = BankCalibration(of: later, model: .rasch)
        let (equated, equating) = try #require(bank.equated(to: known))
        #expect(equating.anchors.filter(\.hasDrifted).map(\.name) == ["family 7"])
        let (first, moved) = (try #require(bank.abilities.first), try #require(equated.abilities.first))
        #expect(abs(moved.value - (equating.change.slope * first.value + equating.change.intercept)) < 1e-9)
        let share = try #require(equated.families.first { $0.name == "family 3" }?.calibrated)
        #expect(abs(share.mean.parameters.difficulty - (known["family 3"]?.parameters.difficulty ?? 9)) < 0.4)
        #expect(equated.items.count == bank.items.count && equated.families.map(\.name) == bank.families.map(\.name))
        #expect(bank.equated(to: [:]) == nil)
    }

    @Test func `counts the first of two answers to one family, and S-X2 where all sat the same items`() throws {
        let rows = try table("Rasch8")
        let same = rows.map { row in
            PersonResponses(
                answers: row.enumerated().flatMap { place, isRight in
                    [
                        PersonResponses.Answer(item: "item \(place)", family: "item \(place)", isRight: isRight),
                        PersonResponses.Answer(item: "item \(place)", family: "item \(place)", isRight: !isRight),
                    ]
                })
        }
        let bank = BankCalibration(of: same, model: .rasch)
        #expect(bank.families.map(\.answered) == Array(repeating: 600, count: 8) && !bank.tellsDeviation)
        #expect(bank.families.allSatisfy { $0.summedScores != nil && $0.functioning == nil })
        let alone = Calibration(of: try responses(rows), model: .rasch).items.compactMap { $0?.parameters.difficulty }
        #expect(near(bank.families.compactMap { $0.calibrated?.mean.parameters.difficulty }, alone, within: 0.01))
    }
}
