import Testing

@testable import Scoring

/// The formula for partial credit: of each code that is billed or due the fewer units over the more, what is denied
/// nothing, an add-on nothing without a primary that earns; and of these the mean.
struct PartialCreditTests {
    /// Critical care of 80 minutes with a breathing tube: 99291, 99292 and 31500.
    private static let critical = Encounter.visits(
        Visit(
            services: [
                Service("critical-care", time: .minutes(80)), Service("intubation", time: .minutes(10)),
                Service("chest-film", time: .minutes(5)),
            ], place: "21", performer: "physician"))

    @Test(
        arguments: [
            ("99291, 99292, 31500", 1), ("31500, 99291, 99292", 1), ("99291, 99292", 2.0 / 3),
            ("99291, 31500", 2.0 / 3),
            ("99291", 1.0 / 3), ("31500", 1.0 / 3), ("99292, 31500", 1.0 / 3), ("99292", 0),
            ("99291 x2, 99292, 31500", 2.5 / 3), ("99291, 99292 x2, 31500", 2.5 / 3),
            ("99291, 99292 x4, 31500 x4", 1.5 / 3), ("99291 x3, 99292 x3, 31500 x3", 1.0 / 3),
            ("99291 x0, 99292, 31500", 1.0 / 3), ("99291, 99292 x0, 31500", 2.0 / 3),
            ("99291, 99292, 31500, 71045", 0.75), ("99291, 99292, 31500, 12345", 0.75),
            ("99291, 99292, 31500, 71045, 12345", 0.6), ("99291, 71045", 0.25), ("12345, 99291", 0.25),
            ("94002, 99291, 99292", 0.5), ("71045", 0), ("12345", 0), ("94002, 71045", 0), ("none", 0),
        ] as [(String, Double)])
    func `three codes are due`(answer: String, fraction: Double) {
        let grade = grade(claim(answer), for: Self.critical, under: CriticalCareTests.cpt)
        #expect(abs(grade.fraction - fraction) < 1e-12)
        #expect(grade.verdict == (fraction == 1 ? .correct : fraction == 0 ? .incorrect : .partial))
    }

    /// Two visits of a push and an infusion of two hours: 96365, 96366 and 96374.
    @Test(
        arguments: [
            ("96365, 96366, 96374", 1), ("96365, 96374", 2.0 / 3), ("96366, 96374", 1.0 / 3), ("96374", 1.0 / 3),
            ("96365 x2, 96366", 0.5), ("96365, 96366 x2, 96374", 2.5 / 3), ("96365, 96366, 96374 x2", 2.5 / 3),
            ("96365, 96366, 96374, 96372", 0.75), ("96365, 96366, 96374, 36000", 0.75), ("36000, 96523", 0),
            ("96365, 96366", 2.0 / 3), ("96374 x4", 0.25 / 3),
        ] as [(String, Double)])
    func `a push and an infusion are due`(answer: String, fraction: Double) {
        let visits = [10, 120].map { minutes in
            Visit(
                services: [Service("infusion", time: .minutes(minutes))], place: "22", performer: "registered-nurse")
        }
        let encounter = Encounter(date: Sample.day, visits: visits)
        let grade = grade(claim(answer), for: encounter, under: OutpatientInfusionTests.cpt)
        #expect(abs(grade.fraction - fraction) < 1e-12)
    }

    /// The formula, said again from its words, over answers and rules of every kind.
    @Test(arguments: 0..<8) func `the fraction is what the formula says`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<120 {
            let rules = Rules.arbitrary(using: &generator)
            let key = derive(.arbitrary(using: &generator), under: rules)
            let answer = Claim.arbitrary(near: rules.codes, using: &generator).withOneLineACode
            let expected = Self.fraction(of: answer, against: key)
            #expect(abs(grade(answer, against: key).fraction - expected) < 1e-12, "\(answer) for \(key.claim)")
        }
    }

    private static func fraction(of answer: Claim, against key: Key) -> Double {
        if answer.billsTheSame(as: key.claim) { return 1 }
        let denied = Set(validate(answer, against: key).filter { $0.severity == .denied }.map(\.code))
        let codes = Set(answer.lines.map(\.code) + key.claim.lines.map(\.code))
        var earned: [Code: Double] = [:]
        for code in codes {
            let pair = [answer.units(of: code), key.claim.units(of: code)].sorted()
            earned[code] = denied.contains(code) || pair[0] <= 0 ? 0 : Double(pair[0]) / Double(pair[1])
        }
        for code in codes where key.rules.policy.addOnsNeedPrimary {
            let primaries = key.rules.codes.definition(of: code)?.addOnTo ?? []
            if !primaries.isEmpty, !primaries.contains(where: { earned[$0, default: 0] > 0 }) { earned[code] = 0 }
        }
        return earned.values.reduce(0, +) / Double(codes.count)
    }

    /// Whatever is added to a right answer takes something off it, and never all.
    @Test(arguments: 0..<8) func `what is billed besides costs its share`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<60 {
            let rules = Rules.arbitrary(using: &generator)
            let key = derive(.arbitrary(using: &generator), under: rules)
            let due = key.claim.lines.count
            for extra in 1...3 {
                let unknown = (["12345", "12346", "12347"] as [Code]).prefix(extra).map { ClaimLine($0) }
                let grade = grade(Claim(key.claim.lines + unknown), against: key)
                #expect(abs(grade.fraction - Double(due) / Double(due + extra)) < 1e-12)
            }
        }
    }
}

extension Claim {
    /// The first line of each code, without modifiers.
    fileprivate var withOneLineACode: Claim {
        var kept: [ClaimLine] = []
        for line in lines where !kept.contains(where: { $0.code == line.code }) {
            kept.append(ClaimLine(line.code, units: line.units))
        }
        return Claim(kept)
    }
}
