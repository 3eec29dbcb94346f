import Testing

@testable import Scoring

/// What coders ask in public, answered by the rules themselves.
struct PublicQuestionTests {
    /// Is one unit of 99601 two hours? It is one visit, of a minute or of two hours.
    @Test(arguments: [1, 2, 15, 30, 59, 60, 61, 90, 119, 120]) func `one unit of 99601 is a visit of up to two hours`(
        minutes: Int
    ) {
        for rules in HomeInfusion.all { #expect(rules.claim(for: .minutes(minutes)) == claim("99601")) }
    }

    /// Is one unit of 99602 one hour or two?
    @Test(arguments: 1...12) func `one unit of 99602 is one hour`(hours: Int) {
        for rules in [HomeInfusion.startedHour, HomeInfusion.midpoint, HomeInfusion.fullHour, HomeInfusion.allTime] {
            let units = rules.claim(for: .minutes(120 + 60 * hours)).units(of: "99602")
            #expect(units == hours, "\(rules.policy.id)")
        }
    }

    /// Are Medicaid's caps (99601 4 and 99602 2 a day) hours or units? Minutes of each visit, and what is left of it.
    @Test(
        arguments: [
            ([60], "99601"), ([60, 60, 60, 60], "99601 x4"), ([60, 60, 60, 60, 60], "99601 x4"),
            ([120, 120, 120], "99601 x3"), ([180], "99601, 99602"), ([240], "99601, 99602 x2"),
            ([300], "99601, 99602 x2"), ([720], "99601, 99602 x2"), ([180, 180], "99601 x2, 99602 x2"),
            ([180, 180, 180], "99601 x3, 99602 x2"), ([240, 240], "99601 x2, 99602 x2"),
            ([151, 60, 60, 60, 151], "99601 x4, 99602 x2"),
        ] as [([Int], String)])
    func `caps a day are units and not hours`(minutes: [Int], billed: String) {
        var policy = HomeInfusion.midpoint.policy
        policy.sameDay = .separate
        policy.caps.unitsADay = ["99601": 4, "99602": 2]
        let rules = Rules(codes: HomeInfusion.codes, policy: policy)
        let visits = minutes.map { Visit.of(Service("infusion", time: .minutes($0))) }
        let key = derive(Encounter(date: Sample.day, visits: visits), under: rules)
        #expect(key.claim == claim(billed))
        #expect(key.countedMinutes == minutes.reduce(0, +))
        #expect(validate(key.claim, against: key).isEmpty)
    }

    /// Does 99602 stand for the first two hours, as one page has it? A claim that says so is denied outright.
    @Test(arguments: [30, 60, 120, 150, 180, 240, 480]) func `99602 alone is never paid`(minutes: Int) throws {
        for rules in HomeInfusion.all {
            for units in 1...4 {
                let answer = Claim([ClaimLine("99602", units: units)])
                let grade = grade(answer, for: .minutes(minutes), under: rules)
                #expect(grade.fraction == 0 && grade.verdict == .incorrect)
                let denied = try #require(grade.findings.first { $0.edit == .addOnWithoutPrimary })
                #expect(denied.line == 1 && denied.carc == "107" && denied.rarc == "N122")
            }
        }
    }

    /// A second unit of 99601 for the third hour is no way to bill it.
    @Test(arguments: [(150, 1), (180, 1), (240, 1), (360, 1)]) func `99601 is once a visit, however long it takes`(
        minutes: Int, due: Int
    ) {
        for rules in HomeInfusion.all {
            let findings = validate(claim("99601 x2"), for: .minutes(minutes), under: rules)
            #expect(findings.first?.edit == .primaryRepeated && findings.first?.severity == .reduced)
            #expect(rules.claim(for: .minutes(minutes)).units(of: "99601") == due)
        }
    }
}
