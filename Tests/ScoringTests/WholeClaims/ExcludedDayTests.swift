import Testing

@testable import Scoring

/// Care of a line that is paid on the days alone on which no therapy runs.
struct ExcludedDayTests {
    private static let codes = CodeSet(
        definitions: WholeClaim.codes.definitions + [
            .init(code: "S5498", label: "a day of care of a line", system: .hcpcs)
        ],
        families: WholeClaim.codes.families + [
            Family(
                id: "line", title: "care of a line", services: ["line-care"], measure: .days, first: [],
                further: [.init(code: "S5498", each: 1, after: 0)])
        ],
        exclusions: [.init(pays: "S9500", denies: ["S5498"]), .init(pays: "S9338", denies: ["S5498"])],
        modifierRules: WholeClaim.codes.modifierRules, mainFamily: "home-infusion")

    private static func rules(_ change: (inout Policy) -> Void = { _ in }) -> Rules {
        var policy = Sample.policy(.started)
        change(&policy)
        return Rules(codes: codes, policy: policy)
    }

    private static let line = Therapy("line-care", dates: WholeClaim.march(1, 10))

    private static func drug(_ from: Int, _ through: Int) -> Therapy {
        Therapy("anti-infective", dates: WholeClaim.march(from, through), everyHours: 24)
    }

    @Test(
        arguments: [
            ([drug(6, 15)], "S9500 x10, S5498 x5", ["2026-03-06 to 2026-03-15", "2026-03-01 to 2026-03-05"]),
            ([drug(11, 15)], "S9500 x5, S5498 x10", ["2026-03-11 to 2026-03-15", "2026-03-01 to 2026-03-10"]),
            ([drug(1, 10)], "S9500 x10", ["2026-03-01 to 2026-03-10"]),
            (
                [drug(4, 6)], "S9500 x3, S5498 x3, S5498 x4",
                ["2026-03-04 to 2026-03-06", "2026-03-01 to 2026-03-03", "2026-03-07 to 2026-03-10"]
            ),
            (
                [drug(1, 4), Therapy("immune-therapy", dates: WholeClaim.march(5, 9))], "S9500 x4, S9338 x5, S5498 x1",
                ["2026-03-01 to 2026-03-04", "2026-03-05 to 2026-03-09", "2026-03-10"]
            ),
        ] as [([Therapy], String, [String])])
    func `only the days on which the other is billed are taken off`(
        drugs: [Therapy], claim: String, dates: [String]
    ) {
        let key = derive(WholeClaim.episode([Self.line] + drugs), under: Self.rules())
        #expect(key.claim.description == claim)
        #expect(key.claim.lines.map { $0.dates?.description ?? "" } == dates)
        #expect(validate(key.claim, against: key).isEmpty, "\(validate(key.claim, against: key).map(\.message))")
    }

    @Test func `the step, the finding and the belief tell of it`() {
        let encounter = WholeClaim.episode([Self.line, Self.drug(6, 15)])
        let key = derive(encounter, under: Self.rules())
        #expect(
            key.steps.map(\.text).contains("S5498 is not paid on the days of S9500, so x10 becomes x5."))
        let whole = Claim([ClaimLine("S9500", units: 10), ClaimLine("S5498", units: 10)])
        #expect(validate(whole, against: key).map(\.edit) == [.mutuallyExclusive])
        #expect(validate(whole, against: key).map(\.severity) == [.reduced])
        let belief = Misconception(id: "both", changes: [.ignoresExclusions])
        let explained = diagnose(whole, for: encounter, under: Self.rules(), among: [belief])
        #expect(explained.map(\.beliefs) == [["both"]])
    }

    @Test func `visits of different days exclude nothing`() {
        let codes = CodeSet(
            definitions: Sample.codes.definitions, families: Sample.codes.families,
            exclusions: [.init(pays: "99601", denies: ["99506"])], mainFamily: "home-infusion")
        let rules = Rules(codes: codes, policy: Sample.policy(.started))
        var injection = Visit.of(Service("injection", time: .minutes(20)))
        injection.date = WholeClaim.march(4, 4).from
        var infusion = Visit.of(.infusion("09:00", "10:00"))
        infusion.date = WholeClaim.march(2, 2).from
        let key = derive(
            Encounter(date: WholeClaim.march(2, 2).from, visits: [infusion, injection]), under: rules)
        #expect(key.claim.description == "99601 x1, 99506 x1")
        #expect(validate(key.claim, against: key).isEmpty)
    }
}
