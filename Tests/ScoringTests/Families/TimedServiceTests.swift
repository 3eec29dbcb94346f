import Testing

@testable import Scoring

/// Families of minutes that are not the packs' own, each with the minutes at which its claim changes.
struct TimedServiceTests {
    struct Timed: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let family: Family
        let credit: Credit
        var caps: [Code: Int] = [:]
        /// From which minute on which claim is due; the last row holds to the end of the day.
        let rows: [(from: Int, claim: String)]

        var rules: Rules {
            Counted.rules(family, credit) { $0.caps.unitsADay = caps }
        }
    }

    private static func family(
        _ first: [Family.First], _ further: [Family.Further] = [], scope: Scope? = nil
    ) -> Family {
        Family(id: "timed", title: "timed care", services: ["care"], scope: scope, first: first, further: further)
    }

    static let all: [Timed] = [
        Timed(
            testDescription: "psychotherapy, by three ranges",
            family: family([
                .init(code: "90832", from: 16, through: 37), .init(code: "90834", from: 38, through: 52),
                .init(code: "90837", from: 53),
            ]), credit: .complete,
            rows: [(0, "none"), (16, "90832 x1"), (38, "90834 x1"), (53, "90837 x1")]),
        // The add-on stands for each half hour beyond the first 74 minutes, from its first minute: the 75th.
        Timed(
            testDescription: "psychotherapy in a crisis",
            family: family(
                [
                    .init(code: "90832", from: 16, through: 29), .init(code: "90839", from: 30, covers: 74),
                ], [.init(code: "90840", each: 30, after: 74, from: 30)]), credit: .started,
            rows: [
                (0, "none"), (16, "90832 x1"), (30, "90839 x1"), (75, "90839 x1, 90840 x1"),
                (105, "90839 x1, 90840 x2"), (135, "90839 x1, 90840 x3"), (165, "90839 x1, 90840 x4"),
                (195, "90839 x1, 90840 x5"),
            ]),
        // From 10 minutes on; each quarter of an hour more once its midpoint is passed.
        Timed(
            testDescription: "moderate sedation",
            family: family(
                [.init(code: "99152", from: 10, covers: 15)], [.init(code: "99153", each: 15, after: 15)]),
            credit: .midpoint,
            rows: [
                (0, "none"), (10, "99152 x1"), (23, "99152 x1, 99153 x1"), (38, "99152 x1, 99153 x2"),
                (53, "99152 x1, 99153 x3"), (68, "99152 x1, 99153 x4"), (83, "99152 x1, 99153 x5"),
            ]),
        Timed(
            testDescription: "evaluation by tests, an hour and hours",
            family: family(
                [.init(code: "96130", from: 31, covers: 60)], [.init(code: "96131", each: 60, after: 60)]),
            credit: .midpoint,
            rows: [
                (0, "none"), (31, "96130 x1"), (91, "96130 x1, 96131 x1"), (151, "96130 x1, 96131 x2"),
                (211, "96130 x1, 96131 x3"),
            ]),
        Timed(
            testDescription: "giving of tests, by half hours",
            family: family(
                [.init(code: "96136", from: 16, covers: 30)], [.init(code: "96137", each: 30, after: 30)]),
            credit: .midpoint,
            rows: [
                (0, "none"), (16, "96136 x1"), (46, "96136 x1, 96137 x1"), (76, "96136 x1, 96137 x2"),
                (106, "96136 x1, 96137 x3"),
            ]),
        // One session from 31 minutes, two from 91, and no more than two a day.
        Timed(
            testDescription: "sessions of rehabilitation",
            family: family([.init(code: "93798", from: 31, each: 60)]), credit: .midpoint, caps: ["93798": 2],
            rows: [(0, "none"), (31, "93798 x1"), (91, "93798 x2")]),
        Timed(
            testDescription: "a long visit of the office, beyond its last code",
            family: family(
                [
                    .init(code: "99213", from: 20, through: 29), .init(code: "99214", from: 30, through: 39),
                    .init(code: "99215", from: 40, covers: 54),
                ], [.init(code: "99417", each: 15, after: 54, from: 55)]), credit: .complete,
            rows: [
                (0, "none"), (20, "99213 x1"), (30, "99214 x1"), (40, "99215 x1"), (69, "99215 x1, 99417 x1"),
                (84, "99215 x1, 99417 x2"), (99, "99215 x1, 99417 x3"),
            ]),
        Timed(
            testDescription: "a nurse's hours, each of them whole",
            family: family([], [.init(code: "S9123", each: 60, after: 0)]), credit: .complete,
            rows: [(0, "none"), (60, "S9123 x1"), (120, "S9123 x2"), (180, "S9123 x3"), (240, "S9123 x4")]),
        Timed(
            testDescription: "hours of care at the end of life, from eight on",
            family: family([], [.init(code: "T1000", each: 15, after: 0, from: 480)]), credit: .complete,
            rows: [(0, "none"), (480, "T1000 x32"), (495, "T1000 x33"), (510, "T1000 x34")]),
        Timed(
            testDescription: "a group, by half hours",
            family: family([.init(code: "97804", from: 16, each: 30)]), credit: .atLeast(16),
            rows: [(0, "none"), (16, "97804 x1"), (46, "97804 x2"), (76, "97804 x3")]),
        Timed(
            testDescription: "a base of three, and quarters of an hour in a code of their own",
            family: family(
                [.init(code: "01991", from: 1, units: 3)], [.init(code: "01992", each: 15, after: 0)]),
            credit: .started,
            rows: [
                (0, "none"), (1, "01991 x3, 01992 x1"), (16, "01991 x3, 01992 x2"), (31, "01991 x3, 01992 x3"),
                (46, "01991 x3, 01992 x4"),
            ]),
    ]

    @Test(arguments: all) func `the claim changes at its minutes and nowhere else`(timed: Timed) {
        let rules = timed.rules
        for (number, row) in timed.rows.enumerated() {
            // Behind the last row the pattern goes on; a block is as long as the last step between rows.
            let last = timed.rows[number == timed.rows.count - 1 ? number : number + 1].from - 1
            for minutes in row.from...max(last, row.from) {
                let encounter = Encounter.of(Service("care", time: .minutes(minutes)))
                #expect(rules.claim(for: encounter).description == row.claim, "\(minutes) minutes")
            }
        }
    }

    /// The key of each row passes its own edits, and the claim of the row before is found short or that behind too much.
    @Test(arguments: all) func `the neighbours' claims are found wrong`(timed: Timed) {
        for (number, row) in timed.rows.enumerated() {
            let encounter = Encounter.of(Service("care", time: .minutes(row.from)))
            let key = derive(encounter, under: timed.rules)
            #expect(validate(key.claim, against: key).isEmpty)
            if number > 0 {
                let short = grade(claim(timed.rows[number - 1].claim), against: key)
                #expect(short.verdict != .correct && short.fraction < 1 && !short.findings.isEmpty, "\(row)")
            }
            if number + 1 < timed.rows.count {
                let much = grade(claim(timed.rows[number + 1].claim), against: key)
                #expect(much.verdict != .correct && much.fraction < 1, "\(row)")
                #expect(much.findings.contains { $0.severity != .underbilled }, "\(row)")
            }
        }
    }

    /// A minute by the clock is a minute; two pieces that follow each other are one, and a pause is not counted.
    @Test(arguments: all) func `the clock says the same as its minutes`(timed: Timed) {
        for row in timed.rows.dropFirst() {
            let half = row.from / 2
            let midnight = ClockTime(wrapping: 0)
            func care(_ start: Int, _ stop: Int) -> Service {
                Service(
                    "care",
                    time: .clock(
                        start: ClockTime(minute: start) ?? midnight, stop: ClockTime(minute: stop) ?? midnight))
            }
            let whole = Encounter.of(care(480, 480 + row.from))
            let parts = Encounter.of(care(480, 480 + half), care(500 + half, 500 + row.from))
            #expect(timed.rules.claim(for: whole).description == row.claim)
            #expect(half == 0 || timed.rules.claim(for: parts).description == row.claim)
        }
    }

    /// Stays of a day that are billed apart each have their own first code; added up over the day they have one.
    @Test(
        arguments: [
            (Policy.SameDay.separate, "99152 x2"), (.combined, "99152 x1, 99153 x2"),
            (.laterAsFurther, "99152 x1, 99153 x1"),
        ])
    func `two stays of twenty minutes`(sameDay: Policy.SameDay, expected: String) {
        let sedation = Self.all[2]
        let rules = Counted.rules(sedation.family, sedation.credit) { $0.sameDay = sameDay }
        let stay = Visit.of(Service("care", time: .minutes(20)))
        #expect(Counted.claim(.visits(stay, stay), under: rules).description == expected)
    }

    /// Forty minutes on each of two days are two visits over any scope that ends with the day, and one over the others.
    @Test(
        arguments: [
            (nil, "90834 x1, 90834 x1"), (.visit, "90834 x1, 90834 x1"), (.day, "90834 x1, 90834 x1"),
            (.week, "90837 x1"), (.month, "90837 x1"), (.span, "90837 x1"),
        ] as [(Scope?, String)])
    func `minutes are added up over the scope of the family`(scope: Scope?, expected: String) {
        let family = Self.family(Self.all[0].family.first, scope: scope)
        let encounter = Encounter(
            date: Sample.day,
            visits: [2, 3].map { day in
                Visit(
                    services: [Service("care", time: .minutes(40))], performer: "therapist",
                    date: WholeClaim.march(day, day).from)
            })
        #expect(Counted.claim(encounter, under: Counted.rules(family)).description == expected)
    }
}
