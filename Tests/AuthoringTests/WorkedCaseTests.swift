import Foundation
import Scoring
import Testing

@testable import Authoring
@testable import Content

/// Cases that were worked by hand from payers' documents, apart from the packs: facts, and the claim under each payer.
@Suite struct WorkedCaseTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Worked")

    static let packs = ["critical-care", "home-infusion", "outpatient-infusion"]

    @Test(arguments: packs) func `a pack bills what was worked by hand`(id: String) throws {
        let pack = URL(filePath: Bundled.folder(of: id))
        let names = try #require(FileManager.default.subpaths(atPath: pack.path)).filter { $0.hasSuffix(".yaml") }
        var files = try names.map { ($0, Array(try Data(contentsOf: pack.appending(path: $0)))) }
        let worked = "scenarios/worked.yaml"
        files.append((worked, Array(try Data(contentsOf: Self.folder.appending(path: "\(id).yaml")))))
        let reading = readPack(files: files.sorted { $0.0 < $1.0 })
        #expect(reading.problems.filter { $0.severity == .error }.map(\.description) == [])
        let proofs = reading.proofs.filter { $0.position.file == worked && $0.expected != nil }
        #expect(proofs.count >= 20)
        for proof in proofs {
            #expect(proof.holds == true, "\(proof.scenario) under \(proof.policy): \(proof.derived)")
        }
    }

    @Test func `there is no file that nobody holds against a pack`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(files.sorted() == Self.packs.map { "\($0).yaml" })
    }
}
