import Authoring
import BundledPacks
import Content
import Foundation
import Scoring
import Testing

@testable import Quiz

/// Items about claims of several days, with drugs and therapies beside visits.
@Suite struct WholeClaimItemTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../AuthoringTests/Claims").standardizedFileURL.path

    private static func payers(of name: String) throws -> Payers {
        if ["critical-care", "home-infusion", "outpatient-infusion"].contains(name) { return try bundledPayers(name) }
        return Payers(of: try #require(readPack(folder: "\(folder)/\(name)").pack))
    }

    private static func situation(_ scenario: String, _ policy: String) throws -> Situation {
        let payers = try payers(of: "home-month")
        return Situation(
            try #require(payers.pack.scenario(ID(scenario))),
            under: try #require(payers.all.first { $0.policy.id == ID(policy) }))
    }

    /// Claims that days alone tell apart would read alike without them.
    @Test(arguments: ["critical-care", "home-infusion", "outpatient-infusion", "home-month", "infusion-day"])
    func `what is wrong never reads like what is right`(name: String) throws {
        for payer in try Self.payers(of: name).all {
            for scenario in payer.pack.scenarios where scenario.isAsked(under: payer.policy) {
                let situation = Situation(scenario, under: payer)
                if let choice = ChoiceItem(situation, seed: 1) {
                    #expect(Set(choice.options).count == choice.options.count, "\(choice.options)")
                    let right = choice.options.indices.filter { (try? choice.judge("\($0 + 1)"))?.isRight == true }
                    #expect(right.map { "\($0 + 1)" } == [choice.key])
                    for claim in choice.claims {
                        let places = claim.lines.compactMap { payer.pack.codes.codes.firstIndex(of: $0.code) }
                        #expect(places == places.sorted(), "options list codes in one order")
                    }
                }
                for seed: UInt64 in 1...3 {
                    guard let audit = AuditItem(situation, seed: seed), audit.key != "pay" else { continue }
                    #expect(audit.stem.last != "Billed: \(situation.key.claim)")
                }
            }
        }
    }

    private static let key = "99601, 99601, S9502 x14, J0690 x84"

    @Test(arguments: [
        (key, true), ("99601 on 3/2/2026, 99601 on 3/9/2026, S9502 x14, J0690 x84", true),
        ("S9502 x14 from 3/2/2026 to 3/15/2026; 99601; J0690 x84; 99601 on 3/9/2026", true),
        ("99601 on 3/2/2026, 99601 on 3/10/2026, S9502 x14, J0690 x84", false),
        ("99601 on 3/2/2026, 99601 on 3/2/2026, S9502 x14, J0690 x84", false),
        ("99601, 99601, S9502 x13, J0690 x84", false),
    ])
    func `an answer is the response of who is right, whether or not it names the days`(
        answer: String, isRight: Bool
    ) throws {
        let item = ClaimItem(try Self.situation("cefazolin-for-a-fortnight", "plan"))
        #expect(try item.judge(answer).isRight == isRight)
        #expect((item.response(answer) == item.response(item.key)) == isRight)
    }

    @Test func `a reading says the days that were written, and no others`() throws {
        let item = ClaimItem(try Self.situation("cefazolin-for-a-fortnight", "plan"))
        #expect(try item.read("99601 on 3/2/2026; S9502 x14") == "99601 x1 2026-03-02, S9502 x14")
        #expect(try item.read(item.key) == item.key)
        #expect(item.keyInWords == item.situation.key.claim.shown)
    }

    @Test func `responses tell days apart`() throws {
        func response(_ answer: String) throws -> Response { Response(try parseAnswer(answer)) }
        let key = try response("99601 2026-03-02, 99601 2026-03-09")
        #expect(try response("99601 2026-03-09, 99601 2026-03-02") == key)
        #expect(try response("99601 2026-03-02, 99601 2026-03-10") != key)
        #expect(try response("99601, 99601") != key)
    }

    @Test func `steps call kinds of service what the pack calls them`() throws {
        #expect(
            try Self.situation("cefazolin-for-a-fortnight", "plan").why.contains(
                "Anti-infective therapy: at hand on 14 days, 2026-03-02 to 2026-03-15."))
        #expect(
            try Self.situation("visit-for-the-line", "by-infusion").why
                == "Care of a line is not paid: the policy asks for nursing visit.")
    }
}
