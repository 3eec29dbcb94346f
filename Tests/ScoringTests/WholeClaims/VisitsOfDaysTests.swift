import Testing

@testable import Scoring

/// Visits of several days and by several groups, as a payer takes them together or apart.
struct VisitsOfDaysTests {
    private static func encounter(_ visits: [(day: Int, minutes: Int)], groups: [ID<CareGroup>?] = []) -> Encounter {
        let visits = visits.enumerated().map { place, visit in
            Visit(
                services: [Service("infusion", time: .minutes(visit.minutes))], performer: "infusion-nurse",
                date: WholeClaim.march(visit.day, visit.day).from,
                group: groups.indices.contains(place) ? groups[place] : nil)
        }
        return Encounter(date: visits.first?.date ?? Sample.day, visits: visits)
    }

    private static let fortnight: [(day: Int, minutes: Int)] = [(2, 180), (2, 30), (2, 61), (9, 150)]

    /// First and further units. A later visit of a day has no first hours of its own where the payer reads it so.
    @Test(
        arguments: [
            (.combined, .started, fortnight, 2, 4), (.separate, .started, fortnight, 4, 2),
            (.laterAsFurther, .started, fortnight, 2, 5), (.combined, .midpoint, fortnight, 2, 3),
            (.separate, .midpoint, fortnight, 4, 1), (.laterAsFurther, .midpoint, fortnight, 2, 2),
            (.combined, .complete, fortnight, 2, 2), (.separate, .complete, fortnight, 4, 1),
            (.laterAsFurther, .complete, fortnight, 2, 2), (.combined, .started, [(2, 60), (2, 60)], 1, 0),
            (.separate, .started, [(2, 60), (2, 60)], 2, 0), (.laterAsFurther, .started, [(2, 60), (2, 60)], 1, 1),
            (.combined, .started, [(2, 60), (3, 60)], 2, 0), (.laterAsFurther, .started, [(2, 60), (3, 60)], 2, 0),
            (.laterAsFurther, .midpoint, [(2, 60), (2, 30)], 1, 0), (.combined, .started, [(2, 60), (2, 61)], 1, 1),
        ] as [(Policy.SameDay, Credit, [(Int, Int)], Int, Int)])
    func `visits of days`(
        sameDay: Policy.SameDay, credit: Credit, visits: [(day: Int, minutes: Int)], first: Int, further: Int
    ) {
        let claim = Counted.claim(Self.encounter(visits), under: Sample.rules(credit) { $0.sameDay = sameDay })
        #expect(Counted.units(claim, of: "99601", "99602") == [first, further])
    }

    /// The days of the lines are those of the visits, and no two lines of a code share one.
    @Test(arguments: [Policy.SameDay.combined, .separate, .laterAsFurther]) func `each line has its visit's day`(
        sameDay: Policy.SameDay
    ) {
        let rules = Sample.rules(.started) { $0.sameDay = sameDay }
        let lines = Counted.claim(Self.encounter(Self.fortnight), under: rules).lines
        #expect(lines.filter { $0.code == "99601" }.compactMap(\.dates?.from.day) == [2, 9])
        #expect(lines.filter { $0.code == "99602" }.compactMap(\.dates?.from.day) == [2, 9])
        #expect(lines.allSatisfy { $0.dates?.days == 1 })
    }

    /// Where each visit is billed on lines of its own, two alike are two lines and no duplicate, and one line for both is
    /// not the claim.
    @Test func `each visit has lines of its own`() {
        let encounter = Self.encounter([(2, 60), (2, 61), (2, 180)])
        let rules = Sample.rules(.started) { $0.sameDay = .ownLines }
        let key = derive(encounter, under: rules)
        #expect(key.claim.description == "99601 x1, 99601 x1, 99601 x1, 99602 x1")
        #expect(validate(key.claim, against: key).isEmpty)
        #expect(grade(claim("99602, 99601, 99601, 99601"), against: key).fraction == 1)
        #expect(grade(claim("99601 x3, 99602"), against: key).fraction < 1)
        let four = validate(claim("99601, 99601, 99601, 99601, 99602"), against: key)
        #expect(four.contains { $0.edit == .duplicateLine && $0.line == 4 })
        let ledger = Case(
            encounter, under: Sample.rules(.started) { $0.sameDay = .separate },
            among: [Misconception(id: "lines", changes: [.sameDay(.ownLines)])])
        #expect(ledger.assess(claim("99601, 99601, 99601, 99602")).beliefs == ["lines"])
    }

    @Test(
        arguments: [
            (["a", "b", "a", "a"], [(2, 100), (2, 100), (2, 30), (3, 100)], 3, 1),
            (["a", "b", "a", "b"], [(2, 100), (2, 100), (2, 100), (2, 100)], 2, 4),
            ([nil, "a", nil, "a"], [(2, 70), (2, 70), (2, 70), (2, 70)], 2, 2),
            (["a", "b", "c", "d"], [(2, 121), (2, 121), (2, 121), (2, 121)], 4, 4),
            (["a", "a", "b", "b"], [(2, 60), (3, 60), (3, 60), (4, 60)], 4, 0),
        ] as [([ID<CareGroup>?], [(Int, Int)], Int, Int)])
    func `visits of one group are joined`(
        groups: [ID<CareGroup>?], visits: [(day: Int, minutes: Int)], first: Int, further: Int
    ) {
        let claim = Counted.claim(Self.encounter(visits, groups: groups), under: Sample.rules(.started))
        #expect(Counted.units(claim, of: "99601", "99602") == [first, further])
    }

    /// Whatever the payer does with visits of a day, visits of different days are the same to it.
    @Test func `visits of different days are billed alike by all`() {
        for minutes in stride(from: 1, through: 400, by: 7) {
            let encounter = Self.encounter([(2, minutes), (3, 90), (4, minutes)])
            let claims = Policy.SameDay.allCases.map { way in
                Sample.rules(.midpoint) { $0.sameDay = way }.claim(for: encounter)
            }
            #expect(Set(claims).count == 1)
            let further = minutes > 120 ? (minutes - 120 + 29) / 60 : 0
            #expect(claims.first.map { Counted.units($0, of: "99601", "99602") } == [3, further * 2])
        }
    }
}
