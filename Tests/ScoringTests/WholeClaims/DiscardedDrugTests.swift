import Testing

@testable import Scoring

/// What is left in containers of one dose (Medicare Claims Processing Manual, chapter 17, section 40).
struct DiscardedDrugTests {
    private static func encounter(_ given: Int, _ discarded: Int, times: Int = 1, isSingle: Bool = true) -> Encounter {
        let drug = DrugGiven(
            "infliximab", given: Amount(thousandths: given * 1_000, .milligrams) ?? .none(.milligrams),
            discarded: Amount(thousandths: discarded * 1_000, .milligrams), isSingleDose: isSingle, times: times)
        return WholeClaim.episode([], drugs: [drug])
    }

    private static let ownLine = WholeClaim.rules { $0.discarded = .ownLine }

    /// A unit is 10 mg. What bears JW are whole units that were truly thrown away, as many as the containers leave.
    @Test(arguments: 1...60) func `given and discarded never exceed the containers`(given: Int) {
        for discarded in 0...45 {
            let claim = Self.ownLine.claim(for: Self.encounter(given, discarded))
            let wasted = claim.lines.filter { $0.modifiers == ["JW"] }.reduce(0) { $0 + $1.units }
            let kept = claim.lines.filter { $0.modifiers != ["JW"] }
            #expect(kept.count == 1 && kept.first?.units == (given + 9) / 10, "\(given) and \(discarded): \(claim)")
            #expect(kept.first?.modifiers == (wasted == 0 ? ["JZ"] : []))
            #expect(claim.units(of: "J1745") <= (given + discarded + 9) / 10)
            #expect(wasted * 10 <= discarded)
            #expect(((given + 9) / 10 + wasted + 1) * 10 > given + discarded)
        }
    }

    @Test(
        arguments: [
            (.unpaid, "J1745 x35"), (.together, "J1745 x40"), (.ownLine, "J1745 x35, J1745-JW x5"),
        ] as [(Policy.Discarded, String)])
    func `345 mg from four vials of 100 mg`(discarded: Policy.Discarded, expected: String) {
        let rules = WholeClaim.rules { $0.discarded = discarded }
        #expect(Counted.claim(Self.encounter(345, 55), under: rules).description == expected)
        let many = Counted.claim(Self.encounter(345, 55, isSingle: false), under: rules)
        #expect(many.description == "J1745 x35")
    }

    /// Each dose has vials of its own.
    @Test(arguments: 1...5) func `doses that are alike discard alike`(times: Int) {
        let claim = Counted.claim(Self.encounter(345, 55, times: times), under: Self.ownLine)
        #expect(claim.description == "J1745 x\(35 * times), J1745-JW x\(5 * times)")
        let none = Counted.claim(Self.encounter(341, 9, times: times), under: Self.ownLine)
        #expect(none.description == "J1745-JZ x\(35 * times)")
    }

    @Test(arguments: [0, 5, 55, 100]) func `more is never billed unpaid than together`(discarded: Int) {
        for given in 1...120 {
            let units = [Policy.Discarded.unpaid, .ownLine, .together].map { way in
                WholeClaim.rules { $0.discarded = way }.claim(for: Self.encounter(given, discarded)).units(of: "J1745")
            }
            #expect(units == units.sorted() && units.first == (given + 9) / 10)
            #expect(units.last == (given + discarded + 9) / 10)
        }
    }
}
