import Foundation
import Scoring
import Testing

@testable import Authoring
@testable import Content

/// Packs written in YAML alone, one for each kind of charge and group, whose scenarios state what each payer pays.
@Suite struct ClaimPackTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Claims").path

    static let names = [
        "ambulance", "anaesthesia", "assistants", "care-month", "chemo", "critical-day", "dialysis-month",
        "home-health", "home-month", "infusion-day", "led-infusion", "medicare-home", "personal-care",
        "prolonged-visit", "readings", "rentals", "skin", "spine", "timed-therapy", "vaccines", "visit-limits",
        "wounds",
    ]

    @Test(arguments: names) func `a pack proves itself`(name: String) throws {
        let reading = readPack(folder: "\(Self.folder)/\(name)")
        #expect(reading.problems.map(\.description) == [])
        let pack = try #require(reading.pack)
        #expect(reading.proofs.count { $0.expected != nil } >= pack.scenarios.count)
        for proof in reading.proofs where proof.expected != nil { #expect(proof.holds == true, "\(proof.scenario)") }
    }

    /// No payer objects to what it pays.
    @Test(arguments: names) func `no edit finds anything in a key`(name: String) throws {
        let pack = try #require(readPack(folder: "\(Self.folder)/\(name)").pack)
        for policy in pack.policies {
            for scenario in pack.scenarios {
                let key = derive(scenario.encounter, under: pack.rules(under: policy))
                let findings = validate(key.claim, against: key)
                #expect(findings.isEmpty, "\(scenario.id) under \(policy.id): \(findings.map(\.message))")
            }
        }
    }

    /// What a learner may well bill under another payer's rules, and what is said of it.
    @Test(
        arguments: [
            (
                "prolonged-visit", "seventy-five", "medicare", "99205, 99417",
                "99417 does not pay for visit of a new patient."
            ),
            (
                "ambulance", "to-the-hospital", "medicaid", "A0429, A0425 x12.4",
                "A0021 is billed here in place of A0425."
            ),
        ])
    func `an edit says why another payer's claim is wrong`(
        name: String, scenario: String, policy: String, answer: String, finding: String
    ) throws {
        let pack = try #require(readPack(folder: "\(Self.folder)/\(name)").pack)
        let encounter = try #require(pack.scenario(ID(scenario))).encounter
        let rules = pack.rules(under: try #require(pack.policies.first { $0.id.text == policy }))
        let claim = try parseAnswer(answer, known: pack.codes.vocabulary)
        let findings = validate(claim, for: encounter, under: rules)
        #expect(findings.map { "\($0.message(by: pack.wording))" }.contains(finding), "\(findings.map(\.message))")
    }

    @Test(arguments: names) func `a pack is the same when it is packed and read back`(name: String) throws {
        let pack = try #require(readPack(folder: "\(Self.folder)/\(name)").pack)
        #expect(try PackedInput.read(Pack.self, in: PackedOutput.bytes(of: pack)) == pack)
    }

    @Test func `there is no folder that nobody tries`() throws {
        #expect(try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted() == Self.names)
    }
}
