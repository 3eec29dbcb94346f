import Quiz
import Testing

@Suite struct ReferenceTests {
    private static let histories = 10_000

    @Test(.timeLimit(.minutes(5))) func `random histories end as in both reference packages`() throws {
        let rows = try ReferencePackages.rows(
            of: ExpectedReview.columns, from: "histories.py", ["\(Self.histories)", "6"])
        let expected = try rows.map { try #require(ExpectedReview($0)) }
        #expect(expected.last?.history == Self.histories - 1)

        let fsrs = FSRS()
        var memory: Memory?
        var history: Int?
        var differences: [String] = []
        for review in expected {
            if review.history != history { memory = nil }
            history = review.history
            differences += review.differences(from: memory, under: fsrs)
            memory = fsrs.next(memory, review.rating, elapsedDays: review.elapsedDays)
        }
        #expect(differences.count == 0, "\(differences.prefix(5))")
        #expect(Set(expected.map(\.rating)) == Set(Rating.allCases))
        #expect(expected.count { $0.elapsedDays == 0 } > Self.histories * 2)
    }
}

/// One line of `histories.py`.
private struct ExpectedReview {
    static let columns = 11

    let history: Int
    let rating: Rating
    let elapsedDays: Int
    let retention: Double
    let retrievability: Double
    let python: (memory: Memory, interval: Int)
    let rust: (memory: Memory, interval: Double)

    init?(_ row: ArraySlice<Double>) {
        guard row.count == Self.columns, row.allSatisfy(\.isFinite) else { return nil }
        let values = Array(row)
        guard let rating = Rating(rawValue: Int(values[1])) else { return nil }
        self.rating = rating
        history = Int(values[0])
        elapsedDays = Int(values[2])
        retention = values[3]
        retrievability = values[4]
        python = (Memory(stability: values[5], difficulty: values[6]), Int(values[7]))
        rust = (Memory(stability: values[8], difficulty: values[9]), values[10])
    }

    /// What our scheduler makes of the review otherwise, given our memory before it.
    func differences(from memory: Memory?, under fsrs: FSRS) -> [String] {
        let next = fsrs.next(memory, rating, elapsedDays: elapsedDays)
        let exact = fsrs.exactInterval(for: next, retention: retention)
        var differences: [String] = []
        func compare(_ what: String, _ ours: Double, _ theirs: Double, within tolerance: Double) {
            if !(abs(ours - theirs) <= tolerance) {
                differences.append("\(what) of history \(history): \(ours), not \(theirs)")
            }
        }
        if let memory {
            let ours = fsrs.retrievability(of: memory, after: Double(elapsedDays))
            compare("retrievability", ours, retrievability, within: 1e-12)
        }
        for (name, theirs, tolerance) in [("fsrs", python.memory, 1e-9), ("fsrs-rs", rust.memory, 1e-4)] {
            compare("\(name) difficulty", next.difficulty, theirs.difficulty, within: tolerance)
            compare(
                "\(name) stability", next.stability, theirs.stability, within: tolerance * max(1, theirs.stability))
        }
        let whole = fsrs.interval(for: next, retention: retention)
        compare("fsrs interval", Double(whole), Double(python.interval), within: 0)
        // The Rust library does not limit what it does not round.
        let limited = min(rust.interval, FSRS.longestInterval)
        compare("fsrs-rs interval", exact, limited, within: 1e-4 * max(1, limited))
        return differences
    }
}
