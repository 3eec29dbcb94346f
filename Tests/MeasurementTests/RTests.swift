import Foundation
import Measurement
import Testing

/// What R's eRm, which estimates without assuming how abilities are distributed, and R's own `mantelhaen.test` make of
/// tables: `Reference/reference.R` wrote `Reference/R.json`.
@Suite struct `Measurement beside R` {
    private struct Expected: Decodable {
        let difficulty, difficultyError, outfit, outfitZ, infit, infitZ, oddsRatio, statistic, chance: [Double]
    }

    private func expected(_ name: String) throws -> Expected {
        let data = try Data(contentsOf: referenceFolder.appending(path: "R.json"))
        return try #require(try JSONDecoder().decode([String: Expected].self, from: data)[name])
    }

    @Test(arguments: ["LSAT6", "LSAT7", "Rasch8"])
    func `Rasch difficulties are eRm's conditional ones within 0.02, and mean squares too`(name: String) throws {
        let expected = try expected(name)
        let data = try responses(try table(name))
        let items = Calibration(of: data, model: .rasch).items.map { $0?.parameters }
        // Logits whose mean is 0, as eRm gives them.
        let logits = items.compactMap(\.self).map { $0.discrimination * $0.difficulty }
        let mean = logits.reduce(0, +) / Double(logits.count)
        #expect(near(logits.map { $0 - mean }, expected.difficulty, within: 0.02))

        let fits = MeanSquares.items(of: data, items).compactMap(\.self)
        #expect(near(fits.map(\.outfit), expected.outfit, within: 0.02))
        #expect(near(fits.map(\.infit), expected.infit, within: 0.02))
        #expect(near(fits.compactMap(\.outfitZ), expected.outfitZ, within: 0.1))
        #expect(near(fits.compactMap(\.infitZ), expected.infitZ, within: 0.1))
    }

    @Test(arguments: ["LSAT6", "LSAT7", "Rasch8"])
    func `differences between groups are those of mantelhaen.test`(name: String) throws {
        let expected = try expected(name)
        let rows = try table(name)
        let data = try responses(rows)
        let isFocal = rows.enumerated().map { place, row in
            (place + 1).isMultiple(of: 3) || ((place + 1).isMultiple(of: 2) && !row[0])
        }
        let strata = data.strata(by: rows.map { _ in 0 })
        let found = DifferentialFunctioning.items(of: data, isFocal: isFocal, strata: strata).compactMap(\.self)
        #expect(near(found.map(\.oddsRatio), expected.oddsRatio, within: 1e-6))
        #expect(near(found.map(\.statistic), expected.statistic, within: 1e-6))
        #expect(near(found.map(\.pValue), expected.chance, within: 1e-6))
        #expect(found.map(\.size).first == .large && found.dropFirst().allSatisfy { $0.size == .negligible })
    }
}
