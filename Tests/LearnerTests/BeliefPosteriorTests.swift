import BundledPacks
import Content
import Scoring
import Testing

@testable import Quiz

@Suite struct `What a learner may believe` {
    let space: BeliefSpace
    /// Enough claims for every belief to show.
    let claims: [Item]

    init() throws {
        space = try bundledBeliefs()
        claims = try visitItems(100, seed: 3, kinds: [.claim])
    }

    private func position(_ belief: String) throws -> Int { try #require(space.position(of: belief)) }

    @Test func `is shared out beforehand among none, one and two`() {
        let shares = (0...2).map { size in
            zip(space.hypotheses, space.prior).filter { $0.0.beliefs.count == size }.reduce(0) { $0 + $1.1 }
        }
        for (share, expected) in zip(shares, [0.3, 0.6, 0.1]) { #expect(abs(share - expected) < 1e-9) }
        #expect(space.hypotheses[space.right].beliefs.isEmpty)
        #expect(space.hypotheses.allSatisfy { $0.beliefs.count <= 2 })
        #expect(Set(space.hypotheses).count == space.hypotheses.count)
    }

    @Test func `has every misconception of the pack among it`() throws {
        for misconception in try visitPack().misconceptions {
            #expect(space.position(of: misconception.id.text) != nil, "\(misconception.id)")
        }
    }

    @Test func `names whoever answers by one belief, and whoever has none`() throws {
        for position in space.hypotheses.indices where space.hypotheses[position].beliefs.count <= 1 {
            var model = LearnerModel(in: space)
            try model.take(position, answering: claims)
            #expect(model.beliefs.named.hypothesis == space.hypotheses[position])
            #expect(model.beliefs.named.probability > 0.8)
            #expect(model.beliefs.suspected == space.hypotheses[position].beliefs)
        }
    }

    @Test func `forgives a slip now and then`() throws {
        let belief = try position("always-rounds-up")
        var model = LearnerModel(in: space)
        for (number, item) in claims.enumerated() {
            try model.take(
                number % 8 == 5 ? "99601 x7, 99602 x9" : try item.answer(of: belief, in: space), to: item)
        }
        #expect(model.beliefs.named.hypothesis == space.hypotheses[belief])
        #expect(model.beliefs.named.probability > 0.9)
    }

    @Test func `learns that a belief was overcome`() throws {
        let belief = try position("never-rounds")
        var model = LearnerModel(in: space)
        try model.take(belief, answering: claims)
        #expect(model.beliefs.suspected.map(\.text) == ["never-rounds"])
        #expect(model.overcome.isEmpty)
        try model.take(space.right, answering: Array(claims.prefix(30)))
        #expect(model.overcome.isEmpty, "it has not stayed away for long")
        for _ in 0..<3 { try model.take(space.right, answering: claims) }
        #expect(model.beliefs.suspected.isEmpty)
        #expect(model.beliefs.named.hypothesis == space.hypotheses[space.right])
        #expect(model.overcome.map(\.text) == ["never-rounds"])
    }

    @Test func `drifts back to where it began when answers say nothing`() throws {
        var model = LearnerModel(in: space)
        try model.take(try position("never-rounds"), answering: claims)
        // Every hypothesis leads to the same answer where nobody qualifies to be paid.
        let mute = try #require(
            claims.first { item in
                let predictions = Predictions(item, in: space, for: Array(space.hypotheses.indices))
                return predictions?.responses.count == 1
            })
        let before = model.beliefs.marginal("never-rounds")
        for _ in 0..<300 { try model.take(mute.key, to: mute) }
        #expect(model.beliefs.marginal("never-rounds") < before / 2)
        for (probability, prior) in zip(model.beliefs.probabilities, space.prior) {
            #expect(abs(probability - prior) < 0.1)
        }
    }

    @Test func `is a distribution after every answer`() throws {
        var model = LearnerModel(in: space)
        for item in claims {
            try model.take("99602 x3", to: item)
            let probabilities = model.beliefs.probabilities
            #expect(abs(probabilities.reduce(0, +) - 1) < 1e-9)
            #expect(probabilities.allSatisfy { $0 > 0 })
        }
    }

    @Test func `moves less for an answer that was hinted at`() throws {
        let belief = try position("always-rounds-up")
        let item = try #require(try claims.first { try $0.answer(of: belief, in: space) != $0.key })
        let marginals = try [0, 1, 2, 3].map { hints in
            var model = LearnerModel(in: space)
            try model.take(try item.answer(of: belief, in: space), to: item, hints: hints)
            return model.beliefs.marginal("always-rounds-up")
        }
        #expect(zip(marginals, marginals.dropFirst()).allSatisfy { $0 >= $1 })
        #expect(marginals[0] > marginals[3])
    }
}

@Suite struct `Beliefs that were kept` {
    private func believer(in space: BeliefSpace) throws -> LearnerModel {
        var model = LearnerModel(in: space)
        try model.take(
            try #require(space.position(of: "counts-travel")), answering: try visitItems(40, seed: 1, kinds: [.claim]))
        return model
    }

    @Test func `come back as they were`() throws {
        let space = try bundledBeliefs()
        let beliefs = try believer(in: space).beliefs
        #expect(
            BeliefPosterior(in: space, kept: beliefs.kept) == beliefs)
    }

    @Test func `begin anew where nothing sound was kept`() throws {
        let space = try bundledBeliefs()
        for kept in [[:], ["no-such-belief": -1.0], ["counts-travel": .nan], ["": .infinity]] as [[String: Double]] {
            #expect(BeliefPosterior(in: space, kept: kept) == BeliefPosterior(in: space))
        }
    }

    @Test func `lose what the pack no longer has`() throws {
        var pack = try visitPack()
        let beliefs = try believer(in: bundledBeliefs()).beliefs
        pack.misconceptions.removeAll { $0.id == "never-rounds" }
        let smaller = BeliefSpace(of: pack)
        let restored = BeliefPosterior(in: smaller, kept: beliefs.kept)
        #expect(abs(restored.probabilities.reduce(0, +) - 1) < 1e-9)
        #expect(restored.named.hypothesis.text == "counts-travel")
        #expect(restored.marginal("never-rounds") == 0)
    }

    @Test func `leave what the pack gained as likely as beforehand`() throws {
        let pack = try visitPack()
        var smaller = pack
        smaller.misconceptions.removeAll { $0.id == "never-rounds" }
        let beliefs = try believer(in: BeliefSpace(of: smaller)).beliefs
        let space = try bundledBeliefs()
        let restored = BeliefPosterior(in: space, kept: beliefs.kept)
        let gained = try #require(space.position(of: "never-rounds"))
        #expect(abs(restored.probabilities[gained] - space.prior[gained]) < 1e-9)
        #expect(restored.named.hypothesis.text == "counts-travel")
    }
}
