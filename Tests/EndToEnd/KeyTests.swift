import FoundationEssentials
import PseudoTerminal
import Testing

@Suite struct `preceptor key` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    @Test func `shows the claim and every step`() throws {
        let result = try preceptor("key", "--minutes", "150", "--policy", "cpt-midpoint")
        #expect(result.code == 0)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count >= 4)
        #expect(lines.first == "cpt-midpoint  99601 x1")
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") && $0.count <= 80 })
    }

    @Test func `takes an encounter from standard input`() throws {
        let facts = "services: [{ kind: infusion, minutes: 150 }]"
        let result = try preceptor("key", "--encounter", "-", "--policy", "cpt-midpoint", input: facts)
        #expect(result.code == 0 && result.output.hasPrefix("cpt-midpoint  99601 x1\n"), "\(result.errors)")
        let long = try preceptor.call(
            ["key", "--encounter", "-"], input: [UInt8](repeating: UInt8(ascii: "#"), count: 20_000_000))
        #expect(long.code == 65 && long.errors.hasPrefix("preceptor: standard input: the file has more than"))
    }

    @Test(arguments: [
        ("1900-01-01", "lies outside the days of home-infusion 2026.3 (from 2026-01-01)"),
        ("9999-12-31", "lies in the future, when other codes and rules may hold"),
    ])
    func `tells of a date on which the edition does not hold`(date: String, words: String) throws {
        let facts = "date: \(date)\nservices: [{ kind: infusion, minutes: 150 }]"
        let result = try preceptor("key", "--encounter", "-", input: facts)
        #expect(result.errors.hasPrefix("preceptor: the encounter of \(date) \(words)"))
    }

    @Test func `a file that is too large is there, and cannot be read`() throws {
        let result = try preceptor.bash(
            "head -c 20000000 /dev/zero > large; \"$PRECEPTOR\" key --encounter large")
        #expect(result.code == 65 && result.errors.hasPrefix("preceptor: large: the file has more than"))
    }

    @Test func `writes JSON in one shape`() throws {
        let result = try preceptor("key", "--start", "09:00", "--stop", "11:30", "--json")
        #expect(
            result.output.hasPrefix(
                #"{"policy":"started-hour","key":[{"code":"99601","modifiers":[],"units":1},"#
                    + #"{"code":"99602","modifiers":[],"units":1}],"minutes":{"total":150,"counted":150},"#
                    + #""steps":[{"rule":""#))
        #expect(result.output.hasSuffix("\"}]}\n"))
    }

    @Test func `gives a reason where nothing is billed`() throws {
        let result = try preceptor("key", "--scenario", "office-visit")
        #expect(result.output.hasPrefix("started-hour  none\n  Place of service 11 "))
    }

    @Test func `takes one policy or all`() throws {
        let result = try preceptor("key", "--minutes", "9", "--policy", "full-hour", "--all-policies")
        #expect(result.code == 64)
        let all = try preceptor("key", "--minutes", "150", "--all-policies")
        let heads = all.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(
            heads.prefix(5) == [
                "started-hour  99601 x1, 99602 x1", "cpt-midpoint  99601 x1", "full-hour  99601 x1",
                "bcbsm-2013  99601 x1", "nhia-all-time  99601 x1",
            ])
        #expect(heads.suffix(2) == ["medicare-drugs  none", "medicare-benefit  none"])
    }

    /// What the guide's ten examples bill where every started hour counts, and where more than half of one must
    /// have passed; full hours give the same as the midpoint in all of them.
    @Test(arguments: [
        ("ra-biologic", 1, 1), ("chemo-continuous", 2, 2), ("iv-antibiotics", 1, 0), ("heart-failure-diuretic", 1, 1),
        ("pain-pump", 1, 1), ("ms-specialty", 1, 1), ("parenteral-nutrition", 1, 1), ("cf-antibiotics", 2, 2),
        ("antifungal", 1, 1), ("autoimmune-specialty", 2, 2),
    ])
    func `the guide's examples bill this`(scenario: String, started: Int, midpoint: Int) throws {
        let result = try preceptor("key", "--scenario", scenario, "--all-policies", "--json")
        let keys = try JSONDecoder().decode([Key].self, from: Data(result.outputBytes))
        let addOns = Dictionary(uniqueKeysWithValues: keys.map { ($0.policy, $0.units(of: "99602")) })
        #expect(
            addOns == [
                "started-hour": started, "cpt-midpoint": midpoint, "full-hour": midpoint, "bcbsm-2013": midpoint,
                "nhia-all-time": midpoint,
            ])
        #expect(keys.allSatisfy { $0.units(of: "99601") == 1 })
        #expect(keys.allSatisfy { Set($0.key.map(\.code)).isSubset(of: ["99601", "99602"]) })
        #expect(keys.allSatisfy { $0.minutes.total == $0.minutes.counted })
    }

    private struct Key: Decodable {
        let policy: String
        let key: [Line]
        let minutes: Minutes

        struct Line: Decodable {
            let code: String
            let units: Int
        }

        struct Minutes: Decodable {
            let total: Int
            let counted: Int
        }

        func units(of code: String) -> Int { key.filter { $0.code == code }.map(\.units).reduce(0, +) }
    }
}
