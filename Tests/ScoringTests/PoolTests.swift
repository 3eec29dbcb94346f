import Testing

@testable import Scoring

/// Codes that share one total of minutes, as Medicare counts timed therapy (Claims Processing Manual, chapter 5, 20.2).
struct PoolTests {
    static let codes: [Code] = ["97112", "97110", "97140", "97116"]

    static let set = CodeSet(
        definitions: codes.map { .init(code: $0, label: "timed therapy") },
        families: codes.map { code in
            Family(
                id: ID("f\(code)"), title: "timed therapy", services: [ID("s\(code)")], first: [],
                further: [.init(code: code, each: 15, after: 0, credit: .atLeast(8))])
        },
        pools: [
            Pool(
                id: "timed", title: "timed therapy", families: codes.map { ID("f\($0)") }, each: 15, credit: .atLeast(8)
            )
        ])

    static func encounter(_ minutes: [Int]) -> Encounter {
        .of(zip(codes, minutes).map { Service(ID("s\($0)"), time: .minutes($1)) })
    }

    static func units(_ minutes: [Int], _ pooling: Policy.Pooling) -> [Int] {
        var policy = Policy(id: "p", credit: .atLeast(8))
        policy.pooling = pooling
        let rules = Rules(codes: set, policy: policy)
        let key = derive(encounter(minutes), under: rules)
        #expect(validate(key.claim, against: key).isEmpty)
        #expect(rules.claim(for: key.encounter) == key.claim)
        return minutes.indices.map { key.claim.units(of: codes[$0]) }
    }

    /// The five worked examples that Medicare publishes.
    @Test(
        arguments: [
            ([24, 23], [2, 1]), ([20, 20], [2, 1]), ([33, 7], [2, 1]), ([18, 13, 10, 8], [1, 1, 1, 0]),
            ([7, 7, 7], [1, 0, 0]),
        ])
    func `the total earns the units, and the longest get them`(minutes: [Int], expected: [Int]) {
        #expect(Self.units(minutes, .total) == expected)
    }

    /// The other rule: each code by its own minutes, from 8 on.
    @Test(
        arguments: [
            ([24, 23], [2, 2]), ([20, 20], [1, 1]), ([33, 7], [2, 0]), ([18, 13, 10, 8], [1, 1, 1, 1]),
            ([7, 7, 7], [0, 0, 0]),
        ])
    func `a code at a time`(minutes: [Int], expected: [Int]) {
        #expect(Self.units(minutes, .each) == expected)
    }

    /// 8 to 22 minutes are one unit, 23 to 37 two, 38 to 52 three, and so on.
    @Test func `the total is counted in quarters, a part from 8 minutes on`() {
        for first in 0...90 {
            for second in [0, 1, 7, 8, 14, 15, 30] {
                let sum = first + second
                #expect(Self.units([first, second], .total).reduce(0, +) == (sum + 7) / 15, "\(first) and \(second)")
            }
        }
    }

    /// No code gets more than one unit beyond its whole quarters, and no order of the record changes the sum.
    @Test func `what is left goes to the longest`() {
        var generator = Seeded(7)
        for _ in 0..<300 {
            let minutes = (0..<4).map { _ in Int.random(in: 0...60, using: &generator) }
            let units = Self.units(minutes, .total)
            for (minutes, units) in zip(minutes, units) { #expect((minutes / 15...minutes / 15 + 1).contains(units)) }
            let shuffled = Self.units(minutes.reversed(), .total)
            #expect(units.reduce(0, +) == shuffled.reduce(0, +))
        }
    }

    @Test func `the steps tell how the minutes were shared`() {
        let key = derive(
            Self.encounter([33, 7]), under: Rules(codes: Self.set, policy: Policy(id: "p", credit: .started)))
        let text = key.steps.map(\.text).joined(separator: "\n")
        #expect(
            text.hasSuffix(
                """
                33 + 7 makes 40 minutes in all. A unit is 15 minutes, and a part of it counts from 8 on: 3 units.
                97112 has 33 minutes, 2 times 15 and 3 left: x2.
                97110 has 7 minutes, 0 times 15 and 7 left is among the most, so it gets one more: x1.
                """))
    }
}

extension Encounter {
    fileprivate static func of(_ services: [Service]) -> Encounter {
        .visits(Visit(services: services, place: "11", performer: "therapist"))
    }
}
