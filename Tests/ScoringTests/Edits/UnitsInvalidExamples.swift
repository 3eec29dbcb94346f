@testable import Scoring

extension EditExample {
    /// A line needs a unit.
    static let unitsInvalid = [
        breaks("99601 x0, 99602", "denied 1 16 M53: 99601 is billed with 0 units: a line needs one or more."),
        keeps("99601 x9999"),
        breaks(
            "99601 x0, 99602 x0", "denied 1 16 M53: 99601 is billed with 0 units: a line needs one or more.",
            "denied 2 16 M53: 99602 is billed with 0 units: a line needs one or more."),
        breaks("12345 x0", "denied 1 16 M53: 12345 is billed with 0 units: a line needs one or more."),
        keeps("99601, 99602 x1"),
        keeps("none"),
    ]
}
