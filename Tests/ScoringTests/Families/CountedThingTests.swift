import Testing

@testable import Scoring

/// Families that count things done: lesions, injections, lesions of the skin, muscles. Ranges and further blocks of one and
/// the same count.
struct CountedThingTests {
    struct Things: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let first: [Family.First]
        var further: [Family.Further] = []
        /// Which code may only follow which.
        var addOns: [Code: [Code]] = [:]
        /// From how many on which claim is due.
        let rows: [(from: Int, claim: String)]

        var rules: Rules {
            let family = Family(
                id: "things", title: "things done", services: ["service"], measure: .occurrences, first: first,
                further: further)
            let definitions = family.codes.map {
                CodeSet.Definition(code: $0, label: "a code", addOnTo: addOns[$0] ?? [])
            }
            return Rules(
                codes: CodeSet(definitions: definitions, families: [family]),
                policy: Policy(id: "p", title: "the payer", credit: .started))
        }
    }

    static let all: [Things] = [
        // One, each from the second to the 14th besides, and from the 15th on a single code in place of both.
        Things(
            testDescription: "lesions that are destroyed",
            first: [.init(code: "17000", from: 1, through: 14), .init(code: "17004", from: 15)],
            further: [.init(code: "17003", each: 1, after: 1, through: 14)], addOns: ["17003": ["17000"]],
            rows: [
                (0, "none"), (1, "17000 x1"), (2, "17000 x1, 17003 x1"), (3, "17000 x1, 17003 x2"),
                (14, "17000 x1, 17003 x13"), (15, "17004 x1"), (40, "17004 x1"),
            ]),
        Things(
            testDescription: "injections of allergens, one or more",
            first: [.init(code: "95115", from: 1, through: 1), .init(code: "95117", from: 2)],
            rows: [(0, "none"), (1, "95115 x1"), (2, "95117 x1"), (7, "95117 x1")]),
        Things(
            testDescription: "vaccines, the first and each other",
            first: [.init(code: "90471", from: 1, covers: 1)],
            further: [.init(code: "90472", each: 1, after: 1)], addOns: ["90472": ["90471"]],
            rows: [(0, "none"), (1, "90471 x1"), (2, "90471 x1, 90472 x1"), (5, "90471 x1, 90472 x4")]),
        // Up to fifteen, and each ten more or part of ten.
        Things(
            testDescription: "tags of the skin, by tens",
            first: [.init(code: "11200", from: 1, covers: 15)],
            further: [.init(code: "11201", each: 10, after: 15, credit: .started)], addOns: ["11201": ["11200"]],
            rows: [
                (0, "none"), (1, "11200 x1"), (15, "11200 x1"), (16, "11200 x1, 11201 x1"),
                (25, "11200 x1, 11201 x1"), (26, "11200 x1, 11201 x2"), (36, "11200 x1, 11201 x3"),
            ]),
        Things(
            testDescription: "nails, up to five or more",
            first: [.init(code: "11720", from: 1, through: 5), .init(code: "11721", from: 6)],
            rows: [(0, "none"), (1, "11720 x1"), (5, "11720 x1"), (6, "11721 x1"), (10, "11721 x1")]),
        Things(
            testDescription: "corns, one, two to four, more",
            first: [
                .init(code: "11055", from: 1, through: 1), .init(code: "11056", from: 2, through: 4),
                .init(code: "11057", from: 5),
            ],
            rows: [
                (0, "none"), (1, "11055 x1"), (2, "11056 x1"), (4, "11056 x1"), (5, "11057 x1"), (9, "11057 x1"),
            ]),
        Things(
            testDescription: "specimens, each by itself", first: [],
            further: [.init(code: "88305", each: 1, after: 0)],
            rows: [(0, "none"), (1, "88305 x1"), (2, "88305 x2"), (12, "88305 x12")]),
        // Pairs that must be whole, where the code says so for itself and the payer would take a part.
        Things(
            testDescription: "pairs", first: [],
            further: [.init(code: "V2510", each: 2, after: 0, credit: .complete)],
            rows: [(0, "none"), (1, "none"), (2, "V2510 x1"), (3, "V2510 x1"), (4, "V2510 x2"), (5, "V2510 x2")]),
    ]

    private static func done(_ number: Int) -> Encounter {
        .visits(
            Visit(
                services: (0..<number).map { _ in Service("service", time: .unknown) }
                    + [Service("talk", time: .minutes(10))], performer: "nurse"))
    }

    @Test(arguments: all) func `so many things are billed so`(things: Things) {
        for row in things.rows {
            let claim = Counted.claim(Self.done(row.from), under: things.rules)
            #expect(claim.description == row.claim, "\(row.from)")
        }
    }

    /// The claim of another row is never right, and says so by an edit.
    @Test(arguments: all) func `another number's claim is found wrong`(things: Things) {
        for row in things.rows {
            let key = derive(Self.done(row.from), under: things.rules)
            for other in things.rows where other.claim != row.claim {
                let grade = grade(claim(other.claim), against: key)
                #expect(grade.verdict != .correct && !grade.findings.isEmpty, "\(other.claim) for \(row.from)")
                let isMore = other.from > row.from
                #expect(!isMore || grade.findings.contains { $0.severity != .underbilled })
            }
        }
    }

    /// Things of two visits of a day are counted together where the payer joins visits, and apart where it does not.
    @Test(
        arguments: [
            (0, 1, 1, "17000 x1, 17003 x1", "17000 x2"), (0, 8, 8, "17004 x1", "17000 x2, 17003 x14"),
            (1, 1, 1, "95117 x1", "95115 x2"), (2, 2, 3, "90471 x1, 90472 x4", "90471 x2, 90472 x3"),
            (3, 10, 6, "11200 x1, 11201 x1", "11200 x2"), (6, 2, 3, "88305 x5", "88305 x5"),
            (7, 1, 1, "V2510 x1", "none"), (7, 3, 3, "V2510 x3", "V2510 x2"),
        ])
    func `two visits of one day`(family: Int, one: Int, other: Int, together: String, apart: String) {
        let visits = Self.done(one).visits + Self.done(other).visits
        let encounter = Encounter(date: Sample.day, visits: visits)
        for (sameDay, expected) in [(Policy.SameDay.combined, together), (.separate, apart)] {
            let rules = Self.all[family].rules.changed { $1.sameDay = sameDay }
            #expect(Counted.claim(encounter, under: rules).description == expected, "\(sameDay)")
        }
    }

    /// A thing needs no time on record, and the payer's minutes are not used up by it.
    @Test func `things have no minutes`() {
        let rules = Self.all[2].rules.changed { $1.caps.minutesADay = 5 }
        let key = derive(Self.done(3), under: rules)
        #expect(key.claim.description == "90471 x1, 90472 x2")
        #expect(key.totalMinutes == 0 && key.countedMinutes == 0)
        #expect(!key.steps.contains { $0.rule == "minute-cap" })
    }

    @Test(
        arguments: [
            (0, 3, "90471 covers the first service.", 2),
            (0, 1, "90471 pays for up to 1 service, so nothing is left over.", 2),
            (1, 2, "A unit for each service: 88305 x2.", 6),
            (1, 1, "1 service is no more than 15 services, so there is no 11201.", 3),
            (1, 3, "3 services are 2 and a part of 1. A unit takes all 2 services: V2510 x1.", 7),
            (0, 20, "20 services: 17004 is the code for 15 services or more.", 0),
        ])
    func `the steps speak of services`(step: Int, number: Int, text: String, family: Int) {
        let steps = derive(Self.done(number), under: Self.all[family].rules).steps.map(\.text)
        #expect(steps.contains(text), "\(steps)")
    }
}
