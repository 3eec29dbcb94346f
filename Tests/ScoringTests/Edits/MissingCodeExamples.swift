@testable import Scoring

extension EditExample {
    /// Codes that were earned and are not billed.
    static let missingCode = [
        breaks("99601", "underbilled - - -: 99602 x2 was earned and is not on the claim.", in: .minutes(240)),
        breaks("99506", "underbilled - - -: 99601 x1 was earned and is not on the claim.", in: .minutes(60)),
        keeps("99602"),
        keeps("none", in: wounded),
        breaks(
            "none", "underbilled - - -: 99601 x1 was earned and is not on the claim.",
            "underbilled - - -: 99602 x1 was earned and is not on the claim."),
        breaks(
            "99506", "underbilled - - -: 99601 x1 was earned and is not on the claim.",
            "underbilled - - -: 99602 x1 was earned and is not on the claim.", in: injected),
        breaks("99601-SS", "underbilled - - -: 99602 x1 was earned and is not on the claim."),
        keeps("99602, 99601"),
        keeps("99601", in: .minutes(120)),
        keeps("none", in: elsewhere),
        keeps("99601", in: .minutes(300, used: 600), under: full),
    ]
}
