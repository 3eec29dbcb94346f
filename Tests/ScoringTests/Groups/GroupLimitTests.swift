import Testing

@testable import Scoring

/// Pools, hierarchies, ranked therapies, and work within other work, each under everything that a payer may limit or ask.
struct GroupLimitTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout Policy) -> Void
        let claim: String
        let episode: (@Sendable (inout Episode) -> Void)?

        init(
            _ title: String, _ claim: String, _ change: @escaping @Sendable (inout Policy) -> Void = { _ in }
        ) {
            testDescription = title
            self.claim = claim
            self.change = change
            episode = nil
        }

        init(
            _ title: String, _ claim: String, episode: @escaping @Sendable (inout Episode) -> Void,
            change: @escaping @Sendable (inout Policy) -> Void
        ) {
            testDescription = title
            self.claim = claim
            self.change = change
            self.episode = episode
        }

        func check(_ encounter: Encounter, _ codes: CodeSet, _ credit: Credit) {
            var policy = Policy(id: "p", title: "the payer", credit: credit)
            change(&policy)
            let encounter = episode.map { encounter.with($0) } ?? encounter
            let claim = Counted.claim(encounter, under: Rules(codes: codes, policy: policy))
            #expect(claim.description == self.claim)
        }
    }

    private static func extended(_ codes: CodeSet, by code: Code) -> CodeSet {
        CodeSet(
            definitions: codes.definitions + [.init(code: code, label: "what a payer takes instead", system: .hcpcs)],
            families: codes.families, exclusions: codes.exclusions, pools: codes.pools, hierarchies: codes.hierarchies,
            modifierRules: codes.modifierRules, rivalModifiers: codes.rivalModifiers, mainFamily: codes.mainFamily)
    }

    // MARK: A pool: 24 and 23 minutes of two codes come to three units

    static let pooled = [
        Row("nothing else", "97112 x2, 97110 x1"),
        Row("a day's units", "97112 x1, 97110 x1") { $0.caps.unitsADay = ["97112": 1] },
        Row("a day without one of them", "97110 x1") { $0.caps.unitsADay = ["97112": 0] },
        Row("a week's units", "97112 x1, 97110 x1") { $0.caps.unitsAWeek = ["97112": 1] },
        Row("a month's units", "97112 x2") { $0.caps.unitsAMonth = ["97110": 0] },
        Row(
            "a month's units, some of them used", "97112 x1, 97110 x1",
            episode: { $0.paid.unitsThisMonth = ["97112": 4] },
            change: {
                $0.caps.unitsAMonth = ["97112": 5]
            }),
        Row("an authorisation that is missing", "97112 x2") { $0.needsAuthorisation = ["97110"] },
        Row(
            "an authorisation of one", "97112 x1, 97110 x1", episode: { $0.authorised = ["97112": 1] },
            change: {
                $0.needsAuthorisation = ["97112"]
            }),
        Row("what is never paid apart", "97110 x1") { $0.notPaidApart = ["97112"] },
        Row("a modifier", "97112-GP x2, 97110-GP x1") {
            $0.modifierRules = [ModifierRule("GP", on: PoolTests.codes, when: Condition())]
        },
        Row("a modifier of the place", "97112-GP x2, 97110 x1") {
            $0.modifierRules = [
                ModifierRule("GP", on: ["97112"], when: Condition(places: ["11"])),
                ModifierRule("GO", on: ["97110"], when: Condition(places: ["12"])),
            ]
        },
        Row("a modifier beside the other", "97112-59 x2, 97110 x1") {
            $0.modifierRules = [
                ModifierRule("59", on: ["97112"], when: Condition(beside: ["97110"])),
                ModifierRule("59", on: ["97110"], when: Condition(beside: ["97140"])),
            ]
        },
        Row("another code", "97112 x2, G0151 x1") { $0.standIns = [StandIn("G0151", of: "97110", when: Condition())] },
        Row("another code elsewhere", "97112 x2, 97110 x1") {
            $0.standIns = [StandIn("G0151", of: "97110", when: Condition(places: ["12"]))]
        },
        Row("minutes of a day", "97112 x2") { $0.caps.minutesADay = 30 },
        Row("minutes of a day that fill one code", "97112 x2") { $0.caps.minutesADay = 24 },
        Row("minutes of a day that end within it", "97112 x1") { $0.caps.minutesADay = 22 },
        Row("minutes of a week", "97112 x1, 97110 x1") { $0.caps.minutesAWeek = 37 },
        Row("a code at a time", "97112 x2, 97110 x2") { $0.pooling = .each },
        Row("a code at a time, whole", "97112 x1, 97110 x1") {
            $0.pooling = .each
            $0.creditByCode = ["97112": .complete, "97110": .complete]
        },
        Row("one family alone", "97112 x2") { $0.families = ["f97112"] },
        Row("another place", "none") { $0.places = ["12"] },
        Row("somebody else", "none") { $0.performers = ["physician"] },
        Row("a length that is on record", "97112 x2, 97110 x1") { $0.requires = [.duration] },
        Row("a start that nobody wrote down", "none") {
            $0.requires = [.start]
            $0.undocumented = .nothing
        },
        Row("filed late", "none", episode: { $0.received = "2026-04-02" }, change: { $0.filingDays = 30 }),
        Row(
            "filed in time", "97112 x2, 97110 x1", episode: { $0.received = "2026-04-01" },
            change: { $0.filingDays = 30 }),
    ]

    @Test(arguments: pooled) func `a pool under a payer's limits`(row: Row) {
        // A start is not on record where the record's times lack it.
        var encounter = PoolTests.encounter([24, 23])
        if row.testDescription.hasPrefix("a start") { encounter.visits[0].missing = [.start] }
        row.check(encounter, Self.extended(PoolTests.set, by: "G0151"), .atLeast(8))
    }

    // MARK: A hierarchy: an infusion of 91 minutes and a push after it

    static let following = [
        Row("nothing else", "96365 x1, 96366 x1, 96375 x1"),
        Row("a day's units", "96365 x1, 96375 x1") { $0.caps.unitsADay = ["96366": 0, "96375": 1] },
        Row("a week's units", "96365 x1, 96366 x1") { $0.caps.unitsAWeek = ["96375": 0] },
        Row("a month's units", "96366 x1, 96375 x1") { $0.caps.unitsAMonth = ["96365": 0] },
        Row("an authorisation that is missing", "96365 x1, 96366 x1") { $0.needsAuthorisation = ["96375"] },
        Row(
            "an authorisation", "96365 x1, 96366 x1, 96375 x1", episode: { $0.authorised = ["96375": 1] },
            change: {
                $0.needsAuthorisation = ["96375"]
            }),
        Row("what is never paid apart", "96365 x1, 96366 x1") { $0.notPaidApart = ["96375"] },
        Row("a modifier of the place", "96365-PO x1, 96366-PO x1, 96375 x1") {
            $0.modifierRules = [ModifierRule("PO", on: ["96365", "96366"], when: Condition(places: ["22"]))]
        },
        Row("a modifier of what was given", "96365 x1, 96366 x1, 96375-KX x1") {
            $0.modifierRules = [
                ModifierRule("KX", on: ["96375"], when: Condition(kinds: ["push"])),
                ModifierRule("KX", on: ["96365"], when: Condition(kinds: ["hydration"])),
            ]
        },
        Row("a modifier beside the initial service", "96365 x1, 96366 x1, 96375-59 x1") {
            $0.modifierRules = [ModifierRule("59", on: ["96375"], when: Condition(beside: ["96365"]))]
        },
        Row("another code for further hours", "96365 x1, 96375 x1, C8957 x1") {
            $0.standIns = [StandIn("C8957", of: "96366", when: Condition(places: ["22"]))]
        },
        Row("another code elsewhere", "96365 x1, 96366 x1, 96375 x1") {
            $0.standIns = [StandIn("C8957", of: "96366", when: Condition(places: ["11"]))]
        },
        Row("further hours that must be whole", "96365 x1, 96375 x1") { $0.creditByCode = ["96366": .complete] },
        Row("further hours that are begun", "96365 x1, 96366 x1, 96375 x1") { $0.creditByCode = ["96366": .started] },
        Row("the first of the day", "96365 x1, 96366 x1, 96375 x1") { $0.initialService = .earliest },
        Row("another place", "none") { $0.places = ["11"] },
        Row("somebody else", "none") { $0.performers = ["physician"] },
        Row("a stop that is on record", "96365 x1, 96366 x1, 96375 x1") { $0.requires = [.stop] },
        Row("a response that is on record", "96365 x1, 96366 x1, 96375 x1") { $0.requires = [.response] },
        Row("filed late", "none", episode: { $0.received = "2026-03-12" }, change: { $0.filingDays = 9 }),
    ]

    private static let morning = Encounter.visits(
        HierarchyDayTests.visit([
            HierarchyTests.given("infusion", "a", "09:00", "10:31"),
            HierarchyTests.given("push", "b", "10:40", "10:45"),
        ]))

    @Test(arguments: following) func `a hierarchy under a payer's limits`(row: Row) {
        row.check(Self.morning, Self.extended(HierarchyTests.codes, by: "C8957"), .midpoint)
    }

    /// Without a stop an infusion is known to have been given, and that as a push; where nothing is paid without, nothing is.
    @Test(arguments: [
        (Policy.Undocumented.firstOnly, "96374 x1, 96375 x1"), (.nothing, "none"),
    ])
    func `a stop that nobody wrote down`(undocumented: Policy.Undocumented, expected: String) {
        var encounter = Self.morning
        encounter.visits[0].missing = [.stop]
        let row = Row("no stop", expected) {
            $0.requires = [.stop]
            $0.undocumented = undocumented
        }
        row.check(encounter, HierarchyTests.codes, .midpoint)
    }

    // MARK: Ranked therapies: two of a fortnight, 2 to 15 March

    static let ranked = [
        Row("nothing else", "S9500 x14, S9338-SH x14"),
        Row("a unit a day", "S9500 x14, S9338-SH x14") { $0.caps.unitsADay = ["S9338": 1] },
        Row("none a day", "S9500 x14") { $0.caps.unitsADay = ["S9338": 0] },
        Row("three a week", "S9500 x14, S9338-SH x3, S9338-SH x3, S9338-SH x1") { $0.caps.unitsAWeek = ["S9338": 3] },
        Row(
            "three a week, two of them used", "S9500 x14, S9338-SH x1, S9338-SH x3, S9338-SH x1",
            episode: { $0.paid.unitsThisWeek = ["S9338": 2] },
            change: {
                $0.caps.unitsAWeek = ["S9338": 3]
            }),
        Row("five a month", "S9500 x5, S9338-SH x14") { $0.caps.unitsAMonth = ["S9500": 5] },
        Row(
            "nine authorised", "S9500 x14, S9338-SH x9", episode: { $0.authorised = ["S9338": 9] },
            change: {
                $0.needsAuthorisation = ["S9338"]
            }),
        Row("the first is never paid apart", "S9338-SH x14") { $0.notPaidApart = ["S9500"] },
        Row("only the second is paid at all", "S9338 x14") { $0.families = ["immune"] },
        Row("a kind of the second's family", "S9500 x14, S9338-SH x14") { $0.services = ["immune-therapy"] },
        Row("doses that are too rare for no one", "S9500 x14, S9338-SH x14") { $0.longestInterval = 24 },
        Row("doses that are too rare for the first", "S9338 x14") { $0.longestInterval = 23 },
        Row("a dose a day", "S9500 x14, S9338-SH x14") { $0.therapyDays = .dose },
        Row("a modifier of the payer's besides", "S9500 x14, S9338-SH-22 x14") {
            $0.modifierRules = [ModifierRule("22", on: ["S9338"], when: Condition(order: 2...2))]
        },
        Row("filed late", "none", episode: { $0.received = "2026-03-26" }, change: { $0.filingDays = 10 }),
        Row(
            "filed in time", "S9500 x14, S9338-SH x14", episode: { $0.received = "2026-03-25" },
            change: { $0.filingDays = 10 }),
    ]

    @Test(arguments: ranked) func `ranked therapies under a payer's limits`(row: Row) {
        row.check(WholeClaim.twoTherapies, WholeClaim.codes, .started)
    }

    // MARK: Work within and apart: 110 minutes of care, 20 of them an intubation

    private static let care = CodeSet(
        definitions: [
            .init(code: "99291", label: "critical care"), .init(code: "99292", label: "more of it", addOnTo: ["99291"]),
            .init(code: "31500", label: "an intubation"),
        ],
        families: [
            Family(
                id: "care", title: "critical care", services: ["care"],
                first: [.init(code: "99291", from: 30, covers: 74)],
                further: [.init(code: "99292", each: 30, after: 74)], bundled: ["films"], apart: ["intubation"]),
            Family(
                id: "intubation", title: "intubation", services: ["intubation"], measure: .occurrences,
                first: [.init(code: "31500", from: 1)]),
        ])

    static let within = [
        Row("nothing else", "99291 x1, 99292 x1, 31500 x1"),
        Row("whole half hours", "99291 x1, 31500 x1") { $0.credit = .complete },
        Row("a modifier beside what is apart", "99291-25 x1, 99292 x1, 31500 x1") {
            $0.modifierRules = [ModifierRule("25", on: ["99291"], when: Condition(beside: ["31500"]))]
        },
        Row("what is apart is not paid", "99291 x1, 99292 x1") {
            $0.caps.unitsADay = ["31500": 0]
            $0.modifierRules = [ModifierRule("25", on: ["99291"], when: Condition(beside: ["31500"]))]
        },
        Row("no authorisation of the first code", "31500 x1") { $0.needsAuthorisation = ["99291"] },
        Row("minutes of a day, of which what is apart has none", "99291 x1, 99292 x1, 31500 x1") {
            $0.caps.minutesADay = 75
        },
        Row("minutes of a day within the first code", "99291 x1, 31500 x1") { $0.caps.minutesADay = 74 },
        Row("minutes of a day that are too few", "31500 x1") { $0.caps.minutesADay = 29 },
        Row("one family alone", "99291 x1, 99292 x1") { $0.families = ["care"] },
        Row("the other alone", "31500 x1") { $0.families = ["intubation"] },
    ]

    @Test(arguments: within) func `work within and apart under a payer's limits`(row: Row) {
        let visit = Visit.of(
            Service("care", time: .clock(start: "09:00", stop: "10:50")),
            Service("films", time: .clock(start: "10:00", stop: "10:10")),
            Service("intubation", time: .clock(start: "09:20", stop: "09:40")))
        row.check(.visits(visit), Self.care, .started)
    }
}
