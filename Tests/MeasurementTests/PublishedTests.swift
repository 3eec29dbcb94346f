import Measurement
import Testing

/// Estimates that others have published, of data that they have published too.
@Suite struct `Published estimates` {
    struct Published: Sendable {
        let table: String
        let model: CalibrationModel
        let discrimination, difficulty: [Double]
        var discriminationError: [Double]?
        var difficultyError: [Double]?
        let logLikelihood: Double
    }

    static let all = [
        // D. Rizopoulos, "ltm: an R package for latent variable modeling and item response theory analyses", Journal of
        // Statistical Software 17 (5) (2006), and the package's own examples.
        Published(
            table: "LSAT6", model: .rasch, discrimination: Array(repeating: 0.7551, count: 5),
            difficulty: [-3.6153, -1.3224, -0.3176, -1.7301, -2.7802],
            discriminationError: Array(repeating: 0.0694, count: 5),
            difficultyError: [0.3266, 0.1422, 0.0977, 0.1691, 0.2510], logLikelihood: -2466.938),
        Published(
            table: "LSAT6", model: .twoParameter, discrimination: [0.8254, 0.7229, 0.8905, 0.6886, 0.6575],
            difficulty: [-3.3597, -1.3696, -0.2799, -1.8659, -3.1236],
            discriminationError: [0.2581, 0.1867, 0.2326, 0.1852, 0.2100],
            difficultyError: [0.8669, 0.3073, 0.0997, 0.4341, 0.8700], logLikelihood: -2466.653),
        // R. P. Chalmers, "mirt: a multidimensional item response theory package for the R environment", Journal of
        // Statistical Software 48 (6) (2012), which gives intercepts 1.856, 0.808, 1.804, 0.486 and 1.855.
        Published(
            table: "LSAT7", model: .twoParameter, discrimination: [0.988, 1.081, 1.706, 0.765, 0.736],
            difficulty: [-1.8785, -0.7475, -1.0574, -0.6353, -2.5204], logLikelihood: -2658.805),
    ]

    @Test(arguments: all) func `are ours within 0.005`(published: Published) throws {
        let calibration = Calibration(of: try responses(try table(published.table)), model: published.model)
        let items = calibration.items.compactMap(\.self)
        #expect(calibration.isConverged)
        #expect(near(items.map(\.parameters.discrimination), published.discrimination, within: 0.005))
        #expect(near(items.map(\.parameters.difficulty), published.difficulty, within: 0.005))
        if let errors = published.discriminationError {
            #expect(near(items.compactMap(\.discriminationError), errors, within: 0.005))
        }
        if let errors = published.difficultyError {
            #expect(near(items.compactMap(\.difficultyError), errors, within: 0.005))
        }
        #expect(abs(calibration.logLikelihood - published.logLikelihood) < 0.001)
    }

    @Test func `of S-X2 on LSAT7 are ours within 0.01`() throws {
        // The examples of mirt's `itemfit`.
        let data = try responses(try table("LSAT7"))
        let calibration = Calibration(of: data, model: .twoParameter)
        let fits = SummedScoreFit.items(
            of: data, calibration.items.map { $0?.parameters }, model: .twoParameter
        ).compactMap(\.self)
        #expect(near(fits.map(\.statistic), [4.749, 14.451, 1.270, 5.237, 0.941], within: 0.01))
        #expect(near(fits.map(\.pValue), [0.093, 0.001, 0.530, 0.073, 0.625], within: 0.001))
        #expect(fits.allSatisfy { $0.freedom == 2 })
    }
}
