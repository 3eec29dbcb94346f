import Testing

@testable import Scoring

/// What each belief makes of families that no pack has: every one with the claim that somebody who holds it sends, worked
/// out by hand, and named by it.
struct FamilyBeliefTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let rules: Rules
        let encounter: Encounter
        let key: String
        /// By belief; where the claim is the key's, this encounter cannot reveal it.
        let believed: [(change: Misconception.Change, claim: String)]
        /// By the places of two beliefs.
        let pairs: [(first: Int, second: Int, claim: String)]
    }

    private static func rules(
        _ family: Family, _ credit: Credit, addOns: [Code: Code] = [:], _ change: (inout Policy) -> Void = { _ in }
    ) -> Rules {
        var policy = Policy(id: "p", title: "the payer", credit: credit)
        change(&policy)
        let codes = family.codes.reduce(into: [Code]()) { if !$0.contains($1) { $0.append($1) } }
        return Rules(
            codes: CodeSet(
                definitions: codes.map { .init(code: $0, label: "a code", addOnTo: addOns[$0].map { [$0] } ?? []) },
                families: [family]), policy: policy)
    }

    private static func care(_ minutes: Int) -> Encounter {
        .visits(.of(Service("care", time: .minutes(minutes))))
    }

    private static func things(_ number: Int) -> Encounter {
        .visits(.of(Service("service", time: .unknown), Service("service", time: .unknown)).repeated(number))
    }

    static let all: [Example] = [
        Example(
            testDescription: "care of a month, 65 minutes by twenties",
            rules: rules(
                Family(
                    id: "chronic", title: "care of a month", services: ["care"], scope: .month,
                    first: [.init(code: "99490", from: 20, covers: 20)],
                    further: [.init(code: "99439", each: 20, after: 20)]), .complete, addOns: ["99439": "99490"]
            ) { $0.caps.unitsAMonth = ["99439": 1] }, encounter: care(65), key: "99490, 99439",
            believed: [
                (.ignoresCaps, "99490, 99439 x2"), (.bills(.firstOnly), "99490"), (.bills(.furtherOnly), "99439"),
                (.firstEach(20), "99490 x3"), (.firstEach(60), "99490"), (.credit(.started), "99490, 99439"),
                (.firstFrom(70), "none"), (.furtherEach(60), "99490"),
            ],
            pairs: [
                (0, 5, "99490, 99439 x3"), (0, 2, "99439 x2"), (3, 5, "99490 x4"), (2, 5, "99439"), (4, 5, "99490 x2"),
            ]),
        Example(
            testDescription: "sedation, 52 minutes by the midpoint",
            rules: rules(
                Family(
                    id: "sedation", title: "sedation", services: ["care"],
                    first: [.init(code: "99152", from: 10, covers: 15)],
                    further: [.init(code: "99153", each: 15, after: 15)]), .midpoint, addOns: ["99153": "99152"]),
            encounter: care(52), key: "99152, 99153 x2",
            believed: [
                (.credit(.started), "99152, 99153 x3"), (.credit(.complete), "99152, 99153 x2"),
                (.furtherAfter(0), "99152, 99153 x3"), (.furtherAfter(30), "99152, 99153"),
                (.furtherEach(30), "99152, 99153"), (.bills(.firstOnly), "99152"), (.bills(.furtherOnly), "99153 x2"),
                (.firstEach(15), "99152 x3"), (.firstFrom(53), "none"), (.furtherEach(10), "99152, 99153 x4"),
            ],
            pairs: [
                (0, 2, "99152, 99153 x4"), (0, 7, "99152 x4"), (2, 9, "99152, 99153 x5"), (6, 2, "99153 x3"),
                (3, 1, "99152, 99153"), (0, 3, "99152, 99153 x2"), (4, 2, "99152, 99153 x2"),
            ]),
        Example(
            testDescription: "six lesions, the first and each other",
            rules: rules(
                Family(
                    id: "lesions", title: "lesions", services: ["service"], measure: .occurrences,
                    first: [.init(code: "17000", from: 1, through: 14), .init(code: "17004", from: 15)],
                    further: [.init(code: "17003", each: 1, after: 1, through: 14)]), .started,
                addOns: ["17003": "17000"]), encounter: things(3), key: "17000, 17003 x5",
            believed: [
                (.furtherAfter(0), "17000, 17003 x6"), (.bills(.firstOnly), "17000"),
                (.bills(.furtherOnly), "17003 x5"), (.firstEach(1), "17000 x6"), (.firstFrom(6), "17004"),
                (.furtherEach(2), "17000, 17003 x3"), (.credit(.complete), "17000, 17003 x5"),
            ],
            pairs: [
                (0, 2, "17003 x6"), (5, 6, "17000, 17003 x2"), (0, 5, "17000, 17003 x3"), (2, 5, "17003 x3"),
                (3, 4, "17004 x6"),
            ]),
        Example(
            testDescription: "a drug of 745 mg in units of 10",
            rules: rules(
                Family(
                    id: "drug", title: "the drug", services: ["drug"], measure: .amount(.milligrams), first: [],
                    further: [.init(code: "J9312", each: 10_000, after: 0, credit: .started)]), .started),
            encounter: Counted.drug("745 mg"), key: "J9312 x75",
            believed: [
                (.credit(.complete), "J9312 x74"), (.furtherEach(100_000), "J9312 x8"),
                (.furtherEach(1_000), "J9312 x745"),
                (.bills(.firstOnly), "none"), (.credit(.midpoint), "J9312 x74"), (.furtherAfter(100_000), "J9312 x65"),
            ],
            pairs: [(0, 1, "J9312 x7"), (1, 5, "J9312 x7"), (0, 5, "J9312 x64"), (2, 5, "J9312 x645")]),
    ]

    private static func misconceptions(_ example: Example) -> [Misconception] {
        example.believed.enumerated().map { Misconception(id: ID("b\($0.offset)"), changes: [$0.element.change]) }
    }

    @Test(arguments: all) func `each belief leads to its claim, and is named by it`(example: Example) {
        let asked = Case(example.encounter, under: example.rules, among: Self.misconceptions(example))
        #expect(asked.key.claim.billsTheSame(as: claim(example.key)), "\(asked.key.claim)")
        #expect(validate(asked.key.claim, against: asked.key).isEmpty)
        for (number, believed) in example.believed.enumerated() {
            let made = asked.beliefs.singles[number].rules.claim(for: example.encounter)
            #expect(made.billsTheSame(as: claim(believed.claim)), "\(believed.change): \(made)")
            // All that lead to the same claim are named by it, and no other.
            let alike = example.believed.enumerated().filter {
                claim($0.element.claim).billsTheSame(as: claim(believed.claim))
            }
            let isKey = claim(believed.claim).billsTheSame(as: claim(example.key))
            #expect(asked.assess(made).beliefs == (isKey ? [] : alike.map { ID("b\($0.offset)") }))
        }
    }

    @Test(arguments: all) func `two beliefs lead to their claim together`(example: Example) {
        let beliefs = Beliefs(Self.misconceptions(example), about: example.rules)
        for (first, second, expected) in example.pairs {
            let names = [min(first, second), max(first, second)].map { ID<Misconception>("b\($0)") }
            let pair = beliefs.pairs.first { $0.names == names }
            let made = pair?.rules.claim(for: example.encounter)
            #expect(made?.billsTheSame(as: claim(expected)) == true, "\(names): \(made?.description ?? "no pair")")
        }
    }

    /// A wrong claim fails an edit, or is one that no payer objects to, and is worth less than the key.
    @Test(arguments: all) func `what is believed wrongly is found wrong`(example: Example) {
        let key = derive(example.encounter, under: example.rules)
        for believed in example.believed {
            let grade = grade(claim(believed.claim), against: key)
            let isKey = claim(believed.claim).billsTheSame(as: key.claim)
            #expect((grade.fraction == 1) == isKey && grade.findings.isEmpty == isKey, "\(believed)")
        }
    }
}

extension Visit {
    /// The visit with its services so many times.
    fileprivate func repeated(_ times: Int) -> Visit {
        var visit = self
        visit.services = (0..<times).flatMap { _ in services }
        return visit
    }
}
