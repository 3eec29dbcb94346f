import Foundation
import Measurement
import PseudoTerminal
import PythonPackages
import Testing

/// The same data given to girth and mirt, which know nothing of this module.
@Suite struct `Calibration beside girth and mirt` {
    private struct Expected: Decodable {
        let girth1, girth2, mirt, errors: Items
        let logLikelihood: Double
        let statistic, chance: [Double]
        let freedom: [Int]
        let persons: [[Int]]
        let abilities, abilityErrors: [String: [Double]]
    }

    private struct Items: Decodable {
        let discrimination, difficulty: [Double]
    }

    private static func tables() throws -> [[[Bool]]] {
        let drawn = [(400, 12, 0.2), (500, 20, 0.25), (1_000, 30, 0.3), (2_000, 15, 0.4)].enumerated().map {
            Sample(people: $1.0, items: $1.1, spread: $1.2, seed: UInt64($0 + 1)).rows
        }
        return try ["LSAT6", "LSAT7", "Rasch8"].map { try table($0) } + drawn
    }

    @Test(.timeLimit(.minutes(10))) func `is within 0.02, and within 0.002 where mirt integrates as finely`() throws {
        let tables = try Self.tables()
        let folder = try TemporaryFolder()
        try JSONEncoder().encode(tables.map { $0.map { $0.map { $0 ? 1 : 0 } } })
            .write(to: URL(filePath: folder.path(of: "tables.json")))
        let script = referenceFolder.appending(path: "calibrate.py").path
        let result = try PythonPackages("statistics").run(script, [folder.path(of: "tables.json")])
        try #require(result.status == .exited(0), "\(result.errors)")
        let expected = try JSONDecoder().decode([Expected].self, from: Data(result.outputBytes))
        try #require(expected.count == tables.count)
        var compared = 0
        for (rows, expected) in zip(tables, expected) {
            let data = try responses(rows)
            checkRasch(data, expected)
            let calibration = Calibration(of: data, model: .twoParameter)
            checkItems(calibration, expected)
            compared += checkFit(calibration, data, expected)
            checkAbilities(calibration, expected)
        }
        #expect(compared >= 12)
    }

    private func checkRasch(_ data: ItemResponses, _ expected: Expected) {
        let items = Calibration(of: data, model: .rasch).items.compactMap { $0?.parameters }
        #expect(near(items.map(\.discrimination), expected.girth1.discrimination, within: 0.02))
        #expect(near(items.map(\.difficulty), expected.girth1.difficulty, within: 0.02))
    }

    private func checkItems(_ calibration: Calibration, _ expected: Expected) {
        let items = calibration.items.compactMap(\.self)
        let (discriminations, difficulties) = (
            items.map(\.parameters.discrimination), items.map(\.parameters.difficulty)
        )
        #expect(near(discriminations, expected.girth2.discrimination, within: 0.02))
        #expect(near(difficulties, expected.girth2.difficulty, within: 0.02))
        #expect(near(discriminations, expected.mirt.discrimination, within: 0.002))
        #expect(near(difficulties, expected.mirt.difficulty, within: 0.002))
        #expect(near(items.compactMap(\.discriminationError), expected.errors.discrimination, within: 0.002))
        #expect(near(items.compactMap(\.difficultyError), expected.errors.difficulty, within: 0.002))
        #expect(abs(calibration.logLikelihood - expected.logLikelihood) < 0.001)
    }

    /// How many items' figures could be compared.
    private func checkFit(_ calibration: Calibration, _ data: ItemResponses, _ expected: Expected) -> Int {
        // Where every number of right answers, but none and all, is a cell of its own; there are several ways to join.
        let whole = data.itemCount - 1 - 2
        let fits = SummedScoreFit.items(
            of: data, calibration.items.map { $0?.parameters }, model: .twoParameter)
        var compared = 0
        for (place, fit) in fits.enumerated() where fit?.freedom == whole && expected.freedom[place] == whole {
            compared += 1
            #expect(near([fit?.statistic ?? 0], [expected.statistic[place]], within: 0.02))
            #expect(near([fit?.pValue ?? 0], [expected.chance[place]], within: 0.002))
        }
        return compared
    }

    private func checkAbilities(_ calibration: Calibration, _ expected: Expected) {
        let answers = expected.persons.map { row in
            zip(row, calibration.items).compactMap { right, item in
                item.map { Ability.Answer(item: $0.parameters, isRight: right == 1) }
            }
        }
        let means = answers.map { Ability.expected(of: $0) }
        #expect(near(means.map(\.value), expected.abilities["EAP"] ?? [], within: 0.002))
        #expect(near(means.map(\.error), expected.abilityErrors["EAP"] ?? [], within: 0.002))
        let weighted = answers.compactMap { Ability.weighted(of: $0) }
        #expect(near(weighted.map(\.value), expected.abilities["WLE"] ?? [], within: 0.01))
    }
}
