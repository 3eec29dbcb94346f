import Scoring

extension PackReader {
    /// Warns of what no learner of the pack could ever learn or show, because no scenario leads there.
    func checkCoverage(of pack: Pack, today: Day?) {
        checkEdition(of: pack, on: today)
        checkPolicies(of: pack)
        guard !pack.scenarios.isEmpty else { return }
        var coverage = Coverage(of: pack)
        coverage.run()
        guard !coverage.isCutShort else { return }
        warnOfCircumstances(in: pack, coverage)
        warnOfBeliefs(in: pack, coverage)
    }

    private func checkEdition(of pack: Pack, on today: Day?) {
        guard let today, let place = places.effective, !pack.effective.contains(today) else { return }
        if let last = pack.effective.to, last < today {
            log.warning(
                "this edition ended on \(last)", at: place, mend: "make a new one, or leave it for visits of that time")
        } else if let first = pack.effective.from {
            log.warning("this edition begins on \(first)", at: place, mend: "leave it until then")
        }
    }

    private func checkPolicies(of pack: Pack) {
        guard !pack.scenarios.isEmpty else { return }
        for policy in pack.policies {
            guard let place = places.policies[policy.id],
                !pack.scenarios.contains(where: { policy.effective.contains($0.encounter.date) })
            else { continue }
            log.warning(
                "\(policy.id) is not in force on the day of any scenario", at: place,
                mend: "widen its effective:, or add a scenario of its time")
        }
    }

    private func warnOfCircumstances(in pack: Pack, _ coverage: Coverage) {
        for circumstance in pack.circumstances {
            guard let place = places.circumstances[circumstance.id] else { continue }
            if !coverage.met.contains(circumstance.test) {
                log.warning("no scenario meets \(circumstance.id)", at: place, mend: "add one that does")
            } else if !coverage.unmet.contains(circumstance.test) {
                log.warning("every scenario meets \(circumstance.id)", at: place, mend: "add one that does not")
            }
        }
    }

    private func warnOfBeliefs(in pack: Pack, _ coverage: Coverage) {
        for (number, belief) in pack.misconceptions.enumerated() {
            guard let place = places.misconceptions[belief.id] else { continue }
            if coverage.hidden.contains(number) {
                log.warning(
                    "\(belief.id) gives the right answer in every scenario", at: place,
                    mend: "add a scenario in which it goes wrong")
            }
            for twin in coverage.twins[number, default: []].sorted() where !coverage.hidden.contains(twin) {
                log.warning(
                    "no scenario tells \(belief.id) and \(pack.misconceptions[twin].id) apart", at: place,
                    mend: "add one in which they go wrong differently, or drop one of them")
            }
        }
    }
}

/// What the scenarios of a pack bring to light, under every policy that is in force on their day.
private struct Coverage {
    /// Derivations; a pack that asks for more is not checked to the end.
    private static let budget = 60_000

    private let pack: Pack
    private(set) var met: Set<Circumstances.Test> = []
    private(set) var unmet: Set<Circumstances.Test> = []
    /// The misconceptions, by their number in the pack, that have led to nothing but keys.
    private(set) var hidden: Set<Int>
    /// The later misconceptions that have led to the same claims as an earlier one.
    private(set) var twins: [Int: Set<Int>]
    private(set) var isCutShort = false

    init(of pack: Pack) {
        self.pack = pack
        hidden = Set(pack.misconceptions.indices)
        twins = [:]
        // Pairs grow with the square.
        isCutShort = pack.misconceptions.count > 200
        guard !isCutShort else { return }
        for number in pack.misconceptions.indices { twins[number] = Set((number + 1)..<pack.misconceptions.count) }
    }

    mutating func run() {
        var spent = 0
        for scenario in pack.scenarios {
            for policy in pack.policies {
                if isCutShort || isComplete { return }
                spent += pack.misconceptions.count + 1
                isCutShort = spent > Self.budget
                guard policy.effective.contains(scenario.encounter.date) else { continue }
                take(scenario.encounter, under: pack.rules(under: policy))
            }
        }
    }

    /// Whether there is nothing left to find out.
    private var isComplete: Bool {
        hidden.isEmpty && twins.values.allSatisfy(\.isEmpty)
            && pack.circumstances.allSatisfy { met.contains($0.test) && unmet.contains($0.test) }
    }

    private mutating func take(_ encounter: Encounter, under rules: Rules) {
        let key = derive(encounter, under: rules)
        for test in Circumstances.Test.allCases {
            if key.circumstances.holds(test) { met.insert(test) } else { unmet.insert(test) }
        }
        let claims = pack.misconceptions.map { derive(encounter, under: $0.applied(to: rules)).claim }
        hidden = hidden.filter { claims[$0].billsTheSame(as: key.claim) }
        for (number, others) in twins where !others.isEmpty {
            twins[number] = others.filter { claims[$0].billsTheSame(as: claims[number]) }
        }
    }
}
