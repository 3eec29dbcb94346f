import Testing

@testable import Scoring

/// Drugs in the billing units of their codes.
struct DrugUnitTests {
    private static func family(_ code: Code, each: String, _ scope: Scope? = nil) -> Family {
        let each = Amount(each)?.thousandths ?? 0
        return Family(
            id: "drug", title: "drug", services: ["drug"], measure: .amount(.milligrams), scope: scope, first: [],
            further: [.init(code: code, each: each, after: 0, credit: .started)])
    }

    /// What home infusion gives most, in doses that are ordered.
    @Test(
        arguments: [
            ("J0690", "500 mg", "1 g", 2), ("J0690", "500 mg", "250 mg", 1), ("J0690", "500 mg", "501 mg", 2),
            ("J0690", "500 mg", "2 g", 4), ("J0696", "250 mg", "2 g", 8), ("J0696", "250 mg", "1 g", 4),
            ("J0696", "250 mg", "251 mg", 2), ("J1335", "500 mg", "1 g", 2), ("J1335", "500 mg", "500 mg", 1),
            ("J3370", "500 mg", "1.25 g", 3), ("J3370", "500 mg", "1 g", 2), ("J3370", "500 mg", "750 mg", 2),
            ("J0878", "1 mg", "418 mg", 418), ("J0878", "1 mg", "417.5 mg", 418), ("J0878", "1 mg", "350 mg", 350),
            ("J2543", "1.125 g", "3.375 g", 3), ("J2543", "1.125 g", "4.5 g", 4), ("J2543", "1.125 g", "2.25 g", 2),
            ("J2543", "1.125 g", "1.126 g", 2), ("J1745", "10 mg", "345 mg", 35), ("J1745", "10 mg", "400 mg", 40),
            ("J1569", "500 mg", "30 g", 60), ("J1569", "500 mg", "35.25 g", 71), ("J2260", "5 mg", "20 mg", 4),
            ("J2260", "5 mg", "21 mg", 5), ("J2260", "5 mg", "0.375 mg", 1), ("J1250", "250 mg", "1 g", 4),
            ("J1250", "250 mg", "12.5 mg", 1), ("J1250", "250 mg", "250.001 mg", 2),
        ] as [(Code, String, String, Int)])
    func `a dose in units`(code: Code, each: String, given: String, units: Int) {
        let rules = Counted.rules(Self.family(code, each: each))
        #expect(Counted.claim(Counted.drug(given), under: rules).units(of: code) == units)
        #expect(Counted.claim(Counted.drug(given, times: 7), under: rules).units(of: code) == units * 7)
    }

    /// 42 doses of half a unit over a fortnight from Monday: a part is rounded up once for each sum.
    @Test(arguments: [(nil, 42), (.visit, 42), (.day, 28), (.week, 22), (.month, 21), (.span, 21)] as [(Scope?, Int)])
    func `what is added up is rounded once`(scope: Scope?, units: Int) {
        let encounter = Counted.drug("250 mg", times: 42, dates: WholeClaim.march(2, 15))
        let claim = Counted.claim(encounter, under: Counted.rules(Self.family("J0690", each: "500 mg", scope)))
        #expect(claim.units(of: "J0690") == units)
    }

    /// Amounts of two entries of the record, in mg and on days of March, with units of 500 mg.
    @Test(
        arguments: [
            (.day, (300, 2), (200, 2), 1), (.day, (300, 2), (201, 2), 2), (.day, (300, 2), (200, 3), 2),
            (.week, (300, 2), (200, 7), 1), (.week, (300, 7), (200, 8), 2), (.month, (300, 2), (200, 31), 1),
            (.span, (1_300, 2), (200, 31), 3), (.visit, (300, 2), (200, 2), 2), (nil, (300, 2), (200, 2), 2),
        ] as [(Scope?, (Int, Int), (Int, Int), Int)])
    func `two entries that are added up are rounded once`(
        scope: Scope?, first: (mg: Int, day: Int), second: (mg: Int, day: Int), units: Int
    ) {
        let drugs = [first, second].compactMap { mg, day in
            Amount("\(mg) mg").map { DrugGiven("drug", given: $0, dates: WholeClaim.march(day, day)) }
        }
        let rules = Counted.rules(Self.family("J0690", each: "500 mg", scope))
        let key = derive(WholeClaim.episode([], drugs: drugs), under: rules)
        #expect(key.claim.units(of: "J0690") == units)
        let isAdded = key.steps.contains { if case .therapy(.amountsAdded) = $0 { true } else { false } }
        #expect(isAdded == (key.claim.lines.count == 1 && scope != .visit && scope != nil))
        #expect(validate(key.claim, against: key).isEmpty)
    }

    /// What containers of two doses leave together is a whole unit that neither leaves alone.
    @Test(arguments: [
        (Scope.day, "J0690-JZ x2", "J0690 x2, J0690-JW x1"),
        (.visit, "J0690-JZ x2", "J0690 x1, J0690-JW x1, J0690-JZ x1"),
    ])
    func `what is left of containers is counted with what is added up`(
        scope: Scope, alike: String, more: String
    ) throws {
        let drug = DrugGiven(
            "drug", given: try #require(Amount("300 mg")), discarded: Amount("200 mg"), dates: WholeClaim.march(2, 2))
        let codes = CodeSet(
            definitions: [.init(code: "J0690", label: "")], families: [Self.family("J0690", each: "500 mg", scope)],
            modifierRules: [
                ModifierRule("JW", on: ["J0690"], when: Condition(portion: .discarded)),
                ModifierRule("JZ", on: ["J0690"], when: Condition(portion: .whole)),
            ])
        var policy = Sample.policy(.started)
        policy.discarded = .ownLine
        let rules = Rules(codes: codes, policy: policy)
        let key = derive(WholeClaim.episode([], drugs: [drug, drug]), under: rules)
        #expect(key.claim.description == alike)
        let left = derive(WholeClaim.episode([], drugs: [drug.discarding("700 mg"), drug]), under: rules)
        #expect(left.claim.description == more)
    }

    @Test func `doses are spread over the months of their lines`() throws {
        let dates = try #require(DaySpan(from: "2026-03-27", through: "2026-04-05"))
        for (times, march, april) in [(10, 10, 10), (20, 20, 20), (5, 6, 4), (1, 2, 0), (3, 4, 2)] {
            let encounter = Counted.drug("1 g", times: times, dates: dates)
            let rules = Counted.rules(Self.family("J0690", each: "500 mg")) { $0.splitsMonths = true }
            let lines = Counted.claim(encounter, under: rules).lines
            #expect(lines.map(\.units) == [march, april].filter { $0 > 0 }, "\(times) doses")
            #expect(lines.first?.dates?.description == "2026-03-27 to 2026-03-31")
        }
    }

    /// The smaller the parts that are rounded, the more units; no sum is below the whole amount's.
    @Test func `a smaller scope never bills less`() {
        var generator = Seeded(5)
        for _ in 0..<150 {
            let from = Int.random(in: 1...20, using: &generator)
            let dates = WholeClaim.march(from, from + Int.random(in: 0...10, using: &generator))
            let given = Int.random(in: 1...900, using: &generator)
            let times = Int.random(in: 1...40, using: &generator)
            let encounter = Counted.drug("\(given) mg", times: times, dates: dates)
            let units = [Scope.visit, .day, .week, .month, .span].map {
                Counted.rules(Self.family("J0690", each: "500 mg", $0)).claim(for: encounter).units(of: "J0690")
            }
            #expect(units == units.sorted(by: >))
            #expect(units.first == times * ((given + 499) / 500) && units.last == (given * times + 499) / 500)
        }
    }
}

extension DrugGiven {
    fileprivate func discarding(_ amount: String) -> DrugGiven {
        var drug = self
        drug.discarded = Amount(amount) ?? discarded
        return drug
    }
}
