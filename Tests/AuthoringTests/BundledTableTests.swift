import Scoring
import Testing

@testable import Authoring
@testable import Content

/// The tables of minutes that the bundled packs are built on, as their sources print them: ranges and claims. The
/// rules that lead there stand in the packs alone.
@Suite struct BundledTableTests {
    /// The first minute of each range, and the claim from there up to the next.
    struct Table: CustomTestStringConvertible, Sendable {
        let pack: String
        let policy: String
        let ranges: [(from: Int, claim: String)]

        var testDescription: String { "\(pack) under \(policy)" }

        func claim(at minute: Int) -> String { ranges.last { $0.from <= minute }?.claim ?? "none" }
    }

    static let tables = [
        // CPT's critical care table.
        Table(
            pack: "critical-care", policy: "cpt",
            ranges: [(0, "none"), (30, "99291 x1")]
                + [75, 105, 135, 165, 195, 225, 255, 285, 315, 345, 375, 405, 435, 465]
                .enumerated().map { (from: $1, claim: "99291 x1, 99292 x\($0 + 1)") }),
        // Medicare's, from 2023 on.
        Table(
            pack: "critical-care", policy: "medicare",
            ranges: [(0, "none"), (30, "99291 x1")]
                + [104, 134, 164, 194, 224, 254, 284, 314, 344, 374, 404, 434, 464]
                .enumerated().map { (from: $1, claim: "99291 x1, 99292 x\($0 + 1)") }),
        Table(pack: "outpatient-infusion", policy: "cpt", ranges: infusion),
        Table(pack: "outpatient-infusion", policy: "medicare", ranges: infusion),
    ]

    /// 15 minutes or less is a push; nothing that took no time is billed.
    static let infusion: [(from: Int, claim: String)] =
        [(0, "none"), (1, "96374 x1"), (16, "96365 x1")]
        + [91, 151, 211, 271, 331, 391, 451].enumerated().map { (from: $1, claim: "96365 x1, 96366 x\($0 + 1)") }

    @Test(arguments: tables) func `every minute from 0 to 480 bills what the table says`(table: Table) throws {
        let pack = try #require(readPack(folder: Bundled.folder(of: table.pack)).pack)
        let policy = try #require(pack.policy(ID(table.policy)))
        for minute in 0...480 {
            // Medicare wants start and stop on record.
            let times =
                minute == 0
                ? nil
                : ClockTime("09:00").map { start in
                    Service.Time.clock(start: start, stop: ClockTime(wrapping: start.minute + minute))
                }
            for time in [.minutes(minute), times].compactMap(\.self) {
                let encounter = try #require(pack.plainEncounter(time, under: policy))
                let claim = derive(encounter, under: pack.rules(under: policy)).claim
                #expect(claim.description == table.claim(at: minute), "\(minute) minutes")
            }
        }
    }

    @Test(arguments: ["critical-care", "home-infusion", "outpatient-infusion"])
    func `a bundled pack has nothing to mend, and proves a claim under every policy of every scenario`(
        id: String
    ) throws {
        // A day of the quarter for which figures are given that hold for one.
        let reading = readPack(folder: Bundled.folder(of: id), today: Day("2026-03-01"))
        // Unit limits that are known for an earlier quarter alone say so, which is no fault of the pack's.
        #expect(reading.problems.map(\.description).filter { !$0.contains(" held until 2024-09-30") } == [])
        let pack = try #require(reading.pack)
        let files = PackFiles(folder: Bundled.folder(of: id), log: ProblemLog())
        var section = files.section("scenarios", log: ProblemLog())
        for scenario in section.elements("scenarios") {
            var fields = try #require(scenario.fields(of: .scenario))
            let proved = fields.value("expect")?.entries(of: "claims").compactMap(\.key.name)
            let asked = fields.value("policies")?.elements.compactMap(\.name) ?? pack.policies.map(\.id.text)
            #expect(proved?.sorted() == asked.sorted(), "\(scenario.position)")
        }
    }

    @Test(arguments: ["critical-care", "outpatient-infusion"])
    func `a boundary of the table within an hour or two has a scenario on either side`(id: String) throws {
        let pack = try #require(readPack(folder: Bundled.folder(of: id)).pack)
        let counted = Set(
            try pack.scenarios.map { scenario in
                let policy = try #require(pack.policies.first)
                return derive(scenario.encounter, under: pack.rules(under: policy)).countedMinutes
            })
        for table in Self.tables where table.pack == id {
            for range in table.ranges where (2...215).contains(range.from) {
                #expect(counted.isSuperset(of: [range.from - 1, range.from]), "minute \(range.from)")
            }
        }
    }
}
