import Authoring
import BundledPacks
import Content
import Foundation
import Scoring
import Testing

@testable import Quiz

/// A bundled pack with its payers and its course.
struct Bundled {
    static let names = ["home-infusion", "critical-care", "outpatient-infusion"]

    let pack: Pack
    let payers: Payers
    let course: Course

    /// A pack as it comes along, read once for all tests.
    init(_ name: String = "home-infusion") throws {
        pack = try bundledPack(name)
        payers = try bundledPayers(name)
        course = Course(of: pack)
    }

    /// The home infusion pack with something in its lessons changed.
    static func pack(changing lessons: (String) -> String) throws -> Pack {
        let reading = readPack(
            files: try files(of: "home-infusion").map { path, text in
                (path, Array((path == "lessons.yaml" ? lessons(text) : text).utf8))
            })
        return try #require(reading.pack, "\(reading.problems)")
    }

    private static func files(of name: String) throws -> [(path: String, text: String)] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Content/Packs/\(name)").path
        let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return try found.filter { $0.hasSuffix(".yaml") }.sorted().map { path in
            (path, try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8))
        }
    }

    func payer(_ policy: String) throws -> Payer { try #require(payers.all.first { $0.policy.id.text == policy }) }

    /// A scenario of the pack under one of its policies.
    func situation(_ scenario: String, _ policy: String) throws -> Situation {
        Situation(try #require(pack.scenario(ID(scenario))), under: try payer(policy))
    }

    func session(_ lesson: String, passed: Int = 0, seed: UInt64 = 1) throws -> LessonSession {
        LessonSession(
            try #require(pack.lesson(ID(lesson))), of: course, under: payers, passed: passed, seed: seed)
    }
}
