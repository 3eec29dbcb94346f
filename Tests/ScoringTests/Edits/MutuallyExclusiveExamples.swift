@testable import Scoring

extension EditExample {
    /// Pairs that are not paid together, and the modifiers that tell them apart.
    static let mutuallyExclusive = [
        breaks(
            "99506, 99601, 99602", "denied 1 97 N20: 99506 is not paid beside 99601 on the same day.", in: injected),
        keeps("99506", in: injected),
        keeps("99601, 99506-59", in: injected, under: unbundled),
        // Only a pair that NCCI has comes back with NCCI's reason code.
        breaks(
            "99601, 99506", "denied 2 236 N20: 99506 is not paid beside 99601 on the same day.", in: injected,
            under: ncciPair),
        keeps("99601, 99506-59", in: injected, under: ncciPair),
        breaks(
            "99601, 99506", "denied 2 97 N20: 99506 is not paid beside 99601 on the same day.", in: injected,
            under: unbundled),
        breaks(
            "99506, 99512, 99601", "denied 1 97 N20: 99506 is not paid beside 99601 on the same day.",
            "denied 2 97 N20: 99512 is not paid beside 99601 on the same day.", in: injected),
        breaks("99601 x0, 99506", "denied 2 97 N20: 99506 is not paid beside 99601 on the same day.", in: injected),
        breaks(
            "99601-59, 99506", "denied 2 97 N20: 99506 is not paid beside 99601 on the same day.", in: injected,
            under: unbundled),
        breaks(
            "99601, 99506-SS", "denied 2 97 N20: 99506 is not paid beside 99601 on the same day.", in: injected,
            under: unbundled),
        breaks("99601, 99506-59", "denied 2 97 N20: 99506 is not paid beside 99601 on the same day.", in: injected),
        keeps("99506, 99512", in: injected),
        keeps("99601, 99602", in: injected),
        keeps("99601, 99506-XS", in: injected, under: unbundled),
        // A payer without exclusions pays both.
        keeps("99601, 99506", in: injected, under: withoutExclusions),
    ]
}
