import Testing

@testable import Scoring

/// When two claims whose lines bear days bill the same.
struct DatedClaimTests {
    /// A claim of lines of one code: units and day, or units alone.
    private static func claim(_ lines: [(Int, Int?)]) -> Claim {
        Claim(lines.map { ClaimLine("99601", units: $0.0, dates: $0.1.map { WholeClaim.march($0, $0) }) })
    }

    @Test(
        arguments: [
            ([(1, 2)], [(1, 2)], true), ([(1, 2)], [(1, 3)], false), ([(1, nil)], [(1, 3)], true),
            ([(1, 2), (1, 3)], [(1, 3), (1, 2)], true), ([(1, 2), (1, 2)], [(1, 2), (1, 3)], false),
            ([(1, nil), (1, 2)], [(1, 2), (1, 3)], true), ([(1, nil), (1, 4)], [(1, 2), (1, 3)], false),
            ([(1, nil), (1, nil)], [(1, 2), (1, 3)], true), ([(1, 2), (2, nil)], [(2, 2), (1, nil)], true),
            ([(1, 2), (2, 3)], [(2, 2), (1, 3)], false), ([(1, 2)], [(1, 2), (1, 2)], false), ([], [], true),
            ([(1, 2), (1, nil)], [(1, nil), (1, 3)], true),
            ([(1, 2), (1, 3), (1, nil)], [(1, nil), (1, nil), (1, 2)], true),
        ] as [([(Int, Int?)], [(Int, Int?)], Bool)])
    func `a line that names no days stands for any`(one: [(Int, Int?)], other: [(Int, Int?)], isSame: Bool) {
        let (left, right) = (Self.claim(one), Self.claim(other))
        #expect(left.billsTheSame(as: right) == isSame)
        #expect(right.billsTheSame(as: left) == isSame)
    }

    /// Against every way of pairing up the lines, over claims by chance.
    @Test(arguments: 0..<400 as Range<UInt64>) func `claims bill the same where some pairing of their lines does`(
        seed: UInt64
    ) {
        var generator = Seeded(seed)
        func any() -> [(Int, Int?)] {
            (0..<3).map { _ in
                (Int.random(in: 1...2, using: &generator), [nil, 2, 3].randomElement(using: &generator) ?? nil)
            }
        }
        let (left, right) = (Self.claim(any()), Self.claim(any()))
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        let pairsUp = orders.contains { order in
            order.enumerated().allSatisfy { number, place in
                let (line, other) = (left.lines[number], right.lines[place])
                return line.units == other.units
                    && (line.dates == nil || other.dates == nil || line.dates == other.dates)
            }
        }
        #expect(left.billsTheSame(as: right) == pairsUp, "\(left.lines) and \(right.lines)")
        #expect(left.billsTheSame(as: left) && Claim(left.lines.reversed()).billsTheSame(as: left))
    }

    @Test func `spans of days are the same only from the first day to the last`() {
        let span = Claim([ClaimLine("S9500", units: 7, dates: WholeClaim.march(2, 8))])
        for (from, through, isSame) in [(2, 8, true), (2, 9, false), (1, 8, false), (3, 8, false)] {
            let other = Claim([ClaimLine("S9500", units: 7, dates: WholeClaim.march(from, through))])
            #expect(span.billsTheSame(as: other) == isSame)
        }
        #expect(!span.billsTheSame(as: Claim([ClaimLine("S9500", units: 8)])))
        #expect(!span.billsTheSame(as: Claim([ClaimLine("S9500", modifiers: ["SH"], units: 7)])))
    }
}
