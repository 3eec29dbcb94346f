import Testing

@testable import Scoring

/// What believers take over from the key, and when they measure for themselves.
struct BelieverTests {
    /// What is said of travel, other services and exclusions shows only where the facts have some.
    @Test(arguments: [
        (Misconception.Change.countsAll, Encounter.minutes(150)), (.ignoresExclusions, .minutes(150)),
        (.anyService, .minutes(150)), (.firstFrom(1), .minutes(150)), (.bills(.everything), .minutes(150)),
    ])
    func `a belief about what is not there bills the key`(change: Misconception.Change, encounter: Encounter) {
        let rules = Sample.rules(.midpoint)
        let believer = Misconception(id: "belief", changes: [change]).applied(to: rules)
        #expect(believer.claim(for: encounter) == rules.claim(for: encounter))
    }

    private static func changes(using generator: inout Seeded) -> [Misconception.Change] {
        let all: [Misconception.Change] = [
            .bills(.furtherOnly), .bills(.firstOnly), .furtherAfter(0), .furtherAfter(45), .furtherEach(15),
            .furtherEach(120), .firstEach(60), .firstFrom(1), .firstFrom(40), .credit(.started), .credit(.complete),
            .countsAll, .countsAll, .ignoresExclusions, .anyService, .anyService,
        ]
        return (0..<Int.random(in: 1...3, using: &generator)).map { _ in
            all.randomElement(using: &generator) ?? .countsAll
        }
    }

    /// Who measures as the key does is not asked to measure again, and must come to the same for it.
    @Test(arguments: 0..<20) func `what is reused of a key is what the facts say`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<40 {
            let rules = Rules.arbitrary(using: &generator)
            let misconceptions = (0..<4).map { number in
                Misconception(id: ID("belief-\(number)"), changes: Self.changes(using: &generator))
            }
            let beliefs = Beliefs(misconceptions, about: rules)
            let encounter = Encounter.arbitrary(using: &generator)
            let key = derive(encounter, under: rules)
            var lines = DueLines()
            let stakes = Stakes(of: key)
            for believer in beliefs.all {
                let claim = derive(encounter, under: believer.rules).claim
                believer.bill(key, at: stakes, into: &lines)
                #expect(lines.claim == claim, "\(believer.names), \(encounter)")
                if !believer.anyMatters(at: stakes) {
                    #expect(claim == key.claim, "\(believer.names), \(encounter)")
                }
            }
        }
    }

    @Test(
        arguments: [
            (.minutes(60), true), (.of(.infusion("09:00", "10:00"), .infusion("10:00", "11:00")), true),
            (.of(Service("injection", time: .minutes(60))), false),
            (.of(.infusion("09:00", "10:00"), Service("injection", time: .minutes(60))), false),
            (.of(.infusion("09:00", "10:00"), Service("wound-care", time: .minutes(60))), false),
            (.of(), false), (.of(Service("wound-care", time: .minutes(60))), false),
            (.visits(.of(.infusion("09:00", "10:00")), .of(Service("specialty-drug", time: .unknown))), true),
            (.visits(.of(.infusion("09:00", "10:00")), .of(Service("dialysis", time: .unknown))), false),
        ] as [(Encounter, Bool)])
    func `an encounter is the main family's alone where nothing else was given`(encounter: Encounter, isAlone: Bool) {
        #expect(derive(encounter, under: Sample.rules(.started)).isOfMainFamilyAlone == isAlone)
    }

    /// With travel and an injection on record.
    @Test(
        arguments: [
            ([.countsAll], false), ([.anyService], false), ([.countsAll, .anyService], false), ([.ignoresCaps], true),
            ([.sameDay(.separate)], true), ([.midnight(.split)], true), ([.countsJointTwice], false),
            ([.furtherAfter(0), .credit(.started)], true), ([.discarded(.together)], true), ([], true),
        ] as [([Misconception.Change], Bool)])
    func `a belief measures anew what it changes, where there is anything of it`(
        changes: [Misconception.Change], isAlike: Bool
    ) throws {
        let rules = Sample.rules(.started)
        let beliefs = Beliefs([Misconception(id: "held", changes: changes)], about: rules)
        let believer = try #require(beliefs.singles.first)
        let travelled = Encounter.of(
            Service("infusion", time: .minutes(60)), Service("infusion", activity: .travel, time: .minutes(20)),
            Service("injection", time: .minutes(5)))
        #expect(believer.measuresAnew(at: Stakes(of: derive(travelled, under: rules))).isEmpty == isAlike)
        #expect(believer.measuresAnew(at: Stakes(of: derive(.minutes(60), under: rules))).isEmpty)
    }
}
