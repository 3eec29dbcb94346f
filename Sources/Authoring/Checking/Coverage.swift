import Content
import Scoring

extension PackReader {
    /// Warns of what no learner of the pack could ever learn or show, because no item leads there.
    func checkCoverage(of pack: Pack, today: Day?) {
        checkEdition(of: pack, on: today)
        checkPolicies(of: pack)
        guard pack.hasItems else {
            log.warning(
                "the pack has no item, and so nothing to train", at: FilePosition("pack.yaml"),
                mend: "add a scenario, a template, a term or a fact")
            return
        }
        guard !pack.scenarios.isEmpty else { return }
        var coverage = Coverage(of: pack)
        coverage.run()
        guard !coverage.isCutShort else { return }
        warnOfEdits(in: pack, coverage)
        warnOfCircumstances(in: pack, coverage)
        warnOfBeliefs(in: pack, coverage)
    }

    private func checkEdition(of pack: Pack, on today: Day?) {
        guard let today, let position = positions.effective, !pack.effective.contains(today) else { return }
        if let last = pack.effective.to, last < today {
            log.warning(
                "this edition ended on \(last)", at: position,
                mend: "make a new one, or leave it for visits of that time")
        } else if let first = pack.effective.from {
            log.warning("this edition begins on \(first)", at: position, mend: "leave it until then")
        }
    }

    private func checkPolicies(of pack: Pack) {
        guard !pack.scenarios.isEmpty else { return }
        for policy in pack.policies {
            guard let position = positions.policies[policy.id],
                !pack.scenarios.contains(where: { policy.effective.contains($0.encounter.date) })
            else { continue }
            log.warning(
                "\(policy.id) is not in force on the day of any scenario", at: position,
                mend: "widen its effective:, or add a scenario of its time")
        }
    }

    /// Warns of the edits for which the pack has rules and no visit that puts them to the test.
    private func warnOfEdits(in pack: Pack, _ coverage: Coverage) {
        for edit in EditRule.allCases where coverage.untested.contains(edit) {
            guard let position = positions.position(of: edit, in: pack) else { continue }
            log.warning("no item exercises the edit \(edit.name.rawValue)", at: position, mend: edit.mend)
        }
    }

    private func warnOfCircumstances(in pack: Pack, _ coverage: Coverage) {
        for circumstance in pack.circumstances {
            guard let position = positions.circumstances[circumstance.id] else { continue }
            if !coverage.met.contains(circumstance.test) {
                log.warning("no item meets \(circumstance.id)", at: position, mend: "add a scenario that does")
            } else if !coverage.unmet.contains(circumstance.test) {
                log.warning("every item meets \(circumstance.id)", at: position, mend: "add a scenario that does not")
            }
        }
    }

    private func warnOfBeliefs(in pack: Pack, _ coverage: Coverage) {
        for (number, belief) in pack.misconceptions.enumerated() {
            guard let position = positions.misconceptions[belief.id] else { continue }
            if coverage.hidden.contains(number), pack.changesNothing(belief) {
                log.warning(
                    "\(belief.id) changes no rule that the pack has", at: position,
                    mend: "name the families: that it is about, or what else is believed of them")
            } else if coverage.hidden.contains(number) {
                log.warning(
                    "\(belief.id) gives the right answer in every item", at: position,
                    mend: "add a scenario in which it goes wrong")
            }
            for twin in coverage.twins[number, default: []].sorted() where !coverage.hidden.contains(twin) {
                log.warning(
                    "no item tells \(belief.id) and \(pack.misconceptions[twin].id) apart", at: position,
                    mend: "add a scenario in which they go wrong differently, or drop one of them")
            }
        }
    }
}

extension Pack {
    /// Whether a belief is what every payer holds, or about something of which the pack has nothing.
    fileprivate func changesNothing(_ belief: Misconception) -> Bool {
        policies.allSatisfy { belief.isIdle(under: rules(under: $0)) }
    }

    /// Whether anything in it makes an item.
    fileprivate var hasItems: Bool {
        !scenarios.isEmpty || !templates.isEmpty || !terms.isEmpty || !facts.isEmpty
    }
}

/// What the items of a pack bring to light, under every policy that is in force on their day: its scenarios, and as
/// many visits of each template as it takes.
private struct Coverage {
    /// Visits of each template.
    private static let fillings: UInt64 = 12

    /// Derivations; a pack that asks for more is not checked to the end.
    private static let budget = 60_000

    private let pack: Pack
    private(set) var met: Set<Circumstances.Test> = []
    private(set) var unmet: Set<Circumstances.Test> = []
    /// The misconceptions, by their number in the pack, that have led to nothing but keys.
    private(set) var hidden: Set<Int>
    /// The later misconceptions that have led to the same claims as an earlier one.
    private(set) var twins: [Int: Set<Int>]
    /// The edits that the pack has rules for and no visit has put to the test yet.
    private(set) var untested: Set<EditRule>
    private(set) var isCutShort = false
    private var spent = 0

    init(of pack: Pack) {
        self.pack = pack
        hidden = Set(pack.misconceptions.indices)
        twins = [:]
        untested = Set(EditRule.allCases.filter { $0.hasRule(in: pack) })
        // Pairs grow with the square.
        isCutShort = pack.misconceptions.count > 200
        guard !isCutShort else { return }
        for number in pack.misconceptions.indices { twins[number] = Set((number + 1)..<pack.misconceptions.count) }
    }

    mutating func run() {
        for scenario in pack.scenarios {
            take(scenario.encounter, under: pack.policies.filter(scenario.isAsked))
        }
        for template in pack.templates {
            let policies = pack.policies(for: template)
            for seed in 0..<Self.fillings {
                if isCutShort || isComplete { return }
                if let filling = template.fill(from: pack.wordLists, seed: seed) {
                    take(filling.encounter, under: policies)
                }
            }
        }
    }

    private mutating func take(_ encounter: Encounter, under policies: [Policy]) {
        for policy in policies where policy.effective.contains(encounter.date) {
            if isCutShort || isComplete { return }
            spent += (pack.misconceptions.count + 1) * encounter.months
            isCutShort = spent > Self.budget
            take(encounter, under: pack.rules(under: policy))
        }
    }

    /// Whether there is nothing left to find out.
    private var isComplete: Bool {
        hidden.isEmpty && untested.isEmpty && twins.values.allSatisfy(\.isEmpty)
            && pack.circumstances.allSatisfy { met.contains($0.test) && unmet.contains($0.test) }
    }

    private mutating func take(_ encounter: Encounter, under rules: Rules) {
        let key = derive(encounter, under: rules)
        for test in Circumstances.Test.allCases {
            if key.circumstances.holds(test) { met.insert(test) } else { unmet.insert(test) }
        }
        untested = untested.filter { !$0.isTested(by: key.steps) }
        let claims = pack.misconceptions.map { derive(encounter, under: $0.applied(to: rules)).claim }
        hidden = hidden.filter { claims[$0].billsTheSame(as: key.claim) }
        for (number, others) in twins where !others.isEmpty {
            twins[number] = others.filter { claims[$0].billsTheSame(as: claims[number]) }
        }
    }
}

extension Encounter {
    /// How much of a derivation's time it takes beside a visit: a month of therapy takes that of several visits.
    fileprivate var months: Int { 1 + (episode?.therapies.reduce(0) { $0 + $1.dates.days } ?? 0) / 31 }
}
