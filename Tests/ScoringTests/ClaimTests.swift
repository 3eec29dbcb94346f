import Testing

@testable import Scoring

/// Claims as bags of lines: what is the same, and how units add up.
struct ClaimTests {
    private static func lines(using generator: inout Seeded) -> [ClaimLine] {
        (0..<Int.random(in: 0...5, using: &generator)).map { _ in
            ClaimLine(
                (["99601", "99602", "99506"] as [Code]).randomElement(using: &generator) ?? "99601",
                modifiers: (["SS", "SD", "59"] as [Modifier]).filter { _ in Bool.random(using: &generator) },
                units: .random(in: 0...3, using: &generator))
        }
    }

    @Test(arguments: 0..<8) func `the order of lines and modifiers makes no difference, and anything else does`(
        seed: UInt64
    ) {
        var generator = Seeded(seed)
        for _ in 0..<500 {
            let claim = Claim(Self.lines(using: &generator))
            var shuffled = Claim(claim.lines.shuffled(using: &generator))
            for index in shuffled.lines.indices { shuffled.lines[index].modifiers.shuffle(using: &generator) }
            #expect(claim.billsTheSame(as: shuffled) && shuffled.billsTheSame(as: claim))
            #expect(claim.fingerprint == shuffled.fingerprint)
            guard let index = claim.lines.indices.randomElement(using: &generator) else { continue }
            var other = shuffled
            other.lines.remove(at: index)
            #expect(!claim.billsTheSame(as: other))
            other = shuffled
            other.lines[index].units += 1
            #expect(!claim.billsTheSame(as: other))
            other = shuffled
            other.lines[index].modifiers.append("XU")
            #expect(!claim.billsTheSame(as: other))
        }
    }

    @Test(arguments: 0..<4) func `units of a code are those of all its lines`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<200 {
            let claim = Claim(Self.lines(using: &generator))
            for code in ["99601", "99602", "99506", "12345"] as [Code] {
                let lines = claim.lines.filter { $0.code == code }
                #expect(claim.units(of: code) == lines.map(\.units).reduce(0, +))
                #expect(claim.bills(code) == !lines.isEmpty)
            }
        }
    }

    @Test(
        arguments: [
            ([], "none"), ([ClaimLine("99601")], "99601 x1"),
            ([ClaimLine("99602", modifiers: ["SS", "59"], units: 12)], "99602-SS-59 x12"),
            ([ClaimLine("99601"), ClaimLine("99602", units: 2)], "99601 x1, 99602 x2"),
            ([ClaimLine("G0299", units: 0)], "G0299 x0"),
        ] as [([ClaimLine], String)])
    func `a claim is written as a learner would type it`(lines: [ClaimLine], text: String) {
        #expect(Claim(lines).description == text)
        #expect(Claim(lines).isEmpty == lines.isEmpty)
    }

    @Test func `modifiers are read in either case and sort as their text`() {
        let modifiers = ["xu", "59", "SS", "Sd", "0a"].compactMap { Modifier($0) }
        #expect(modifiers.sorted().map(\.description) == ["0A", "59", "SD", "SS", "XU"])
        #expect(Modifier.distinctService.map(\.description) == ["59", "XE", "XP", "XS", "XU"])
    }
}
