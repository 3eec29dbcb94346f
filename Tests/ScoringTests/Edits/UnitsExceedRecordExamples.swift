@testable import Scoring

extension EditExample {
    /// What services on record do not support.
    static let unitsExceedRecord = [
        breaks(
            "11104 x3", "reduced 1 151 N362: 2 services support 2 units of 11104, not 3.", in: biopsies, under: skin),
        keeps("11104 x2", in: biopsies, under: skin),
        keeps("99601, 99602 x3"),
    ]

    private static let biopsies = Encounter.of(
        Service("biopsy", time: .minutes(10)), Service("biopsy", time: .minutes(10)))
    private static let skin = Counted.rules(
        Family(
            id: "skin", title: "biopsies of the skin", services: ["biopsy"], measure: .occurrences, first: [],
            further: [.init(code: "11104", each: 1, after: 0)]))
}
