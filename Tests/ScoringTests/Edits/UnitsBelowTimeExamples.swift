@testable import Scoring

extension EditExample {
    /// Units that were earned and are not billed.
    static let unitsBelowTime = [
        breaks("99601, 99602", "underbilled 2 - -: 3 units of 99602 are due and only 1 is billed.", in: .minutes(300)),
        keeps("99601, 99602 x2, 99602-SS", in: .minutes(300)),
        keeps("99601", in: .minutes(300)),
        breaks("99601, 99602", "underbilled 2 - -: 2 units of 99602 are due and only 1 is billed.", in: .minutes(240)),
        breaks(
            "99602 x2, 99601", "underbilled 1 - -: 3 units of 99602 are due and only 2 are billed.", in: .minutes(300)),
        breaks(
            "99601", "underbilled 1 - -: 2 units of 99601 are due and only 1 is billed.", in: twoVisits, under: separate
        ),
        breaks(
            "99601, 99602, 99602-SS", "underbilled 2 - -: 3 units of 99602 are due and only 2 are billed.",
            in: .minutes(300)),
        keeps("99601, 99602 x0", in: .minutes(240)),
        keeps("99601, 99602 x3", in: .minutes(300)),
        keeps("99601, 99602 x4", in: .minutes(300)),
        keeps("99601, 99602", in: .minutes(300), under: capped),
    ]
}
