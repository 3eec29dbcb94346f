import Testing

@testable import Scoring

/// Days of several services, accesses and visits, and a second coder to check them by.
struct HierarchyDayTests {
    private typealias Minute = HierarchyMinuteTests

    static let rules = Rules(codes: HierarchyTests.codes, policy: Policy(id: "p", credit: .midpoint))

    static func visit(_ services: [Service], on date: Day? = nil) -> Visit {
        Visit(services: services, place: "22", performer: "registered-nurse", date: date)
    }

    /// Kinds from the highest to the lowest, with what each bills first and what it bills after a higher one.
    private static let ladder: [(kind: ID<ServiceKind>, initial: String, later: String)] = [
        ("chemotherapy", "96413", "96417"), ("chemotherapy-push", "96409", "96411"), ("infusion", "96365", "96367"),
        ("push", "96374", "96375"), ("hydration", "96360", "96361"),
    ]

    /// Whichever comes first in time, the one that stands higher is the initial one.
    @Test(arguments: ladder.indices, ladder.indices) func `of two services the higher is the initial one`(
        first: Int, second: Int
    ) {
        let services = [
            Minute.ran(Self.ladder[first].kind, "a", for: 60),
            Minute.ran(Self.ladder[second].kind, "b", from: Minute.nine + 60, for: 60),
        ]
        let initial = Self.ladder[min(first, second)].initial
        let later = Self.ladder[max(first, second)].later
        let claim = HierarchyTests.claim(services)
        let billed = claim.split(separator: ", ").map { String($0) }
        #expect(Set(billed) == ["\(initial) x1", "\(later) x1"])
        #expect(HierarchyTests.claim(services.reversed()) == claim)
    }

    @Test(
        arguments: [
            (1, "96365 x1"), (2, "96365 x1, 96365-59 x1"), (3, "96365 x1, 96365-59 x2"), (4, "96365 x1, 96365-59 x3"),
        ])
    func `each access has an initial service, told from that of the first by a modifier`(count: Int, expected: String) {
        let services = (0..<count).map { Minute.ran("infusion", ID("d\($0)"), for: 60, at: ID("arm-\($0)")) }
        #expect(HierarchyTests.claim(services) == expected)
    }

    @Test func `what follows through another access follows the initial service of that access`() {
        let services = [
            Minute.ran("infusion", "a", for: 100, at: "left"),
            Minute.ran("push", "b", from: Minute.nine + 1, for: 5, at: "right"),
            Minute.ran("push", "c", from: Minute.nine + 10, for: 5, at: "right"),
            Minute.ran("infusion", "d", from: Minute.nine + 100, for: 30, at: "left"),
        ]
        #expect(HierarchyTests.claim(services) == "96365 x1, 96366 x1, 96367 x1, 96374-59 x1, 96375 x1")
    }

    /// CPT, 96368: once on a date of service.
    @Test func `drugs that run at the same time are billed once a day, through however many accesses`() {
        let services = ["left", "right"].flatMap { site in
            [
                Minute.ran("infusion", ID("\(site)-a"), for: 60, at: ID(site)),
                Minute.ran("infusion", ID("\(site)-b"), for: 60, at: ID(site)),
            ]
        }
        #expect(HierarchyTests.claim(services) == "96365 x1, 96365-59 x1, 96368 x1")
    }

    /// Fluids that hang beside a drug are no drug that it runs at the same time as.
    @Test func `a drug that runs beside hydration alone comes after what came before`() {
        let services = [
            Minute.ran("infusion", "a", for: 60), Minute.ran("hydration", "s", from: Minute.nine + 60, for: 90),
            Minute.ran("infusion", "b", from: Minute.nine + 120, for: 30),
        ]
        #expect(HierarchyTests.claim(services) == "96365 x1, 96367 x1, 96361 x1")
    }

    @Test(arguments: 1...5) func `each day has an initial service of its own`(days: Int) {
        let visits = (0..<days).map { number in
            Self.visit(
                [Minute.ran("infusion", "a", for: 60), Minute.ran("push", "b", from: Minute.nine + 60, for: 5)],
                on: WholeClaim.march(2 + number, 2 + number).from)
        }
        let key = derive(Encounter(date: Sample.day, visits: visits), under: Self.rules)
        #expect(key.claim.units(of: "96365") == days && key.claim.units(of: "96375") == days)
        let dates = key.claim.lines.filter { $0.code == "96365" }.compactMap(\.dates)
        #expect(dates == (0..<days).map { WholeClaim.march(2 + $0, 2 + $0) })
        #expect(validate(key.claim, against: key).isEmpty)
    }

    @Test func `two visits of a day have one initial service between them`() {
        let visits = [
            Self.visit([Minute.ran("infusion", "a", for: 60)]),
            Self.visit([Minute.ran("infusion", "b", from: Minute.nine + 300, for: 60)]),
        ]
        let key = derive(Encounter(date: Sample.day, visits: visits), under: Self.rules)
        #expect(key.claim.description == "96365 x1, 96367 x1")
    }

    @Test func `what the patient came for is found whenever it was given`() {
        let reason = Service("push", time: .clock(start: "10:00", stop: "10:05"), drug: "b", isMainReason: true)
        let services = [Minute.ran("infusion", "a", for: 30), reason, Minute.ran("push", "c", from: 660, for: 5)]
        for order in [services, services.reversed()] {
            #expect(HierarchyTests.claim(order) { $0.initialService = .mainReason } == "96367 x1, 96374 x1, 96375 x1")
            #expect(HierarchyTests.claim(order) { $0.initialService = .earliest } == "96365 x1, 96375 x2")
        }
    }

    /// Where nobody says what the patient came for, an office goes by the order of a facility.
    @Test func `an office without a main reason bills as a facility does`() {
        let services = [Minute.ran("push", "b", for: 5), Minute.ran("infusion", "a", from: Minute.nine + 5, for: 60)]
        #expect(HierarchyTests.claim(services) { $0.initialService = .mainReason } == "96365 x1, 96375 x1")
    }

    /// A drug pushed twice is the same drug again, whichever of the two is the initial service.
    @Test(arguments: [(20, "96374 x1"), (31, "96374 x1, 96376 x1"), (90, "96374 x1, 96376 x1")])
    func `the later push may be what the patient came for`(gap: Int, expected: String) {
        let later = Service(
            "push",
            time: .clock(
                start: ClockTime(wrapping: Minute.nine + gap), stop: ClockTime(wrapping: Minute.nine + gap + 5)),
            drug: "a", isMainReason: true)
        let services = [Minute.ran("push", "a", for: 5), later]
        #expect(HierarchyTests.claim(services) { $0.initialService = .mainReason } == expected)
        let encounter = Encounter.visits(Self.visit(services))
        let office = Self.rules.changed { $1.initialService = .mainReason }
        let steps = derive(encounter, under: office).steps.map(\.text)
        #expect(!steps.contains { $0.contains("-\(gap)") })
    }

    /// Steps that bill units bill those of the claim, over days by chance.
    @Test(arguments: 0..<60 as Range<UInt64>) func `the steps come to the claim`(seed: UInt64) {
        var generator = Seeded(seed)
        let key = derive(.visits(Self.visit(HierarchyReference.services(using: &generator))), under: Self.rules)
        var told: [Code: Int] = [:]
        for step in key.steps {
            switch step {
            case .hierarchy(.initialService(let code, _, _)), .hierarchy(.runsAlongside(let code, _, true)),
                .hierarchy(.givenAgain(.some(let code), _, _, true)):
                told[code, default: 0] += 1
            case .hierarchy(.followsInitial(.some(let code), _, let units)),
                .hierarchy(.sameDrugRuns(let code, _, _, let units)),
                .further(let code, _, _, _, let units, _):
                told[code, default: 0] += units
            default: break
            }
        }
        told = told.filter { $0.value > 0 }
        #expect(told == Dictionary(key.claim.lines.map { ($0.code, $0.units) }, uniquingKeysWith: +))
    }
}
