@testable import Scoring

extension EditExample {
    /// An add-on and the primaries that it needs one of.
    static let addOnWithoutPrimary = [
        breaks("99602", "denied 1 107 N122: 99602 is an add-on: it is never paid unless 99601 is paid beside it."),
        breaks(
            "99601 x0, 99602", "denied 2 107 N122: 99602 is an add-on: it is never paid unless 99601 is paid beside it."
        ),
        keeps("99602, 99601"),
        breaks(
            "99602, 99602-SS",
            "denied 1 107 N122: 99602 is an add-on: it is never paid unless 99601 is paid beside it.",
            "denied 2 107 N122: 99602 is an add-on: it is never paid unless 99601 is paid beside it."),
        breaks(
            "99602 x9, 99506", "denied 1 107 N122: 99602 is an add-on: it is never paid unless 99601 is paid beside it."
        ),
        breaks(
            "99602", "denied 1 107 N122: 99602 is an add-on: it is never paid unless 99601 or 99506 is paid beside it.",
            under: twoPrimaries),
        keeps("99602, 99506", under: twoPrimaries),
        keeps("99602, 99601-25"),
        // Whatever the primary is billed for, it has to be in effect on the day.
        breaks(
            "99601, 99602", "denied 2 107 N122: 99602 is an add-on: it is never paid unless 99601 is paid beside it.",
            under: effective(to: "2026-03-01")),
        // A payer who pays an add-on by itself finds nothing.
        keeps("99602", under: addOnsAlone),
    ]
}
