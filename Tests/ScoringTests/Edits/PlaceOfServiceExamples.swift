@testable import Scoring

extension EditExample {
    /// Where it was given.
    static let placeOfService = [
        breaks(
            "99601", "denied 1 5 M77: Place of service 11 does not go with 99601: the policy pays 12.", in: elsewhere),
        keeps("99601", in: byFamily),
        breaks(
            "99601, 99602", "denied 1 5 M77: Place of service 11 does not go with 99601: the policy pays 12.",
            "denied 2 5 M77: Place of service 11 does not go with 99602: the policy pays 12.", in: elsewhere),
        breaks(
            "99601", "denied 1 5 M77: Place of service 11 does not go with 99601: the policy pays 12, 13 or 49.",
            in: elsewhere, under: manyPlaces),
        keeps("99601, 99602", in: elsewhere, under: anyPlace),
        keeps("99601, 99602"),
        // Another family was given nowhere.
        keeps("99506", in: elsewhere),
        keeps(
            "99601",
            in: .visits(
                .of(.infusion("08:00", "09:00")),
                Visit(services: [.infusion("10:00", "11:00")], place: "11", performer: "infusion-nurse"))),
    ]
}
