import Foundation
import Measurement
import PseudoTerminal
import PythonPackages

/// The two-parameter model fitted to drawn answers on one thread, with all standard errors, beside girth on the same ones,
/// which gives none.
enum CalibrationBenchmark {
    private static let script = repository("Tests/MeasurementTests/Reference/speed.py")

    private struct Found: Decodable {
        let seconds: Double
        let discrimination, difficulty: [Double]
    }

    static func run() throws {
        print("calibration of people by items               s    rmse a    rmse b")
        for (people, items) in [(2_000, 50), (10_000, 100)] {
            let sample = DrawnAnswers(people: people, items: items, seed: UInt64(items))
            guard let responses = ItemResponses(sample.rows.map { $0.map { $0 } }) else { continue }
            var calibration: Calibration?
            let seconds = milliseconds { calibration = Calibration(of: responses, model: .twoParameter) } / 1_000
            let ours = calibration?.items.compactMap { $0?.parameters } ?? []
            let theirs = try girth(sample)
            let peer = zip(theirs.discrimination, theirs.difficulty).map {
                ItemParameters(discrimination: $0, difficulty: $1)
            }
            let (error, peerError) = (sample.errors(of: ours), sample.errors(of: peer))
            let isFast = seconds * 10 <= theirs.seconds
            let isClose =
                error.discrimination <= peerError.discrimination + 0.001
                && error.difficulty <= peerError.difficulty + 0.001
            print(row("preceptor, \(people) by \(items)", seconds, error))
            print(row("peer: girth", theirs.seconds, peerError))
            print(
                "  a tenth of the peer's time: \(isFast ? "kept" : "MISSED"); no worse in error: "
                    + (isClose ? "kept" : "MISSED"))
        }
    }

    private static func girth(_ sample: DrawnAnswers) throws -> Found {
        let folder = try TemporaryFolder()
        let lines = sample.rows.map { row in String(row.map { $0 ? "1" : "0" }) + "\n" }
        try lines.joined().write(toFile: folder.path(of: "answers.txt"), atomically: true, encoding: .utf8)
        let result = try PythonPackages("statistics").run(script, [folder.path(of: "answers.txt")])
        return try JSONDecoder().decode(Found.self, from: Data(result.outputBytes))
    }

    private static func row(
        _ title: String, _ seconds: Double, _ error: (discrimination: Double, difficulty: Double)
    ) -> String {
        let name = title.padding(toLength: 36, withPad: " ", startingAt: 0)
        return name + String(format: "%10.3f%10.4f%10.4f", seconds, error.discrimination, error.difficulty)
    }
}

/// Answers drawn from the two-parameter model: standard normal abilities and difficulties, discriminations whose logarithms
/// are normal with a deviation of 0.3.
private struct DrawnAnswers {
    let items: [ItemParameters]
    let rows: [[Bool]]

    init(people: Int, items count: Int, seed: UInt64) {
        var chance = Seeded(seed)
        let items = (0..<count).map { _ in ItemParameters(drawnWith: &chance) }
        self.items = items
        rows = (0..<people).map { _ in
            let ability = standardNormal(using: &chance)
            return items.map { Double.random(in: 0..<1, using: &chance) < $0.probability(at: ability) }
        }
    }

    /// The roots of the mean squared differences from the truth.
    func errors(of found: [ItemParameters]) -> (discrimination: Double, difficulty: Double) {
        func root(_ of: (ItemParameters) -> Double) -> Double {
            (zip(found, items).reduce(0) { $0 + pow(of($1.0) - of($1.1), 2) } / Double(items.count)).squareRoot()
        }
        return (root(\.discrimination), root(\.difficulty))
    }
}

extension ItemParameters {
    /// Parameters as they are drawn for figures.
    init(drawnWith chance: inout Seeded) {
        self.init(
            discrimination: exp(0.3 * standardNormal(using: &chance)), difficulty: standardNormal(using: &chance))
    }
}

/// A standard normal number (G. E. P. Box and M. E. Muller, 1958).
func standardNormal(using chance: inout Seeded) -> Double {
    let (one, other) = (Double.random(in: 0..<1, using: &chance), Double.random(in: 0..<1, using: &chance))
    return (-2 * log(1 - one)).squareRoot() * cos(2 * .pi * other)
}
