import Testing

@testable import Scoring

/// Infusions, pushes, hydration and chemotherapy at every length up to three hours, alone and after another.
struct HierarchyMinuteTests {
    static let nine = 540

    static func ran(
        _ kind: ID<ServiceKind>, _ drug: ID<Drug>, from start: Int = nine, for minutes: Int,
        at site: ID<AccessSite>? = nil
    ) -> Service {
        Service(
            kind,
            time: .clock(start: ClockTime(wrapping: start), stop: ClockTime(wrapping: start + minutes)), drug: drug,
            site: site)
    }

    /// Lines with as many units as said, those of none left out.
    static func lines(_ lines: (String, Int)...) -> String {
        let billed = lines.filter { $0.1 > 0 }.map { "\($0.0) x\($0.1)" }
        return billed.isEmpty ? "none" : billed.joined(separator: ", ")
    }

    /// Further hours begin after the first: the second is earned at 91 minutes, the third at 151.
    private static func further(_ minutes: Int) -> Int { minutes < 91 ? 0 : minutes < 151 ? 1 : 2 }

    @Test(arguments: 1...180) func `a service by itself`(minutes: Int) {
        let claim = { (kind: ID<ServiceKind>) in HierarchyTests.claim([Self.ran(kind, "a", for: minutes)]) }
        let more = Self.further(minutes)
        #expect(claim("infusion") == (minutes < 16 ? "96374 x1" : Self.lines(("96365", 1), ("96366", more))))
        #expect(claim("chemotherapy") == (minutes < 16 ? "96409 x1" : Self.lines(("96413", 1), ("96415", more))))
        #expect(claim("hydration") == (minutes < 31 ? "none" : Self.lines(("96360", 1), ("96361", more))))
        #expect(claim("push") == "96374 x1")
        #expect(claim("chemotherapy-push") == "96409 x1")
    }

    @Test(arguments: 1...180) func `a service after an infusion of an hour`(minutes: Int) {
        let claim = { (kind: ID<ServiceKind>) in
            HierarchyTests.claim([
                Self.ran("infusion", "a", for: 60), Self.ran(kind, "b", from: Self.nine + 60, for: minutes),
            ])
        }
        let more = Self.further(minutes)
        #expect(
            claim("infusion")
                == (minutes < 16 ? "96365 x1, 96375 x1" : Self.lines(("96365", 1), ("96366", more), ("96367", 1))))
        #expect(
            claim("chemotherapy")
                == (minutes < 16
                    ? "96409 x1, 96367 x1" : Self.lines(("96413", 1), ("96415", more), ("96367", 1))))
        // Hydration follows by its hours alone, the first of which takes 31 minutes.
        #expect(claim("hydration") == Self.lines(("96365", 1), ("96361", minutes < 31 ? 0 : more + 1)))
        #expect(claim("push") == "96365 x1, 96375 x1")
    }

    /// Hydration beside a drug that runs for an hour from the same minute on counts what is left after it.
    @Test(arguments: 1...180) func `hydration counts only while nothing else runs`(minutes: Int) {
        let claim = HierarchyTests.claim([
            Self.ran("infusion", "a", for: 60), Self.ran("hydration", "s", for: minutes),
        ])
        let left = max(minutes - 60, 0)
        #expect(claim == Self.lines(("96365", 1), ("96361", left < 31 ? 0 : left < 91 ? 1 : 2)))
    }

    /// A second drug that begins while the first runs is concurrent, to the last of its minutes.
    @Test(arguments: 0...90) func `a drug is concurrent as long as another runs when it begins`(offset: Int) {
        let claim = HierarchyTests.claim([
            Self.ran("infusion", "a", for: 60), Self.ran("infusion", "b", from: Self.nine + offset, for: 30),
        ])
        #expect(claim == (offset < 60 ? "96365 x1, 96368 x1" : "96365 x1, 96367 x1"))
    }

    @Test(arguments: 1...6) func `drugs that run at the same time are billed once a day`(count: Int) {
        let drugs = (0..<count).map { Self.ran("infusion", ID("drug-\($0)"), from: Self.nine + $0, for: 60) }
        let claim = HierarchyTests.claim([Self.ran("infusion", "a", from: Self.nine - 30, for: 120)] + drugs)
        #expect(claim == "96365 x1, 96366 x1, 96368 x1")
    }

    /// CPT, 96376: not within half an hour of a push of the same drug that is reported.
    @Test(arguments: 1...120) func `the same drug pushed again after so many minutes`(gap: Int) {
        let pushes = [Self.ran("push", "a", for: 5), Self.ran("push", "a", from: Self.nine + gap, for: 5)]
        #expect(HierarchyTests.claim(pushes) == (gap > 30 ? "96374 x1, 96376 x1" : "96374 x1"))
        let other = [pushes[0], Self.ran("push", "b", from: Self.nine + gap, for: 5)]
        #expect(HierarchyTests.claim(other) == "96374 x1, 96375 x1")
    }

    /// Minutes at which one drug is pushed, and how often it is billed after the first time. A push that is not billed
    /// does not make the next one wait.
    @Test(
        arguments: [
            ([0, 31, 62], 2), ([0, 30, 60], 1), ([0, 20, 40], 1), ([0, 10, 20, 30], 0), ([0, 10, 20, 31], 1),
            ([0, 40, 60, 80], 2), ([0, 31, 61, 92], 2), ([0], 0),
        ] as [([Int], Int)])
    func `one drug pushed several times`(minutes: [Int], again: Int) {
        let pushes = minutes.map { Self.ran("push", "a", from: Self.nine + $0, for: 2) }
        #expect(HierarchyTests.claim(pushes) == Self.lines(("96374", 1), ("96376", again)))
    }

    /// Minutes of a second run of the same drug earn hours alone.
    @Test(arguments: 16...180) func `the same drug runs again`(minutes: Int) {
        let claim = HierarchyTests.claim([
            Self.ran("infusion", "a", for: 60), Self.ran("infusion", "a", from: Self.nine + 120, for: minutes),
        ])
        #expect(claim == Self.lines(("96365", 1), ("96366", (minutes + 29) / 60)))
    }

    @Test(
        arguments: [
            ("infusion", "96374 x1"), ("push", "96374 x1"), ("hydration", "none"), ("chemotherapy", "96409 x1"),
            ("chemotherapy-push", "96409 x1"),
        ] as [(ID<ServiceKind>, String)])
    func `without a stop time nothing is billed that needs minutes`(kind: ID<ServiceKind>, expected: String) {
        #expect(HierarchyTests.claim([Service(kind, time: .open(start: "09:00"), drug: "a")]) == expected)
        #expect(HierarchyTests.claim([Service(kind, time: .unknown, drug: "a")]) == expected)
    }

    @Test func `a length without a clock counts, and runs beside nothing`() {
        let services = [
            Service("infusion", time: .minutes(91), drug: "a"), Service("infusion", time: .minutes(30), drug: "b"),
            Service("hydration", time: .minutes(31), drug: "s"),
        ]
        #expect(HierarchyTests.claim(services) == "96365 x1, 96366 x1, 96367 x1, 96361 x1")
    }
}
