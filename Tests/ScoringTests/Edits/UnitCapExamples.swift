@testable import Scoring

extension EditExample {
    /// What the time would support and the payer does not allow.
    static let unitCap = [
        breaks(
            "99601, 99602 x3", "reduced 2 151 N362: 3 units of 99602 are over the payer's cap, which leaves 1.",
            in: .minutes(300), under: capped),
        breaks(
            "99601", "denied 1 151 N362: 1 unit of 99601 is over the payer's cap, which leaves none.",
            under: Sample.rules(.started) { $0.caps.unitsADay = ["99601": 0] }),
        breaks(
            "99601, 99602", "denied 2 119 N362: 1 unit of 99602 is over the payer's cap, which leaves none.",
            in: .minutes(180, used: 600), under: full),
        keeps("99601, 99602", in: .minutes(300), under: capped),
        keeps("99601, 99602", under: expired),
        keeps("99601, 99506", in: injected),
        breaks(
            "99601, 99602 x2", "reduced 2 151 N362: 2 units of 99602 are over the payer's cap, which leaves 1.",
            in: .minutes(360), under: capped),
        breaks(
            "99601, 99602-SS, 99602-SD",
            "reduced 3 151 N362: 2 units of 99602 are over the payer's cap, which leaves 1.", in: .minutes(360),
            under: capped),
        breaks(
            "99601", "denied 1 119 N362: 1 unit of 99601 is over the payer's cap, which leaves none.",
            in: .minutes(60, used: 720), under: full),
        keeps("99601, 99602 x2", in: .minutes(240, used: 480), under: full),
        keeps("99601, 99602 x3", in: .minutes(300)),
        // More than the time supports is no matter of the cap where the cap takes nothing off.
        keeps("99601, 99602 x5", under: capped),
    ]
}
