import Content
import Testing

@Suite struct `The seeded generator` {
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
    }
}
