import Content
import Foundation
import Markup
import PseudoTerminal
import Scoring
import Testing

@testable import Interchange

/// What is written, read by readers that others wrote.
@Suite struct `Readers that others wrote` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ bytes: [UInt8], to name: String) throws -> String {
        try Data(bytes).write(to: URL(filePath: folder.path(of: name)))
        return folder.path(of: name)
    }

    // MARK: GIFT

    private struct GIFTQuestion: Decodable {
        struct Answer: Decodable {
            let text: String
            let fraction: Double
            let feedback: String
        }
        let title, text, type, feedback: String
        let isValid: Bool
        let answers: [Answer]
    }

    @Test func `pygiftparser reads every question as it was meant`() throws {
        let bank = try Sample.fullBank()
        let read: [GIFTQuestion] = try ReferenceReader.read("gift.py", [try write(bank.gift.bytes, to: "a.gift")])
        try #require(read.count == bank.questions.count)
        for (found, question) in zip(read, bank.questions) {
            #expect(found.isValid && found.title == question.title)
            #expect(found.text == question.stem.joined(separator: "\n\n"))
            // It calls every set with a share of nothing one to select from.
            #expect(found.type == (question.wrong.isEmpty ? "ShortSet" : "SelectSet"))
            let written = question.replies
            #expect(found.answers.map(\.text) == written.map(\.text))
            #expect(found.answers.map { $0.fraction > 0 } == written.map { $0.credit > 0 })
            #expect(found.answers.map(\.feedback) == written.map(\.feedback))
            #expect(found.feedback == question.explanationWithSources.joined(separator: "\n\n"))
        }
    }

    // MARK: Anki

    private struct Collection: Decodable {
        struct Import: Decodable, Equatable {
            let new, updated, duplicate, conflicting, notes, cards: Int
        }
        struct Note: Decodable {
            let guid: String
            let id: Int64
            let fields, tags: [String]
        }
        let imports: [Import]
        let isSound: Bool
        let decks: [String]
        let notes: [Note]
        let answers: [String]
    }

    @Test func `Anki takes a package in once, and what changed in it a second time`() throws {
        let bank = try Sample.fullBank()
        var edited = bank
        edited.questions[0].explanation = ["Explained in other words."]
        let count = bank.questions.count
        let packages = try [
            (bank, 1_700_000_000), (bank, 1_700_000_000), (edited, 1_700_000_100), (edited, 1_700_000_200),
        ]
        .enumerated().map { place, package in
            try write(package.0.anki(at: package.1).bytes, to: "\(place).apkg")
        }
        let collection: Collection = try ReferenceReader.read("anki_import.py", [folder.path] + packages)
        let whole = (count, count)
        #expect(
            collection.imports == [
                .init(new: count, updated: 0, duplicate: 0, conflicting: 0, notes: whole.0, cards: whole.1),
                .init(new: 0, updated: 0, duplicate: count, conflicting: 0, notes: whole.0, cards: whole.1),
                .init(new: 0, updated: count, duplicate: 0, conflicting: 0, notes: whole.0, cards: whole.1),
                .init(new: 0, updated: count, duplicate: 0, conflicting: 0, notes: whole.0, cards: whole.1),
            ])
        #expect(collection.isSound)
        #expect(collection.decks.contains("home-infusion"))
        let notes = edited.questions.map { AnkiNote($0, of: bank.name) }
        let found = Dictionary(uniqueKeysWithValues: collection.notes.map { ($0.guid, $0) })
        for (note, question) in zip(notes, edited.questions) {
            let kept = try #require(found[note.guid])
            #expect(kept.fields == note.fields && kept.id == note.id)
            #expect(kept.tags == Set(question.tags).sorted())
        }
        #expect(collection.answers.contains { $0.contains("Explained in other words.") })
    }

    // MARK: QTI

    private struct Comparison: Decodable {
        let files, different, missing, broken, dangling: [String]
        let sameFiles: Bool
    }

    @Test func `an independent converter makes QTI 3 of the QTI 2 that is the QTI 3 written here`() throws {
        var pack = try Sample.homeInfusion()
        pack.policies = Array(pack.policies.prefix(1))
        pack.scenarios = Array(pack.scenarios.prefix(20))
        pack.templates = []
        var blueprint = try #require(pack.blueprint("certification"))
        blueprint.sections.removeAll { ["limits", "days", "drugs", "medicare"].contains($0.id.text) }
        for place in blueprint.sections.indices { blueprint.sections[place].count = 1 }
        let (exam, plan) = try QuestionBank.test(after: blueprint, of: pack, fillings: 1, seed: 1)
        let banks = [("full", try Sample.fullBank(), nil), ("awkward", Sample.awkward, nil), ("exam", exam, plan)]
        for (name, bank, plan) in banks {
            let older = try write(bank.qti(.v21, plan: plan).bytes, to: "\(name)-2.zip")
            let newer = try write(bank.qti(.v30, plan: plan).bytes, to: "\(name)-3.zip")
            let comparison: Comparison = try ReferenceReader.read("qti.py", [older, newer])
            #expect(comparison.files.count == bank.questions.count + 2)
            #expect(comparison.sameFiles && comparison.missing.isEmpty && comparison.broken.isEmpty)
            #expect(comparison.different == [])
            #expect(comparison.dangling == [])
        }
    }

    @Test func `a package that another program made is read as it was meant`() throws {
        let path = folder.path(of: "others.zip")
        let _: [String] = try ReferenceReader.read("qti_others.py", [path])
        let read = try readQTI(Array(try Data(contentsOf: URL(filePath: path))))
        #expect(
            read.bank.questions.map(\.stem) == [
                ["What is billed & why?"], ["Which two are needed?"], ["What is billed?"], ["How many minutes count?"],
            ])
        #expect(read.bank.questions.map(\.kind) == [.choice, .choice, .short, .short])
        #expect(
            read.bank.questions.map { $0.right.map(\.text) } == [
                ["99602 x2"], ["a start", "a stop"], ["99601 x1", "99601"], ["150"],
            ])
        #expect(read.bank.questions.map(\.wrong.count) == [2, 1, 0, 0])
        #expect(read.bank.title == "visits")
        #expect(
            read.notes.map(\.message) == [
                "formatting cannot be kept",
                "numbers are kept as texts: another way to write one, such as 2.0 for 2, is not taken",
            ])
        #expect(
            read.problems.map(\.message) == [
                "a number with a tolerance is left out", "a question of type match is left out",
            ])
    }

    @Test func `packages that other programs made for Canvas and Blackboard are read as they were meant`() throws {
        let _: [String] = try ReferenceReader.read("qti12_others.py", [folder.path])
        func read(_ name: String) throws -> Import {
            try readQTI(Array(try Data(contentsOf: URL(filePath: folder.path(of: name)))))
        }
        let canvas = try read("canvas.zip")
        #expect(
            canvas.bank.questions.map(\.stem) == [
                ["Which code stands first?"], ["Which two are needed?"], ["What is billed?"],
                ["How many minutes are two hours?"],
            ])
        #expect(
            canvas.bank.questions.map { $0.right.map(\.text) } == [
                ["99601"], ["a start", "a stop"], ["99601 x1", "99601"], ["120"],
            ])
        #expect(canvas.bank.questions[0].replies.map(\.feedback) == ["Just so.", "That is the add-on."])
        #expect(canvas.bank.questions[0].explanation == ["It is the one of the first two hours."])
        #expect(
            canvas.problems.map(\.message) == ["a number with a tolerance is left out", "an essay is left out"])
        for name in ["maker-canvas.zip", "pool.zip"] {
            let made = try read(name).bank.questions
            #expect(
                made.map(\.stem) == [["What is billed & why?"], ["Which two are needed?"], ["What is billed?"]],
                "\(name)")
            #expect(
                made.map { $0.right.map(\.text) } == [["99602 x2"], ["a start", "a stop"], ["99601 x1", "99601"]],
                "\(name)")
            #expect(made.map(\.wrong.count) == [2, 1, 0], "\(name)")
        }
    }

    private struct QuizQuestion: Decodable {
        let type, points, stem: String
        let options, right: [String]
    }

    /// Without feedback: it takes every option that a condition names for a right one, those that only show words too.
    @Test(arguments: Sample.bundled, [QTI12Profile.canvas, .cartridge])
    func `qti2latex reads every question for Canvas as it was meant`(pack: String, profile: QTI12Profile) throws {
        var bank = try Sample.wholeBank(pack)
        for place in bank.questions.indices {
            bank.questions[place].replies = bank.questions[place].replies.map { .init($0.text, credit: $0.credit) }
        }
        let package = try write(bank.qti12Package(for: profile).bytes, to: "quiz.zip")
        let read: [QuizQuestion] = try ReferenceReader.read("qti12_reader.py", [package])
        try #require(read.count == bank.questions.count && !read.isEmpty)
        for (found, question) in zip(read, bank.questions) {
            let isChoice = question.kind == .choice
            #expect(found.type == (isChoice ? "multiple_choice_question" : "short_answer_question"))
            #expect(found.points == "1")
            #expect(found.stem == question.stem.map { "<p>\($0.escapedInXML)</p>" }.joined())
            #expect(found.options == (isChoice ? question.replies.map(\.text) : []))
            let right = question.right.map(\.text)
            #expect(found.right == (isChoice ? right : right.sorted()), "\(question.id)")
        }
    }

    /// IMS does not hand out its schemas any more: what its description of the format says of the parts that are used is
    /// in `qti12.dtd`.
    @Test(arguments: Sample.bundled, [QTI12Profile.canvas, .cartridge])
    func `documents of QTI 1.2 have the structure that the format asks for`(pack: String, profile: QTI12Profile) throws
    {
        for bank in [try Sample.wholeBank(pack), Sample.awkward] {
            let package = try write(bank.qti12Package(for: profile).bytes, to: "quiz.zip")
            let wrong: [String] = try ReferenceReader.read("qti12_structure.py", [package])
            #expect(wrong.isEmpty, "\(wrong)")
        }
    }

    // MARK: Spreadsheets

    private struct Workbook: Decodable {
        let sheets: [String: [[String]]]
        let types: [String]
    }

    @Test func `openpyxl reads every cell of a workbook as the text that it is`() throws {
        for bank in [try Sample.fullBank(), Sample.awkward] {
            let book: Workbook = try ReferenceReader.read("workbook.py", [try write(bank.xlsx.bytes, to: "a.xlsx")])
            #expect(book.types == ["s"] || book.types == ["inlineStr"], "\(book.types)")
            let rows = try #require(book.sheets["Questions"])
            try #require(rows.count == bank.questions.count + 1)
            #expect(rows[0].prefix(4) == ["id", "title", "kind", "stem"])
            #expect(rows.dropFirst().map { $0[3] } == bank.questions.map { $0.stem.joined(separator: "\n") })
            #expect(
                rows.dropFirst().map { $0[4] } == bank.questions.map { $0.replies.map(\.text).joined(separator: "\n") })
            #expect(try readQuestionTable(bank.xlsx.bytes).bank == bank)
        }
    }

    @Test func `openpyxl reads numbers and days as such, where columns say so`() throws {
        let sheet = SheetRows(
            "Results",
            [
                ["name", "percent", "day", "n"], ["1e5", "87.5", "2026-03-02", "007"],
                ["2026-03-02", "-", "soon", "-1"],
            ],
            numbers: ["percent", "n"], days: ["day"], widths: [])
        let book: Workbook = try ReferenceReader.read(
            "workbook.py", [try write(excelWorkbook([sheet]), to: "b.xlsx")])
        #expect(book.types == ["d", "inlineStr", "n"] || book.types == ["d", "n", "s"], "\(book.types)")
        let rows = try #require(book.sheets["Results"])
        #expect(rows[1] == ["1e5", "87.5", "2026-03-02 00:00:00", "7"])
        #expect(rows[2] == ["2026-03-02", "-", "soon", "-1"])
    }
}
