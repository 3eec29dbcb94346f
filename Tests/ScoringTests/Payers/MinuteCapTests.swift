import Testing

@testable import Scoring

/// Michigan's four hours a day and twelve a week over several visits, joined as its rule has them and apart.
struct MinuteCapTests {
    private static let apart: Rules = {
        var policy = HomeInfusion.michigan.policy
        policy.sameDay = .separate
        return Rules(codes: HomeInfusion.codes, policy: policy)
    }()

    private static func encounter(_ minutes: [Int], used: Int) -> Encounter {
        let visits = minutes.map { Visit.of(Service("infusion", time: .minutes($0))) }
        return Encounter(date: Sample.day, visits: visits, minutesUsedThisWeek: used)
    }

    /// Minutes of each visit, minutes used before in the week, and the claim of the day.
    @Test(
        arguments: [
            ([120, 120], 0, "99601, 99602 x2", "99601 x2"), ([180, 180], 0, "99601, 99602 x2", "99601 x2, 99602"),
            ([240, 60], 0, "99601, 99602 x2", "99601, 99602 x2"), ([151, 89], 0, "99601, 99602 x2", "99601 x2, 99602"),
            ([151, 151], 0, "99601, 99602 x2", "99601 x2, 99602"),
            ([60, 60, 60, 60, 60], 0, "99601, 99602 x2", "99601 x4"),
            ([239, 60], 0, "99601, 99602 x2", "99601 x2, 99602 x2"),
            ([120, 120], 600, "99601", "99601"), ([100, 100], 600, "99601", "99601 x2"),
            ([180], 569, "99601, 99602", "99601, 99602"), ([180], 570, "99601", "99601"),
            ([180, 60], 540, "99601, 99602", "99601, 99602"), ([60, 180], 540, "99601, 99602", "99601 x2"),
            ([180], 719, "99601", "99601"), ([180], 720, "none", "none"), ([30, 30], 720, "none", "none"),
            ([240], 480, "99601, 99602 x2", "99601, 99602 x2"), ([300], 480, "99601, 99602 x2", "99601, 99602 x2"),
        ] as [([Int], Int, String, String)])
    func `what a day and a week allow`(minutes: [Int], used: Int, joined: String, apart: String) {
        let encounter = Self.encounter(minutes, used: used)
        for (rules, billed) in [(HomeInfusion.michigan, joined), (Self.apart, apart)] {
            let key = derive(encounter, under: rules)
            #expect(key.claim == claim(billed))
            #expect(validate(key.claim, against: key).isEmpty)
            #expect(key.countedMinutes == minutes.reduce(0, +))
        }
    }

    /// What the steps say of it.
    @Test(
        arguments: [
            ([300], 0, "240 minutes a day and 720 a week, of which 0 are used: 240 of the 300 minutes can be billed."),
            (
                [200], 521,
                "240 minutes a day and 720 a week, of which 521 are used: 199 of the 200 minutes can be billed."
            ),
            ([60], 719, "240 minutes a day and 720 a week, of which 719 are used: 1 of the 60 minutes can be billed."),
            ([60], 720, "240 minutes a day and 720 a week, of which 720 are used: nothing is left to bill."),
            ([60], 9999, "240 minutes a day and 720 a week, of which 9999 are used: nothing is left to bill."),
            ([240], 480, nil), ([1], 719, nil), ([120, 120], 0, nil),
        ] as [([Int], Int, String?)])
    func `a cap is told where it takes something off`(minutes: [Int], used: Int, words: String?) {
        let key = derive(Self.encounter(minutes, used: used), under: HomeInfusion.michigan)
        let told = key.steps.filter { $0.rule == "minute-cap" }.map(\.text)
        #expect(told == (words.map { ["The payer allows \($0)"] } ?? []))
    }
}
