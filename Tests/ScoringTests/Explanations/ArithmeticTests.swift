import Testing

@testable import Scoring

/// What a beginner reads of a derivation adds up, sentence by sentence.
struct ArithmeticTests {
    /// The reader itself: what it takes for right and for wrong.
    @Test(
        arguments: [
            ("24 + 23 makes 47 minutes in all.", 1, 0), ("24 + 23 makes 48 minutes in all.", 1, 1),
            ("Together that is 300 + 200.5, 500.5 mg.", 1, 0), ("Together that is 300 + 200.5, 500 mg.", 1, 1),
            ("275 minutes are left: 4 times 60 and a part of 35.", 1, 0),
            ("275 minutes are left: 3 times 60 and a part of 95.", 1, 1),
            ("75 minutes are left: 60 and a part of 15.", 1, 0), ("75 minutes are left: 60 and a part of 5.", 1, 1),
            ("34.5 mg is 3 times 10 and a part of 4.5.", 1, 0), ("34.5 mg is 3 times 10.", 1, 1),
            ("97110 has 31 minutes, 2 times 15 and 1 left: x2.", 1, 0),
            ("97110 has 31 minutes, 1 times 15 and 16 left: x2.", 1, 1),
            ("3 times that is J0690 x84.", 1, 0), ("3 times that is J0690 x85.", 1, 1),
            ("240 of the 270 minutes can be billed.", 1, 0), ("270 of the 270 minutes can be billed.", 1, 1),
            ("At most 2 units of 99602 a day can be paid, so x4 becomes x2.", 1, 0),
            ("At most 2 units of 99602 a day can be paid, so x2 becomes x2.", 1, 1),
            ("09:00 to 10:00 is 60 minutes.", 1, 0), ("09:00 to 10:00 is 61 minutes.", 1, 1),
            ("23:00 to 00:30 the next day and 01:00 to 01:10 come to 100 minutes.", 1, 0),
            ("99601 covers the first 120 minutes.", 0, 0),
        ])
    func `sums are read back from words`(text: String, count: Int, errors: Int) {
        let read = WrittenArithmetic(text)
        #expect(read.count == count && read.errors.count == errors, "\(read)")
    }

    private static func check(_ key: Key) -> Int {
        let read = WrittenArithmetic(key.steps.text(by: .plain))
        #expect(read.errors.isEmpty, "\(read.errors) of \(key.steps.map(\.text))")
        return read.count
    }

    @Test(arguments: 0..<6) func `visits of every kind add up`(seed: UInt64) {
        var generator = Seeded(seed &+ 300)
        var found = 0
        for _ in 0..<150 {
            let rules = Rules.arbitrary(using: &generator)
            found += Self.check(derive(.arbitrary(using: &generator), under: rules))
        }
        #expect(found > 100)
    }

    @Test(arguments: 0..<6) func `whole claims add up`(seed: UInt64) {
        var generator = Seeded(seed &+ 400)
        var found = 0
        for _ in 0..<120 {
            let rules = WholeClaim.arbitraryRules(using: &generator)
            found += Self.check(derive(WholeClaim.arbitrary(using: &generator), under: rules))
        }
        #expect(found > 100)
    }

    @Test(arguments: 0..<4) func `days of infusions and pushes add up`(seed: UInt64) {
        var generator = Seeded(seed &+ 500)
        for _ in 0..<120 {
            let services = HierarchyReference.services(using: &generator)
            _ = Self.check(derive(.visits(HierarchyDayTests.visit(services)), under: HierarchyDayTests.rules))
        }
        // The same drug again and again, whose minutes are added up.
        for _ in 0..<60 {
            let services = (0..<Int.random(in: 2...4, using: &generator)).map { number in
                HierarchyMinuteTests.ran(
                    "infusion", "a", from: 480 + 180 * number, for: .random(in: 16...170, using: &generator))
            }
            let key = derive(.visits(HierarchyDayTests.visit(services)), under: HierarchyDayTests.rules)
            #expect(Self.check(key) >= services.count - 1)
        }
    }

    @Test(arguments: [Policy.Pooling.total, .each]) func `shared minutes add up`(pooling: Policy.Pooling) {
        var generator = Seeded(600)
        let rules = Rules(codes: PoolTests.set, policy: Policy(id: "p", credit: .atLeast(8))).changed {
            $1.pooling = pooling
        }
        for _ in 0..<200 {
            let minutes = (0..<Int.random(in: 2...4, using: &generator)).map { _ in
                Int.random(in: 1...70, using: &generator)
            }
            _ = Self.check(derive(PoolTests.encounter(minutes), under: rules))
        }
    }
}
