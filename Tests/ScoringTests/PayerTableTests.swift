import Testing

@testable import Scoring

/// The tables that a payer prints beside its rule: minutes from and through, and the units that they are worth.
struct PayerTableTests {
    /// Units of 99602 by the length of a visit, under the five ways of counting of the home infusion pack.
    @Test(
        arguments: [
            (0, 1...120, 0), (0, 121...180, 1), (0, 181...240, 2), (0, 241...300, 3), (0, 301...360, 4),
            (0, 361...420, 5), (0, 421...480, 6), (0, 1381...1440, 22),
            (1, 1...150, 0), (1, 151...210, 1), (1, 211...270, 2), (1, 271...330, 3), (1, 331...390, 4),
            (1, 391...450, 5), (1, 1411...1440, 22),
            (2, 1...179, 0), (2, 180...239, 1), (2, 240...299, 2), (2, 300...359, 3), (2, 360...419, 4),
            (2, 420...479, 5), (2, 1440...1440, 22),
            (3, 1...150, 0), (3, 151...210, 1), (3, 211...1440, 2),
            (4, 1...150, 0), (4, 151...210, 1), (4, 211...270, 2), (4, 271...330, 3), (4, 1411...1440, 22),
        ])
    func `hours beyond the first two`(policy: Int, minutes: ClosedRange<Int>, units: Int) {
        let rules = Rules(codes: Sample.codes, policy: Sample.policies[policy])
        for minutes in minutes {
            let claim = rules.claim(for: .minutes(minutes))
            #expect(claim.units(of: "99601") == 1 && claim.units(of: "99602") == units, "\(minutes) minutes")
        }
    }

    /// CPT's table of 15 minutes: a unit from 8 minutes on, and from there one for each quarter of an hour.
    @Test(
        arguments: [
            (0...7, 0), (8...22, 1), (23...37, 2), (38...52, 3), (53...67, 4), (68...82, 5), (83...97, 6),
            (98...112, 7), (113...127, 8),
        ])
    func `quarters of an hour by the midpoint`(minutes: ClosedRange<Int>, units: Int) {
        for minutes in minutes { #expect(Credit.midpoint.units(in: minutes, each: 15) == units) }
    }

    /// CPT's time rule: an hour is attained at 31 minutes, the second one at 91.
    @Test(
        arguments: [(0...30, 0), (31...90, 1), (91...150, 2), (151...210, 3), (211...270, 4), (1411...1470, 24)])
    func `hours by the midpoint`(minutes: ClosedRange<Int>, units: Int) {
        for minutes in minutes { #expect(Credit.midpoint.units(in: minutes, each: 60) == units) }
    }

    /// The week's allowance of twelve hours: minutes used before, minutes of today's visit, and today's units.
    @Test(
        arguments: [
            (0, 240, 2), (480, 240, 2), (509, 240, 2), (510, 240, 1), (539, 240, 1), (540, 240, 1), (569, 240, 1),
            (570, 240, 0),
            (600, 240, 0), (719, 240, 0),
        ])
    func `a week's cap takes hours off the end`(used: Int, minutes: Int, units: Int) {
        let rules = Rules(codes: Sample.codes, policy: Sample.policies[3])
        let key = derive(.minutes(minutes, used: used), under: rules)
        #expect(key.claim.units(of: "99601") == 1)
        #expect(key.claim.units(of: "99602") == units)
        #expect(validate(key.claim, against: key).isEmpty)
        let more = Claim(key.claim.lines + (units == 0 ? [ClaimLine("99602")] : []))
        if units == 0 { #expect(validate(more, against: key).map(\.edit) == [.unitCap]) }
    }

    /// Two visits of a day by the clock, as one and apart, started and by the midpoint.
    @Test(
        arguments: [
            (60, 60, "99601", "99601 x2", "99601", "99601 x2"),
            (90, 60, "99601, 99602", "99601 x2", "99601", "99601 x2"),
            (100, 51, "99601, 99602", "99601 x2", "99601, 99602", "99601 x2"),
            (120, 121, "99601, 99602 x3", "99601 x2, 99602", "99601, 99602 x2", "99601 x2"),
            (180, 180, "99601, 99602 x4", "99601 x2, 99602 x2", "99601, 99602 x4", "99601 x2, 99602 x2"),
            (150, 150, "99601, 99602 x3", "99601 x2, 99602 x2", "99601, 99602 x3", "99601 x2"),
            (0, 130, "99601, 99602", "99601, 99602", "99601", "99601"),
        ])
    func `two visits of a day`(
        first: Int, second: Int, started: String, startedApart: String, midpoint: String, midpointApart: String
    ) {
        let encounter = Encounter.visits(
            .of(Service("infusion", time: .minutes(first))), .of(Service("infusion", time: .minutes(second))))
        for (credit, joined, apart) in [(Credit.started, started, startedApart), (.midpoint, midpoint, midpointApart)] {
            #expect(derive(encounter, under: Sample.rules(credit)).claim == claim(joined))
            let separate = Sample.rules(credit) { $0.sameDay = .separate }
            #expect(derive(encounter, under: separate).claim == claim(apart))
        }
    }
}
