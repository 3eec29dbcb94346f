import BundledPacks
import Content
import Scoring
import Testing

@testable import Quiz

@Suite struct `The cure of a belief` {
    private let space: BeliefSpace
    private let pack: Pack

    init() throws {
        pack = try visitPack()
        space = try bundledBeliefs()
    }

    @Test func `takes probes at a growing distance, and is over when it stayed away from all`() {
        var cure = Cure()
        cure.meet()
        #expect(cure.met == 1 && cure.isDue)
        var distances: [Int] = []
        while !cure.isOvercome {
            var wait = 0
            while !cure.isDue {
                cure.pass(isProbe: true)
                wait += 1
            }
            distances.append(wait)
            cure.pass(isProbe: true)
        }
        #expect(distances == Cure.distances)
        #expect(zip(distances, distances.dropFirst()).allSatisfy { $0 < $1 })
        cure.meet()
        #expect(cure.met == 2 && cure.isDue && !cure.isOvercome)
    }

    @Test func `waits for a probe that is due`() {
        var cure = Cure()
        cure.meet()
        for _ in 0..<5 { cure.pass(isProbe: false) }
        #expect(cure.isDue && cure.withstood == 0)
    }

    @Test func `takes counts that make no sense for the nearest that do`() {
        #expect(Cure(met: -1, withstood: -2, wait: -3) == Cure())
    }

    private func item(_ scenario: ID<Scenario>, _ policy: ID<Policy>) throws -> Item {
        let payer = try #require(space.payers.all.first { $0.policy.id == policy })
        return .claim(ClaimItem(Situation(try #require(pack.scenario(scenario)), under: payer)))
    }

    @Test func `begins with an answer that a likely belief leads to, and not with a slip`() throws {
        var model = LearnerModel(in: space)
        let half = try item("iv-antibiotics", "cpt-midpoint")
        try model.take("99601 x1, 99602 x1", to: half)
        #expect(model.cures.isEmpty, "one wrong answer may be a slip")
        try model.take("99601 x1, 99602 x1", to: try item("one-minute-over", "cpt-midpoint"))
        #expect(model.cures["always-rounds-up"]?.met == 1)
        try model.take("99601 x7, 99602 x5", to: half)
        #expect(model.cures.count == 1 && model.cures["always-rounds-up"]?.met == 1)
        try model.take(half.key, to: half, hints: 1)
        #expect(model.cures["always-rounds-up"]?.withstood == 0, "a hint may have told")
        try model.take(half.key, to: half)
        #expect(model.cures["always-rounds-up"] == Cure(met: 1, withstood: 1, wait: Cure.distances[1]))
        try model.take(try item("short-visit", "cpt-midpoint").key, to: try item("short-visit", "cpt-midpoint"))
        #expect(model.cures["always-rounds-up"]?.wait == Cure.distances[1] - 1)
    }

    // MARK: - In sessions

    /// Somebody who holds a belief until it was met so often, and knows everything else.
    private func session(
        of belief: ID<Misconception>, curedAfter times: Int, seed: UInt64, count: Int = 40
    ) throws -> [(planned: PlannedItem, isProbe: Bool, isRight: Bool)] {
        let position = try #require(space.position(of: belief.text))
        var request = PracticeRequest()
        request.count = count
        request.kinds = [.claim, .term]
        var planner = Planner(of: pack, for: request, in: space, seed: seed)
        var model = LearnerModel(in: space)
        var asked: [(planned: PlannedItem, isProbe: Bool, isRight: Bool)] = []
        while let next = planner.next(for: model, at: Moment(milliseconds: 0), seen: { _ in [] }) {
            let isCured = model.cures[belief]?.met ?? 0 >= times
            let isErring = !isCured && next.item.kind == .claim
            let answer = isErring ? try next.item.answer(of: position, in: space) : next.item.key
            let isProbe = next.item.kind == .claim && space.isProbe(next.item, of: position)
            asked.append((next, isProbe, try next.item.judge(answer).isRight))
            try model.take(answer, to: next.item)
        }
        return asked
    }

    @Test(arguments: ["always-rounds-up", "counts-travel", "primary-per-hour"], 0..<3 as Range<UInt64>)
    func `is probed at once in another guise, and then at a growing distance`(belief: String, seed: UInt64) throws {
        let asked = try session(of: ID(belief), curedAfter: 2, seed: seed)
        let probes = asked.indices.filter { if case .probes = asked[$0].planned.reason { true } else { false } }
        #expect(probes.count >= 3, "\(probes)")
        for probe in probes {
            #expect(asked[probe].isProbe)
            #expect(probe > 0 && asked[probe].planned.item.heading != asked[probe - 1].planned.item.heading)
        }
        let withstood = probes.filter { asked[$0].isRight }
        let distances = zip(withstood, withstood.dropFirst()).map { $1 - $0 }
        #expect(distances.count >= 2 && distances == distances.sorted(), "\(withstood)")
    }

    @Test func `gives the head a rest after two probes`() throws {
        let asked = try session(of: "always-rounds-up", curedAfter: 99, seed: 1, count: 24)
        var inARow = 0
        for (planned, _, _) in asked {
            if case .probes = planned.reason { inARow += 1 } else { inARow = 0 }
            #expect(inARow <= 2)
        }
    }
}
