import Quiz
import Testing

/// How fast items are answered.
struct PaceTests {
    private func pace(_ taken: Int...) -> Pace {
        taken.reduce(into: Pace()) { $0.add($1) }
    }

    @Test(
        arguments: [
            ([], nil), ([200_000], 18), ([180_000, 220_000], 18), ([60_000], 60), ([60_000, 60_000, 60_000], 60),
            ([257_143], 14), ([3_600_000], 12), ([3_600_000, 300_000], 12), ([1_000], 3_600), ([999], nil),
            ([10, 12, 9], nil), ([0], nil), ([10, 3_990], 1_800),
        ])
    func `items an hour, where somebody can have read them`(taken: [Int], anHour: Int?) {
        let pace = taken.reduce(into: Pace()) { $0.add($1) }
        #expect(pace.anHour == anHour)
        #expect(pace.answers == taken.count)
    }

    @Test func `two paces make one`() {
        var sum = pace(60_000, 70_000)
        sum.add(pace(80_000))
        #expect(sum == pace(80_000, 60_000, 70_000))
        sum.add(Pace())
        #expect(sum.answers == 3 && sum.anHour == 51)
    }
}
