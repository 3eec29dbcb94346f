import Testing

@testable import Scoring

/// Outpatient infusion by CPT and by Medicare: a push up to a quarter of an hour, an infusion from the 16th minute on.
struct OutpatientInfusionTests {
    static let codes = CodeSet(
        definitions: [
            .init(code: "96365", label: "opening hour"),
            .init(code: "96366", label: "one more hour", addOnTo: ["96365"]),
            .init(code: "96374", label: "push"), .init(code: "96372", label: "injection"),
            .init(code: "36000", label: "start of a line"), .init(code: "96523", label: "flush of a port"),
        ],
        families: [
            Family(
                id: "outpatient-infusion", title: "infusion of a drug", services: ["infusion"],
                first: [.init(code: "96374", from: 1, through: 15), .init(code: "96365", from: 16, covers: 60)],
                further: [.init(code: "96366", each: 60, after: 60)]),
            Family(
                id: "injection", title: "injection", services: ["injection"], first: [.init(code: "96372", from: 1)]),
            Family(
                id: "line-start", title: "start of a line", services: ["line-start"],
                first: [.init(code: "36000", from: 1)]),
            Family(
                id: "port-flush", title: "flush of a port", services: ["port-flush"],
                first: [.init(code: "96523", from: 1)]),
        ],
        exclusions: [
            .init(pays: "96365", denies: ["36000", "96523"]), .init(pays: "96374", denies: ["36000", "96523"]),
        ])

    private static func rules(
        _ id: ID<Policy>, _ requires: [RecordItem], _ caps: [Code: Int]
    ) -> Rules {
        var policy = Policy(id: id, title: id.text, credit: .midpoint)
        policy.sameDay = .separate
        policy.places = ["11", "19", "22", "49"]
        policy.performers = ["registered-nurse", "physician"]
        policy.requires = requires
        policy.caps.unitsADay = caps
        return Rules(codes: codes, policy: policy)
    }

    static let cpt = rules("cpt", [.duration], [:])
    static let medicare = rules("medicare", [.start, .stop], ["96365": 1, "96366": 8])

    private static func visit(
        _ services: [Service], place: String = "22", performer: ID<Performer> = "registered-nurse",
        missing: Set<RecordItem> = []
    ) -> Visit {
        Visit(services: services, place: place, performer: performer, missing: missing)
    }

    private static func infusions(_ minutes: [Int]) -> Encounter {
        Encounter(date: Sample.day, visits: minutes.map { visit([Service("infusion", time: .minutes($0))]) })
    }

    /// From and through, and the claim under either policy.
    @Test(
        arguments: [
            (0...0, "none", "none"), (1...15, "96374", "96374"), (16...90, "96365", "96365"),
            (91...150, "96365, 96366", "96365, 96366"), (151...210, "96365, 96366 x2", "96365, 96366 x2"),
            (211...270, "96365, 96366 x3", "96365, 96366 x3"), (511...570, "96365, 96366 x8", "96365, 96366 x8"),
            (571...630, "96365, 96366 x9", "96365, 96366 x8"), (631...690, "96365, 96366 x10", "96365, 96366 x8"),
        ])
    func `a push, an infusion, and hours beyond it`(minutes: ClosedRange<Int>, cpt: String, medicare: String) {
        for minutes in minutes {
            #expect(Self.cpt.claim(for: Self.infusions([minutes])) == claim(cpt), "\(minutes) minutes")
            #expect(Self.medicare.claim(for: Self.infusions([minutes])) == claim(medicare), "\(minutes) minutes")
        }
    }

    /// Visits of a day stand by themselves: pushes are not added up to an infusion, and parts not to an hour.
    @Test(
        arguments: [
            ([10, 10], "96374 x2", "96374 x2"), ([15, 16], "96365, 96374", "96365, 96374"),
            ([15, 15, 15, 15], "96374 x4", "96374 x4"), ([16, 16], "96365 x2", "96365"),
            ([90, 90], "96365 x2", "96365"), ([91, 91], "96365 x2, 96366 x2", "96365, 96366 x2"),
            ([90, 91, 5], "96365 x2, 96366, 96374", "96365, 96366, 96374"),
            ([330, 330], "96365 x2, 96366 x8", "96365, 96366 x8"),
            ([331, 331], "96365 x2, 96366 x10", "96365, 96366 x8"), ([0, 5], "96374", "96374"),
        ] as [([Int], String, String)])
    func `visits of a day`(minutes: [Int], cpt: String, medicare: String) {
        #expect(Self.cpt.claim(for: Self.infusions(minutes)) == claim(cpt))
        #expect(Self.medicare.claim(for: Self.infusions(minutes)) == claim(medicare))
    }

    @Test(
        arguments: [
            (["infusion", "line-start"], "96365"), (["infusion", "port-flush"], "96365"),
            (["infusion", "line-start", "port-flush"], "96365"), (["infusion", "injection"], "96365, 96372"),
            (["line-start"], "36000"), (["port-flush"], "96523"), (["line-start", "port-flush"], "36000, 96523"),
            (["injection", "line-start"], "96372, 36000"), (["education"], "none"),
            (["infusion", "education"], "96365"),
        ] as [([ID<ServiceKind>], String)])
    func `the line belongs to the infusion, the injection does not`(kinds: [ID<ServiceKind>], billed: String) {
        let visit = Self.visit(kinds.map { Service($0, time: .minutes(30)) })
        for rules in [Self.cpt, Self.medicare] { #expect(rules.claim(for: .visits(visit)) == claim(billed)) }
    }

    /// A push denies the line as well.
    @Test(arguments: [(15, "96374"), (16, "96365"), (0, "36000")]) func `a line beside a drug of so many minutes`(
        minutes: Int, billed: String
    ) {
        let visit = Self.visit([
            Service("infusion", time: .minutes(minutes)), Service("line-start", time: .minutes(5)),
        ])
        #expect(Self.cpt.claim(for: .visits(visit)) == claim(billed))
    }

    private static let clock = Service.Time.clock(start: "09:00", stop: "10:40")

    /// What is missing of 100 minutes; without the length it is a push.
    @Test(
        arguments: [
            (clock, [], "96365, 96366", "96365, 96366"), (clock, [.start], "96374", "96374"),
            (clock, [.stop], "96374", "96374"), (clock, [.duration], "96365, 96366", "96365, 96366"),
            (.minutes(100), [], "96365, 96366", "96365, 96366"), (.minutes(100), [.stop], "96365, 96366", "96374"),
            (.minutes(100), [.duration], "96374", "96374"), (.open(start: "09:00"), [], "96374", "96374"),
            (.unknown, [], "96374", "96374"), (clock, [.response], "96365, 96366", "96365, 96366"),
        ] as [(Service.Time, Set<RecordItem>, String, String)])
    func `what is not on record`(time: Service.Time, missing: Set<RecordItem>, cpt: String, medicare: String) {
        let encounter = Encounter.visits(Self.visit([Service("infusion", time: time)], missing: missing))
        #expect(Self.cpt.claim(for: encounter) == claim(cpt))
        #expect(Self.medicare.claim(for: encounter) == claim(medicare))
    }

    @Test(
        arguments: [
            ("11", "registered-nurse", true), ("19", "registered-nurse", true), ("22", "physician", true),
            ("49", "physician", true), ("12", "registered-nurse", false), ("21", "physician", false),
            ("22", "patient", false), ("12", "patient", false),
        ] as [(String, ID<Performer>, Bool)])
    func `places and performers`(place: String, performer: ID<Performer>, isPaid: Bool) {
        let visit = Self.visit([Service("infusion", time: .minutes(60))], place: place, performer: performer)
        #expect(Self.cpt.claim(for: .visits(visit)) == claim(isPaid ? "96365" : "none"))
    }
}
