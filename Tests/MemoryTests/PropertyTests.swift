import Content
import Quiz
import Testing

/// What holds for every memory, whatever the parameters' values.
@Suite struct PropertyTests {
    static let schedulers = [FSRS.Parameters.published.values, GoldenTests.fitted]
        .compactMap { FSRS.Parameters($0).map { FSRS(parameters: $0) } }

    static let memories = [0.001, 0.1, 1, 7, 90, 1000, 36_500].flatMap { stability in
        [1, 3.3, 7, 10].map { Memory(stability: stability, difficulty: $0) }
    }

    static let gaps = [0, 1, 2, 5, 30, 400, 40_000]

    @Test func `every parameter set of the tests is one`() { #expect(Self.schedulers.count == 2) }

    @Test(arguments: schedulers, memories)
    func `a recall never lowers stability, and a better one never raises it less`(fsrs: FSRS, memory: Memory) {
        for gap in Self.gaps {
            let after = [Rating.hard, .good, .easy].map { fsrs.next(memory, $0, elapsedDays: gap) }
            #expect(after.allSatisfy { $0.stability >= memory.stability })
            #expect(after[0].stability <= after[1].stability && after[1].stability <= after[2].stability)
            #expect(after[0].difficulty >= after[1].difficulty && after[1].difficulty >= after[2].difficulty)
        }
    }

    @Test(arguments: schedulers, memories)
    func `forgetting lowers stability unless it is at its least`(fsrs: FSRS, memory: Memory) {
        for gap in Self.gaps where memory.stability > 0.1 {
            #expect(fsrs.next(memory, .again, elapsedDays: gap).stability < memory.stability)
        }
    }

    @Test(arguments: schedulers, memories)
    func `retrievability is one at first, nine tenths after the stability, and always falls`(
        fsrs: FSRS, memory: Memory
    ) {
        #expect(fsrs.retrievability(of: memory, after: 0) == 1)
        #expect(fsrs.retrievability(of: memory, after: -3) == 1)
        #expect(abs(fsrs.retrievability(of: memory, after: memory.stability) - 0.9) < 1e-12)
        let course = stride(from: 0.0, through: 800, by: 0.5).map { fsrs.retrievability(of: memory, after: $0) }
        #expect(zip(course, course.dropFirst()).allSatisfy { $0 > $1 && $1 > 0 })
    }

    @Test(arguments: schedulers, memories)
    func `intervals rise as the retention wished for falls`(fsrs: FSRS, memory: Memory) {
        let retentions = stride(from: 0.99, through: 0.5, by: -0.01)
        let exact = retentions.map { fsrs.exactInterval(for: memory, retention: $0) }
        #expect(zip(exact, exact.dropFirst()).allSatisfy { $0 < $1 || $1 == FSRS.longestInterval })
        let whole = retentions.map { fsrs.interval(for: memory, retention: $0) }
        #expect(zip(whole, whole.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(whole.allSatisfy { (1...36_500).contains($0) })
    }

    @Test(arguments: schedulers, memories)
    func `retrievability at the exact interval is the retention wished for`(fsrs: FSRS, memory: Memory) {
        for retention in [0.8, 0.9, 0.97] {
            let days = fsrs.exactInterval(for: memory, retention: retention)
            guard days < FSRS.longestInterval else { continue }
            #expect(abs(fsrs.retrievability(of: memory, after: days) - retention) < 1e-9)
        }
    }

    @Test(arguments: memories) func `a day before the last review counts as the same day`(memory: Memory) {
        for rating in Rating.allCases {
            #expect(FSRS().next(memory, rating, elapsedDays: -5) == FSRS().next(memory, rating, elapsedDays: 0))
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `a card is reviewed day by day`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let fsrs = FSRS(retention: 0.85)
        var schedule: Schedule?
        var memory: Memory?
        var day = Int.random(in: 18_000...22_000, using: &generator)
        for _ in 0...Int.random(in: 0...30, using: &generator) {
            let gap = Bool.random(using: &generator) ? Int.random(in: 0...300, using: &generator) : 0
            let rating = try #require(Rating.allCases.randomElement(using: &generator))
            day += gap
            schedule = fsrs.schedule(after: schedule, rating, on: day)
            memory = fsrs.next(memory, rating, elapsedDays: gap)
        }
        let last = try #require(schedule)
        #expect(last.memory == memory)
        #expect(last.reviewed == day)
        #expect(last.due == day + fsrs.interval(for: last.memory))
    }

    @Test func `a clock that was set back makes no time pass`() {
        let first = FSRS().schedule(after: nil, .good, on: 20_000)
        let same = FSRS().schedule(after: first, .good, on: 20_000)
        let earlier = FSRS().schedule(after: first, .good, on: 19_000)
        #expect(earlier.memory == same.memory && earlier.reviewed == 19_000)
    }

    @Test(arguments: [Double.nan, -.infinity, .infinity, -1, 0, 1e300])
    func `what is no memory becomes one`(value: Double) {
        let memory = Memory(stability: value, difficulty: value)
        #expect(Memory.stabilities.contains(memory.stability) && Memory.difficulties.contains(memory.difficulty))
        let fsrs = FSRS(retention: value)
        #expect(FSRS.retentions.contains(fsrs.retention))
        #expect((1...36_500).contains(fsrs.interval(for: memory, retention: value)))
    }
}
