import Testing

@testable import Scoring

/// Claims written down as people write them, each line and the space between lines in a manner of its own.
struct SpelledByChanceTests {
    private static let known = Vocabulary(codes: ["99601", "99602", "99506", "G0299"])

    /// Ways to write a line of so many units.
    private static func spellings(of line: ClaimLine) -> [String] {
        let code = ([line.code.description] + line.modifiers.map(\.description)).joined(separator: "-")
        let units = line.units
        let counted = [
            "\(code) x\(units)", "\(code) x \(units)", "\(code)x\(units)", "\(code)*\(units)", "\(code) × \(units)",
            "\(code) X\(units)", "\(code) (x\(units))", "\(code) (\(units))", "\(units) x \(code)", "\(units)x \(code)",
            "\(units) units of \(code)", "CPT \(code) x\(units)", "\(code): \(units)",
            "\(code.lowercased()) x\(units)", "code \(code) x\(units)", "  \(code)  x\(units)  ",
        ]
        return units == 1 ? counted + [code, "CPT \(code)", "cpt code \(code)", code.lowercased()] : counted
    }

    private static let between = [", ", ",", "; ", ";", "\n", " \n", "\r\n", ",\n"]

    private static func lines(using generator: inout Seeded) -> [ClaimLine] {
        let codes: [Code] = ["99601", "99602", "99506", "G0299"]
        let modifiers: [[Modifier]] = [[], [], [], ["SS"], ["SD"], ["SS", "SD"], ["59"], ["GN"]]
        return (0..<Int.random(in: 1...4, using: &generator)).map { _ in
            ClaimLine(
                codes.randomElement(using: &generator) ?? "99601",
                modifiers: modifiers.randomElement(using: &generator) ?? [],
                units: [0, 1, 1, 2, 3, 12, 144].randomElement(using: &generator) ?? 1)
        }
    }

    private static func read(_ text: String) -> Result<Claim, AnswerError> {
        do throws(AnswerError) {
            return .success(try parseAnswer(text, known: known))
        } catch {
            return .failure(error)
        }
    }

    /// Lines parted by commas, semicolons or line breaks leave nothing to ask about.
    @Test(arguments: 0..<8) func `lines that are parted are read as they are meant`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<400 {
            let lines = Self.lines(using: &generator)
            var text = ""
            for (number, line) in lines.enumerated() {
                if number > 0 { text += Self.between.randomElement(using: &generator) ?? ", " }
                text += Self.spellings(of: line).randomElement(using: &generator) ?? line.description
            }
            #expect(Self.read(text) == .success(Claim(lines)), "\(text.debugDescription)")
        }
    }

    /// Lines in one sentence are read as they are meant, or asked about: never in another meaning.
    @Test(arguments: 0..<8) func `lines in one sentence are never read in another meaning`(seed: UInt64) {
        var generator = Seeded(seed)
        var understood = 0
        for _ in 0..<400 {
            let lines = Self.lines(using: &generator)
            let words = [" and ", " ", " + ", " plus ", " & ", " with ", " / "]
            let text = lines.map { Self.spellings(of: $0).randomElement(using: &generator) ?? $0.description }
                .reduce("") { $0.isEmpty ? $1 : $0 + (words.randomElement(using: &generator) ?? " ") + $1 }
            switch Self.read(text) {
            case .success(let claim):
                #expect(claim == Claim(lines), "\(text)")
                understood += 1
            case .failure(let error): #expect(!error.message.isEmpty && error.length > 0)
            }
        }
        #expect(understood > 240, "only \(understood) of 400 were understood")
    }

    /// A list with bullets or numbers is the claim of its lines.
    @Test(arguments: ["- ", "* ", "• ", "– ", "1. ", "1) ", "\t"], 0..<4) func `a list is the claim of its lines`(
        bullet: String, seed: UInt64
    ) {
        var generator = Seeded(seed)
        for _ in 0..<50 {
            let lines = Self.lines(using: &generator)
            let text = lines.enumerated().map { number, line in
                bullet.replacing("1", with: "\(number + 1)") + line.description
            }.joined(separator: "\n")
            #expect(Self.read(text) == .success(Claim(lines)), "\(text.debugDescription)")
        }
    }

    /// What is read is read again from any part of its lines.
    @Test(arguments: 0..<4) func `a part of an answer is the claim of that part`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<200 {
            let lines = Self.lines(using: &generator)
            let texts = lines.map { Self.spellings(of: $0).randomElement(using: &generator) ?? $0.description }
            for count in 1...lines.count {
                let text = texts.prefix(count).joined(separator: "; ")
                #expect(Self.read(text) == .success(Claim(Array(lines.prefix(count)))), "\(text)")
            }
        }
    }
}
