import Foundation
import Testing

@testable import Scoring

/// How people spell answers, held to what they mean: `spellings.tsv` has them all.
struct SpellingTests {
    private static let known = Vocabulary(codes: ["99601", "99602", "99506", "G0299"])

    @Test func `every spelling is read as it is meant, or asked about where it is doubtful`() throws {
        let spellings = try Spelling.corpus()
        #expect(spellings.count >= 900)
        #expect(Set(spellings.map(\.text)).count == spellings.count, "each spelling once")
        for spelling in spellings {
            #expect(spelling.reading(known: Self.known) == spelling.meaning, "\(spelling.line)")
        }
    }

    /// The line that is shown with a reading is itself a spelling, and means the same.
    @Test func `what is read is printed as a spelling of itself`() throws {
        for spelling in try Spelling.corpus() where !spelling.meaning.hasPrefix("@") {
            #expect(try parseAnswer(spelling.meaning).datedDescription == spelling.meaning)
        }
    }
}

/// What the manual's page on answers gives as examples.
@Test func `the examples of the manual are read as it says`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Documentation/preceptor-answers.7").standardizedFileURL
    let text = try String(contentsOf: page, encoding: .utf8)
    let examples = try #require(text.split(separator: ".Sh EXAMPLES\n").last?.split(separator: ".Bd").last)
    let lines = examples.split(separator: ".Ed")[0].split(separator: "\n").dropFirst()
    try #require(lines.count == 6)
    for answer in lines.prefix(4).map(String.init) + [lines.suffix(2).joined(separator: "\n")] {
        #expect(try parseAnswer(answer).description == "99601 x1, 99602 x2", "\(answer)")
    }
}

/// A line of the corpus.
struct Spelling {
    let line: String
    /// What is typed.
    let text: String
    /// The claim as it is printed with its dates, or the place and the name of the error.
    let meaning: String

    static func corpus() throws -> [Spelling] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "spellings.tsv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let columns = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            guard !line.hasPrefix("# "), columns.count == 2 else { return nil }
            return Spelling(line: String(line), text: unescaped(columns[0]), meaning: String(columns[1]))
        }
    }

    private static func unescaped(_ text: Substring) -> String {
        var result = text.replacing("\\t", with: "\t").replacing("\\n", with: "\n").replacing("\\r", with: "\r")
        while let start = result.firstRange(of: "\\u{"), let end = result[start.upperBound...].firstIndex(of: "}"),
            let scalar = UInt32(result[start.upperBound..<end], radix: 16).flatMap(Unicode.Scalar.init)
        {
            result.replaceSubrange(start.lowerBound...end, with: String(scalar))
        }
        return String(result)
    }

    func reading(known: Vocabulary) -> String {
        do throws(AnswerError) {
            return try parseAnswer(text, known: known).datedDescription
        } catch {
            return "@\(error.offset)+\(error.length) \(String(describing: error.reason).prefix { $0 != "(" })"
        }
    }

    /// The spelling with a piece put in, or something taken out.
    func changed(by pieces: [String], using generator: inout Seeded) -> String {
        var text = text
        for _ in 0...Int.random(in: 0..<3, using: &generator) {
            let place = text.indices.randomElement(using: &generator) ?? text.startIndex
            if Bool.random(using: &generator), place < text.endIndex {
                text.remove(at: place)
            } else {
                text.insert(contentsOf: pieces.randomElement(using: &generator) ?? "", at: place)
            }
        }
        return text
    }
}
