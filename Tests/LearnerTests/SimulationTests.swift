import BundledPacks
import Content
import Scoring
import Testing

@testable import Quiz

/// A smaller version of what `preceptor pack simulate` measures, with a margin for the smaller number.
@Suite struct `Simulated learners` {
    private func simulation(of pack: Pack? = nil, under policy: ID<Policy>? = nil, slip: Double = 0.05) throws
        -> Simulation
    {
        var behaviour = Simulation.Behaviour()
        behaviour.slip = slip
        behaviour.guess = slip
        return Simulation(of: try pack ?? visitPack(), under: policy, behaviour, seed: 1)
    }

    @Test func `are found out soon, and twice as soon as by chance`() throws {
        var simulation = try simulation()
        let adaptive = simulation.diagnose(.singles, learners: 48, in: .adaptive)
        let random = simulation.diagnose(.singles, learners: 48, in: .random)
        #expect(adaptive.count { $0.isRight(after: 5) } >= 43)
        #expect(adaptive.count { $0.certain(of: 0.95) != nil } >= 46)
        let answers = { (trials: [Simulation.Trial]) in
            trials.map { $0.certain(of: 0.95) ?? 40 }.reduce(0, +)
        }
        #expect(answers(adaptive) * 10 <= answers(random) * 6)
        #expect(Set(adaptive.map(\.truth)).count == (try visitPack()).misconceptions.count)
        #expect(simulation.inseparable.isEmpty)
    }

    @Test func `are never mistaken where they never slip`() throws {
        var simulation = try simulation(slip: 0)
        for trial in simulation.diagnose(.singles, learners: 24, in: .adaptive) {
            #expect(trial.certain(of: 0.95) != nil, "\(trial.truth.text)")
            #expect(trial.isRight(after: 8), "\(trial.truth.text)")
        }
    }

    @Test func `are cured by contrasts, and hardly ever told of beliefs that they do not hold`() throws {
        var simulation = try simulation()
        let believers = simulation.train(.singles, learners: 48, answers: 4, contrast: 0)
        #expect(believers.count { $0.isRight(after: 4) } >= 40, "\(believers.count { $0.isRight(after: 4) })")
        let singles = simulation.train(.singles, learners: 48, answers: 24, contrast: 0.5)
        let contrasts = singles.compactMap(\.curedAfter).sorted()
        #expect(contrasts.count >= 44 && contrasts[contrasts.count / 2] <= 3, "\(contrasts)")
        let sessions = simulation.train(.expected, learners: 100, answers: 12, contrast: 0.5)
        let wronglyMet = sessions.count { !$0.wronglyMet.isEmpty }
        #expect(wronglyMet <= 9, "\(wronglyMet)")
        var careful = try self.simulation(slip: 0)
        let never = careful.train(.singles, learners: 28, answers: 16, contrast: 0)
        #expect(never.allSatisfy { $0.curedAfter == nil && $0.wronglyMet.isEmpty })
    }

    @Test func `name no more than the best tree of answers could, and hardly less`() throws {
        var simulation = try simulation(of: bundledPack("critical-care"), slip: 0)
        let ceilings = (1...3).compactMap { simulation.ceiling(after: $0) }
        try #require(ceilings.count == 3)
        #expect(ceilings == ceilings.sorted() && ceilings[0] > 0 && ceilings[2] <= 1, "\(ceilings)")
        let beliefs = simulation.singles.count
        let trials = simulation.diagnose(.singles, learners: beliefs, in: .telling, atLeast: 3, atMost: 3)
        for (place, ceiling) in ceilings.enumerated() {
            let named = Double(trials.count { $0.isRight(after: place + 1) }) / Double(beliefs)
            #expect(named <= ceiling + 1e-9 && named >= ceiling - 0.25, "\(named) of \(ceiling)")
        }
    }

    @Test func `answer the same for the same seed`() throws {
        let trials = try (0..<2).map { _ in
            var simulation = try simulation(under: "cpt-midpoint")
            return simulation.diagnose(.singles, learners: 6, in: .random).map { trial in
                trial.named.map { "\($0.hypothesis.text) \($0.probability)" }
            }
        }
        #expect(trials[0] == trials[1])
    }

    @Test func `count as one where no item tells them apart`() throws {
        // Who credits every started hour is right where the payer does so too.
        var pack = try visitPack()
        pack.misconceptions.removeAll { !["always-rounds-up", "never-rounds", "counts-travel"].contains($0.id.text) }
        var simulation = try simulation(of: pack, under: "started-hour")
        #expect(simulation.inseparable.map(\.hypothesis.text) == ["always-rounds-up"])
        #expect(simulation.inseparable.map(\.from.text) == [""])
        let truths = Set(simulation.diagnose(.singles, learners: 4, in: .random).map(\.truth.text))
        #expect(truths == ["never-rounds", "counts-travel"])
    }
}
