import Content
import Testing

@testable import Interchange

@Suite struct `Out, in and out again` {
    /// The formats that can be read, each with what writes it.
    enum Format: CaseIterable {
        case gift, moodleXML, csv, aiken, qti21, qti30, qti12, cartridge

        func write(_ bank: QuestionBank) -> [UInt8] {
            switch self {
            case .gift: bank.gift.bytes
            case .moodleXML: bank.moodleXML.bytes
            case .csv: bank.csv.bytes
            case .aiken: bank.aiken.bytes
            case .qti21: bank.qti(.v21).bytes
            case .qti30: bank.qti(.v30).bytes
            case .qti12: bank.qti12Package(for: .canvas).bytes
            case .cartridge: bank.qti12Package(for: .cartridge).bytes
            }
        }

        func read(_ bytes: [UInt8]) throws -> Import {
            switch self {
            case .gift: try readGIFT(bytes)
            case .moodleXML: try readMoodleXML(bytes)
            case .csv: try readQuestionTable(bytes)
            case .aiken: try readAiken(bytes)
            case .qti21, .qti30, .qti12, .cartridge: try readQTI(bytes)
            }
        }
    }

    @Test(arguments: Format.allCases) func `the bundled pack comes back byte for byte`(format: Format) throws {
        let bank = try Sample.fullBank()
        let written = format.write(bank)
        let read = try format.read(written)
        #expect(format.write(read.bank) == written)
        #expect(read.notes.isEmpty)
        #expect(read.positions.count == read.bank.questions.count)
        let lines = read.positions.filter { $0.document == nil }.compactMap(\.line)
        #expect(lines == lines.sorted())
    }

    @Test(arguments: Format.allCases.filter { $0 != .aiken }) func `awkward words come back byte for byte`(
        format: Format
    ) throws {
        let written = format.write(Sample.awkward)
        #expect(format.write(try format.read(written).bank) == written)
    }

    /// What is said to one typed answer must not move it before the others; a bank may have no name.
    @Test(arguments: [Format.qti12, .cartridge]) func `typed answers keep their order, and a bank without a name stays`(
        format: Format
    ) throws {
        let replies = [
            Question.Reply("150 min", isRight: true), .init("150", isRight: true, feedback: "Just so."),
            .init("150 minutes", isRight: true),
        ]
        let bank = QuestionBank(questions: [Question(id: "a", stem: ["How long?"], kind: .short, replies: replies)])
        let written = format.write(bank)
        let read = try format.read(written).bank
        #expect(read.questions.first?.replies == replies)
        #expect(format.write(read) == written)
    }

    @Test func `Moodle's XML and tables keep every question as it is`() throws {
        for bank in [try Sample.fullBank(), Sample.awkward] {
            #expect(try readMoodleXML(bank.moodleXML.bytes).bank == bank.withCredits(Self.nearest))
            #expect(try readQuestionTable(bank.csv.bytes).bank.questions == bank.questions)
        }
    }

    @Test(arguments: [QTIVersion.v21, .v30]) func `QTI keeps all but tags, and names that no identifier may have`(
        version: QTIVersion
    ) throws {
        for bank in [try Sample.fullBank(), Sample.awkward] {
            var kept = bank
            kept.name = qtiName(bank.name)
            for position in kept.questions.indices {
                kept.questions[position].tags = []
                if kept.questions[position].id.isEmpty { kept.questions[position].id = "question-\(position + 1)" }
            }
            #expect(try readQTI(bank.qti(version).bytes).bank == kept)
        }
    }

    @Test func `GIFT keeps all but a sign of its own`() throws {
        for bank in [try Sample.fullBank(), Sample.awkward] {
            var kept = bank.withCredits(Self.nearest)
            for position in kept.questions.indices where kept.questions[position].kind == .short {
                kept.questions[position].replies = kept.questions[position].replies.map {
                    .init($0.text.replacing("->", with: "→"), credit: $0.credit, feedback: $0.feedback)
                }
            }
            #expect(try readGIFT(bank.gift.bytes).bank == kept)
        }
    }

    /// Moodle knows some parts of the credit.
    private static func nearest(_ reply: Question.Reply) -> Double { MoodleShare.nearest(to: reply) / 100 }

    @Test(arguments: [QTI12Profile.canvas, .cartridge])
    func `QTI 1.2 keeps all but tags and wrong answers that are typed`(profile: QTI12Profile) throws {
        for bank in [try Sample.fullBank(), Sample.awkward] {
            var kept = bank.withCredits { $0.isRight ? 1 : 0 }
            kept.name = qtiName(bank.name)
            if profile == .cartridge { kept.notices = [] }
            for position in kept.questions.indices {
                kept.questions[position].tags = []
                let name = "question-\(position + 1)"
                if kept.questions[position].id.isEmpty { kept.questions[position].id = name }
                if kept.questions[position].title.isEmpty { kept.questions[position].title = name }
                if kept.questions[position].kind == .short {
                    kept.questions[position].replies = kept.questions[position].right
                }
            }
            #expect(try readQTI(bank.qti12Package(for: profile).bytes).bank == kept)
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `questions made by chance come back`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bank = Self.bank(with: &random)
        #expect(try readMoodleXML(bank.moodleXML.bytes).bank == bank)
        #expect(try readQuestionTable(bank.csv.bytes).bank.questions == bank.questions)
        let gift = bank.gift.bytes
        let again = try readGIFT(gift).bank.gift.bytes
        #expect(String(decoding: again, as: UTF8.self) == String(decoding: gift, as: UTF8.self))
        let aiken = bank.aiken.bytes
        if !aiken.isEmpty { #expect(try readAiken(aiken).bank.aiken.bytes == aiken) }
        let qti = bank.qti(.v30).bytes
        #expect(try readQTI(qti).bank.qti(.v30).bytes == qti)
        let canvas = bank.qti12Package(for: .canvas).bytes
        #expect(try readQTI(canvas).bank.qti12Package(for: .canvas).bytes == canvas)
    }

    private static func bank(with random: inout SeededGenerator) -> QuestionBank {
        let pieces = [
            "=", "~", "#", "{", "}", ":", "\\", "\"", "'", ",", ";", "<p>", "&amp;", "]]>", "->", "%", "[html]", "//",
            "::", "é", "99601 x1", "A. ", "ANSWER:", "Source: ", "+", "-", "@", "T", "$CATEGORY:",
        ]
        func text() -> String {
            (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (pieces.randomElement(using: &random) ?? "") + [" ", ""][Int.random(in: 0...1, using: &random)]
            }.joined() + "."
        }
        let questions = (0..<Int.random(in: 1...4, using: &random)).map { number in
            let kind: Question.Kind = Bool.random(using: &random) ? .choice : .short
            let right = Question.Reply("a" + text(), isRight: true, feedback: text())
            let wrong = (1...3).map { Question.Reply("b\($0)" + text(), isRight: false) }
            return Question(
                id: "id-\(number)", title: "a" + text(), stem: ["a" + text(), text()], kind: kind,
                replies: ([right] + wrong).shuffled(using: &random),
                explanation: ["a" + text()], sources: [text()], tags: [text()])
        }
        return QuestionBank(name: "a" + text(), title: "a" + text(), notices: [text()], questions: questions)
    }
}

extension QuestionBank {
    /// The same bank, with replies that are worth something else.
    fileprivate func withCredits(_ credit: (Question.Reply) -> Double) -> QuestionBank {
        var bank = self
        for position in bank.questions.indices {
            bank.questions[position].replies = bank.questions[position].replies.map {
                .init($0.text, credit: credit($0), feedback: $0.feedback)
            }
        }
        return bank
    }
}
