import Testing

@testable import Scoring

/// What holds for every minute of a day under every policy.
struct PropertyTests {
    private static let policies = Sample.policies.indices

    @Test(arguments: policies) func `units never fall as minutes rise`(policy: Int) {
        let rules = Rules(codes: Sample.codes, policy: Sample.policies[policy])
        var last = [0, 0]
        for minutes in 0...1440 {
            let key = derive(.minutes(minutes), under: rules).claim
            let units = [key.units(of: "99601"), key.units(of: "99602")]
            #expect(units[0] >= last[0] && units[1] >= last[1], "minute \(minutes)")
            #expect(units[0] == (minutes > 0 ? 1 : 0))
            last = units
        }
        let cap = Sample.policies[policy].caps.minutesADay
        #expect(last == (cap == nil ? [1, 22] : [1, 2]))
    }

    @Test(arguments: policies) func `the key passes its own validation and scores 1`(policy: Int) {
        let rules = Rules(codes: Sample.codes, policy: Sample.policies[policy])
        for minutes in 0...1440 {
            let key = derive(.minutes(minutes), under: rules)
            #expect(validate(key.claim, against: key).isEmpty, "minute \(minutes)")
            #expect(grade(key.claim, against: key).verdict == .correct)
            #expect(key.steps.allSatisfy { !$0.text.isEmpty })
            #expect(key.claim.isEmpty == (key.reasonForNothing != nil))
        }
    }

    @Test(arguments: policies) func `minutes say the same as a clock of that length`(policy: Int) {
        let rules = Rules(codes: Sample.codes, policy: Sample.policies[policy])
        for minutes in 1...1440 {
            guard let stop = ClockTime(minute: (minutes + 475) % 1440) else { continue }
            let clock = Encounter.of(Service("infusion", time: .clock(start: "07:55", stop: stop)))
            #expect(derive(clock, under: rules).claim == derive(.minutes(minutes), under: rules).claim)
        }
    }

    @Test func `no belief that counts otherwise gives the key where it counts otherwise`() {
        for policy in Sample.policies where policy.caps == Policy.Caps() {
            let beliefs = Beliefs(Sample.misconceptions, about: Rules(codes: Sample.codes, policy: policy))
            for minutes in 0...1440 {
                let asked = Case(.minutes(minutes), among: beliefs)
                let revealed = Set(asked.differential.singles.flatMap(\.beliefs))
                let units = asked.key.claim.units(of: "99602")
                let isLong = units > 0
                #expect(revealed.contains("add-on-alone") == isLong, "minute \(minutes)")
                #expect(revealed.contains("ignores-add-on") == isLong, "minute \(minutes)")
                #expect(revealed.contains("primary-per-two-hours") == (minutes > 120), "minute \(minutes)")
                let rounds = Credit.started.units(in: minutes - 120, each: 60) != units
                #expect(revealed.contains("always-rounds-up") == rounds, "minute \(minutes)")
                let floors = Credit.complete.units(in: minutes - 120, each: 60) != units
                #expect(revealed.contains("never-rounds") == floors, "minute \(minutes)")
            }
        }
    }

    /// Whatever the facts, the derivation ends, the key passes, its order is that of the codes, and what is written
    /// reads back.
    @Test(arguments: 0..<20) func `the key passes its own validation whatever the facts`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<500 {
            var policy = Sample.policies.randomElement(using: &generator) ?? Sample.policy(.started)
            policy.sameDay = .random(using: &generator)
            policy.midnight = .random(using: &generator)
            policy.undocumented = .random(using: &generator)
            policy.appliesExclusions = .random(using: &generator)
            policy.addOnsNeedPrimary = .random(using: &generator)
            if Bool.random(using: &generator) {
                policy.caps.unitsADay = ["99602": .random(in: 0...3, using: &generator)]
            }
            let rules = Rules(codes: Sample.codes, policy: policy)
            let encounter = Encounter.arbitrary(using: &generator)
            let key = derive(encounter, under: rules)
            #expect(validate(key.claim, against: key).isEmpty, "\(encounter)")
            #expect(key.countedMinutes <= key.totalMinutes)
            let codes = key.claim.lines.map(\.code)
            #expect(codes.sorted { Sample.codes.index(of: $0) ?? 0 < Sample.codes.index(of: $1) ?? 0 } == codes)
            if policy.sameDay != .ownLines { #expect(codes == Sample.codes.codes.filter(key.claim.bills)) }
            #expect(key.claim.lines.allSatisfy { $0.units > 0 && $0.units <= key.supported.units(of: $0.code) })
            #expect(rules.claim(for: encounter) == key.claim)
            #expect(claim(key.claim.description) == key.claim)
        }
    }

    /// Believers who measure as the key does are not asked to measure again.
    @Test(arguments: 0..<10) func `what a belief leads to is what its rules derive from the facts`(seed: UInt64) {
        var generator = Seeded(seed)
        for policy in Sample.policies {
            var policy = policy
            policy.sameDay = .random(using: &generator)
            policy.undocumented = .random(using: &generator)
            let beliefs = Beliefs(Sample.misconceptions, about: Rules(codes: Sample.codes, policy: policy))
            for _ in 0..<20 {
                let encounter = Encounter.arbitrary(using: &generator)
                let key = derive(encounter, under: beliefs.rules)
                var lines = DueLines()
                for held in beliefs.singles + beliefs.pairs {
                    held.bill(key, at: Stakes(of: key), into: &lines)
                    let claim = held.rules.claim(for: encounter)
                    #expect(lines.claim == claim, "\(encounter)")
                    #expect(lines.billTheSame(as: claim))
                    #expect(lines.billTheSame(as: key.claim) == claim.billsTheSame(as: key.claim))
                }
            }
        }
    }
}

extension CaseIterable {
    fileprivate static func random(using generator: inout Seeded) -> Self {
        allCases.randomElement(using: &generator) ?? allCases[allCases.startIndex]
    }
}

extension Encounter {
    static func arbitrary(using generator: inout Seeded) -> Encounter {
        let visits = (0..<Int.random(in: 0...3, using: &generator)).map { _ in Visit.arbitrary(using: &generator) }
        return Encounter(
            date: Sample.day, visits: visits,
            minutesUsedThisWeek: [0, 0, 500, 720].randomElement(using: &generator) ?? 0)
    }
}

extension Visit {
    static func arbitrary(using generator: inout Seeded) -> Visit {
        let services = (0..<Int.random(in: 0...3, using: &generator)).map { _ in Service.arbitrary(using: &generator) }
        return Visit(
            services: services, place: Int.random(in: 0..<6, using: &generator) == 0 ? "11" : "12",
            performer: ["infusion-nurse", "infusion-nurse", "registered-nurse", "family-member"]
                .randomElement(using: &generator) ?? "infusion-nurse",
            missing: Set(RecordItem.allCases.filter { _ in Int.random(in: 0..<10, using: &generator) == 0 }))
    }
}

extension Service {
    static func arbitrary(using generator: inout Seeded) -> Service {
        let kinds: [ID<ServiceKind>] = [
            "infusion", "infusion", "specialty-drug", "injection", "dialysis", "wound-care",
        ]
        let start = ClockTime(minute: .random(in: 0..<1440, using: &generator)) ?? "00:00"
        let stop = ClockTime(minute: .random(in: 0..<1440, using: &generator)) ?? "00:00"
        let times: [Time] = [
            .minutes(.random(in: 0...400, using: &generator)), .clock(start: start, stop: stop), .open(start: start),
            .unknown,
        ]
        return Service(
            kinds.randomElement(using: &generator) ?? "infusion", activity: .random(using: &generator),
            time: times[min(Int.random(in: 0..<12, using: &generator) / 5, 3)],
            isNextDay: Int.random(in: 0..<8, using: &generator) == 0)
    }
}
