@testable import Scoring

extension EditExample {
    /// The first and the last day of a code, by the date of service.
    static let notInEffect = [
        breaks(
            "99601, 99602", "denied 2 181 N56: 99602 was not in effect on the date of service, 2026-03-02.",
            under: expired),
        keeps("99601", under: expired),
        breaks(
            "99602", "denied 1 181 N56: 99602 was not in effect on the date of service, 2026-03-02.", under: expired),
        breaks(
            "99602, 99601, 99602-SS", "denied 1 181 N56: 99602 was not in effect on the date of service, 2026-03-02.",
            "denied 3 181 N56: 99602 was not in effect on the date of service, 2026-03-02.", under: expired),
        breaks(
            "99601", "denied 1 181 N56: 99601 was not in effect on the date of service, 2026-03-02.",
            under: effective(from: "2026-03-03")),
        keeps("99601", under: effective(from: "2026-03-02")),
        keeps("99601", under: effective(from: "2026-03-01", to: "2026-03-02")),
        breaks(
            "99601", "denied 1 181 N56: 99601 was not in effect on the date of service, 2026-03-02.",
            under: effective(to: "2026-03-01")),
        // What the set does not have at all is an unknown code.
        keeps("12345", under: expired),
    ]
}
