import Testing

@testable import Scoring

/// Rules and facts that the tests share: the home infusion family with its neighbours, and how payers count it.
enum Sample {
    static let day: Day = "2026-03-02"

    static let codes = CodeSet(
        definitions: [
            .init(code: "99601", label: "the first two hours", modifiers: ["SD", "SS"]),
            .init(code: "99602", label: "each further hour", addOnTo: ["99601"], modifiers: ["SD", "SS"]),
            .init(code: "99506", label: "an injection visit"),
            .init(code: "99512", label: "a dialysis visit"),
            .init(code: "G0299", label: "a nurse's quarter of an hour", system: .hcpcs),
        ],
        families: [
            Family(
                id: "home-infusion", title: "home infusion", services: ["infusion", "specialty-drug"],
                first: [.init(code: "99601", from: 1, covers: 120)],
                further: [.init(code: "99602", each: 60, after: 120)]),
            Family(
                id: "injection", title: "injection", services: ["injection"], first: [.init(code: "99506", from: 1)]),
            Family(id: "dialysis", title: "dialysis", services: ["dialysis"], first: [.init(code: "99512", from: 1)]),
        ],
        exclusions: [.init(pays: "99601", denies: ["99506", "99512"])])

    static func policy(_ credit: Credit, change: (inout Policy) -> Void = { _ in }) -> Policy {
        var policy = Policy(id: "test", title: "test policy", credit: credit)
        policy.places = ["12"]
        policy.performers = ["infusion-nurse", "registered-nurse"]
        policy.requires = [.duration]
        change(&policy)
        return policy
    }

    static func rules(_ credit: Credit, change: (inout Policy) -> Void = { _ in }) -> Rules {
        Rules(codes: codes, policy: policy(credit, change: change))
    }

    /// The five ways of counting in the home infusion pack.
    static let policies: [Policy] = [
        policy(.started),
        policy(.midpoint),
        policy(.complete),
        policy(.atLeast(31)) {
            $0.performers = ["infusion-nurse"]
            $0.requires = [.start, .stop]
            $0.undocumented = .nothing
            $0.caps = .init(minutesADay: 240, minutesAWeek: 720)
        },
        policy(.midpoint) { $0.counts = Set(Activity.allCases) },
    ]

    /// The misconceptions of the home infusion pack, as its file changes the rules.
    static let misconceptions: [Misconception] = [
        .init(id: "add-on-alone", changes: [.bills(.furtherOnly)]),
        .init(id: "add-on-from-zero", changes: [.furtherAfter(0)]),
        .init(id: "primary-per-hour", changes: [.firstEach(60)]),
        .init(id: "primary-per-two-hours", changes: [.firstEach(120), .credit(.started)]),
        .init(id: "add-on-is-two-hours", changes: [.furtherEach(120), .credit(.complete)]),
        .init(id: "always-rounds-up", changes: [.credit(.started)]),
        .init(id: "never-rounds", changes: [.credit(.complete)]),
        .init(id: "ignores-add-on", changes: [.bills(.firstOnly)]),
        .init(id: "bills-quarter-hours", changes: [.furtherEach(15)]),
        .init(id: "counts-travel", changes: [.countsAll]),
        .init(id: "adds-other-visit", changes: [.ignoresExclusions]),
        .init(id: "any-home-visit", changes: [.anyService]),
    ]
}

extension Encounter {
    /// One visit at home by an infusion nurse, everything documented.
    static func of(_ services: Service..., used: Int = 0, change: (inout Visit) -> Void = { _ in }) -> Encounter {
        var visit = Visit(services: services, performer: "infusion-nurse")
        change(&visit)
        return Encounter(date: Sample.day, visits: [visit], minutesUsedThisWeek: used)
    }

    /// One infusion of so many minutes.
    static func minutes(_ minutes: Int, used: Int = 0) -> Encounter {
        .of(Service("infusion", time: .minutes(minutes)), used: used)
    }

    static func visits(_ visits: Visit...) -> Encounter { Encounter(date: Sample.day, visits: visits) }
}

extension Visit {
    static func of(_ services: Service..., performer: ID<Performer> = "infusion-nurse") -> Visit {
        Visit(services: services, performer: performer)
    }
}

extension Service {
    /// An infusion by the clock, as in `.infusion("09:00", "11:30")`.
    static func infusion(
        _ start: ClockTime, _ stop: ClockTime, _ activity: Activity = .patientCare, nextDay: Bool = false
    ) -> Service {
        Service("infusion", activity: activity, time: .clock(start: start, stop: stop), isNextDay: nextDay)
    }
}

/// The claim that a text stands for.
func claim(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Claim {
    do {
        return try parseAnswer(text)
    } catch {
        Issue.record("\(text): \(error.message)", sourceLocation: sourceLocation)
        return Claim()
    }
}

// Literals keep the tables readable; a malformed one is a mistake in the test and stops it.

extension Code: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = literal(text, Code.init) }
}

extension Modifier: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = literal(text, Modifier.init) }
}

extension ClockTime: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = literal(text, ClockTime.init) }
}

extension Day: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = literal(text, Day.init) }
}

private func literal<Value>(_ text: String, _ read: (String) -> Value?) -> Value {
    guard let value = read(text) else { preconditionFailure("\(text) is not a \(Value.self)") }
    return value
}

/// A generator of the same numbers for the same seed (SplitMix64, Steele and others 2014).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
