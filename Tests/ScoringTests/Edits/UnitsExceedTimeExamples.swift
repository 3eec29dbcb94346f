@testable import Scoring

extension EditExample {
    /// What the time does not support.
    static let unitsExceedTime = [
        breaks("99601, 99602 x3", "reduced 2 151 N362: 180 minutes support 1 unit of 99602, not 3."),
        breaks("99601, 99602", "denied 2 151 N362: 1 minute does not support 99602 at all.", in: .minutes(1)),
        breaks("99601, 99602-SS, 99602-SD", "reduced 3 151 N362: 180 minutes support 1 unit of 99602, not 2."),
        breaks("99601, 99602 x9", "reduced 2 151 N362: 180 minutes support 1 unit of 99602, not 9.", in: injected),
        keeps("99601 x3, 99602"),
        keeps("99601, 99602", under: expired),
        breaks("99601, 99602 x2", "reduced 2 151 N362: 180 minutes support 1 unit of 99602, not 2."),
        breaks("99601, 99602", "denied 2 151 N362: 120 minutes do not support 99602 at all.", in: .minutes(120)),
        breaks(
            "99601, 99602 x4", "reduced 2 151 N362: 300 minutes support 3 units of 99602, not 4.", in: .minutes(300)),
        breaks("99602 x2, 99601", "reduced 1 151 N362: 180 minutes support 1 unit of 99602, not 2."),
        keeps("99601, 99602"),
        keeps("99601, 99602 x3", in: .minutes(300)),
        keeps("99601, 99602 x2", in: untimed),
        keeps("99601, 99602 x2", in: elsewhere),
        keeps("99601, 99602, 99602"),
    ]
}
