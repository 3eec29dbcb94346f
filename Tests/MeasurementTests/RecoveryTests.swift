import Measurement
import PseudoTerminal
import Testing

/// Whether what data were drawn from is found again.
@Suite struct `Calibration of drawn answers` {
    @Test(arguments: [false, true])
    func `strays from the true parameters as far as its standard errors say`(isSparse: Bool) throws {
        var (difficulties, discriminations): ([Double], [Double]) = ([], [])
        for seed in 1...UInt64(Thoroughness.tries(20, full: 40)) {
            let sample = Sample(people: 300, items: 10, spread: 0.2, seed: seed)
            // Where it is sparse, there are five forms, each without some of the items.
            let rows = sample.rows.enumerated().map { person, row in
                row.enumerated().map { isSparse && ($0.offset + person).isMultiple(of: 5) ? nil : $0.element }
            }
            let calibration = Calibration(of: try #require(ItemResponses(rows)), model: .twoParameter)
            for (found, truth) in zip(calibration.items.compactMap(\.self), sample.items) {
                let difficulty = found.parameters.difficulty - truth.difficulty
                difficulties.append(difficulty / (try #require(found.difficultyError)))
                let discrimination = found.parameters.discrimination - truth.discrimination
                discriminations.append(discrimination / (try #require(found.discriminationError)))
            }
        }
        // The abilities that were drawn have a mean and a deviation of their own, hence not quite 1.
        #expect((0.85...1.2).contains(rootMeanSquare(difficulties)))
        #expect((0.85...1.2).contains(rootMeanSquare(discriminations)))
    }

    @Test func `does not depend on the order of people and items`() throws {
        let sample = Sample(people: 300, items: 8, spread: 0.2, seed: 5)
        var chance = Seeded(6)
        let order = (0..<8).shuffled(using: &chance)
        let other = sample.rows.shuffled(using: &chance).map { row in order.map { row[$0] } }
        for model in CalibrationModel.allCases {
            let one = Calibration(of: try responses(sample.rows), model: model)
            let two = Calibration(of: try responses(other), model: model)
            for (place, item) in order.enumerated() {
                let (first, second) = (try #require(one.items[item]), try #require(two.items[place]))
                #expect(abs(first.parameters.difficulty - second.parameters.difficulty) < 1e-3)
                #expect(abs(first.parameters.discrimination - second.parameters.discrimination) < 1e-3)
            }
        }
    }

    @Test func `S-X2 and mean squares find the item that does not follow the model, and hardly another`() throws {
        var chance = Seeded(9)
        var sample = Sample(people: 2_000, items: 12, spread: 0.2, seed: 8).rows
        // Guessed by half of the people, whatever they can do.
        for row in sample.indices where Bool.random(using: &chance) { sample[row][4] = Bool.random(using: &chance) }
        let data = try responses(sample)
        let items = Calibration(of: data, model: .rasch).items.map { $0?.parameters }
        let fits = SummedScoreFit.items(of: data, items, model: .rasch)
        #expect(fits.indices.filter { (fits[$0]?.pValue ?? 1) < 0.0001 } == [4])
        let squares = MeanSquares.items(of: data, items)
        #expect(squares.indices.max { (squares[$0]?.infit ?? 0) < (squares[$1]?.infit ?? 0) } == 4)
    }
}
