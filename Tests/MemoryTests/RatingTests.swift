import Quiz
import Testing

@Suite struct RatingTests {
    @Test(arguments: [
        (false, 0, false, false, Rating.again), (false, 2, true, true, .again), (false, 0, false, true, .again),
        (true, 1, false, false, .hard), (true, 3, false, true, .hard), (true, 0, true, false, .hard),
        (true, 0, true, true, .hard), (true, 0, false, false, .good), (true, 0, false, true, .easy),
    ])
    func `a graded answer stands for a rating`(
        isRight: Bool, hints: Int, isMisspelt: Bool, isFast: Bool, expected: Rating
    ) {
        #expect(Rating(isRight: isRight, hints: hints, isMisspelt: isMisspelt, isFast: isFast) == expected)
    }

    @Test func `ratings bear their published numbers`() { #expect(Rating.allCases.map(\.rawValue) == [1, 2, 3, 4]) }

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
