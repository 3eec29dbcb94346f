import Measurement
import PseudoTerminal
import Testing

@Suite struct `Answers that tell little` {
    @Test func `nobody, and nobody who differs, give no difficulty`() throws {
        for rows in [[], [[true, false]], [[true, false], [true, false]]] {
            for model in CalibrationModel.allCases {
                let calibration = Calibration(of: try responses(rows), model: model)
                #expect(calibration.items.allSatisfy { $0 == nil })
                #expect(calibration.logLikelihood == 0)
            }
        }
    }

    @Test func `an item that all answered alike leaves the others as they are without it`() throws {
        let rows = try table("LSAT7")
        let alone = Calibration(of: try responses(rows), model: .twoParameter)
        let beside = Calibration(of: try responses(rows.map { $0 + [true] }), model: .twoParameter)
        #expect(beside.items.last == .some(nil))
        #expect(beside.items.dropLast() == alone.items[...])
    }

    @Test(arguments: 1...UInt64(Thoroughness.tries(12, full: 60)))
    func `figures are finite, whatever few people answered`(seed: UInt64) throws {
        var chance = Seeded(seed)
        let rows = (0..<Int.random(in: 1...12, using: &chance)).map { _ -> [Bool?] in
            (0..<5).map { _ in Int.random(in: 0..<4, using: &chance) == 0 ? nil : Bool.random(using: &chance) }
        }
        let data = try #require(ItemResponses(rows))
        for model in CalibrationModel.allCases {
            let calibration = Calibration(of: data, model: model)
            let items = calibration.items.map { $0?.parameters }
            for item in calibration.items.compactMap(\.self) {
                #expect(item.parameters.discrimination.isFinite && item.parameters.difficulty.isFinite)
                #expect(item.difficultyError?.isFinite ?? true)
            }
            for answers in data.answers(to: items) {
                let ability = Ability.expected(of: answers)
                #expect(ability.value.isFinite && (0...1.5).contains(ability.error))
            }
            for fit in MeanSquares.items(of: data, items).compactMap(\.self) {
                #expect(fit.outfit.isFinite && fit.infit.isFinite)
            }
            for fit in SummedScoreFit.items(of: data, items, model: model).compactMap(\.self) {
                #expect(fit.statistic.isFinite && (0...1).contains(fit.pValue))
            }
        }
    }

    @Test func `responses to items that there are not, or twice to one, are none`() {
        let right = ItemResponse(item: 1, isRight: true)
        #expect(ItemResponses(itemCount: 1, people: [[right]]) == nil)
        #expect(ItemResponses(itemCount: 2, people: [[right, right]]) == nil)
        #expect(ItemResponses(itemCount: 2, people: [[ItemResponse(item: -1, isRight: true)]]) == nil)
        #expect(ItemResponses([[true], [true, false]]) == nil)
    }
}
