import Scoring
import Testing

@testable import Authoring
@testable import Content

/// What editions of the home infusion pack before this one taught wrongly, each with the key that was wrong.
@Suite struct CorrectedFactTests {
    /// A statement that was corrected: an encounter, a policy, and its key before and now.
    struct Fact: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let encounter: String
        let policy: ID<Policy>
        let before: String
        let now: String

        init(_ statement: String, _ encounter: String, _ policy: ID<Policy>, before: String, now: String) {
            testDescription = "\(statement), under \(policy)"
            self.encounter = encounter
            self.policy = policy
            self.before = before
            self.now = now
        }
    }

    private static func visits(_ lines: String...) -> String {
        "date: 2026-03-04\nvisits:\n" + lines.map { "  - \($0)\n" }.joined()
    }

    private static let morning = "{ services: [{ kind: infusion, start: \"08:00\", stop: \"09:30\" }] }"
    private static let evening = "{ services: [{ kind: infusion, start: \"18:00\", stop: \"19:30\" }] }"
    private static let suite =
        "{ place: \"49\", services: [{ kind: infusion, start: \"08:00\", stop: \"11:00\" }] }"

    static let facts = [
        Fact(
            "visits of a day stand apart", visits(morning, evening), "started-hour", before: "99601, 99602",
            now: "99601 x2"),
        Fact(
            "visits of a day stand apart", visits(morning, evening), "cpt-midpoint", before: "99601, 99602",
            now: "99601 x2"),
        Fact(
            "visits of a day stand apart", visits(morning, evening), "full-hour", before: "99601, 99602",
            now: "99601 x2"),
        Fact(
            "visits of a day stand apart", visits(morning, evening), "nhia-all-time", before: "99601, 99602",
            now: "99601 x2"),
        Fact(
            "a later visit is billed as further hours, whatever the first one left",
            visits(
                "{ services: [{ kind: infusion, start: \"08:00\", stop: \"08:45\" }] }",
                "{ services: [{ kind: infusion, start: \"18:00\", stop: \"18:45\" }] }"),
            "bcbsm-2013", before: "99601", now: "99601, 99602"),
        Fact(
            "all of a later visit is billed as further hours",
            visits(
                "{ services: [{ kind: infusion, start: \"08:00\", stop: \"09:00\" }] }",
                "{ services: [{ kind: infusion, start: \"18:00\", stop: \"20:00\" }] }"),
            "bcbsm-2013", before: "99601, 99602", now: "99601, 99602 x2"),
        Fact(
            "a suite is billed where the payer takes it", visits(suite), "nhia-all-time", before: "none",
            now: "99601-SS, 99602-SS"),
        Fact(
            "a visit without a dose is paid where the payer says so",
            "date: 2026-03-04\nservices: [{ kind: line-visit, start: \"16:00\", stop: \"17:20\" }]", "bcbsm-2013",
            before: "none", now: "99601"),
        Fact(
            "Medicare's units are those of the visit, by the highest class of its drugs",
            medicare("infusion-nurse", "medicare-complex, minutes: 60 }, { kind: medicare-iv"), "medicare-benefit",
            before: "G0070 x4", now: "G0070 x6"),
        Fact(
            "Medicare's benefit is for a nurse, an LPN too", medicare("practical-nurse", "medicare-iv"),
            "medicare-benefit", before: "none", now: "G0068 x2"),
    ]

    private static func medicare(_ performer: String, _ kinds: String) -> String {
        """
        { date: 2026-05-18, place: "12", performer: \(performer), services: [{ kind: \(kinds), minutes: 30 }],
          paid: { last-visit: 2026-05-11 } }
        """
    }

    @Test(arguments: facts) func `the pack bills what is right`(fact: Fact) throws {
        let claim = try claim(of: fact.encounter, under: fact.policy)
        let known = try Bundled.pack().codes.vocabulary
        #expect(try claim.billsTheSame(as: parseAnswer(fact.now, known: known)), "\(claim)")
        #expect(try !claim.billsTheSame(as: parseAnswer(fact.before, known: known)))
    }

    /// Texas's plan pays a part of further therapies, and all of them are billed.
    @Test func `what a plan pays a part of is billed whole`() throws {
        let facts = """
            date: 2026-03-09
            therapies:
              - { kind: nutrition, from: 2026-03-09, to: 2026-03-13, a-day: 1.9 L }
              - { kind: anti-infective, from: 2026-03-09, to: 2026-03-13, every: 8 }
              - { kind: antiemetic, from: 2026-03-09, to: 2026-03-13 }
            """
        let key = try key(of: facts, under: "bcbstx")
        let known = try Bundled.pack().codes.vocabulary
        #expect(try key.claim.billsTheSame(as: parseAnswer("S9366 x5, S9502-SH x5, S9351-SJ x5", known: known)))
        let told = key.steps.map(\.text).joined(separator: " ")
        #expect(told.contains("This payer pays 50 % of S9502 with modifier SH."))
        #expect(told.contains("This payer pays nothing for S9351 with modifier SJ. It is billed all the same."))
    }

    /// Michigan's three visits in seven days are for daily therapies, and with a visit its hours go.
    @Test(arguments: [("bcbsm-2013", "12:00", 4), ("bcbsm-2013-daily", "12:00", 3), ("bcbsm-2013-daily", "10:00", 3)])
    func `a daily therapy has three visits a week`(policy: String, stop: String, visits: Int) throws {
        let days = (13...17).map {
            "  - { date: 2026-04-\($0), services: [{ kind: infusion, start: \"09:00\", stop: \"\(stop)\" }] }\n"
        }
        let claim = try claim(
            of: "date: 2026-04-13\nperformer: infusion-nurse\nvisits:\n" + days.joined(), under: ID(policy))
        #expect(claim.lines.count { $0.code.description == "99601" } == visits)
        #expect(claim.lines.count { $0.code.description == "99602" } == (stop == "12:00" ? visits : 0))
    }

    /// What the amounts of doses come to; no edition before had a drug.
    @Test(arguments: [
        ("cefazolin", "1 g", "J0690 x2"), ("ceftriaxone", "2 g", "J0696 x8"), ("ertapenem", "1 g", "J1335 x2"),
        ("vancomycin", "1250 mg", "J3370 x3"), ("daptomycin", "418 mg", "J0878 x418"),
        ("piperacillin-tazobactam", "3.375 g", "J2543 x3"), ("infliximab", "345 mg", "J1745 x35"),
        ("immune-globulin", "32 g", "J1569 x64"), ("milrinone", "27 mg", "J2260 x6"),
        ("dobutamine", "610 mg", "J1250 x3"),
    ])
    func `a dose is so many units`(drug: String, dose: String, expected: String) throws {
        let facts = "date: 2026-03-04\ndrugs: [{ kind: \(drug), given: \(dose) }]"
        #expect(try claim(of: facts, under: "nhia-days").description == expected)
    }

    /// What a therapy of a day is billed with, by its hours or its volume.
    @Test(arguments: [
        ("anti-infective", "every: 3", "S9497"), ("anti-infective", "every: 4", "S9504"),
        ("anti-infective", "every: 6", "S9503"), ("anti-infective", "every: 8", "S9502"),
        ("anti-infective", "every: 12", "S9501"), ("anti-infective", "every: 24", "S9500"),
        ("anti-infective", "every: 48", "S9494"), ("nutrition", "a-day: 1 L", "S9365"),
        ("nutrition", "a-day: 1001 mL", "S9366"), ("nutrition", "a-day: 2 L", "S9366"),
        ("nutrition", "a-day: 2001 mL", "S9367"), ("nutrition", "a-day: 3 L", "S9367"),
        ("nutrition", "a-day: 3001 mL", "S9368"), ("hydration", "a-day: 1 L", "S9374"),
        ("hydration", "a-day: 2 L", "S9375"), ("hydration", "a-day: 3 L", "S9376"),
        ("hydration", "a-day: 3.5 L", "S9377"), ("immune-therapy", "every: 24", "S9338"),
        ("alpha-one", "every: 24", "S9346"), ("prostacyclin", "every: 24", "S9347"), ("inotrope", "every: 24", "S9348"),
        ("antiemetic", "every: 24", "S9351"), ("enzyme", "every: 24", "S9357"), ("tnf-blocker", "every: 24", "S9359"),
        ("diuretic", "every: 24", "S9361"), ("steroid", "every: 24", "S9490"), ("other-therapy", "every: 24", "S9379"),
        ("catheter-one-channel", "every: 24", "S5498"), ("catheter-more-channels", "every: 24", "S5501"),
        ("implanted-device", "every: 24", "S5502"), ("pain-implanted-pump", "every: 24", "S9328"),
        ("chemotherapy-around-the-clock", "every: 24", "S9330"),
    ])
    func `a day of a therapy has its code`(kind: String, how: String, expected: String) throws {
        let facts = "date: 2026-03-02\ntherapies: [{ kind: \(kind), from: 2026-03-02, to: 2026-03-04, \(how) }]"
        #expect(try claim(of: facts, under: "nhia-days").description == "\(expected) x3")
    }

    @Test func `no rule of these codes rests on Medicare, and the one that a page alone has says so`() throws {
        let pack = try Bundled.pack()
        let visits = try ["started-hour", "cpt-midpoint", "full-hour", "bcbsm-2013", "nhia-all-time", "joined-visits"]
            .map { try #require(pack.policy(ID($0))) }
        #expect(visits.allSatisfy { policy in !policy.sources.contains { $0.hasPrefix("cms") } })
        #expect(visits.first?.sources == ["guide"])
        #expect(visits.first?.statement.contains("how-to page") == true)
        #expect(visits.first?.statement.contains("CPT's own rule is the midpoint") == true)
    }

    @Test func `what marks therapies is no modifier of a visit`() throws {
        for (name, expected) in [("99601", "SD SS"), ("99602", "SD SS"), ("S9500", "SH SJ SS"), ("J1745", "JW JZ")] {
            let definition = try Bundled.pack().codes.definition(of: #require(Code(name)))
            #expect(definition?.modifiers.map(\.description).joined(separator: " ") == expected)
        }
    }

    private func claim(of facts: String, under policy: ID<Policy>) throws -> Claim {
        try key(of: facts, under: policy).claim
    }

    private func key(of facts: String, under policy: ID<Policy>) throws -> Key {
        let pack = try Bundled.pack()
        let folder = try PackFolder(["visit.yaml": facts])
        let encounter = try readEncounter(file: "\(folder.path)/visit.yaml", in: pack)
        return derive(encounter, under: pack.rules(under: try #require(pack.policy(policy))))
    }
}
