import Testing

@testable import Scoring

/// Which charges a belief about counting is held of.
struct BeliefScopeTests {
    private static let month = WholeClaim.episode(
        [Therapy("anti-infective", dates: WholeClaim.march(2, 15), everyHours: 24)],
        drugs: [DrugGiven("cefazolin", given: Amount("1.2 g") ?? .none(.milligrams), dates: WholeClaim.march(2, 2))],
        visits: [
            Visit(
                services: [Service("infusion", time: .minutes(150))], performer: "infusion-nurse",
                date: WholeClaim.march(2, 2).from)
        ])

    private static func believed(_ change: Misconception.Change, of families: Set<ID<Family>> = []) -> Claim {
        Misconception(id: "held", changes: [change], families: families).applied(to: WholeClaim.rules())
            .claim(for: month)
    }

    /// The key is 99601, 99602, S9500 x14, J0690 x3.
    @Test(
        arguments: [
            (.furtherEach(15), [], "99601, 99602 x2, S9500 x14, J0690 x3"),
            (.furtherAfter(0), [], "99601, 99602 x3, S9500 x14, J0690 x3"),
            (.bills(.firstOnly), [], "99601, S9500 x14, J0690 x3"),
            (.firstEach(60), [], "99601 x3, S9500 x14, J0690 x3"),
            (.credit(.complete), [], "99601, S9500 x14, J0690 x3"),
            (.credit(.complete), ["cefazolin"], "99601, 99602, S9500 x14, J0690 x2"),
            (.credit(.complete), ["cefazolin", "home-infusion"], "99601, S9500 x14, J0690 x2"),
            (.furtherEach(1_000_000), ["cefazolin"], "99601, 99602, S9500 x14, J0690 x2"),
            (.furtherEach(7), ["anti-infective"], "99601, 99602, S9500 x2, J0690 x3"),
            (.bills(.firstOnly), ["cefazolin"], "99601, 99602, S9500 x14"),
        ] as [(Misconception.Change, Set<ID<Family>>, String)])
    func `a belief about hours leaves days and drugs alone, unless it names them`(
        change: Misconception.Change, families: Set<ID<Family>>, expected: String
    ) {
        #expect(Self.believed(change, of: families) == claim(expected).with(Self.month))
    }

    @Test func `a belief about a drug is named by the drug's units`() {
        let belief = Misconception(id: "drops-parts", changes: [.credit(.complete)], families: ["cefazolin"])
        let hours = Misconception(id: "full-hours", changes: [.credit(.complete)])
        let asked = Case(Self.month, under: WholeClaim.rules(), among: [hours, belief])
        #expect(asked.assess(claim("99601, 99602, S9500 x14, J0690 x2")).beliefs == ["drops-parts"])
        #expect(asked.assess(claim("99601, S9500 x14, J0690 x3")).beliefs == ["full-hours"])
    }

    /// Beliefs of the same change contradict each other where they may be of the same family.
    @Test(
        arguments: [
            ([], [], true), (["a"], ["a"], true), (["a"], ["b"], false), (["a", "b"], ["b"], true), ([], ["a"], true),
        ] as [(Set<ID<Family>>, Set<ID<Family>>, Bool)])
    func `beliefs of families apart can be held at once`(
        one: Set<ID<Family>>, other: Set<ID<Family>>, contradicts: Bool
    ) {
        let first = Misconception(id: "one", changes: [.credit(.complete)], families: one)
        let second = Misconception(id: "other", changes: [.credit(.started)], families: other)
        #expect(first.contradicts(second) == contradicts)
        let policy = Misconception(id: "policy", changes: [.ignoresCaps], families: ["a"])
        #expect(policy.contradicts(Misconception(id: "same", changes: [.ignoresCaps], families: ["b"])))
    }

    @Test func `a pool is credited as its codes are`() {
        let belief = Misconception(id: "held", changes: [.credit(.started)])
        let codes = CodeSet(
            definitions: [.init(code: "97110", label: ""), .init(code: "97140", label: "")],
            families: ["97110", "97140"].map {
                Family(
                    id: ID($0), title: "", services: [ID($0)], first: [],
                    further: [.init(code: Code($0) ?? "97110", each: 15, after: 0)])
            }, pools: [Pool(id: "p", title: "", families: ["97110", "97140"], each: 15, credit: .midpoint)])
        let rules = Rules(codes: codes, policy: Policy(id: "p", credit: .midpoint))
        let encounter = Encounter.of(
            Service("97110", time: .minutes(16)), Service("97140", time: .minutes(6)))
        #expect(rules.claim(for: encounter).units(of: "97110") == 1)
        #expect(belief.applied(to: rules).claim(for: encounter) == claim("97110, 97140"))
    }
}

extension Claim {
    /// The claim with each line on the days that an encounter bills it.
    fileprivate func with(_ encounter: Encounter) -> Claim {
        Claim(
            lines.map { line in
                var dated = line
                let dates = WholeClaim.rules().claim(for: encounter).lines.first { $0.code == line.code }?.dates
                dated.dates = dates
                return dated
            })
    }
}
