@testable import Scoring

extension EditExample {
    /// What days, amounts and doses on record do not support.
    static let unitsExceedRecord = [
        breaks(
            "S9500 x15", "reduced 1 151 N362: 14 days support 14 units of S9500, not 15.", in: WholeClaim.oneTherapy,
            under: WholeClaim.rules()),
        breaks(
            "S9494 x14", "denied 1 151 N362: S9500 is billed here in place of S9494.", in: WholeClaim.oneTherapy,
            under: WholeClaim.rules()),
        keeps("S9500 x14", in: WholeClaim.oneTherapy, under: WholeClaim.rules()),
        keeps("99601, 99602 x3"),
    ]
}
