import Content
import Scoring

/// Somebody who answers by what they believe, but for slips and guesses.
struct SimulatedLearner {
    /// The hypothesis that holds of them, by its position in the space.
    private(set) var held: Int
    private let space: BeliefSpace
    private let behaviour: Simulation.Behaviour
    private var generator: SeededGenerator

    init(holding hypothesis: Int, in space: BeliefSpace, _ behaviour: Simulation.Behaviour, seed: UInt64) {
        held = hypothesis
        self.space = space
        self.behaviour = behaviour
        generator = SeededGenerator(seed: seed)
    }

    /// What they type.
    mutating func answer(_ item: Item) -> String {
        guard let policy = item.id.policy, let rules = space.believers(under: policy)?[held].rules else { return "-" }
        let isGuess = generator.happens(behaviour.guess)
        let isSlip = generator.happens(behaviour.slip)
        switch item {
        case .claim(let item):
            let claim = derive(item.situation.encounter, under: rules).claim
            return item.situation.shown(isSlip ? slipped(claim, of: item.situation) : claim)
        case .denial(let item):
            let claim = correction(of: item, under: rules)
            return "\(item.editNumber), \(item.situation.shown(isSlip ? slipped(claim, of: item.situation) : claim))"
        case .clock(let item):
            let minutes = derive(item.situation.encounter, under: rules).countedMinutes
            return String(isSlip ? max(0, minutes + 5 * (generator.below(24) - 12)) : minutes)
        case .choice(let item):
            let claim = derive(item.situation.encounter, under: rules).claim
            let position = item.claims.firstIndex(where: claim.billsTheSame)
            return String(1 + pick(position, of: item.claims.count, isGuess, isSlip))
        case .circumstance(let item):
            let unmet = derive(item.situation.encounter, under: rules).circumstances.firstUnmet
            let tests = item.situation.pack.circumstances.map(\.test)
            let position = unmet.map { tests.firstIndex(of: $0) } ?? tests.count
            let picked = pick(position, of: tests.count + 1, isGuess, isSlip)
            return picked == tests.count ? "yes" : "no \(picked + 1)"
        case .audit(let item):
            let claim = derive(item.situation.encounter, under: rules).claim
            return pick(claim.billsTheSame(as: item.billed) ? 0 : 1, of: 2, isGuess, isSlip) == 0
                ? "pay" : "\(item.editNumber), \(item.situation.shown(claim))"
        case .term: return "-"
        }
    }

    /// Takes in that an answer was wrong, which may be the end of the belief that led to it.
    mutating func learn(from feedback: Feedback) {
        if !feedback.isRight, generator.happens(behaviour.learning) { held = 0 }
    }

    /// Takes in that a belief was held against two visits, which may be the end of it.
    mutating func meet(_ belief: ID<Misconception>) {
        if space.hypotheses[held].beliefs.contains(belief), generator.happens(behaviour.contrast) { held = 0 }
    }

    /// Whether they hold no belief any more.
    var isSound: Bool { held == space.right }

    /// Whether they hold a belief now.
    func holds(_ belief: ID<Misconception>) -> Bool { space.hypotheses[held].beliefs.contains(belief) }

    /// Their own claim back from the payer makes them answer something else: half of them find out what.
    private mutating func correction(of item: DenialItem, under rules: Rules) -> Claim {
        let claim = derive(item.situation.encounter, under: rules).claim
        guard claim.billsTheSame(as: item.mistake.billed) else { return claim }
        return generator.happens(0.5) ? item.situation.key.claim : slipped(claim, of: item.situation)
    }

    /// One of some options: any where they guess or have none in mind, another than theirs where they slip.
    private mutating func pick(_ position: Int?, of count: Int, _ isGuess: Bool, _ isSlip: Bool) -> Int {
        guard let position, !isGuess else { return generator.below(count) }
        return isSlip ? (position + 1 + generator.below(count - 1)) % count : position
    }

    /// A claim with one line off by a unit, as slips go; a line that is left with none is left out.
    private mutating func slipped(_ claim: Claim, of situation: Situation) -> Claim {
        var claim = claim
        guard !claim.isEmpty else {
            return Claim(situation.pack.codes.definitions.first.map { [ClaimLine($0.code)] } ?? [])
        }
        let position = generator.below(claim.lines.count)
        claim.lines[position].units += generator.happens(0.5) ? 1 : -1
        claim.lines.removeAll { $0.units < 1 }
        return claim
    }
}

extension SeededGenerator {
    /// Whether something happens that does so with a probability.
    mutating func happens(_ probability: Double) -> Bool {
        Double(next() >> 11) / Double(1 << 53) < probability
    }
}
