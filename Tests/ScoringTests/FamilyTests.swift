import Testing

@testable import Scoring

/// Families of every shape over every minute of a day, under every way of crediting a part.
struct FamilyTests {
    /// A family of two codes in a set of its own, and where its units change.
    struct Shape: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var first: [Family.First] = []
        var further: [Family.Further] = []
        var replaces = false

        func rules(_ credit: Credit) -> Rules {
            let family = Family(
                id: "shape", title: "shape", services: ["infusion"], first: first, further: further,
                furtherReplacesFirst: replaces)
            let codes: [Code] = ["10001", "10002", "10003", "20001", "20002"]
            return Rules(
                codes: CodeSet(definitions: codes.map { .init(code: $0, label: "") }, families: [family]),
                policy: Policy(id: "p", credit: credit))
        }
    }

    private static let visit = Shape(
        testDescription: "a first code and hours", first: [.init(code: "10001", from: 1, covers: 120)],
        further: [.init(code: "20001", each: 60, after: 120)])
    private static let critical = Shape(
        testDescription: "a first code from half an hour on", first: [.init(code: "10001", from: 30, covers: 74)],
        further: [.init(code: "20001", each: 30, after: 74)])
    private static let ranges = Shape(
        testDescription: "a code for each range",
        first: [
            .init(code: "10001", from: 16, through: 37), .init(code: "10002", from: 38, through: 52),
            .init(code: "10003", from: 53),
        ])
    private static let blocks = Shape(
        testDescription: "blocks alone", further: [.init(code: "20001", each: 15, after: 0)])
    private static let repeated = Shape(
        testDescription: "a first code for each hour", first: [.init(code: "10001", from: 1, each: 60)])
    private static let replaced = Shape(
        testDescription: "hours instead of a visit", first: [.init(code: "10001", from: 1, covers: 120)],
        further: [.init(code: "20001", each: 60, after: 120)], replaces: true)
    private static let steps = Shape(
        testDescription: "two sizes of block", first: [.init(code: "10001", from: 8, covers: 60)],
        further: [
            .init(code: "20001", each: 60, after: 60, credit: .atLeast(31)), .init(code: "20002", each: 15, after: 300),
        ])
    private static let shapes = [visit, critical, ranges, blocks, repeated, replaced, steps]
    private static let credits: [Credit] = [.started, .midpoint, .complete, .atLeast(8), .atLeast(31)]

    /// The claim from each of these minutes on, up to the next.
    @Test(
        arguments: [
            (visit, .started, [(0, "none"), (1, "10001"), (121, "10001, 20001"), (181, "10001, 20001 x2")], 240),
            (visit, .midpoint, [(1, "10001"), (151, "10001, 20001"), (211, "10001, 20001 x2")], 270),
            (visit, .complete, [(1, "10001"), (180, "10001, 20001"), (240, "10001, 20001 x2")], 299),
            (visit, .atLeast(8), [(1, "10001"), (128, "10001, 20001"), (188, "10001, 20001 x2")], 247),
            (critical, .started, [(0, "none"), (30, "10001"), (75, "10001, 20001"), (105, "10001, 20001 x2")], 134),
            (critical, .midpoint, [(30, "10001"), (90, "10001, 20001"), (120, "10001, 20001 x2")], 149),
            (critical, .complete, [(30, "10001"), (104, "10001, 20001"), (134, "10001, 20001 x2")], 163),
            (ranges, .started, [(0, "none"), (16, "10001"), (38, "10002"), (53, "10003")], 1440),
            (ranges, .complete, [(0, "none"), (16, "10001"), (38, "10002"), (53, "10003")], 1440),
            (blocks, .started, [(0, "none"), (1, "20001"), (16, "20001 x2"), (31, "20001 x3")], 45),
            (blocks, .midpoint, [(0, "none"), (8, "20001"), (23, "20001 x2"), (38, "20001 x3")], 52),
            (blocks, .complete, [(0, "none"), (15, "20001"), (30, "20001 x2"), (45, "20001 x3")], 59),
            (repeated, .started, [(0, "none"), (1, "10001"), (61, "10001 x2"), (121, "10001 x3")], 180),
            (repeated, .midpoint, [(0, "none"), (1, "10001"), (91, "10001 x2"), (151, "10001 x3")], 210),
            (repeated, .complete, [(0, "none"), (1, "10001"), (120, "10001 x2"), (180, "10001 x3")], 239),
            (replaced, .started, [(0, "none"), (1, "10001"), (121, "20001"), (181, "20001 x2")], 240),
            (replaced, .complete, [(1, "10001"), (180, "20001"), (240, "20001 x2")], 299),
            (
                steps, .complete,
                [
                    (0, "none"), (8, "10001"), (91, "10001, 20001"), (151, "10001, 20001 x2"),
                    (211, "10001, 20001 x3"), (271, "10001, 20001 x4"), (315, "10001, 20001 x4, 20002"),
                    (330, "10001, 20001 x4, 20002 x2"), (331, "10001, 20001 x5, 20002 x2"),
                ], 344
            ),
        ] as [(Shape, Credit, [(Int, String)], Int)])
    func `units change at their minutes and nowhere else`(
        shape: Shape, credit: Credit, table: [(from: Int, claim: String)], through: Int
    ) {
        let rules = shape.rules(credit)
        let ends = table.dropFirst().map { $0.from - 1 } + [through]
        for (row, end) in zip(table, ends) {
            for minutes in row.from...end {
                #expect(rules.claim(for: .minutes(minutes)).description == claim(row.claim).description, "\(minutes)")
            }
        }
    }

    @Test(arguments: shapes, credits) func `what more minutes earn is never less`(shape: Shape, credit: Credit) {
        let rules = shape.rules(credit)
        var last = [0, 0, 0]
        for minutes in 0...1440 {
            let claim = rules.claim(for: .minutes(minutes))
            // A range that ends hands over to a higher one, so that ranges count by their rank.
            let ranks = ["10001", "10002", "10003"].firstIndex { claim.bills($0) } ?? -1
            let first = ranks < 0 ? 0 : ranks + claim.units(of: "10001")
            let worth = [shape.replaces ? 0 : first, claim.units(of: "20001"), claim.units(of: "20002")]
            #expect(zip(worth, last).allSatisfy { $0 >= $1 }, "minute \(minutes)")
            #expect(claim.isEmpty == (minutes < (shape.first.map(\.from).min() ?? .max) && worth == [0, 0, 0]))
            last = worth
        }
    }

    /// Of the ways of crediting, any part earns most and a whole block least.
    @Test(arguments: shapes) func `a kinder way of crediting never earns less`(shape: Shape) {
        let kindest = shape.rules(.started)
        let strictest = shape.rules(.complete)
        for credit in Self.credits {
            let rules = shape.rules(credit)
            for minutes in stride(from: 0, through: 1440, by: 7) {
                for code in ["20001", "20002"] as [Code] {
                    let units = rules.claim(for: .minutes(minutes)).units(of: code)
                    #expect(units <= kindest.claim(for: .minutes(minutes)).units(of: code))
                    #expect(units >= strictest.claim(for: .minutes(minutes)).units(of: code))
                }
            }
        }
    }

    /// One more minute never earns more than one unit of a code, and blocks of a code repeat at their length.
    @Test(arguments: [1, 7, 8, 15, 30, 60, 1440], credits) func `units rise by one, a block at a time`(
        block: Int, credit: Credit
    ) {
        for minutes in 0...1440 {
            let units = credit.units(in: minutes, each: block)
            #expect(credit.units(in: minutes + block, each: block) == units + 1)
            #expect(credit.units(in: minutes + 1, each: block) - units <= 1)
            #expect(units >= minutes / block && units <= minutes / block + 1)
        }
        let threshold = credit.threshold(of: block)
        #expect((1...block).contains(threshold))
        #expect(credit.units(in: threshold, each: block) == 1 && credit.units(in: threshold - 1, each: block) == 0)
    }

    @Test(arguments: shapes) func `of a visit of unknown length a minute's code is billed, and no block`(shape: Shape) {
        let key = derive(.of(Service("infusion", time: .unknown)), under: shape.rules(.started))
        let minute = derive(.minutes(1), under: shape.rules(.started)).claim
        #expect(key.claim.lines == minute.lines.filter { line in shape.first.contains { $0.code == line.code } })
        #expect(key.undocumented == [.duration])
    }

    @Test func `a family knows which of its codes come once a visit`() {
        let family = Family(
            id: "f", title: "", services: [],
            first: [
                .init(code: "10001", from: 1), .init(code: "10002", from: 9, each: 9), .init(code: "20001", from: 90),
            ],
            further: [.init(code: "20001", each: 60, after: 120)])
        #expect(
            ["10001", "10002", "20001", "20002"].map { family.billsOnceAVisit($0) } == [true, false, false, false])
        #expect(["10001", "20001"].map { family.isFurther($0) } == [false, true])
        #expect(family.codes == ["10001", "10002", "20001", "20001"])
    }

    @Test func `a family pays for its services, or for anything`() {
        let kinds: [ID<ServiceKind>] = ["infusion", "specialty-drug", "wound-care"]
        let family = Sample.codes.families[0]
        #expect(kinds.map(family.pays) == [true, true, false])
        #expect(kinds.map(family.with(paysForAnyService: true).pays) == [true, true, true])
        #expect(kinds.map(family.with(services: []).pays) == [false, false, false])
        #expect(family.with() == family && family.with(services: []) != family)
        #expect(family.with(furtherReplacesFirst: true) != family && family.with(further: []) != family)
    }
}
