import Quiz
import Testing

/// Values that the reference packages gave, for a check without Python.
@Suite struct GoldenTests {
    /// A review, with what `fsrs` 6.3.2 gave: `Scheduler(enable_fuzzing=False, learning_steps=[],
    /// relearning_steps=[])`, the retrievability just before the review and the card after it.
    struct Reviewed: Sendable {
        let rating: Rating
        let gap: Int
        let retrievability: Double
        let stability: Double
        let difficulty: Double
        let interval: Int

        init(_ rating: Rating, _ gap: Int, _ before: Double, _ stability: Double, _ difficulty: Double, _ days: Int) {
            self.rating = rating
            self.gap = gap
            retrievability = before
            self.stability = stability
            self.difficulty = difficulty
            interval = days
        }
    }

    static let published: [[Reviewed]] = [
        [
            Reviewed(.again, 0, 0, 0.212, 6.4133, 1),
            Reviewed(.good, 1, 0.7661957302284143, 1.8867876195204154, 6.402115069296838, 2),
            Reviewed(.good, 3, 0.8651312025131213, 7.638230927412736, 6.3909413235243795, 8),
            Reviewed(.good, 8, 0.8967894023704956, 21.607829063270874, 6.379778751497693, 22),
            Reviewed(.good, 21, 0.9019482596279736, 53.18989886195971, 6.368627342043034, 53),
        ],
        [
            Reviewed(.good, 0, 0, 2.3065, 2.118103970459016, 2),
            Reviewed(.good, 0, 1, 2.3065, 2.111214235785395, 2),
            Reviewed(.easy, 2, 0.9094932559773545, 18.534332441919037, 1, 19),
            Reviewed(.again, 45, 0.8287754847876311, 2.3301894804400174, 7.0269895692968385, 2),
            Reviewed(.hard, 0, 1, 2.3301894804400174, 8.011605503110008, 2),
            Reviewed(.good, 1, 0.9472909955333815, 4.015377484236874, 7.998822266903736, 4),
            Reviewed(.easy, 400, 0.49261085332078447, 61.95048418872641, 7.315350292682166, 62),
            Reviewed(.again, 0, 1, 16.76508672617589, 9.102802266119475, 17),
            Reviewed(.again, 0, 1, 4.944444920762578, 9.6903255751149, 5),
        ],
    ]

    /// Parameters other than the published ones, with what `fsrs` 6.3.2 gave under them.
    static let fitted = [
        0.4, 1.5, 3, 15.5, 7, 0.6, 1.4, 0.01, 1.6, 0.15, 1, 1.9, 0.1, 0.3, 2.2, 0.25, 3, 0.5, 0.6, 0.1, 0.3,
    ]
    static let underFitted = [
        Reviewed(.good, 0, 0, 3, 4.679883077263453, 3),
        Reviewed(.hard, 0, 1, 3, 5.471885777948116, 3),
        Reviewed(.easy, 4, 0.8749363701362014, 30.841571602520247, 4.739340855328515, 31),
        Reviewed(.again, 60, 0.8357568632772422, 4.257792580872662, 6.331733988689917, 4),
        Reviewed(.again, 0, 1, 1.8291946119699534, 7.417746105642394, 2),
        Reviewed(.good, 1, 0.9397774985110058, 3.669331062956225, 7.36307216994184, 4),
        Reviewed(.hard, 7, 0.8379576532670285, 6.0611887923457, 7.715031859427248, 6),
    ]

    @Test(arguments: published) func `a history under the published parameters`(history: [Reviewed]) {
        check(history, under: FSRS())
    }

    @Test func `a history under other parameters`() throws {
        check(Self.underFitted, under: FSRS(parameters: try #require(FSRS.Parameters(Self.fitted))))
    }

    private func check(_ history: [Reviewed], under fsrs: FSRS) {
        var memory: Memory?
        for review in history {
            if let memory {
                let retrievability = fsrs.retrievability(of: memory, after: Double(review.gap))
                #expect(abs(retrievability - review.retrievability) < 1e-12)
            }
            let next = fsrs.next(memory, review.rating, elapsedDays: review.gap)
            #expect(abs(next.stability - review.stability) < 1e-10)
            #expect(abs(next.difficulty - review.difficulty) < 1e-10)
            #expect(fsrs.interval(for: next) == review.interval)
            memory = next
        }
    }

    /// A memory, days since its review, and the stability and difficulty after each rating from again to easy that
    /// `fsrs-rs-python` 0.9.3 gave: `FSRS(DEFAULT_PARAMETERS).next_states(MemoryState(s, d), 0.9, days)`. It works in
    /// single precision.
    static let limits: [(Double, Double, Int, [(Double, Double)])] = [
        (0.001, 5, 0, [(0.001, 8.341763), (0.001, 6.665996), (0.0016553398, 4.990228), (0.0028476852, 3.3144615)]),
        (0.001, 5, 1, [(0.001, 8.341763), (0.051688526, 6.665996), (0.0852842, 4.990228), (0.15885589, 3.3144615)]),
        (1, 10, 0, [(0.35504028, 9.985229), (1, 9.985229), (1.0507203, 9.985229), (1.8075567, 9.985229)]),
        (1, 10, 1, [(0.30357045, 9.985229), (1.3240131, 9.985229), (1.5387647, 9.985229), (2.0090523, 9.985229)]),
        (10, 1, 0, [(3.0512488, 7.0269895), (10, 4.0106087), (10, 1), (15.534309, 1)]),
        (10, 1, 9, [(1.5187567, 7.0269895), (30.457964, 4.0106087), (44.017227, 1), (73.71087, 1)]),
        (36500, 5, 0, [(6491.8975, 8.341763), (36500, 6.665996), (36500, 4.990228), (36500, 3.3144615)]),
        (36500, 5, 400, [(19.981867, 8.341763), (36500, 6.665996), (36500, 4.990228), (36500, 3.3144615)]),
    ]

    @Test(arguments: limits)
    func `one review at the limits`(
        stability: Double, difficulty: Double, days: Int, expected: [(stability: Double, difficulty: Double)]
    ) {
        let memory = Memory(stability: stability, difficulty: difficulty)
        for (rating, theirs) in zip(Rating.allCases, expected) {
            let next = FSRS().next(memory, rating, elapsedDays: days)
            #expect(abs(next.stability - theirs.stability) <= 2e-6 * theirs.stability, "\(rating)")
            #expect(abs(next.difficulty - theirs.difficulty) <= 2e-6, "\(rating)")
        }
    }

    /// `FSRS(DEFAULT_PARAMETERS).next_interval(10, retention, 3)` of `fsrs-rs-python` 0.9.3.
    @Test(arguments: [
        (0.7, 92.87909), (0.8, 33.15958), (0.9, 10), (0.95, 4.025587), (0.99, 0.68698263), (0.9999, 0.006618639),
    ])
    func `the interval of a stability of ten days`(retention: Double, days: Double) {
        let memory = Memory(stability: 10, difficulty: 5)
        // Near 1 single precision loses most of what is left of `r^(1/decay) - 1`.
        let tolerance = max(1e-5 * days, 5e-6)
        #expect(abs(FSRS().exactInterval(for: memory, retention: retention) - days) < tolerance)
        #expect(abs(FSRS(retention: retention).exactInterval(for: memory) - days) < tolerance)
    }
}
