import Foundation
import Testing

@testable import Authoring
@testable import Content

/// A folder of pack files in a temporary place, deleted with this value.
final class PackFolder {
    let path: String

    init(_ files: [String: String] = PackFolder.valid, named name: String = "small") throws {
        path = NSTemporaryDirectory() + "preceptor-content-\(UUID().uuidString)/\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (file, text) in files { try write(text, to: file) }
    }

    deinit { try? FileManager.default.removeItem(atPath: parent) }

    var parent: String { (path as NSString).deletingLastPathComponent }

    func write(_ text: String, to file: String) throws { try write(Array(text.utf8), to: file) }

    func write(_ bytes: [UInt8], to file: String) throws {
        let target = "\(path)/\(file)"
        try FileManager.default.createDirectory(
            atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: target))
    }

    func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(file)") }

    /// Replaces a piece of text that a file holds once, or as often as said.
    func replace(_ old: String, with new: String, in file: String, times: Int = 1) throws {
        let text = try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
        let found = text.components(separatedBy: old).count - 1
        try #require(found == times, "\(old.debugDescription) stands \(found) times in \(file)")
        try write(text.replacingOccurrences(of: old, with: new), to: file)
    }

    func read() -> PackReading { readPack(folder: path) }
}

extension PackFolder {
    static let manifest = """
        format: 1
        id: small
        title: a small pack
        edition: "1"
        effective: { from: 2026-01-01 }
        default-policy: started
        family: visit
        licence: CC0
        notice: nothing to notice
        sources:
          - { id: book, title: A book }
        """

    /// A pack as small as one may be that has something in every list.
    static let valid = [
        "pack.yaml": manifest,
        "codes.yaml": """
        codes:
          - code: "99601"
            label: the first two hours
            system: CPT
            modifiers: [SS]
            source: book
          - code: "99602"
            label: one more hour
            system: CPT
            add-on-to: ["99601"]
            source: book
          - { code: "99506", label: an injection, system: CPT, source: book }
        families:
          - id: visit
            title: infusion visit
            services: [infusion]
            first:
              - { code: "99601", from: 1, covers: 120 }
            further:
              - { code: "99602", each: 60, after: 120 }
          - id: injection
            title: injection visit
            services: [injection]
            first:
              - { code: "99506", from: 1 }
        exclusions:
          - { pays: "99601", denies: ["99506"], modifier: never, source: book }
        modifiers:
          - { modifier: SS, label: in a suite, source: book }
        services:
          - { id: infusion, label: infusion of a drug }
          - { id: injection, label: injection }
        performers:
          - { id: nurse, label: a nurse }
          - { id: cousin, label: a cousin }
        """,
        "policies.yaml": """
        policies:
          - id: started
            title: each started hour
            statement: An hour counts once it starts.
            credit: started
            places: ["12"]
            performers: [nurse]
            caps: { minutes-a-day: 240, units-a-day: { "99602": 2 } }
            source: book
          - id: full
            title: full hours
            statement: An hour counts once it is over.
            credit: complete
            credit-by-code: { "99602": complete }
            source: book
        """,
        "scenarios.yaml": """
        scenarios:
          - id: long-visit
            title: a long visit
            stem: A nurse infuses a drug for two hours and a half.
            encounter:
              date: 2026-03-02
              services:
                - { kind: infusion, start: "09:00", stop: "11:30" }
            expect: { started: "99601, 99602", full: "99601" }
            source: book
          - id: with-injection
            title: an injection besides
            stem: A nurse infuses one drug and injects another.
            encounter:
              date: 2026-03-03
              services:
                - { kind: infusion, minutes: 60 }
                - { kind: injection, minutes: 10 }
            source: book
          - id: by-a-cousin
            title: no nurse
            stem: A cousin infuses the drug.
            encounter:
              date: 2026-03-04
              performer: cousin
              services:
                - { kind: infusion, minutes: 60 }
            expect: { started: none }
            source: book
          - id: at-the-office
            title: not at home
            stem: At the office, another drug runs in slowly.
            encounter:
              date: 2026-03-05
              place: "11"
              services:
                - { kind: infusion, minutes: 50 }
            source: book
          - id: half-a-day
            title: most of a day
            stem: Until the evening a nurse stays at the bed.
            encounter:
              date: 2026-03-06
              services:
                - { kind: infusion, minutes: 400 }
            source: book
        """,
        "terms.yaml": """
        terms:
          - { id: infusion, term: infusion, accept: [drip], definition: a slow flow into a vein, source: book }
        facts:
          - id: allergies
            topic: before
            question: What must a nurse ask about?
            answer: allergies
            wrong: [age, address]
            explanation: They matter.
            source: book
        """,
        "circumstances.yaml": """
        circumstances:
          - { id: by-a-nurse, test: performer, question: A nurse?, met: "Yes.", unmet: "No.", source: book }
        """,
        "misconceptions.yaml": """
        misconceptions:
          - { id: lonely, belief: it stands alone, correction: It does not., change: { bills: further-only }, source: book }
          - { id: all-pays, belief: all is paid, correction: It is not., change: { exclusions: ignored }, source: book }
        """,
    ]

    /// Lessons for that pack.
    static let lessons = """
        lessons:
          - id: long-visits
            title: long visits
            teaches: [part]
            beliefs: [lonely]
            steps:
              - { page: A long visit has two codes., source: book }
              - example: { scenario: long-visit, policy: full }
          - id: others
            title: other codes
            needs: [long-visits]
            steps:
              - faded: { scenario: [with-injection, by-a-cousin], policy: full }
              - practice: { count: 2, kinds: [claim], policies: [started, full], scenarios: [with-injection] }
        """
}
