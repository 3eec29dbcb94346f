import Testing

@testable import Quiz

@Suite struct `The seeded generator` {
    /// From the reference implementation of SplitMix64 by Sebastiano Vigna, prng.di.unimi.it/splitmix64.c.
    @Test func `gives SplitMix64's numbers`() {
        var generator = SeededGenerator(seed: 1_234_567)
        #expect(generator.next() == 6_457_827_717_110_365_317)
        #expect(generator.next() == 3_203_168_211_198_807_973)
        #expect(generator.next() == 9_817_491_932_198_370_423)
        #expect(generator.next() == 4_593_380_528_125_082_431)
        #expect(generator.next() == 16_408_922_859_458_223_821)
    }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func `draws every number below a bound, and no other`(bound: Int) {
        var generator = SeededGenerator(seed: 5)
        let drawn = Set((0..<bound * 20).map { _ in generator.below(bound) })
        #expect(drawn == Set(0..<bound))
    }

    @Test func `shuffles into every order alike`() {
        var generator = SeededGenerator(seed: 9)
        var counts: [[Int]: Int] = [:]
        for _ in 0..<6_000 { counts[generator.shuffled([1, 2, 3]), default: 0] += 1 }
        #expect(counts.count == 6)
        #expect(counts.values.allSatisfy { (850...1_150).contains($0) })
        #expect(generator.shuffled([Int]()).isEmpty)
    }
}
