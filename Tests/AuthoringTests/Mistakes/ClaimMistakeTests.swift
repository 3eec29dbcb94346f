import Foundation
import PseudoTerminal
import Scoring
import Testing

@testable import Authoring
@testable import Content

/// A piece of one of the packs of whole claims replaced by something wrong, and every problem that comes of it.
struct ClaimMistake: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let pack: String
    let file: String
    let old: String
    let new: String
    /// As they are printed: place, severity, what is wrong and how to mend it.
    let problems: [String]

    init(_ name: String, in path: String, _ old: String, _ new: String, _ problems: [String]) {
        testDescription = name
        let parts = path.split(separator: "/").map(String.init)
        (pack, file) = (parts[0], parts[1])
        self.old = old
        self.new = new
        self.problems = problems
    }
}

@Suite struct `A mistake in a whole claim` {
    /// The files of one of the packs, with a piece of one of them replaced where it stands first.
    private func files(of pack: String, replacing old: String, with new: String, in file: String) throws -> [String:
        String]
    {
        var files: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(ClaimPackTests.folder)/\(pack)") {
            files[name] = try String(contentsOfFile: "\(ClaimPackTests.folder)/\(pack)/\(name)", encoding: .utf8)
        }
        let text = try #require(files[file])
        let place = try #require(text.range(of: old), "\(file) has no \(old)")
        files[file] = text.replacingCharacters(in: place, with: new)
        return files
    }

    private func problems(in files: [String: String]) -> [String] {
        readPack(files: files.map { ($0.key, Array($0.value.utf8)) }).problems.map(\.description)
    }

    @Test(
        arguments: ClaimMistake.inCodes + ClaimMistake.inPayers + ClaimMistake.inFacts + ClaimMistake.inSlots
            + ClaimMistake.inConditions)
    func `is reported at its place with its mend`(mistake: ClaimMistake) throws {
        let files = try files(of: mistake.pack, replacing: mistake.old, with: mistake.new, in: mistake.file)
        #expect(problems(in: files) == mistake.problems)
    }

    /// A list of a kind, a piece in which it stands, and one entry of it more than there may be.
    static let lists = [
        ("drugs", 41, "home-month", "scenarios.yaml", "      drugs:\n", "        - { kind: cefazolin, given: 1 g }\n"),
        (
            "therapies", 9, "home-month", "scenarios.yaml", "      therapies:\n",
            "        - { kind: immune-therapy, from: 2026-03-02, to: 2026-03-03 }\n"
        ),
        (
            "visits", 101, "home-month", "scenarios.yaml", "      visits:\n",
            "        - { services: [{ kind: nursing, minutes: 9 }] }\n"
        ),
        (
            "services", 51, "timed-therapy", "scenarios.yaml", "      services:\n",
            "        - { kind: gait, minutes: 1 }\n"
        ),
        (
            "pools", 21, "timed-therapy", "codes.yaml", "pools:\n",
            "  - { id: p, title: p, families: [gait, manual], credit: started }\n"
        ),
        ("tiers", 21, "infusion-day", "codes.yaml", "    tiers:\n", "      - { kind: push, initial: \"96374\" }\n"),
        (
            "instead", 51, "home-month", "codes.yaml", "    instead:\n",
            "      - { of: S9494, bill: S9500, when: { every: 24 } }\n"
        ),
    ]

    @Test(arguments: lists.indices) func `such as a list too long is told, and read no further`(number: Int) throws {
        let (key, count, pack, file, head, entry) = Self.lists[number]
        let many = head + String(repeating: entry, count: count)
        let files = try files(of: pack, replacing: head, with: many, in: file)
        let told = problems(in: files).filter {
            $0.hasSuffix("error: \(key): has at most \(count - 1) entries, and this is one more; drop some")
        }
        #expect(told.count == 1)
    }

    /// As many facts as an encounter may have: a year of eight therapies, a hundred visits, forty drugs.
    @Test func `and nothing in a pack makes a derivation long or large`() throws {
        let therapies = (0..<8).map {
            "{ kind: \(["immune-therapy", "nutrition"][$0 % 2]), from: 2026-01-01, to: 2027-01-01, every: 24 }"
        }
        let services = Array(repeating: "{ kind: nursing, minutes: 9 }", count: 50).joined(separator: ", ")
        let first = try #require(Day("2026-01-01"))
        let visits = (0..<100).compactMap { Day(ordinal: first.ordinal + $0) }.map {
            "{ date: \($0), services: [\(services)] }"
        }
        let drugs = Array(
            repeating: "{ kind: cefazolin, given: 1 g, doses: 124, from: 2026-01-01, to: 2027-01-01 }", count: 40)
        let text = """
            scenarios:
              - id: all
                title: all
                stem: All that there may be.
                encounter:
                  date: 2026-01-01
                  therapies: [\(therapies.joined(separator: ", "))]
                  drugs: [\(drugs.joined(separator: ", "))]
                  visits: [\(visits.joined(separator: ", "))]
                source: book
            """
        var files = try files(of: "home-month", replacing: "scenarios:", with: "scenarios:", in: "scenarios.yaml")
        files["scenarios.yaml"] = text
        files["templates.yaml"] = nil
        let pack = try #require(readPack(files: files.map { ($0.key, Array($0.value.utf8)) }).pack)
        for policy in pack.policies {
            let rules = pack.rules(under: policy)
            let start = processorTime()
            let key = derive(pack.scenarios[0].encounter, under: rules)
            #expect(processorTime() - start < .seconds(3), "\(policy.id)")
            #expect(key.claim.lines.count <= 3_000)
        }
    }

    @Test func `such as a pack without an item is told`() {
        var files = PackFolder.valid
        for name in ["scenarios.yaml", "terms.yaml", "misconceptions.yaml", "circumstances.yaml"] { files[name] = nil }
        #expect(
            problems(in: files) == [
                "pack.yaml:1:1: warning: the pack has no item, and so nothing to train; add a scenario, a template, a term or a fact"
            ])
    }
}
