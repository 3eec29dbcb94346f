import Foundation
import PseudoTerminal
import Testing

@testable import Authoring
@testable import Content

/// The bundled pack with something in it deleted, doubled or replaced.
@Suite struct FuzzTests {
    /// How many, over all seeds; `script/fuzz` makes a million.
    private static let count = Thoroughness.tries(100, full: 20_000)
    private static let seeds = 20

    private static let spice = [
        "[", "]", "{", "}", ": ", "- ", "\"", "'", "|", ">", "&a ", "*a ", "!!int ", "? ", "#", "%", "\t", "\n", "\r",
        "\u{FEFF}", "\u{202E}", "\\e", "99601", "9960l", "-1", "1e9", "~", "<<: ", "---\n", "é", "👩‍⚕️", "\0",
    ]

    @Test(arguments: 0..<seeds) func `a mutant is a pack or has an error`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let originals = try Self.originals(seed)
        try check(mutantsOf: originals, in: originals, count: Self.count / Self.seeds, seed: seed, with: &random)
    }

    /// Lessons name what stands in all other files, so that these are whole.
    @Test(arguments: 0..<4) func `a pack whose lessons were changed is a pack or has an error`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let pack = Bundled.folder(of: "critical-care")
        let names = try FileManager.default.subpathsOfDirectory(atPath: pack).filter { $0.hasSuffix(".yaml") }
        let files = try names.sorted().map { name in
            (name: name, bytes: Array(try String(contentsOfFile: "\(pack)/\(name)", encoding: .utf8).utf8))
        }
        let lessons = files.filter { $0.name == "lessons.yaml" }
        try check(mutantsOf: lessons, in: files, count: Self.count / Self.seeds, seed: seed, with: &random)
    }

    private func check(
        mutantsOf mutated: [(name: String, bytes: [UInt8])], in originals: [(name: String, bytes: [UInt8])],
        count: Int, seed: Int, with random: inout SeededGenerator
    ) throws {
        let folder = try PackFolder([:])
        for (name, bytes) in originals { try folder.write(bytes, to: name) }
        let original = try #require(folder.read().pack)
        for number in 0..<count {
            let (name, bytes) = try #require(mutated.randomElement(using: &random))
            let mutant = Self.mutate(bytes, with: &random)
            try folder.write(mutant, to: name)
            let reading = folder.read()
            let hasError = reading.problems.contains { $0.severity == .error }
            #expect((reading.pack == nil) == hasError, "seed \(seed), mutant \(number) of \(name)")
            for problem in reading.problems {
                let isPlain = !problem.description.unicodeScalars.contains(where: \.isUnprintable)
                #expect(isPlain && problem.description.utf8.count < 8_000, "seed \(seed), mutant \(number) of \(name)")
            }
            try folder.write(bytes, to: name)
        }
        #expect(folder.read().pack == original)
    }

    /// The files of the pack, of whose long lists each seed takes another part: much faster to read, and together
    /// the whole.
    private static func originals(_ seed: Int) throws -> [(name: String, bytes: [UInt8])] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: Bundled.folder).filter { $0.hasSuffix(".yaml") }
        let templates = files.filter {
            $0.hasPrefix("templates/") && !["templates/lists.yaml", "templates/exams.yaml"].contains($0)
        }.sorted()
        let read = files.filter { name in
            !name.hasPrefix("lessons") && name != "templates/exams.yaml"
                && (name != "misconceptions/claims.yaml" || seed % 5 == 0)
                && (!templates.contains(name) || name == templates[seed % templates.count])
        }
        return try read.sorted().map { name in
            let text = try String(contentsOfFile: "\(Bundled.folder)/\(name)", encoding: .utf8)
            guard name.hasPrefix("scenarios") || name == "terms.yaml" else { return (name, Array(text.utf8)) }
            var entry = 0
            var isKept = true
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
                if !line.hasPrefix("   ") {
                    let mayGo = line.hasPrefix("  - id: ")
                    if mayGo { entry += 1 }
                    isKept = !mayGo || entry == 1 || entry % seeds == seed
                }
                return isKept
            }
            return (name, Array(lines.joined(separator: "\n").utf8))
        }
    }

    private static func mutate(_ bytes: [UInt8], with random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let start = Int.random(in: 0..<max(bytes.count, 1), using: &random)
            let end = min(bytes.count, start + Int.random(in: 1...12, using: &random))
            switch Int.random(in: 0..<7, using: &random) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 2: bytes[start] = .random(in: 0...255, using: &random)
            case 3: bytes.insert(contentsOf: (spice.randomElement(using: &random) ?? "").utf8, at: start)
            case 4: bytes = mutateLines(of: bytes, with: &random) { lines, place, _ in lines.remove(at: place) }
            case 5:
                bytes = mutateLines(of: bytes, with: &random) { lines, place, _ in lines.insert(lines[place], at: place)
                }
            default: bytes = mutateLines(of: bytes, with: &random) { lines, place, other in lines.swapAt(place, other) }
            }
        }
        return bytes
    }

    private static func mutateLines(
        of bytes: [UInt8], with random: inout SeededGenerator, _ change: (inout [ArraySlice<UInt8>], Int, Int) -> Void
    ) -> [UInt8] {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        change(&lines, .random(in: lines.indices, using: &random), .random(in: lines.indices, using: &random))
        return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }
}
