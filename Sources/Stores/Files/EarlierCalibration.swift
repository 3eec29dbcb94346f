import FoundationEssentials
package import Measurement

/// What `exam calibrate --json` wrote of families, read back so that a later calibration can keep its scale.
package struct EarlierCalibration: Sendable {
    /// By the families' names.
    package let families: [String: CalibratedItem]
    /// What answers to each family that were not wholly right earned on average, from 0 to 1.
    package let partial: [String: Double]

    /// - Returns: Nil where the bytes are no such thing, or a figure in it is none that a calibration has.
    package init?(_ bytes: [UInt8]) {
        guard let written = try? JSONDecoder().decode(Written.self, from: Data(bytes)) else { return nil }
        var families: [String: CalibratedItem] = [:]
        for family in written.families {
            guard let difficulty = family.difficulty, let discrimination = family.discrimination else { continue }
            guard discrimination > 0, [difficulty, discrimination].allSatisfy({ abs($0) < 1_000 }),
                [family.difficultyError, family.discriminationError].allSatisfy({ $0 ?? 1 >= 0 })
            else { return nil }
            families[family.name] = CalibratedItem(
                parameters: ItemParameters(discrimination: discrimination, difficulty: difficulty),
                discriminationError: family.discriminationError, difficultyError: family.difficultyError,
                responses: family.answers)
        }
        self.families = families
        partial = Dictionary(
            written.families.compactMap { family in
                family.partial.flatMap { (0..<1).contains($0) ? (family.name, $0) : nil }
            }
        ) { first, _ in first }
    }

    private struct Written: Decodable {
        let families: [Family]
    }

    private struct Family: Decodable {
        let name: String
        let answers: Int
        let difficulty, difficultyError, discrimination, discriminationError, partial: Double?
    }
}
