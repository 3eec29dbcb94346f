import Quiz
import Testing

@Suite struct ReviewTests {
    @Test(arguments: [
        (false, 0, false, false, Recall.again), (false, 2, true, true, .again), (false, 0, false, true, .again),
        (true, 1, false, false, .hard), (true, 3, false, true, .hard), (true, 0, true, false, .hard),
        (true, 0, true, true, .hard), (true, 0, false, false, .good), (true, 0, false, true, .easy),
    ])
    func `a graded answer stands for a rating`(
        isRight: Bool, hints: Int, isMisspelt: Bool, isFast: Bool, expected: Recall
    ) {
        #expect(Recall(isRight: isRight, hints: hints, isMisspelt: isMisspelt, isFast: isFast) == expected)
    }

    @Test func `ratings bear their published numbers`() { #expect(Recall.allCases.map(\.rawValue) == [1, 2, 3, 4]) }

    @Test(arguments: [
        (0, 0, 0), (86_399, 0, 0), (86_400, 0, 1), (-1, 0, -1), (-86_400, 0, -1), (-86_401, 0, -2),
        // 1 March 2024, 2:30 UTC: still the day before where days begin three hours later.
        (1_709_260_200, 0, 19_783), (1_709_260_200, 3 * 3600, 19_782), (1_709_260_200 + 1800, 3 * 3600, 19_783),
        // New York in winter with days from midnight: five hours later.
        (1_709_260_200, 5 * 3600, 19_782), (1_709_260_200 - 3 * 3600, -3600, 19_783),
    ])
    func `seconds fall on the learner's day`(seconds: Int, dayStart: Int, day: Int) {
        #expect(Review(.good, seconds: seconds, dayStart: dayStart).day == day)
    }

    @Test func `absurd times give some schedule`() throws {
        let history = [
            Review(.good, day: .min), Review(.good, day: .max), Review(.good, seconds: .max, dayStart: .min),
            Review(.again, seconds: .min, dayStart: .max), Review(.easy, day: .max),
        ]
        let schedule = try #require(FSRS().replay(history))
        #expect(schedule.due > schedule.reviewed)
    }

    @Test func `a history is given in the optimiser's form`() {
        let history = [
            Review(.good, day: 19_783), Review(.again, day: 19_783), Review(.hard, day: 19_790),
            Review(.easy, day: 19_788), Review(.good, day: 19_800),
        ]
        let steps = ReviewStep.steps(of: history)
        #expect(steps.map(\.rating) == [.good, .again, .hard, .easy, .good])
        #expect(steps.map(\.elapsedDays) == [0, 0, 7, 0, 12])
    }

    @Test func `parameters are twenty-one finite numbers within bounds`() throws {
        let published = FSRS.Parameters.published
        #expect(FSRS.Parameters(published.values) == published)
        #expect(FSRS.Parameters(Array(published.values.dropLast())) == nil)
        #expect(FSRS.Parameters(published.values + [0.5]) == nil)
        var values = published.values
        values[20] = Double(Float(0.8))
        #expect(try #require(FSRS.Parameters(values)).values[20] == 0.8)
        values[0] = -3
        #expect(try #require(FSRS.Parameters(values)).values[0] == 0.001)
        values[3] = .nan
        #expect(FSRS.Parameters(values) == nil)
    }
}
