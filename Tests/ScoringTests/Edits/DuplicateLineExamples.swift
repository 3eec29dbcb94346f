@testable import Scoring

extension EditExample {
    /// The same code with the same modifiers, in whatever order they are written.
    static let duplicateLine = [
        breaks("99601, 99602, 99602", "denied 3 18 -: 99602 stands on line 2 already: more units belong on one line."),
        breaks(
            "99601, 99602-SS-SD, 99602-SD-SS",
            "denied 3 18 -: 99602 stands on line 2 already: more units belong on one line."),
        keeps("99601, 99602-SS, 99602"),
        breaks(
            "99601, 99601, 99601", "denied 2 18 -: 99601 stands on line 1 already: more units belong on one line.",
            "denied 3 18 -: 99601 stands on line 1 already: more units belong on one line."),
        breaks(
            "99602 x3, 99601, 99602", "denied 3 18 -: 99602 stands on line 1 already: more units belong on one line."),
        keeps("99601, 99601-SS, 99601-SD"),
        keeps("99601-SS, 99601-SS-SD"),
        breaks("12345, 12345", "denied 2 18 -: 12345 stands on line 1 already: more units belong on one line."),
    ]
}
