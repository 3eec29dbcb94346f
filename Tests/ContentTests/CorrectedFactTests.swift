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
    ]

    @Test(arguments: facts) func `the pack bills what is right`(fact: Fact) throws {
        let pack = try Bundled.pack()
        let rules = pack.rules(under: try #require(pack.policy(fact.policy)))
        let folder = try PackFolder(["visit.yaml": fact.encounter])
        let encounter = try readEncounter(file: "\(folder.path)/visit.yaml", in: pack)
        let claim = derive(encounter, under: rules).claim
        #expect(try claim.billsTheSame(as: parseAnswer(fact.now, known: rules.codes.vocabulary)), "\(claim)")
        #expect(try !claim.billsTheSame(as: parseAnswer(fact.before, known: rules.codes.vocabulary)))
    }
}
