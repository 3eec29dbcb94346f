import Content
import Scoring
import Testing

@testable import Quiz

@Suite struct `A contrast` {
    @Test(arguments: Bundled.names)
    func `shows what the belief gets wrong, by derived keys, wherever the belief leads astray`(name: String) throws {
        let bundled = try Bundled(name)
        var found: [ID<Misconception>: Int] = [:]
        for scenario in bundled.pack.scenarios {
            for payer in bundled.payers.all {
                let situation = Situation(scenario, under: payer)
                for belief in bundled.pack.misconceptions.map(\.id) {
                    guard bundled.payers.tells(.claim(ClaimItem(situation)), of: belief) else { continue }
                    guard let search = ContrastSearch(belief, about: situation, among: bundled.payers) else { continue }
                    for contrast in search.all {
                        found[belief, default: 0] += 1
                        try #require(contrast.sides.count == 2)
                        let (one, other) = (contrast.sides[0], contrast.sides[1])
                        #expect(!one.isRight || !other.isRight)
                        let sameKey = one.key.billsTheSame(as: other.key)
                        let sameBelief = one.believed.billsTheSame(as: other.believed)
                        #expect(sameKey != sameBelief || one.isRight != other.isRight)
                        #expect(one.words != other.words && !contrast.why.isEmpty)
                    }
                }
            }
        }
        for belief in bundled.pack.misconceptions {
            #expect(found[belief.id, default: 0] > 0, "\(belief.id)")
        }
    }

    /// A belief, the visit in which it led astray, and the two sides of the first contrast.
    private static let sides: [(belief: String, scenario: String, policy: String, one: String, other: String)] = [
        (
            "always-rounds-up", "iv-antibiotics", "cpt-midpoint", "09:00 to 11:30, 150 minutes",
            "09:00 to 11:31, 151 minutes"
        ),
        ("counts-travel", "travel-and-charting", "cpt-midpoint", "as it was", "without the travel"),
        (
            "adds-other-visit", "infusion-and-injection", "cpt-midpoint", "as it was",
            "without the injection into a muscle"
        ),
        ("any-home-visit", "assessment-only", "cpt-midpoint", "as it was", "had it been infusion of a drug"),
    ]

    @Test(arguments: sides)
    func `is about the fact that the belief turns on`(
        belief: String, scenario: String, policy: String, one: String, other: String
    ) throws {
        let bundled = try Bundled()
        let situation = try bundled.situation(scenario, policy)
        let contrast = try #require(situation.contrast(for: ID(belief), times: 0, among: bundled.payers))
        #expect(contrast.sides.map(\.words) == [one, other])
    }

    @Test func `is another one the next time`() throws {
        let bundled = try Bundled()
        let situation = try bundled.situation("iv-antibiotics", "cpt-midpoint")
        let first = situation.contrast(for: "always-rounds-up", times: 0, among: bundled.payers)
        let second = try #require(situation.contrast(for: "always-rounds-up", times: 1, among: bundled.payers))
        #expect(first != second)
        #expect(second.sides.map(\.words) == ["under CPT's midpoint", "under every started hour"])
        #expect(second.sides.map(\.isRight) == [false, true])
    }
}
