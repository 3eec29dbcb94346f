import Scoring
import Testing

@testable import Authoring
@testable import Content

@Suite struct HomeInfusionTests {
    @Test func `the bundled pack has nothing to mend`() {
        #expect(Bundled.reading.problems.map(\.description) == [])
        #expect(Bundled.reading.pack != nil)
    }

    @Test func `it has the examples of the source guide, its terms and what the product promises`() throws {
        let pack = try Bundled.pack()
        #expect(pack.id == "home-infusion")
        #expect(
            pack.scenarios.prefix(10).map(\.id) == [
                "ra-biologic", "chemo-continuous", "iv-antibiotics", "heart-failure-diuretic", "pain-pump",
                "ms-specialty", "parenteral-nutrition", "cf-antibiotics", "antifungal", "autoimmune-specialty",
            ])
        #expect(
            pack.terms.prefix(5).map(\.term) == [
                "home infusion therapy", "specialty drug", "infusion", "IV line", "mechanical pump",
            ])
        #expect(
            pack.policies.prefix(5).map(\.id) == [
                "started-hour", "cpt-midpoint", "full-hour", "bcbsm-2013", "nhia-all-time",
            ])
        #expect(pack.defaultPolicy == "started-hour")
        #expect(
            pack.misconceptions.prefix(12).map(\.id) == [
                "add-on-alone", "add-on-from-zero", "primary-per-hour", "primary-per-two-hours",
                "add-on-is-two-hours", "always-rounds-up", "never-rounds", "ignores-add-on", "bills-quarter-hours",
                "counts-travel", "adds-other-visit", "any-home-visit",
            ])
        #expect(Set(pack.circumstances.map(\.test)) == Set(Circumstances.Test.allCases))
        #expect(pack.circumstances.count == 6)
    }

    @Test(arguments: [
        ("ra-biologic", 180, 1, 1), ("chemo-continuous", 240, 2, 2), ("iv-antibiotics", 150, 1, 0),
        ("heart-failure-diuretic", 180, 1, 1), ("pain-pump", 180, 1, 1), ("ms-specialty", 180, 1, 1),
        ("parenteral-nutrition", 180, 1, 1), ("cf-antibiotics", 240, 2, 2), ("antifungal", 180, 1, 1),
        ("autoimmune-specialty", 240, 2, 2),
    ])
    func `each example of the guide has its length and its keys`(
        id: String, minutes: Int, started: Int, otherwise: Int
    ) throws {
        let pack = try Bundled.pack()
        let scenario = try #require(pack.scenario(ID(id)))
        for (policy, units) in [("started-hour", started), ("cpt-midpoint", otherwise), ("full-hour", otherwise)] {
            let rules = pack.rules(under: try #require(pack.policy(ID(policy))))
            let key = derive(scenario.encounter, under: rules)
            #expect(key.countedMinutes == minutes)
            #expect(key.claim.description == (units == 0 ? "99601 x1" : "99601 x1, 99602 x\(units)"), "\(policy)")
        }
    }

    /// What each belief makes of 3 hours, and of 2 h 30 under CPT's midpoint; nil where that is the key.
    static let beliefs: [(String, String?, String?)] = [
        ("add-on-alone", "99602 x1", nil), ("add-on-from-zero", "99601 x1, 99602 x3", "99601 x1, 99602 x2"),
        ("primary-per-hour", "99601 x3", "99601 x2"), ("primary-per-two-hours", "99601 x2", "99601 x2"),
        ("add-on-is-two-hours", "99601 x1", nil), ("always-rounds-up", nil, "99601 x1, 99602 x1"),
        ("never-rounds", nil, nil), ("ignores-add-on", "99601 x1", nil),
        ("bills-quarter-hours", "99601 x1, 99602 x4", "99601 x1, 99602 x2"),
    ]

    @Test(arguments: beliefs)
    func `a belief about time computes the answer that the table gives`(
        id: String, threeHours: String?, midpoint: String?
    ) throws {
        #expect(try answer(of: id, to: "ra-biologic", under: "started-hour") == threeHours)
        #expect(try answer(of: id, to: "ra-biologic", under: "cpt-midpoint") == threeHours)
        #expect(try answer(of: id, to: "iv-antibiotics", under: "cpt-midpoint") == midpoint)
    }

    @Test(arguments: [
        ("never-rounds", "just-past-the-midpoint", "99601 x1"),
        ("counts-travel", "travel-and-charting", "99601 x1, 99602 x1"),
        ("adds-other-visit", "infusion-and-injection", "99601 x1, 99506 x1"),
        ("adds-other-visit", "infusion-and-dialysis", "99601 x1, 99602 x1, 99512 x1"),
        ("any-home-visit", "injection-only", "99601 x1"),
    ])
    func `a belief about what counts computes its answer where it can show`(
        id: String, scenario: String, expected: String
    ) throws {
        #expect(try answer(of: id, to: scenario, under: "cpt-midpoint") == expected)
    }

    /// What someone with a belief bills; nil where that is right.
    private func answer(of id: String, to scenario: String, under policy: String) throws -> String? {
        let pack = try Bundled.pack()
        let belief = try #require(pack.misconception(ID(id)))
        let encounter = try #require(pack.scenario(ID(scenario))).encounter
        let rules = pack.rules(under: try #require(pack.policy(ID(policy))))
        let claim = derive(encounter, under: belief.applied(to: rules)).claim
        return claim.billsTheSame(as: derive(encounter, under: rules).claim) ? nil : claim.description
    }

    @Test func `minutes alone are a visit at home that every policy pays`() throws {
        let pack = try Bundled.pack()
        for policy in pack.policies.prefix(5) {
            let encounter = try #require(pack.plainEncounter(.minutes(240), under: policy))
            let rules = pack.rules(under: policy)
            #expect(derive(encounter, under: rules).claim.description == "99601 x1, 99602 x2")
            let injection = pack.plainEncounter(.minutes(20), primary: Code("99506"), under: policy)
            #expect(try derive(#require(injection), under: rules).claim.description == "99506 x1")
            #expect(pack.plainEncounter(.minutes(20), primary: Code("G0299"), under: policy) == nil)
        }
    }

    @Test func `no stem names a code and no text is longer than a screen takes`() throws {
        for scenario in try Bundled.pack().scenarios {
            #expect(!scenario.stem.contains("9960") && !scenario.stem.contains("9950"), "\(scenario.id)")
            #expect(scenario.stem.count < 400, "\(scenario.id)")
        }
        for policy in try Bundled.pack().policies {
            let sentences = policy.statement.split(separator: ". ")
            #expect(sentences.count <= 4, "\(policy.id)")
        }
    }
}
