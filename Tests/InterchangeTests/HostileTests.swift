import PseudoTerminal
import Testing

@testable import Interchange

@Suite struct `Hostile files` {
    /// Every reader, each with the same bytes.
    private static func readAll(_ bytes: [UInt8]) -> [(name: String, problem: ImportProblem?)] {
        func problem(_ read: () throws(ImportProblem) -> Void) -> ImportProblem? {
            do {
                try read()
                return nil
            } catch {
                return error
            }
        }
        return [
            ("gift", problem { () throws(ImportProblem) in _ = try readGIFT(bytes) }),
            ("moodle-xml", problem { () throws(ImportProblem) in _ = try readMoodleXML(bytes) }),
            ("aiken", problem { () throws(ImportProblem) in _ = try readAiken(bytes) }),
            ("csv", problem { () throws(ImportProblem) in _ = try readQuestionTable(bytes) }),
            ("qti", problem { () throws(ImportProblem) in _ = try readQTI(bytes) }),
        ]
    }

    @Test(arguments: [
        // Entities that grow, that fetch, and that do so from a parameter.
        "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\n<quiz>&b;</quiz>",
        "<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><quiz>&x;</quiz>",
        "<quiz><!ENTITY x \"y\"></quiz>", "<quiz><!DOCTYPE quiz></quiz>",
        "<!DOCTYPE quiz [<!ELEMENT quiz ANY>]><quiz/>",
    ]) func `a document type with declarations is refused, and with it every entity`(text: String) throws {
        for read in [readMoodleXML, readQTI] {
            let problem = #expect(throws: ImportProblem.self) { try read(Array(text.utf8)) }
            #expect(problem?.message.contains("document type") == true, "\(String(describing: problem))")
        }
    }

    @Test(arguments: [
        "<!DOCTYPE quiz>", "<!-- c --><!DOCTYPE quiz SYSTEM \"http://example.org/x.dtd\">",
        "<!DOCTYPE quiz PUBLIC '-//x//y' \"file:///etc/passwd\">",
    ]) func `a document type that only names one is looked up nowhere`(type: String) throws {
        let quiz = "<quiz><question type='shortanswer'><questiontext><text>x</text></questiontext>"
        let answer = "<answer fraction='100'><text>&x;</text></answer></question></quiz>"
        let sound = type + quiz + answer.replacing("&x;", with: "y")
        #expect(try readMoodleXML(Array(sound.utf8)).bank.questions.map(\.stem) == [["x"]])
        let problem = #expect(throws: ImportProblem.self) { try readMoodleXML(Array((type + quiz + answer).utf8)) }
        #expect(problem?.message == "& begins no character that is known")
    }

    @Test func `deep nesting ends soon`() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        let problem = #expect(throws: ImportProblem.self) { try readMoodleXML(Array(("<quiz>" + deep).utf8)) }
        #expect(problem?.message.contains("more elements") == true)
        for text in [String(repeating: "{", count: 100_000), String(repeating: "[", count: 100_000)] {
            for (_, problem) in Self.readAll(Array(text.utf8)) { #expect((problem?.description.count ?? 0) < 500) }
        }
    }

    @Test(
        arguments: [
            [0xFF, 0xFE, 0x3C, 0x00], [0xFE, 0xFF, 0x00, 0x3C], [0x3C, 0x71, 0xE9, 0x3E], [0xC3], [0xED, 0xA0, 0x80],
            [0x00], [0x1B, 0x5B, 0x32, 0x4A], [0x50, 0x4B, 0x03, 0x04], [0xF8, 0x88, 0x80, 0x80, 0x80],
        ] as [[UInt8]]) func `what is no text in UTF-8 is refused`(bytes: [UInt8])
    {
        for (name, problem) in Self.readAll(bytes) {
            // A table may be a spreadsheet, which is an archive that begins with these four bytes, as a package does.
            let mend = bytes.first == 0x50 && ["csv", "qti"].contains(name) ? "the program that made it" : "UTF-8"
            #expect(problem?.mend?.contains(mend) == true, "\(name): \(String(describing: problem))")
        }
    }

    @Test func `a great many attributes, or answers to one item, take no longer than their number`() throws {
        let attributes = "<quiz " + (0..<50_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>"
        let entries = (0..<50_000).map { "<mapEntry mapKey=\"\($0)\" mappedValue=\"1\"/>" }.joined()
        let item = """
            <assessmentItem><responseDeclaration identifier="R"><mapping>\(entries)</mapping></responseDeclaration>
            <itemBody><p>x</p><p><textEntryInteraction responseIdentifier="R"/></p></itemBody></assessmentItem>
            """
        let start = processorTime()
        let empty = #expect(throws: ImportProblem.self) { try readMoodleXML(Array(attributes.utf8)) }
        let read = try readQTI(Array(item.utf8))
        let time = processorTime() - start
        #expect(empty?.message == "there are no questions here" && read.bank.questions.first?.right.count == 50_000)
        #expect(time < .seconds(60))
    }

    /// Read as they stand, fitting many texts, and worth an odd part.
    @Test(arguments: ["=a", "~a", "=a*", "=%1.5%a"])
    func `a great many answers to one question of Moodle take no longer than their number`(sign: String) throws {
        let answers = (0..<20_000).map { "\(sign)\($0)" }.joined(separator: "\n")
        let start = processorTime()
        let bank = try readGIFT(Array("Which? {\n=b\n\(answers)\n}".utf8)).bank
        #expect(try readMoodleXML(bank.moodleXML.bytes).bank.questions.count == 1 && bank.questions.count == 1)
        #expect(try readGIFT(bank.gift.bytes).bank.questions.count == 1)
        #expect(processorTime() - start < .seconds(60))
    }

    @Test(arguments: ["<a ='x", "&amp", "<!x", "<script", "<"])
    func `signs of HTML without an end take no longer than their number`(sign: String) {
        let start = processorTime()
        _ = HTMLText(String(repeating: sign, count: 100_000))
        #expect(processorTime() - start < .seconds(60))
    }

    @Test func `the place of a wrong byte is told`() throws {
        let bytes = Array("é\nab".utf8) + [0xE9] + Array("c".utf8)
        let problem = #expect(throws: ImportProblem.self) { try readGIFT(bytes) }
        #expect(problem?.line == 2 && problem?.column == 3)
    }

    @Test func `a hundred megabytes are refused at once`() {
        let bytes = [UInt8](repeating: 0x61, count: 100_000_000)
        for (name, problem) in Self.readAll(bytes) {
            #expect(problem == .tooLarge, "\(name)")
        }
        let start = processorTime()
        _ = Self.readAll(bytes)
        #expect(processorTime() - start < .seconds(1))
    }

    @Test func `a bank that is cut off anywhere is read or refused, and never wrongly`() throws {
        let bank = try Sample.lessonBank()
        let xml = bank.moodleXML.bytes
        let end = xml.count - 1
        for length in stride(from: 0, to: end, by: 1_999) {
            #expect(throws: ImportProblem.self) { try readMoodleXML(Array(xml[..<length])) }
        }
        let gift = bank.gift.bytes
        for length in stride(from: 0, to: gift.count, by: 1_999) {
            guard let read = try? readGIFT(Array(gift[..<length])) else { continue }
            #expect(read.bank.questions.count <= bank.questions.count)
        }
    }

    @Test func `no terminal ever sees a control character`() throws {
        let escape = "\u{1B}[2J\u{202E}\u{7}"
        let question = Question(
            title: "a" + escape, stem: ["b" + escape], kind: .short, replies: [.init("c" + escape, isRight: true)])
        #expect(question.title == "a[2J" && question.stem == ["b[2J"] && question.replies[0].text == "c[2J")
        #expect(ImportProblem("x" + escape).description == "x[2J")
        let xml = "<quiz><question type=\"&#x202E;essay\u{85}\"/></quiz>"
        let problem = #expect(throws: ImportProblem.self) { try readMoodleXML(Array(xml.utf8)) }
        #expect(problem?.message == "a question of type essay is left out")
        #expect(throws: ImportProblem.self) { try readMoodleXML(Array("<quiz>&#27;</quiz>".utf8)) }
    }
}
