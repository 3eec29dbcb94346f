import Foundation
import Scoring
import Testing

@testable import Authoring
@testable import Content

/// Packs written in YAML alone, one for each kind of charge and group, whose scenarios state what each payer pays.
@Suite struct ClaimPackTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Claims").path

    static let names = [
        "ambulance", "anaesthesia", "care-month", "chemo", "critical-day", "dialysis-month", "home-month",
        "infusion-day",
        "led-infusion", "medicare-home", "personal-care", "prolonged-visit", "readings", "timed-therapy",
    ]

    @Test(arguments: names) func `a pack proves itself`(name: String) throws {
        let reading = readPack(folder: "\(Self.folder)/\(name)")
        #expect(reading.problems.map(\.description) == [])
        let pack = try #require(reading.pack)
        #expect(reading.proofs.count { $0.expected != nil } >= pack.scenarios.count)
        for proof in reading.proofs where proof.expected != nil { #expect(proof.holds == true, "\(proof.scenario)") }
    }

    @Test(arguments: names) func `a pack is the same when it is packed and read back`(name: String) throws {
        let pack = try #require(readPack(folder: "\(Self.folder)/\(name)").pack)
        #expect(try PackedInput.read(Pack.self, in: PackedOutput.bytes(of: pack)) == pack)
    }

    @Test func `there is no folder that nobody tries`() throws {
        #expect(try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted() == Self.names)
    }
}
