import Testing

@testable import Scoring

/// Lines on their way to a claim, and what takes units off them.
struct LineTests {
    private static func lines(_ text: String) -> DueLines {
        var lines = DueLines()
        for line in claim(text).lines {
            lines.add(DueLine(code: line.code, units: line.units, definition: Sample.codes.index(of: line.code)))
        }
        return lines
    }

    @Test(
        arguments: [
            ("none", "none"), ("99601", "99601 x1"), ("99601, 99602 x2, 99601", "99601 x2, 99602 x2"),
            ("99602, 99601, 99602 x3", "99601 x1, 99602 x4"), ("G0299, 12345, 99506", "99506 x1, G0299 x1, 12345 x1"),
        ])
    func `units of one code come on one line, in the order of the code set`(added: String, expected: String) {
        var lines = Self.lines(added)
        lines.sort()
        #expect(lines.claim.description == expected)
    }

    @Test(
        arguments: [
            ("99601, 99602 x2", "99602 x2, 99601", true), ("99601", "99601 x2", false), ("99601", "99602", false),
            ("99601, 99602", "99601", false), ("none", "none", true), ("99601", "99601-SS", false),
            ("99601 x2", "99601, 99601", false),
        ])
    func `lines come to a claim where they bill the same, in whatever order`(due: String, billed: String, same: Bool) {
        #expect(Self.lines(due).billTheSame(as: claim(billed)) == same)
        #expect(Self.lines(due).claim.billsTheSame(as: claim(billed)) == same)
    }

    @Test func `lines that were used before are as good as new`() {
        var lines = Self.lines("99601, 99602")
        lines.removeAll()
        #expect(lines.claim.isEmpty && !lines.bills("99601"))
        lines.add(DueLine(code: "99506", units: 1, definition: 2))
        #expect(lines.claim == claim("99506"))
    }

    /// Of two that exclude each other the one that comes later stays.
    @Test func `each line is judged beside those that are still there`() {
        let codes = CodeSet(
            definitions: Sample.codes.definitions, families: [],
            exclusions: [.init(pays: "99601", denies: ["99506"]), .init(pays: "99506", denies: ["99601", "99512"])])
        let rules = Rules(codes: codes, policy: Policy(id: "p", credit: .started))
        var lines = Self.lines("99601, 99506, 99512")
        var steps = Steps()
        rules.limit(&lines, of: .minutes(0), &steps)
        #expect(lines.claim == claim("99506"))
        #expect(
            steps.all == [.excluded(code: "99601", beside: "99506"), .excluded(code: "99512", beside: "99506")])
    }

    @Test(
        arguments: [
            ("99602 x3, 99601", "99601, 99602 x2", ["unit-cap"]), ("99602 x3", "none", ["unit-cap", "add-on"]),
            ("99601, 99506", "99601", ["exclusion"]), ("12345, 99601", "99601", ["code-in-effect"]),
            ("99512 x5", "none", ["unit-cap"]), ("99601, 99602 x2", "99601, 99602 x2", []), ("none", "none", []),
        ] as [(String, String, [String])])
    func `what may not be billed is taken off, and the steps say why`(due: String, billed: String, rules: [String]) {
        var lines = Self.lines(due)
        var steps = Steps()
        let limits = Sample.rules(.started) { $0.caps.unitsADay = ["99602": 2, "99512": 0] }
        limits.limit(&lines, of: .minutes(0), &steps)
        #expect(lines.claim == claim(billed))
        #expect(steps.all.map(\.rule) == rules)
        #expect(!steps.all.contains { !$0.forbids })
    }

    @Test func `steps that nobody asks for are not even made`() {
        var steps = Steps.none
        var made = 0
        func step() -> Step {
            made += 1
            return .visitSeparate
        }
        steps.note(step())
        #expect(made == 0 && steps.all.isEmpty && !steps.areKept)
        var kept = Steps()
        kept.note(step())
        #expect(made == 1 && kept.all == [.visitSeparate])
    }

    /// Minutes a day and a week, minutes used before, and what is left for visits one after the other.
    @Test(
        arguments: [
            (nil, nil, 0, [600, 600], [600, 600]), (240, nil, 0, [90, 200, 10], [90, 150, nil]),
            (nil, 720, 600, [100, 100], [100, 20]), (240, 720, 600, [240], [120]), (240, 720, 720, [1], [nil]),
            (240, 720, 9_999, [1], [nil]), (0, nil, 0, [60], [nil]), (240, nil, -50, [300], [240]),
            (240, 720, 0, [0, 240], [0, 240]),
        ] as [(Int?, Int?, Int, [Int], [Int?])])
    func `a payer's minutes are used up visit by visit`(
        aDay: Int?, aWeek: Int?, used: Int, visits: [Int], allowed: [Int?]
    ) {
        var allowance = Allowance(.init(minutesADay: aDay, minutesAWeek: aWeek), on: Sample.day, used: used)
        #expect(visits.map { allowance.take(Measured(family: 0, amount: $0), on: Sample.day)?.amount } == allowed)
    }

    @Test func `a visit of unknown length is billed while any minutes are left, and uses none`() {
        var allowance = Allowance(.init(minutesADay: 60), on: Sample.day, used: 0)
        let unknown = Measured(family: 0)
        #expect(allowance.take(unknown, on: Sample.day).map(\.amount) == .some(nil))
        #expect(allowance.take(Measured(family: 0, amount: 90), on: Sample.day)?.amount == 60)
        #expect(allowance.take(unknown, on: Sample.day) == nil)
    }

    @Test(
        arguments: [(30, 40, 70), (nil, 40, 40), (30, nil, 30), (nil, nil, nil)] as [(Int?, Int?, Int?)])
    func `visits that are joined add up what is known of their length`(first: Int?, second: Int?, both: Int?) {
        let joined = Measured(family: 0, amount: first).joined(to: Measured(family: 0, amount: second))
        #expect(joined.amount == both)
    }
}
