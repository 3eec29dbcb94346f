import Scoring
import Testing

@testable import Authoring
@testable import Content

/// What the outpatient infusion pack got wrong, or could not say, up to its edition 2026.1.
@Suite struct OutpatientInfusionCorrectionTests {
    static let reading = readPack(folder: Bundled.folder(of: "outpatient-infusion"))

    static let corrections = [
        Corrected(
            "a second drug after the first is no second opening hour",
            """
            services:
              - { kind: infusion, drug: antibiotic, start: "09:00", stop: "10:00" }
              - { kind: infusion, drug: antiviral, start: "10:05", stop: "11:05" }
            """,
            ["cpt": "96365 x1, 96367 x1", "medicare": "96365 x1, 96367 x1"]),
        Corrected(
            "drugs at the same time are concurrent, once a day",
            """
            services:
              - { kind: infusion, drug: one, start: "09:00", stop: "11:00" }
              - { kind: infusion, drug: two, start: "09:10", stop: "09:50" }
              - { kind: infusion, drug: three, start: "10:00", stop: "10:40" }
            """,
            ["medicare": "96365 x1, 96366 x1, 96368 x1"]),
        Corrected(
            "chemotherapy stands before what was given earlier",
            """
            services:
              - { kind: infusion, drug: ondansetron, start: "08:00", stop: "08:30" }
              - { kind: chemotherapy, drug: paclitaxel, start: "09:00", stop: "11:00" }
            """,
            ["medicare": "96413 x1, 96415 x1, 96367 x1"]),
        Corrected(
            "infliximab goes by the codes of chemotherapy",
            "services: [{ kind: biologic, drug: infliximab, start: \"09:00\", stop: \"11:00\" }]",
            ["cpt": "96413 x1, 96415 x1", "medicare": "96413 x1, 96415 x1"]),
        Corrected(
            "short bags and pushes are not added up",
            """
            services:
              - { kind: infusion, drug: one, start: "09:00", stop: "09:15" }
              - { kind: push, drug: two, start: "09:20", stop: "09:30" }
              - { kind: push, drug: three, start: "09:40", stop: "09:50" }
            """,
            ["medicare": "96374 x1, 96375 x2"]),
        Corrected(
            "the same drug pushed again is a hospital's, and only after more than half an hour",
            """
            services:
              - { kind: push, drug: one, start: "09:00", stop: "09:03" }
              - { kind: push, drug: one, start: "09:30", stop: "09:33" }
              - { kind: push, drug: one, start: "10:01", stop: "10:04" }
            """,
            ["medicare": "96374 x1, 96376 x1"]),
        Corrected(
            "an office is not paid for the same drug pushed again",
            """
            place: "11"
            services:
              - { kind: push, drug: one, start: "09:00", stop: "09:03" }
              - { kind: push, drug: one, start: "10:00", stop: "10:03" }
            """,
            ["medicare-office": "96374 x1"]),
        Corrected(
            "plain fluid counts from 31 minutes on, and not beside a drug",
            """
            services:
              - { kind: infusion, drug: one, start: "09:00", stop: "10:00" }
              - { kind: hydration, start: "09:00", stop: "10:31" }
            """,
            ["medicare": "96365 x1, 96361 x1"]),
        Corrected(
            "half an hour of plain fluid is not billed",
            "services: [{ kind: hydration, start: \"09:00\", stop: \"09:30\" }]", ["medicare": "none"]),
        Corrected(
            "a second access has an initial service again, with 59",
            """
            services:
              - { kind: infusion, drug: one, site: left-arm, start: "09:00", stop: "10:00" }
              - { kind: infusion, drug: two, site: right-arm, start: "09:00", stop: "10:00" }
            """,
            ["medicare": "96365 x1, 96365-59 x1"]),
        Corrected(
            "an office takes what the patient came for, a hospital what stands highest",
            """
            place: "11"
            services:
              - { kind: infusion, drug: iron, start: "09:00", stop: "10:00" }
              - { kind: push, drug: bone-drug, start: "10:05", stop: "10:10", main-reason: true }
            """,
            ["medicare-office": "96367 x1, 96374 x1", "medicare": "96365 x1, 96375 x1"]),
        Corrected(
            "a hospital's limit of further hours is not an office's",
            "{ place: \"11\", services: [{ kind: infusion, drug: one, start: \"07:00\", stop: \"17:00\" }] }",
            ["medicare": "96365 x1, 96366 x9", "medicare-office": "96365 x1, 96366 x8"]),
        Corrected(
            "a physician is not paid in a hospital's outpatient department",
            "{ place: \"22\", services: [{ kind: infusion, drug: one, start: \"09:00\", stop: \"10:00\" }] }",
            ["medicare": "96365 x1", "medicare-office": "none"]),
        Corrected(
            "a missing stop is a push, or is worked out from volume and rate",
            "{ missing: [stop], services: [{ kind: infusion, drug: one, minutes: 120 }] }",
            ["medicare": "96374 x1", "medicare-by-rate": "96365 x1, 96366 x1"]),
        Corrected(
            "an injection beside an infusion bears 59 for Medicare",
            "services: [{ kind: infusion, start: \"09:00\", stop: \"09:50\" }, { kind: injection, minutes: 5 }]",
            ["cpt": "96365 x1, 96372 x1", "medicare": "96365 x1, 96372-59 x1"]),
        Corrected(
            "a plan may want XU in place of 59",
            """
            place: "11"
            services: [{ kind: infusion, start: "09:00", stop: "09:50" }, { kind: injection, minutes: 5 }]
            """,
            ["moda": "96365 x1, 96372-XU x1", "medicare-office": "96365 x1, 96372-59 x1"]),
        Corrected(
            "each injection is one",
            "services: [{ kind: injection, minutes: 2 }, { kind: injection, minutes: 3 }]",
            ["cpt": "96372 x2", "medicare": "96372 x2"]),
        Corrected(
            "a visit to the staff is not billed beside a drug",
            "{ place: \"11\", services: [{ kind: nurse-visit, minutes: 10 }, { kind: infusion, minutes: 45 }] }",
            ["cpt": "96365 x1"]),
    ]

    @Test(arguments: corrections) func `what was corrected is billed so`(corrected: Corrected) throws {
        #expect(try CorrectedPack(Self.reading).claims(for: corrected) == corrected.claims)
    }

    /// Medicare takes 59 or the closer word for it; a plan that wants XU does not take 59.
    @Test(arguments: [
        ("medicare-office", "96365, 96372-59", true), ("medicare-office", "96365, 96372-XU", true),
        ("medicare-office", "96365, 96372", false), ("moda", "96365, 96372-XU", true),
        ("moda", "96365, 96372-59", false), ("cpt", "96365, 96372", true),
    ])
    func `a closer modifier is right where the payer takes it`(policy: String, answer: String, isRight: Bool) throws {
        let pack = try #require(Self.reading.pack)
        let scenario = try #require(pack.scenario("shot-beside-iron"))
        let rules = pack.rules(under: try #require(pack.policy(ID(policy))))
        let answer = try parseAnswer(answer, known: pack.codes.vocabulary)
        let grade = grade(answer, against: derive(scenario.encounter, under: rules))
        #expect((grade.verdict == .correct) == isRight, "\(grade.findings.map(\.message))")
    }

    /// NCCI's own pairs come back with 236, and its indicator says whether a modifier helps.
    @Test(arguments: [("36000", true), ("96523", false), ("99211", false)] as [(String, Bool)])
    func `a pair of NCCI's is one here`(number: String, mayBeUnbundled: Bool) throws {
        let pack = try #require(Self.reading.pack)
        let code = try #require(Code(number))
        let pairs = pack.codes.exclusions.filter { $0.denies.contains(code) }
        #expect(pairs.contains { $0.pays.description == "96365" })
        #expect(pairs.allSatisfy { $0.isNCCI && $0.modifierMayUnbundle == mayBeUnbundled })
    }

    /// Figures that a quarter makes old say so.
    @Test func `unit limits expire with a warning`() {
        let today = Day("2026-06-01")
        let warnings = readPack(folder: Bundled.folder(of: "outpatient-infusion"), today: today).problems
        #expect(
            warnings.map(\.description).map { $0.drop { $0 != " " }.dropFirst() } == [
                "warning: the figures of cms-mue held until 2024-09-30; look them up anew, and mend what rests on them",
                "warning: the figures of cms-mue-hospital held until 2024-09-30; look them up anew, and mend what rests on them",
            ])
    }
}
