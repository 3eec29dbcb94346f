@testable import Scoring

extension EditExample {
    /// What was given, and by whom.
    static let serviceDoesNotQualify = [
        breaks("99601", "denied 1 96 N130: 99601 does not pay for wound care.", in: wounded),
        breaks("99601", "denied 1 96 N130: Nothing on record calls for 99601.", in: .of()),
        breaks("99601, 99602, G0299", "denied 3 96 N130: Nothing on record calls for G0299."),
        keeps("99601, 99602 x4", in: elsewhere),
        breaks(
            "99512, 99506", "denied 1 96 N130: 99512 does not pay for infusion.",
            "denied 2 96 N130: 99506 does not pay for infusion."),
        breaks("99512", "denied 1 96 N130: 99512 does not pay for infusion and injection.", in: injected),
        keeps("99601, 99506", in: injected),
        keeps("99601 x9, 99602 x9"),
        keeps("12345"),
        keeps("none", in: wounded),
    ]
}
