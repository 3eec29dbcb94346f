import Content
import Interchange
import Quiz

/// Files of one or two questions, of every kind of item, in every format that is read.
func questionSubjects(of pack: Pack) -> [Subject] {
    let banks = smallBanks(of: pack)
    let words = [
        "99601", "99602 x2", "x", "0", "-1", "100", "9999999999999999999", "1e308", "true", "é", "👩‍⚕️", "\0",
        "\u{FEFF}", "\u{202E}", "\r", "\n\n", "\t",
    ]
    return [
        Subject(
            "gift", banks.map(\.gift.bytes),
            spice: words + [
                "=", "~", "#", "####", "{", "}", "\\", "::", "%50%", "%-1e9%", "->", "[html]", "[markdown]", "//",
                "$CATEGORY: ", "T", "FALSE", "[id:x]", "{#3:0}", "{}",
            ]
        ) { check($0, readGIFT, \.gift.bytes) { $0.line != nil && $0.column == nil } },
        Subject(
            "moodle-xml", banks.map(\.moodleXML.bytes),
            spice: words + [
                "<", ">", "</text>", "/>", "<!--", "-->", "<![CDATA[x]]>", "]]>", "&", "&#0;", "&#x10FFFF;", "&amp;",
                "\"", "multichoice", "shortanswer", "numerical", "truefalse", "essay", "html", "markdown", "plain_text",
                "50", "33.33333", "<file/>", "<p>", "&lt;b&gt;",
            ]
        ) { check($0, readMoodleXML, \.moodleXML.bytes, isAboutContents: isAboutQuestions) },
        Subject(
            "csv", banks.map(\.csv.bytes),
            spice: words + [",", ";", "\"", "\"\"", "'", "=", "'=1", "choice", "short", "1 2", "stem", "right"]
        ) {
            check($0, { bytes throws(ImportProblem) in try readQuestionTable(bytes) }, \.csv.bytes) {
                $0.message.hasPrefix("column ")
            }
        },
        Subject(
            "aiken", banks.map(\.aiken.bytes).filter { !$0.isEmpty },
            spice: words + ["ANSWER: ", "ANSWER:A", "A. ", "B) ", "Z. ", "C.", "\n"]
        ) { check($0, readAiken, \.aiken.bytes) { _ in false } },
    ]
}

/// Whether a problem of a document is one of its questions, and not one of its signs.
func isAboutQuestions(_ problem: ImportProblem) -> Bool {
    [
        "is left out", "no words", "is no fraction", "is right", "many texts fit", "which is not here",
        "is not in the archive", "is no item of QTI",
    ].contains {
        problem.message.contains($0)
    }
}

/// Banks with few replies, which are as telling as many.
func smallBanks(of pack: Pack) -> [QuestionBank] {
    var bank = QuestionBank(
        Selection(kinds: ItemKind.allCases, policies: pack.policies, fillings: 1, seed: 3), of: pack)
    let questions = bank.questions.map { question in
        var question = question
        question.replies = Array(question.right.prefix(3) + question.wrong.prefix(3))
        return question
    }
    let choices = questions.filter { $0.kind == .choice }
    return questions.indices.map { place in
        bank.questions = [questions[place], choices[place % choices.count]]
        return bank
    }
}

/// What was read is written, and must come back as it was written.
func check(
    _ file: [UInt8], _ read: ([UInt8]) throws(ImportProblem) -> Import, _ write: (QuestionBank) -> [UInt8],
    isAboutContents: (ImportProblem) -> Bool
) -> Subject.Outcome {
    let bank: QuestionBank
    do {
        bank = try read(file).bank
    } catch {
        return .init(refused: error, isWellFormed: isAboutContents(error))
    }
    var outcome = Subject.Outcome.read
    let written = write(bank)
    do {
        if write(try read(written).bank) != written {
            outcome.failure = "what was written comes back otherwise"
        }
    } catch {
        outcome.failure = "what was written is refused: \(error)"
    }
    return outcome
}
