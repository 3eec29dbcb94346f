@testable import Scoring

extension EditExample {
    /// Modifiers go with the codes that list them; those for a distinct service with any code that they may unbundle.
    static let modifierInvalid = [
        breaks("99601, 99602-SS-25", "denied 2 4 N823: Modifier 25 does not go with 99602."),
        keeps("99601-SS, 99602-SD"),
        keeps("99506-59", under: unbundled),
        breaks("99506-59", "denied 1 4 N823: Modifier 59 does not go with 99506."),
        breaks("99506-SS, 99601", "denied 1 4 N823: Modifier SS does not go with 99506."),
        breaks(
            "99601-25-59", "denied 1 4 N823: Modifier 25 does not go with 99601.",
            "denied 1 4 N823: Modifier 59 does not go with 99601."),
        keeps("99601-SS-SD, 99602-SD-SS"),
        keeps("99601-59, 99506-XU", under: unbundled),
        breaks("99512-XE", "denied 1 4 N823: Modifier XE does not go with 99512.", under: unbundled),
        keeps("12345-59"),
    ]
}
