import Testing

@testable import Scoring

/// Two people with one patient at the same time, each with a visit of their own.
struct JointVisitTests {
    private static let family = Family(
        id: "critical", title: "critical care", services: ["care"],
        first: [.init(code: "99291", from: 30, covers: 74)],
        further: [.init(code: "99292", each: 30, after: 74, credit: .complete)])

    private static func visit(
        _ performer: ID<Performer>, _ from: Int, _ to: Int, of group: ID<CareGroup>? = "lungs", on day: Int = 2
    ) -> Visit {
        Visit(
            services: [
                Service("care", time: .clock(start: ClockTime(wrapping: from), stop: ClockTime(wrapping: to)))
            ], performer: performer, date: WholeClaim.march(day, day).from, group: group)
    }

    private static func rules(_ sameDay: Policy.SameDay, once: Bool = true) -> Rules {
        Counted.rules(family) {
            $0.credit = .complete
            $0.sameDay = sameDay
            $0.countsJointTimeOnce = once
        }
    }

    /// Minutes that count of visits by the minute of the day.
    @Test(
        arguments: [
            ([(600, 650), (620, 670)], 70), ([(600, 650), (600, 650)], 50), ([(600, 700), (620, 640)], 100),
            ([(620, 640), (600, 700)], 100), ([(600, 650), (650, 670)], 70),
            ([(600, 620), (610, 630), (615, 700)], 100),
            ([(600, 650), (700, 750)], 100),
        ] as [([(Int, Int)], Int)])
    func `minutes together count once`(times: [(from: Int, to: Int)], expected: Int) {
        let people: [ID<Performer>] = ["physician", "nurse-practitioner", "fellow"]
        let encounter = Encounter(
            date: WholeClaim.march(2, 2).from, visits: zip(people, times).map { Self.visit($0, $1.from, $1.to) })
        let key = derive(encounter, under: Self.rules(.combined))
        #expect(key.countedMinutes == expected && encounter.impossibleFacts.isEmpty)
        #expect(key.claim == Counted.claim(encounter, under: Self.rules(.combined)))
        let sum = times.reduce(0) { $0 + $1.to - $1.from }
        #expect(derive(encounter, under: Self.rules(.combined, once: false)).countedMinutes == sum)
        let joint = key.steps.reduce(0) { if case .jointTime(let minutes) = $1 { $0 + minutes } else { $0 } }
        #expect(joint == sum - expected)
    }

    @Test func `where visits stand apart, two at once are one visit's time`() {
        let encounter = Encounter(
            date: WholeClaim.march(2, 2).from,
            visits: [
                Self.visit("physician", 600, 650), Self.visit("nurse-practitioner", 620, 670),
                Self.visit("physician", 800, 840),
            ])
        let key = derive(encounter, under: Self.rules(.separate))
        #expect(key.claim.units(of: "99291") == 2)
        #expect(key.countedMinutes == 110)
        #expect(key.steps.contains(.jointTime(minutes: 30)))
        let twice = Misconception(id: "twice", changes: [.countsJointTwice])
        let asked = Case(encounter, under: Self.rules(.separate), among: [twice])
        #expect(asked.assess(twice.applied(to: Self.rules(.separate)).claim(for: encounter)).beliefs == ["twice"])
    }

    @Test func `groups apart each have their own time`() {
        let encounter = Encounter(
            date: WholeClaim.march(2, 2).from,
            visits: [Self.visit("physician", 600, 650), Self.visit("cardiologist", 600, 650, of: "heart")])
        for sameDay in Policy.SameDay.allCases {
            #expect(derive(encounter, under: Self.rules(sameDay)).countedMinutes == 100)
        }
    }

    @Test func `one person cannot be at two visits at once`() {
        let visits = [
            Self.visit("physician", 600, 650), Self.visit("fellow", 640, 700), Self.visit("physician", 645, 660),
        ]
        let facts = Encounter(date: WholeClaim.march(2, 2).from, visits: visits).impossibleFacts
        #expect(
            facts.map(\.words) == [
                "a visit from 10:00 to 10:50 and one from 10:45 to 11:00 overlap, and would count the same minutes twice"
            ])
    }

    @Test func `both are known to a modifier that is due where two shared the care`() {
        let codes = CodeSet(
            definitions: [.init(code: "99291", label: ""), .init(code: "99292", label: "", addOnTo: ["99291"])],
            families: [Self.family],
            modifierRules: [ModifierRule("FS", on: ["99291"], when: Condition(together: ["physician", "fellow"]))])
        var policy = Policy(id: "p", credit: .complete)
        policy.sameDay = .separate
        let encounter = Encounter(
            date: WholeClaim.march(2, 2).from,
            visits: [Self.visit("physician", 600, 650), Self.visit("fellow", 620, 670)])
        #expect(derive(encounter, under: Rules(codes: codes, policy: policy)).claim.description == "99291-FS x1")
    }
}
