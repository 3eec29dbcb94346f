import Foundation
import Scoring
import Testing

@testable import Authoring
@testable import Content

/// A statement that a pack got wrong once, with facts and what payers are sent for them now.
struct Corrected: CustomTestStringConvertible, Sendable {
    let statement: String
    /// As in an encounter file.
    let facts: String
    /// The claim by the name of the policy.
    let claims: [String: String]

    init(_ statement: String, _ facts: String, _ claims: [String: String]) {
        self.statement = statement
        self.facts = facts
        self.claims = claims
    }

    var testDescription: String { statement }
}

/// A bundled pack that states are held against.
struct CorrectedPack {
    let pack: Pack

    /// - Throws: Where the pack cannot be read.
    init(_ reading: PackReading) throws { pack = try #require(reading.pack) }

    /// What the pack bills for facts, by policy.
    func claims(for corrected: Corrected) throws -> [String: String] {
        let file = URL.temporaryDirectory.appending(path: "corrected-\(UUID()).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        try corrected.facts.write(to: file, atomically: true, encoding: .utf8)
        let encounter = try readEncounter(file: file.path, in: pack)
        var claims: [String: String] = [:]
        for name in corrected.claims.keys {
            let policy = try #require(pack.policy(ID(name)))
            claims[name] = derive(encounter, under: pack.rules(under: policy)).claim.description
        }
        return claims
    }
}
