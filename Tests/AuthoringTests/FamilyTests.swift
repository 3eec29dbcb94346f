import Scoring
import Testing

@testable import Authoring
@testable import Content

/// Families that nobody named beforehand, written as an educator would, with their tables.
@Suite struct FamilyTests {
    struct Table: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// What stands in a pack of one family, in place of its blocks and credit.
        let first: String
        let further: String
        let policy: String
        /// The first minute of each range and what is due from there on.
        let ranges: [(from: Int, claim: String)]
    }

    static let tables = [
        Table(
            testDescription: "blocks of ten minutes, a part of six, after a least of twenty, three a day",
            first: #"[{ code: "99601", from: 20, covers: 25 }]"#,
            further: #"[{ code: "99602", each: 10, after: 25 }]"#,
            policy: #"credit: at-least 6, caps: { units-a-day: { "99602": 3 } }"#,
            ranges: [
                (0, "none"), (20, "99601 x1"), (31, "99601 x1, 99602 x1"), (41, "99601 x1, 99602 x2"),
                (51, "99601 x1, 99602 x3"),
            ]),
        Table(
            testDescription: "a code chosen by a range, and blocks with a credit of their own after the longest",
            first: #"[{ code: "99506", from: 8, to: 22 }, { code: "99601", from: 23, covers: 45 }]"#,
            further: #"[{ code: "99602", each: 45, after: 45, credit: complete }]"#, policy: "credit: started",
            ranges: [
                (0, "none"), (8, "99506 x1"), (23, "99601 x1"), (90, "99601 x1, 99602 x1"),
                (135, "99601 x1, 99602 x2"), (180, "99601 x1, 99602 x3"),
            ]),
        Table(
            testDescription: "a payer who counts one code otherwise, and no more than two hours a day",
            first: #"[{ code: "99601", from: 1, covers: 60 }]"#, further: #"[{ code: "99602", each: 30, after: 60 }]"#,
            policy: #"credit: complete, credit-by-code: { "99602": midpoint }, caps: { minutes-a-day: 120 }"#,
            ranges: [(0, "none"), (1, "99601 x1"), (76, "99601 x1, 99602 x1"), (106, "99601 x1, 99602 x2")]),
        Table(
            testDescription: "blocks alone", first: "[]", further: #"[{ code: "99601", each: 15, after: 0 }]"#,
            policy: "credit: at-least 8",
            ranges: [
                (0, "none"), (8, "99601 x1"), (23, "99601 x2"), (38, "99601 x3"), (53, "99601 x4"), (68, "99601 x5"),
                (83, "99601 x6"), (98, "99601 x7"), (113, "99601 x8"), (128, "99601 x9"), (143, "99601 x10"),
                (158, "99601 x11"), (173, "99601 x12"), (188, "99601 x13"),
            ]),
    ]

    @Test(arguments: tables) func `a family of data bills what its table says`(table: Table) throws {
        let folder = try PackFolder()
        try folder.write(
            """
            codes:
              - { code: "99601", label: one, system: CPT, source: book }
              - { code: "99602", label: two, system: CPT, add-on-to: ["99601"], source: book }
              - { code: "99506", label: three, system: CPT, source: book }
            families:
              - id: visit
                title: visit
                services: [infusion]
                first: \(table.first)
                further: \(table.further)
            services: [{ id: infusion, label: infusion }]
            performers: [{ id: nurse, label: nurse }]
            """, to: "codes.yaml")
        try folder.write(
            "policies: [{ id: started, title: t, statement: s, source: book, \(table.policy) }]\n", to: "policies.yaml")
        for file in ["scenarios.yaml", "circumstances.yaml", "misconceptions.yaml"] { try folder.remove(file) }
        let reading = folder.read()
        #expect(reading.problems.map(\.description) == [])
        let pack = try #require(reading.pack)
        let policy = try #require(pack.policies.first)
        for minute in 0...200 {
            let encounter = try #require(pack.plainEncounter(.minutes(minute), under: policy))
            let claim = derive(encounter, under: pack.rules(under: policy)).claim
            #expect(claim.description == table.ranges.last { $0.from <= minute }?.claim, "\(minute) minutes")
        }
    }
}
