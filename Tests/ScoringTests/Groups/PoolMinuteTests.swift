import Testing

@testable import Scoring

/// Timed therapy at every split of an hour over two and three codes, against the table that Medicare publishes (Claims
/// Processing Manual, chapter 5, 20.2).
struct PoolMinuteTests {
    /// The most minutes of none, one, two, ... units.
    private static let table = [7, 22, 37, 52, 67, 82, 97, 112, 127, 142, 157, 172, 187]

    private static func due(_ minutes: Int) -> Int { table.firstIndex { minutes <= $0 } ?? table.count }

    @Test(arguments: 0...60) func `two codes earn what the table gives their minutes`(first: Int) {
        for second in 0...60 {
            let units = PoolTests.units([first, second], .total)
            #expect(units.reduce(0, +) == Self.due(first + second), "\(first) and \(second)")
            #expect(units[0] - first / 15 <= 1 && units[1] - second / 15 <= 1, "\(first) and \(second)")
        }
    }

    @Test(arguments: Array(stride(from: 0, through: 60, by: 4)))
    func `three codes earn what the table gives their minutes`(
        first: Int
    ) {
        for second in stride(from: 1, through: 60, by: 5) {
            for third in stride(from: 2, through: 60, by: 5) {
                let minutes = [first, second, third]
                let units = PoolTests.units(minutes, .total)
                #expect(units.reduce(0, +) == Self.due(minutes.reduce(0, +)), "\(minutes)")
                #expect(zip(units, minutes).allSatisfy { $0 >= $1 / 15 }, "\(minutes)")
            }
        }
    }

    /// A code with more minutes left than another is served before it.
    @Test func `what is left over goes to the most minutes`() {
        for first in 0..<15 {
            for second in 0..<15 where first + second >= 8 {
                let units = PoolTests.units([15 + first, 15 + second], .total)
                if units.reduce(0, +) == 3 { #expect(units == (first >= second ? [2, 1] : [1, 2])) }
            }
        }
    }

    @Test(arguments: Policy.Pooling.allCases) func `units never fall as minutes rise`(pooling: Policy.Pooling) {
        for second in [0, 5, 8, 13, 22, 44] {
            var before = (all: 0, own: 0)
            for first in 0...90 {
                let units = PoolTests.units([first, second], pooling)
                #expect(units[0] + units[1] >= before.all && units[0] >= before.own, "\(first) and \(second)")
                before = (units[0] + units[1], units[0])
            }
        }
    }

    @Test(arguments: 0...60) func `a code at a time earns by its own minutes`(first: Int) {
        for second in stride(from: 0, through: 60, by: 7) {
            #expect(PoolTests.units([first, second], .each) == [Self.due(first), Self.due(second)])
        }
    }

    /// One code by itself has the same units by either rule.
    @Test(arguments: 0...187) func `one code alone is counted alike`(minutes: Int) {
        #expect(PoolTests.units([minutes], .total) == [Self.due(minutes)])
        #expect(PoolTests.units([minutes], .each) == [Self.due(minutes)])
    }

    /// The cap takes the minutes of what comes later in the code set before any of them are shared.
    @Test(
        arguments: [
            ([24, 23], 30, [2, 0]), ([24, 23], 37, [1, 1]), ([24, 23], 47, [2, 1]), ([24, 23], 7, [0, 0]),
            ([24, 23], 8, [1, 0]), ([10, 10, 10], 20, [1, 0, 0]), ([10, 10, 10], 23, [1, 1, 0]),
            ([40, 40], 0, [0, 0]),
        ])
    func `a cap in minutes comes before the pool`(minutes: [Int], cap: Int, expected: [Int]) {
        let key = Self.key([PoolTests.encounter(minutes)]) { $0.caps.minutesADay = cap }
        #expect(minutes.indices.map { key.claim.units(of: PoolTests.codes[$0]) } == expected)
        #expect(key.claim.lines.reduce(0) { $0 + $1.units } == Self.due(min(minutes.reduce(0, +), cap)))
    }

    @Test(arguments: Array(stride(from: 0, through: 120, by: 3))) func `no cap lets more be billed than the table`(
        cap: Int
    ) {
        for minutes in [[60, 60], [7, 53], [31, 8, 29]] {
            let key = Self.key([PoolTests.encounter(minutes)]) { $0.caps.minutesADay = cap }
            #expect(key.claim.lines.reduce(0) { $0 + $1.units } == Self.due(min(minutes.reduce(0, +), cap)))
        }
    }

    /// Minutes of two days are not added up.
    @Test(arguments: [(7, 0), (8, 2), (14, 2), (22, 2), (23, 4)]) func `each day is a pool by itself`(
        minutes: Int, units: Int
    ) {
        let days = [2, 3].map { day in
            var encounter = PoolTests.encounter([minutes])
            encounter.visits[0].date = WholeClaim.march(day, day).from
            return encounter
        }
        #expect(Self.key(days).claim.units(of: PoolTests.codes[0]) == units)
    }

    /// What the steps give to each code is what the claim bills.
    @Test(arguments: 0..<60 as Range<UInt64>) func `the steps come to the claim`(seed: UInt64) {
        var generator = Seeded(seed)
        let minutes = (0..<4).map { _ in Int.random(in: 0...50, using: &generator) }
        let key = Self.key([PoolTests.encounter(minutes)])
        var told: [Code: Int] = [:]
        var all = 0
        for case .pool(let step) in key.steps {
            switch step {
            case .shared(let code, _, _, let units): told[code, default: 0] += units
            case .pooled(let minutes, _, _, let units):
                #expect(units == Self.due(minutes.reduce(0, +)))
                all += units
            }
        }
        #expect(all == told.values.reduce(0, +))
        for code in PoolTests.codes { #expect(key.claim.units(of: code) == told[code] ?? 0) }
    }

    private static func key(_ encounters: [Encounter], _ change: (inout Policy) -> Void = { _ in }) -> Key {
        var policy = Policy(id: "p", credit: .atLeast(8))
        change(&policy)
        let encounter = Encounter(date: Sample.day, visits: encounters.flatMap(\.visits))
        let key = derive(encounter, under: Rules(codes: PoolTests.set, policy: policy))
        #expect(validate(key.claim, against: key).isEmpty, "\(validate(key.claim, against: key).map(\.message))")
        return key
    }
}
