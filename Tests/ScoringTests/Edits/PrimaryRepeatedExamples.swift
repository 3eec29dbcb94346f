@testable import Scoring

extension EditExample {
    /// A first code is billed once for each visit.
    static let primaryRepeated = [
        breaks("99601 x3", "reduced 1 151 N362: 99601 is billed 3 times. It is due once for each visit, so once here."),
        breaks(
            "99601-SS, 99601-SD",
            "reduced 2 151 N362: 99601 is billed 2 times. It is due once for each visit, so once here."),
        breaks(
            "99601 x3", "reduced 1 151 N362: 99601 is billed 3 times. It is due once for each visit, so 2 times here.",
            in: twoVisits, under: separate),
        keeps("99601 x2", in: twoVisits, under: separate),
        keeps("99601, 99601"),
        breaks(
            "99601 x2, 99602",
            "reduced 1 151 N362: 99601 is billed 2 times. It is due once for each visit, so once here."),
        breaks(
            "99601 x4", "reduced 1 151 N362: 99601 is billed 4 times. It is due once for each visit, so once here.",
            in: twoVisits),
        breaks(
            "99601, 99601-SS x2",
            "reduced 2 151 N362: 99601 is billed 3 times. It is due once for each visit, so 2 times here.",
            in: twoVisits, under: separate),
        keeps("99601, 99602 x7"),
        keeps("99512 x2"),
        keeps("99601 x2", in: wounded),
    ]
}
