import Testing

@testable import Scoring

/// How minutes become units: the ways of crediting, and families of every shape.
struct CountingTests {
    @Test(
        arguments: [
            (Credit.started, 60, [(0, 0), (1, 1), (59, 1), (60, 1), (61, 2), (120, 2), (121, 3)]),
            (.midpoint, 60, [(0, 0), (30, 0), (31, 1), (60, 1), (90, 1), (91, 2), (150, 2), (151, 3)]),
            (.midpoint, 15, [(7, 0), (8, 1), (22, 1), (23, 2)]),
            (.complete, 60, [(0, 0), (59, 0), (60, 1), (119, 1), (120, 2)]),
            (.atLeast(31), 60, [(30, 0), (31, 1), (90, 1), (91, 2)]),
            (.atLeast(45), 60, [(44, 0), (45, 1), (104, 1), (105, 2)]),
            (.atLeast(31), 30, [(29, 0), (30, 1), (59, 1), (60, 2)]),
            (.atLeast(0), 60, [(0, 0), (1, 1)]),
            (.started, 0, [(10, 0)]),
            (.complete, 60, [(-5, 0), (.max, .max / 60)]),
        ] as [(Credit, Int, [(Int, Int)])])
    func `a part of a block is credited as the payer says`(credit: Credit, block: Int, table: [(Int, Int)]) {
        for (minutes, units) in table {
            #expect(credit.units(in: minutes, each: block) == units, "\(credit): \(minutes) of \(block)")
        }
    }

    @Test(arguments: ["started", "midpoint", "complete", "at-least 31"])
    func `a way of crediting reads back as it is written`(text: String) {
        #expect(Credit(text)?.description == text)
    }

    @Test(arguments: ["", "Started", "at-least", "at-least 0", "at-least -3", "at-least x", "half"])
    func `what is no way of crediting is not read as one`(text: String) {
        #expect(Credit(text) == nil)
    }

    @Test func `a payer's word on one code goes before the code's own, and that before the payer's on all`() {
        let further = Family.Further(code: "99602", each: 60, after: 120, credit: .complete)
        let plain = Family.Further(code: "99602", each: 60, after: 120)
        var policy = Policy(id: "p", credit: .started)
        #expect(policy.credit(for: plain) == .started)
        #expect(policy.credit(for: further) == .complete)
        policy.creditByCode["99602"] = .midpoint
        #expect(policy.credit(for: further) == .midpoint)
    }

    @Test(arguments: [(7, "none"), (8, "97110"), (22, "97110"), (23, "97110 x2"), (52, "97110 x3"), (53, "97110 x4")])
    func `blocks without a first code stand by themselves`(minutes: Int, expected: String) {
        let codes = CodeSet(
            definitions: [.init(code: "97110", label: "exercise")],
            families: [
                Family(
                    id: "therapy", title: "therapy", services: ["exercise"], first: [],
                    further: [.init(code: "97110", each: 15, after: 0)])
            ])
        let rules = Rules(codes: codes, policy: Policy(id: "p", credit: .midpoint))
        #expect(derive(.of(Service("exercise", time: .minutes(minutes))), under: rules).claim == claim(expected))
    }

    @Test func `a family that pays by the visit bills one unit however long it took`() {
        for minutes in [1, 60, 1440] {
            let encounter = Encounter.of(Service("dialysis", time: .minutes(minutes)))
            #expect(derive(encounter, under: Sample.rules(.started)).claim == claim("99512"))
        }
    }

    @Test func `a key's lines come in the order of the code set`() {
        let encounter = Encounter.of(Service("dialysis", time: .minutes(60)), Service("injection", time: .minutes(9)))
        #expect(derive(encounter, under: Sample.rules(.started)).claim == claim("99506, 99512"))
    }
}
