import Foundation
import Measurement
import PseudoTerminal
import Testing

/// A table of answers that others have calibrated, by the name of its file in `Reference`: patterns, 1 for a right answer,
/// and how many people gave them.
///
/// LSAT6 and LSAT7 are sections of the Law School Admission Test (R. D. Bock and M. Lieberman, "Fitting a response model
/// for n dichotomously scored items", Psychometrika 35 (1970)); Rasch8 was drawn from the Rasch model.
func table(_ name: String) throws -> [[Bool]] {
    let text = try String(contentsOf: referenceFolder.appending(path: "\(name).txt"), encoding: .utf8)
    return try text.split(separator: "\n").flatMap { line in
        let words = line.split(separator: " ")
        let count = try #require(words.last.flatMap { Int($0) })
        return Array(repeating: words[0].map { $0 == "1" }, count: count)
    }
}

let referenceFolder = URL(filePath: repository("Tests/MeasurementTests/Reference"))

func responses(_ rows: [[Bool]]) throws -> ItemResponses { try #require(ItemResponses(rows.map { $0.map { $0 } })) }

/// People and items whose true abilities and parameters are known.
struct Sample {
    let items: [ItemParameters]
    let abilities: [Double]
    let rows: [[Bool]]

    /// Abilities and difficulties are standard normal, logarithms of discriminations normal with a deviation.
    init(people: Int, items count: Int, spread: Double, seed: UInt64) {
        var chance = Seeded(seed)
        let items = (0..<count).map { _ in
            ItemParameters(
                discrimination: exp(spread * normal(using: &chance)), difficulty: normal(using: &chance))
        }
        self.items = items
        abilities = (0..<people).map { _ in normal(using: &chance) }
        rows = abilities.map { ability in
            items.map { Double.random(in: 0..<1, using: &chance) < $0.probability(at: ability) }
        }
    }
}

/// A standard normal number (G. E. P. Box and M. E. Muller, 1958).
func normal(using chance: inout Seeded) -> Double {
    let (one, other) = (Double.random(in: 0..<1, using: &chance), Double.random(in: 0..<1, using: &chance))
    return (-2 * log(1 - one)).squareRoot() * cos(2 * .pi * other)
}

/// The root of the mean of squared differences.
func rootMeanSquare(_ differences: [Double]) -> Double {
    (differences.reduce(0) { $0 + $1 * $1 } / Double(differences.count)).squareRoot()
}

/// Whether figures are all within a distance of others.
func near(_ ours: [Double], _ theirs: [Double], within distance: Double) -> Bool {
    ours.count == theirs.count && zip(ours, theirs).allSatisfy { abs($0 - $1) <= distance }
}

extension [ItemParameters] {
    /// The ability of which a share is expected to be right, where nothing is given for parts.
    func ability(ofShare share: Double) -> Double? { map { ExpectedCredit($0) }.ability(ofShare: share) }
}
