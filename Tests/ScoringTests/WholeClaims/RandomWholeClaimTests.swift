import Testing

@testable import Scoring

/// What holds of every whole claim, whoever pays.
struct RandomWholeClaimTests {
    private static let changes: [Misconception.Change] = [
        .discarded(.together), .discarded(.unpaid), .therapyDays(.dose), .therapyDays(.infusion), .ignoresMonths,
        .forgets("SH"), .swaps("SH", "SJ"), .ignoresCaps, .ignoresAuthorisation, .sameDay(.separate),
        .sameDay(.laterAsFurther), .countsAll, .credit(.complete), .bills(.firstOnly), .countsJointTwice,
        .leavesOutBundled, .pooling(.each), .initial(.earliest), .hierarchy(.addsUp), .midnight(.split), .firstEach(60),
        .anyService, .ignoresExclusions, .furtherEach(15), .countsApart, .forgets("JW"), .therapyDays(.access),
    ]

    @Test(arguments: 0..<600 as Range<UInt64>) func `no edit fires on a key, which is worth a whole point`(seed: UInt64)
    {
        var generator = Seeded(seed)
        let rules = WholeClaim.arbitraryRules(using: &generator)
        let key = derive(WholeClaim.arbitrary(using: &generator), under: rules)
        let findings = validate(key.claim, against: key)
        #expect(findings.isEmpty, "\(key.claim): \(findings.map(\.message))")
        #expect(grade(key.claim, against: key).verdict == .correct)
        #expect(rules.claim(for: key.encounter) == key.claim)
        #expect(key.claim.lines.allSatisfy { $0.units > 0 && $0.modifiers.count <= 4 })
        #expect(key.steps.allSatisfy { $0.text.hasSuffix(".") && !$0.text.contains("  ") && !$0.text.contains("..") })
    }

    /// Lines of a key differ in code, modifiers or days.
    @Test(arguments: 0..<300 as Range<UInt64>) func `no two lines of a key are one`(seed: UInt64) {
        var generator = Seeded(seed &+ 1_000)
        let rules = WholeClaim.arbitraryRules(using: &generator).changed { _, policy in
            if policy.sameDay == .ownLines { policy.sameDay = .separate }
        }
        let lines = rules.claim(for: WholeClaim.arbitrary(using: &generator)).lines.map { line in
            ClaimLine(line.code, modifiers: line.modifiers.sorted(), dates: line.dates)
        }
        #expect(Set(lines).count == lines.count, "\(lines)")
    }

    /// What a payer's limits leave is never more than what there would be without them.
    @Test(arguments: 0..<300 as Range<UInt64>) func `limits only take off`(seed: UInt64) {
        var generator = Seeded(seed &+ 2_000)
        let rules = WholeClaim.arbitraryRules(using: &generator)
        let encounter = WholeClaim.arbitrary(using: &generator)
        let free = rules.changed { _, policy in
            policy.caps = Policy.Caps()
            policy.needsAuthorisation = []
            policy.notPaidApart = []
            policy.filingDays = nil
        }
        let (limited, all) = (rules.claim(for: encounter), free.claim(for: encounter))
        for code in Set(limited.lines.map(\.code)) {
            #expect(limited.units(of: code) <= all.units(of: code), "\(code)")
        }
    }

    /// Each dose, day and visit that the steps bill is on the claim, and nothing else is.
    @Test(arguments: 0..<300 as Range<UInt64>) func `the steps come to the claim`(seed: UInt64) {
        var generator = Seeded(seed &+ 3_000)
        let rules = WholeClaim.arbitraryRules(using: &generator).changed { _, policy in
            policy =
                WholeClaim.rules { [policy] in
                    $0.discarded = policy.discarded
                    $0.therapyDays = policy.therapyDays
                    $0.splitsMonths = policy.splitsMonths
                }.policy
        }
        let key = derive(WholeClaim.arbitrary(using: &generator), under: rules)
        var told: [(code: Code, units: Int)] = []
        for step in key.steps {
            switch step {
            case .first(let code, _, _, _, _): told.append((code, 1))
            case .further(let code, _, _, _, let units, _): told.append((code, units))
            case .line(.repeated(_, let each, let times, _)): told[told.count - 1].units = each * times
            case .line(.stoodIn(let code, _)): told[told.count - 1].code = code
            default: break
            }
        }
        let sums = Dictionary(told.map { ($0.code, $0.units) }, uniquingKeysWith: +).filter { $0.value > 0 }
        #expect(sums == Dictionary(key.claim.lines.map { ($0.code, $0.units) }, uniquingKeysWith: +))
    }

    /// Whoever measures as the key does is asked to measure nothing anew, and comes to the same.
    @Test(arguments: 0..<60 as Range<UInt64>) func `what believers bill is what their rules derive`(seed: UInt64) {
        var generator = Seeded(seed &+ 4_000)
        let rules = WholeClaim.arbitraryRules(using: &generator)
        let key = derive(WholeClaim.arbitrary(using: &generator), under: rules)
        let misconceptions = Self.changes.enumerated().map {
            Misconception(id: ID("b\($0.offset)"), changes: [$0.element])
        }
        let beliefs = Beliefs(misconceptions, about: rules)
        let stakes = Stakes(of: key)
        var lines = DueLines()
        var alone: [ID<Misconception>: Claim] = [:]
        for believer in beliefs.singles + beliefs.pairs {
            let claim = believer.rules.claim(for: key.encounter)
            believer.bill(key, at: stakes, into: &lines)
            #expect(lines.claim == claim, "\(believer.names)")
            if believer.names.count == 1 { alone[believer.names[0]] = claim }
            if !believer.anyMatters(at: stakes) { #expect(claim == key.claim, "\(believer.names)") }
            if !believer.allMatter(at: stakes) {
                #expect(([key.claim] + believer.names.map { alone[$0] }).contains(claim), "\(believer.names)")
            }
        }
    }

    /// Each claim that a belief leads to is explained by that belief.
    @Test(arguments: 0..<60 as Range<UInt64>) func `who is misled is named`(seed: UInt64) {
        var generator = Seeded(seed &+ 5_000)
        let rules = WholeClaim.arbitraryRules(using: &generator)
        let misconceptions = Self.changes.enumerated().map {
            Misconception(id: ID("b\($0.offset)"), changes: [$0.element])
        }
        let asked = Case(WholeClaim.arbitrary(using: &generator), under: rules, among: misconceptions)
        for misconception in misconceptions {
            let claim = misconception.applied(to: rules).claim(for: asked.encounter)
            let named = asked.assess(claim).beliefs
            #expect(named.contains(misconception.id) == !claim.billsTheSame(as: asked.key.claim), "\(misconception.id)")
        }
    }
}
