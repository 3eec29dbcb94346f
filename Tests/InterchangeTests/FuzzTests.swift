import Content
import Foundation
import Scoring
import Testing

@testable import Interchange

/// Files with something in them deleted, doubled or replaced: each is read, or refused with a message.
@Suite struct `Mutants of a file` {
    /// How many for each reader. `PRECEPTOR_FUZZ=1000000 swift test -c release --filter Mutants` takes its time.
    private static let count = ProcessInfo.processInfo.environment["PRECEPTOR_FUZZ"].flatMap { Int($0) } ?? 400
    private static let seeds = 10

    private static let spice = [
        "<", ">", "</", "/>", "<!", "<!--", "-->", "<![CDATA[", "]]>", "&", "&#0;", "&#x10FFFF;", "&amp;", "\"", "'",
        "=",
        "~", "#", "####", "{", "}", "\\", "::", "%50%", "%-1e9%", "->", "[html]", "//", "$CATEGORY: ", "ANSWER: ",
        "A. ",
        "\n", "\n\n", "\r", "\t", ",", ";", "*", "99601", "CCCCC", "20240230", "2024366", "9999999999999999999", "-1",
        "\0",
        "\u{FEFF}", "\u{202E}", "é", "👩‍⚕️",
    ]

    enum Reader: String, CaseIterable {
        case gift, moodleXML, csv, aiken, scenarios, addOn, ptp, mue

        fileprivate func original() throws -> [UInt8] {
            switch self {
            case .gift: return try Sample.lessonBank().gift.bytes
            case .moodleXML:
                return Array(try Sample.lessonBank().moodleXML.bytes.prefix(12_000)) + Array("</quiz>".utf8)
            case .csv: return try Sample.lessonBank().csv.bytes
            case .aiken: return try Sample.fullBank().aiken.bytes.prefix(6_000).map { $0 }
            case .scenarios: return Array(scenarioTable.utf8)
            case .addOn: return Array(NCCISample.addOns.utf8)
            case .ptp: return Array(NCCISample.pairs.utf8)
            case .mue: return Array(NCCISample.limits.utf8)
            }
        }
    }

    @Test(arguments: Reader.allCases, 0..<seeds) func `are read or refused`(reader: Reader, seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let original = try reader.original()
        let pack = try Sample.lesson()
        var refused = 0
        for number in 0..<Self.count / Self.seeds {
            // A short piece of the file is as telling as all of it, and sooner read.
            let start = Int.random(in: 0..<max(original.count - 1_500, 1), using: &random)
            let piece = number % 3 == 0 ? original[...].prefix(3_000) : original[start...].prefix(1_500)
            let mutant = Self.mutate(Array(piece), with: &random)
            do {
                try Self.read(mutant, with: reader, pack.codes.codes)
            } catch let problem as ImportProblem {
                refused += 1
                let isPlain = problem.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
                #expect(isPlain && problem.description.utf8.count < 2_000, "\(reader), seed \(seed), mutant \(number)")
            }
        }
        #expect(refused > 0 || Self.count < 1_000, "\(reader)")
    }

    private static func read(_ bytes: [UInt8], with reader: Reader, _ codes: [Code]) throws {
        switch reader {
        case .gift:
            let read = try readGIFT(bytes)
            // What was read can be written and read again.
            _ = try readGIFT(read.bank.gift.bytes)
        case .moodleXML: _ = try readMoodleXML(try readMoodleXML(bytes).bank.moodleXML.bytes)
        case .csv: _ = try readQuestionTable(try readQuestionTable(bytes).bank.csv.bytes)
        case .aiken: _ = try readAiken(bytes)
        case .scenarios: _ = try readScenarioTable(bytes, for: try Sample.cachedLesson.get())
        case .addOn, .ptp, .mue:
            var reader = NCCIReader(about: codes)
            try reader.take(bytes[...])
            try reader.finish()
        }
    }

    private static func mutate(_ bytes: [UInt8], with random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 1...12, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 2: bytes[start] = .random(in: 0...255, using: &random)
            case 3: bytes.removeSubrange(start...)
            default: bytes.insert(contentsOf: (spice.randomElement(using: &random) ?? "").utf8, at: start)
            }
        }
        return bytes
    }
}
