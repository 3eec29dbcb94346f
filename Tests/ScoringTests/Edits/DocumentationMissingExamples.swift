@testable import Scoring

extension EditExample {
    /// What the record lacks, and which codes fall with it.
    static let documentationMissing = [
        breaks(
            "99601, 99602",
            "denied 2 252 N706: The record lacks the length of the visit, so it does not support 99602.",
            in: untimed),
        breaks(
            "99602, 99601",
            "denied 1 252 N706: The record lacks the start time and the stop time, so it does not support 99602.",
            in: untimed, under: timesNeeded),
        keeps("99601", in: untimed),
        breaks(
            "99601, 99602",
            "denied 1 252 N706: The record lacks the start time and the stop time, so it does not support 99601.",
            "denied 2 252 N706: The record lacks the start time and the stop time, so it does not support 99602.",
            in: untimed, under: nothingWithoutTimes),
        breaks(
            "99601",
            "denied 1 252 N706: The record lacks the patient's response and the follow-up, so it does not support 99601.",
            in: unsigned, under: fullRecord),
        keeps("99601", in: unsigned),
        keeps("99601, 99602", under: nothingWithoutTimes),
        keeps("99601", in: untimed, under: timesNeeded),
        keeps("99506", in: untimed),
        keeps("99601", in: elsewhere, under: fullRecord),
    ]
}
