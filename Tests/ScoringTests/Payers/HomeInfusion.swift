@testable import Scoring

/// The home infusion pack's codes, families and policies, as its files have them.
enum HomeInfusion {
    static let codes = CodeSet(
        definitions: [
            .init(code: "99601", label: "opening two hours", modifiers: ["SD", "SH", "SJ", "SS"]),
            .init(code: "99602", label: "one more hour", addOnTo: ["99601"], modifiers: ["SD", "SH", "SJ", "SS"]),
            .init(code: "99506", label: "injection visit"),
            .init(code: "99512", label: "hemodialysis visit"),
        ],
        families: [
            Family(
                id: "home-infusion", title: "home infusion visit", services: ["infusion", "specialty-drug"],
                first: [.init(code: "99601", from: 1, covers: 120)],
                further: [.init(code: "99602", each: 60, after: 120)]),
            Family(
                id: "injection", title: "home injection visit", services: ["injection"],
                first: [.init(code: "99506", from: 1)]),
            Family(
                id: "dialysis", title: "home hemodialysis visit", services: ["dialysis"],
                first: [.init(code: "99512", from: 1)]),
        ],
        exclusions: [.init(pays: "99601", denies: ["99506", "99512"])])

    private static func policy(
        _ id: ID<Policy>, _ title: String, _ credit: Credit, change: (inout Policy) -> Void = { _ in }
    ) -> Rules {
        var policy = Policy(id: id, title: title, credit: credit)
        policy.places = ["12"]
        policy.performers = ["infusion-nurse", "registered-nurse", "practical-nurse"]
        policy.requires = [.duration]
        change(&policy)
        return Rules(codes: codes, policy: policy)
    }

    static let startedHour = policy("started-hour", "every started hour", .started)
    static let midpoint = policy("cpt-midpoint", "CPT's midpoint", .midpoint)
    static let fullHour = policy("full-hour", "full hours only", .complete)
    static let michigan = policy("bcbsm-2013", "Blue Cross Blue Shield of Michigan, 2013", .atLeast(31)) {
        $0.performers = ["infusion-nurse"]
        $0.requires = [.start, .stop]
        $0.caps = .init(minutesADay: 240, minutesAWeek: 720)
        $0.effective = Effective(from: "2013-05-01")
    }
    static let allTime = policy("nhia-all-time", "NHIA, all of the nurse's time", .midpoint) {
        $0.counts = Set(Activity.allCases)
    }

    static let all = [startedHour, midpoint, fullHour, michigan, allTime]
}
