import Scoring
import Testing

@testable import Authoring
@testable import Content

/// What the critical care pack got wrong up to its edition 2026.1.
@Suite struct CriticalCareCorrectionTests {
    static let reading = readPack(folder: Bundled.folder(of: "critical-care"))

    static let corrections = [
        Corrected(
            "minutes of a ventilator count",
            "services: [{ kind: critical-care, minutes: 68 }, { kind: ventilator, minutes: 8 }]",
            ["cpt": "99291 x1, 99292 x1", "medicare": "99291 x1"]),
        Corrected(
            "minutes of a film lift short care over the boundary",
            "services: [{ kind: critical-care, minutes: 26 }, { kind: chest-film, minutes: 4 }]",
            ["cpt": "99291 x1", "medicare": "99291 x1"]),
        Corrected(
            "blood from an artery, a tube into the stomach and pacing through the skin are part of it",
            """
            services:
              - { kind: critical-care, minutes: 88 }
              - { kind: artery-puncture, minutes: 4 }
              - { kind: stomach-tube, minutes: 6 }
              - { kind: skin-pacing, minutes: 6 }
            """,
            ["cpt": "99291 x1, 99292 x1", "medicare": "99291 x1, 99292 x1"]),
        Corrected(
            "minutes of a tube and a line come off the total, and 25 says so to Medicare",
            """
            services:
              - { kind: critical-care, minutes: 94 }
              - { kind: intubation, minutes: 20 }
              - { kind: central-line, minutes: 18 }
            """,
            [
                "cpt": "99291 x1, 31500 x1, 36556 x1", "medicare": "99291-25 x1, 31500 x1, 36556 x1",
            ]),
        Corrected(
            "a tube within the hours on the clock comes off",
            """
            services:
              - { kind: critical-care, start: "09:00", stop: "10:20" }
              - { kind: intubation, start: "09:30", stop: "09:40" }
            """,
            ["cpt": "99291 x1, 31500 x1", "medicare": "99291-25 x1, 31500 x1"]),
        Corrected(
            "resuscitation, drain, bone needle, pacing wire and heart tracing have codes of their own",
            """
            services:
              - { kind: critical-care, minutes: 100 }
              - { kind: resuscitation, minutes: 10 }
              - { kind: chest-drain, minutes: 5 }
              - { kind: bone-needle, minutes: 5 }
              - { kind: pacing-wire, minutes: 5 }
              - { kind: heart-tracing, minutes: 5 }
            """,
            ["cpt": "99291 x1, 92950 x1, 32551 x1, 36680 x1, 33210 x1, 93010 x1"]),
        Corrected(
            "a ward visit before the crisis is billed beside it by its time",
            """
            visits:
              - { services: [{ kind: ward-round, minutes: 36 }] }
              - { services: [{ kind: critical-care, minutes: 50 }] }
            """,
            ["cpt": "99291 x1, 99232 x1", "medicare": "99291-25 x1, 99232 x1"]),
        Corrected(
            "a visit to a stable patient on the unit is a hospital visit and not nothing",
            "services: [{ kind: ward-round, minutes: 25 }]", ["cpt": "99231 x1", "medicare": "99231 x1"]),
        Corrected(
            "Medicare wants FS where a physician and a practitioner of one group share the day",
            """
            visits:
              - { performer: physician, group: unit, services: [{ kind: critical-care, minutes: 60 }] }
              - { performer: physician-assistant, group: unit, services: [{ kind: critical-care, minutes: 44 }] }
            """,
            ["cpt": "99291 x1, 99292 x1", "medicare": "99291-FS x1, 99292-FS x1"]),
        Corrected(
            "two groups of other specialties have a first code each",
            """
            visits:
              - { group: heart, services: [{ kind: critical-care, minutes: 40 }] }
              - { group: lungs, services: [{ kind: critical-care, minutes: 40 }] }
            """,
            ["cpt": "99291 x2", "medicare": "99291 x2"]),
        Corrected(
            "a resident's minutes count with the teaching physician alone, and GC says so",
            """
            visits:
              - { performer: teaching-physician, services: [{ kind: critical-care, minutes: 40 }] }
              - { performer: resident, services: [{ kind: critical-care, minutes: 60 }] }
            """,
            ["cpt": "99291 x1", "medicare": "99291-GC x1"]),
        Corrected(
            "care that begins anew after midnight is another day's",
            """
            services:
              - { kind: critical-care, start: "23:35", stop: "23:55" }
              - { kind: critical-care, start: "00:40", stop: "01:05", next-day: true }
            """,
            ["cpt": "none", "medicare": "none"]),
        Corrected(
            "Medicare wants FT where a surgeon's critical care has nothing to do with the operation",
            "{ performer: surgeon-in-aftercare, services: [{ kind: critical-care, minutes: 107 }] }",
            ["cpt": "99291 x1, 99292 x2", "medicare": "99291-FT x1, 99292-FT x1"]),
        Corrected(
            "what belongs to the operation is paid with it",
            "{ performer: surgeon-in-aftercare, services: [{ kind: aftercare, minutes: 55 }] }",
            ["medicare": "none"]),
    ]

    @Test(arguments: corrections) func `what was corrected is billed so`(corrected: Corrected) throws {
        #expect(try CorrectedPack(Self.reading).claims(for: corrected) == corrected.claims)
    }

    /// What no correction touches.
    @Test(arguments: [
        Corrected(
            "care past midnight without a break is one day's",
            "services: [{ kind: critical-care, start: \"23:10\", stop: \"00:25\" }]",
            ["cpt": "99291 x1, 99292 x1", "medicare": "99291 x1"]),
        Corrected(
            "a resident alone is not paid", "{ performer: resident, services: [{ kind: critical-care, minutes: 90 }] }",
            ["cpt": "none", "medicare": "none"]),
    ])
    func `what was right stays so`(corrected: Corrected) throws {
        #expect(try CorrectedPack(Self.reading).claims(for: corrected) == corrected.claims)
    }

    /// NCCI's own pairs come back with 236, and its indicator says whether a modifier helps.
    @Test(
        arguments: [
            ("94002", false), ("94660", false), ("71045", true), ("36600", true), ("43753", true), ("92953", true),
        ] as [(String, Bool)])
    func `a pair of NCCI's is one here`(number: String, mayBeUnbundled: Bool) throws {
        let pack = try #require(Self.reading.pack)
        let code = try #require(Code(number))
        let pair = try #require(pack.codes.exclusions.first { $0.denies.contains(code) })
        #expect(pair.pays.description == "99291" && pair.isNCCI && pair.modifierMayUnbundle == mayBeUnbundled)
    }
}
