import Testing

@testable import Scoring

/// What wrong answers of every family earn, worked out by hand: the mean over codes of fewer units over more, halved for
/// a wrong form, and nothing for what is denied.
struct FractionTests {
    private func check(_ answer: String, _ expected: Double, _ encounter: Encounter, _ rules: Rules) {
        let grade = grade(claim(answer), for: encounter, under: rules)
        #expect(abs(grade.fraction - expected) < 1e-12, "\(answer) earns \(grade.fraction)")
        #expect(grade.verdict == (expected == 1 ? .correct : expected > 0 ? .partial : .incorrect))
    }

    /// 135 minutes of critical care by CPT: 99291, 99292 x3.
    @Test(
        arguments: [
            ("99291, 99292 x3", 1), ("99292 x3, 99291", 1), ("99291, 99292 x2", (1 + 2.0 / 3) / 2),
            ("99291, 99292", (1 + 1.0 / 3) / 2), ("99291", 0.5), ("99291, 99292 x4", (1 + 3.0 / 4) / 2),
            ("99291, 99292 x6", (1 + 1.0 / 2) / 2), ("99291, 99292 x30", (1 + 1.0 / 10) / 2),
            ("99291 x2, 99292 x3", (1.0 / 2 + 1) / 2), ("99291 x2", 1.0 / 4), ("99291 x4, 99292 x6", 3.0 / 8),
            ("99292 x3", 0), ("99291-25, 99292 x3", 0), ("99291, 99292-25 x3", 0.5),
            ("99291, 99292, 99292 x2", (1 + 1.0 / 2) / 2), ("99291, 99291, 99292 x3", (1.0 / 4 + 1) / 2),
            ("99291, 99292 x3, 31500", 2.0 / 3), ("99291, 99292 x3, 71045, 94002", 2.0 / 4),
            ("99291, 31500", 1.0 / 3), ("31500", 0), ("none", 0),
        ] as [(String, Double)])
    func `critical care`(answer: String, expected: Double) {
        let visit = Visit(
            services: [Service("critical-care", time: .minutes(135))], place: "21", performer: "physician")
        check(answer, expected, .visits(visit), CriticalCareTests.cpt)
    }

    /// 151 minutes of infusion: 96365, 96366 x2.
    @Test(
        arguments: [
            ("96365, 96366 x2", 1), ("96365, 96366", 0.75), ("96365", 0.5), ("96365 x2, 96366 x2", 0.75),
            ("96365 x3", 1.0 / 6), ("96365, 96366 x3", (1 + 2.0 / 3) / 2), ("96365, 96366 x5", (1 + 2.0 / 5) / 2),
            ("96374, 96366 x2", 0), ("96366 x3", 0), ("96374", 0), ("96365, 96374", 1.0 / 3),
            ("96365, 96366 x2, 96374", 2.0 / 3), ("96365, 96366 x2, 36000", 2.0 / 3),
            ("96365, 96366 x2, 36000, 96523, 96372", 2.0 / 5), ("96365-59, 96366 x2", 0),
            ("96365, 96366-59 x2", 0.5), ("96365, 96366, 96366", (1 + 1.0 / 2) / 2),
        ] as [(String, Double)])
    func `a long infusion`(answer: String, expected: Double) {
        check(answer, expected, Self.infusion(151), OutpatientInfusionTests.cpt)
    }

    /// 10 minutes: a push.
    @Test(
        arguments: [
            ("96374", 1), ("96374 x2", 0.5), ("96374 x4", 0.25), ("96365", 0), ("96374, 96365", 0.5),
            ("96374, 96366", 0.5), ("96374, 36000", 0.5), ("96374, 36000, 96523", 1.0 / 3), ("none", 0),
        ] as [(String, Double)])
    func `a push`(answer: String, expected: Double) {
        check(answer, expected, Self.infusion(10), OutpatientInfusionTests.cpt)
    }

    private static func infusion(_ minutes: Int) -> Encounter {
        .visits(
            Visit(
                services: [Service("infusion", time: .minutes(minutes))], place: "22", performer: "registered-nurse"))
    }

    /// Five hours in Michigan, of which four are paid: 99601, 99602 x2.
    @Test(
        arguments: [
            ("99601, 99602 x2", 1), ("99601, 99602 x3", (1 + 2.0 / 3) / 2), ("99601, 99602", 0.75), ("99601", 0.5),
            ("99601-SD, 99602-SD x2", 1), ("99601-SD, 99602 x2", 1), ("99601-SD-SS, 99602", 0.75),
            ("99601 x5", 1.0 / 10), ("99601-SD, 99601-SS, 99602 x2", (1.0 / 4 + 1) / 2),
        ] as [(String, Double)])
    func `what only a cap forbids`(answer: String, expected: Double) {
        check(answer, expected, .minutes(300), HomeInfusion.michigan)
    }

    /// Ten of the week's twelve hours are gone: of three hours, two are paid, and 99602 is denied.
    @Test(
        arguments: [
            ("99601", 1), ("99601, 99602", 0.5), ("99601, 99602 x2", 0.5), ("99601 x2", 0.5), ("99602", 0),
            ("99601-SD", 1), ("99601-25", 0), ("none", 0),
        ] as [(String, Double)])
    func `what the week leaves`(answer: String, expected: Double) {
        check(answer, expected, .minutes(180, used: 600), HomeInfusion.michigan)
    }

    /// Two visits apart, of three hours each: 99601 x2, 99602 x2.
    @Test(
        arguments: [
            ("99601 x2, 99602 x2", 1), ("99601, 99602 x2", 0.75), ("99601, 99602 x4", (1.0 / 2 + 1.0 / 2) / 2),
            ("99601 x2, 99602", 0.75), ("99601, 99601, 99602 x2", (1.0 / 2 + 1) / 2),
            ("99601, 99602, 99601, 99602", (1.0 / 2 + 1.0 / 2) / 2), ("99601 x2", 0.5), ("99601 x3, 99602 x2", 5.0 / 6),
        ] as [(String, Double)])
    func `two visits apart`(answer: String, expected: Double) {
        let three = Visit.of(Service("infusion", time: .minutes(180)))
        check(answer, expected, .visits(three, three), EditExample.separate)
    }
}
