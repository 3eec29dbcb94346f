/// One question of a GIFT file: what stands between two empty lines.
struct GIFTBlock {
    enum Outcome {
        case question(Question, notes: [String])
        /// A kind of question that is not taken in.
        case leftOut(String)
    }

    private let bytes: [UInt8]
    private let end: Int
    private let startLine: Int
    private let start: Int
    private var place: Int
    private var notes: [String] = []

    init(_ bytes: [UInt8], _ range: Range<Int>, from line: Int) {
        self.bytes = bytes
        start = range.lowerBound
        place = range.lowerBound
        end = range.upperBound
        startLine = line
    }

    mutating func read() throws(ImportProblem) -> Outcome {
        let title = try readTitle()
        let format = readFormat()
        let head = take(until: [UInt8(ascii: "{")])
        guard place < end else {
            if let brace = stray(in: head) {
                throw problem("} closes what nothing opens", at: brace, "write \\} for a brace")
            }
            return .leftOut("a description, which asks nothing,")
        }
        place += 1
        let body = take(until: [UInt8(ascii: "}")])
        guard place < end else {
            throw problem("{ is never closed", at: body.lowerBound - 1, "close it with }, before any empty line")
        }
        place += 1
        let tail = place..<end
        if let brace = bytes[tail].firstIndex(of: UInt8(ascii: "{")), bytes[brace - 1] != UInt8(ascii: "\\") {
            throw problem("a second { in one question", at: brace, "put an empty line between questions")
        }
        let after = words(tail, as: format)
        let stem =
            after.isEmpty
            ? words(head, as: format) : [(words(head, as: format) + ["_____"] + after).joined(separator: " ")]
        guard !stem.isEmpty else { throw problem("the question has no words", at: start, "write them before the {") }
        return try readAnswers(body, asking: stem, title: title, as: format)
    }

    // MARK: Parts

    private mutating func readTitle() throws(ImportProblem) -> String {
        skipSpace()
        guard bytes[place..<end].starts(with: "::".utf8) else { return "" }
        let begin = place + 2
        var close = begin
        while close + 1 < end, !(bytes[close] == UInt8(ascii: ":") && bytes[close + 1] == UInt8(ascii: ":")) {
            close += bytes[close] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard close + 1 < end else { throw problem("the title is never closed", at: place, "end it with ::") }
        place = close + 2
        return plainLine(unescaped(begin..<close))
    }

    private mutating func readFormat() -> String {
        skipSpace()
        for format in ["html", "plain", "markdown", "moodle"] {
            let mark = "[\(format)]".utf8
            if bytes[place..<end].starts(with: mark) {
                place += mark.count
                return format
            }
        }
        return "moodle"
    }

    private mutating func readAnswers(
        _ body: Range<Int>, asking stem: [String], title: String, as format: String
    ) throws(ImportProblem) -> Outcome {
        var (answers, general) = splitOffGeneralFeedback(body)
        while let last = answers.last, isSpace(bytes[last]) { answers = answers.dropLast() }
        answers = answers.lowerBound + bytes[answers].prefix(while: isSpace).count..<answers.upperBound
        let (explanation, sources) = Question.takingSources(from: words(general, as: format))
        var question = Question(
            title: title, stem: stem, kind: .choice, replies: [], explanation: explanation, sources: sources)
        guard let first = answers.first.map({ bytes[$0] }) else { return .leftOut("an essay") }
        switch first {
        case UInt8(ascii: "#"):
            return try readNumber(answers.dropFirst(), into: question)
        case UInt8(ascii: "="), UInt8(ascii: "~"):
            guard try readReplies(answers, into: &question, as: format) else { return .leftOut("a matching question") }
        default:
            question.replies = try readTruth(answers, as: format)
        }
        guard !question.right.isEmpty else {
            throw problem("no answer is right", at: body.lowerBound, "mark one with =")
        }
        return .question(question, notes: notes)
    }

    private mutating func readTruth(_ answers: Range<Int>, as format: String) throws(ImportProblem) -> [Question.Reply]
    {
        let parts = split(answers, at: UInt8(ascii: "#"))
        let word = plainLine(bytes.text(parts[0])).uppercased()
        guard ["T", "TRUE", "F", "FALSE"].contains(word) else {
            throw problem("an answer begins with = or ~", at: answers.lowerBound, "put = before the right one")
        }
        let isTrue = word.hasPrefix("T")
        let wrong = parts.count > 1 ? inline(parts[1], as: format) : ""
        let right = parts.count > 2 ? inline(parts[2], as: format) : ""
        return [
            .init("True", isRight: isTrue, feedback: isTrue ? right : wrong),
            .init("False", isRight: !isTrue, feedback: isTrue ? wrong : right),
        ]
    }

    private mutating func readNumber(_ answers: Range<Int>, into question: Question) throws(ImportProblem) -> Outcome {
        let text = plainLine(bytes.text(split(answers, at: UInt8(ascii: "#"))[0]))
        let number = text.withoutPrefix("=") ?? text
        let parts = number.split(separator: ":", maxSplits: 1)
        guard let first = parts.first, Double(first) != nil, parts.count == 1 || parts[1] == "0" else {
            return .leftOut("a number with a tolerance")
        }
        var question = question
        question.kind = .short
        question.replies = [.init(String(first), isRight: true)]
        return .question(question, notes: notes)
    }

    /// Reads answers that begin with = or ~; false where they are pairs to match.
    private mutating func readReplies(
        _ answers: Range<Int>, into question: inout Question, as format: String
    ) throws(ImportProblem) -> Bool {
        var hasTilde = false
        var cursor = answers.lowerBound
        while cursor < answers.upperBound {
            let isRight = bytes[cursor] == UInt8(ascii: "=")
            hasTilde = hasTilde || !isRight
            let reply =
                cursor
                + 1..<next(in: cursor + 1..<answers.upperBound) { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "~") }
            let (weight, rest) = try readWeight(reply)
            let parts = split(rest, at: UInt8(ascii: "#"))
            let text = inline(parts[0], as: format)
            guard !text.isEmpty else { throw problem("an answer has no words", at: cursor, "write it after the sign") }
            let feedback = parts.count > 1 ? inline(parts[1].lowerBound..<rest.upperBound, as: format) : ""
            if let weight, isRight && weight != 100 || !isRight && weight != 0 && weight != 100 {
                notes.append(
                    "\(weight) % of the credit for \(text.prefix(40)) is taken for \(weight > 0 ? "right" : "wrong")")
            }
            question.replies.append(.init(text, isRight: weight.map { $0 > 0 } ?? isRight, feedback: feedback))
            cursor = reply.upperBound
        }
        if !hasTilde, question.replies.allSatisfy({ $0.text.contains("->") }) { return false }
        question.kind = hasTilde ? .choice : .short
        if question.right.count > 1, question.kind == .choice { dropEvenShares(of: question) }
        return true
    }

    /// Even shares among several right answers are how such a question is written, and nothing that gets lost.
    private mutating func dropEvenShares(of question: Question) {
        let share = Double(10_000 / question.right.count) / 100
        notes.removeAll { $0.hasPrefix("\(share) %") }
    }

    private func readWeight(_ reply: Range<Int>) throws(ImportProblem) -> (Double?, Range<Int>) {
        guard let first = reply.first, bytes[first] == UInt8(ascii: "%") else { return (nil, reply) }
        let end = next(in: first + 1..<reply.upperBound) { $0 == UInt8(ascii: "%") }
        guard end < reply.upperBound, let weight = Double(bytes.text(first + 1..<end)), (-100...100).contains(weight)
        else {
            throw problem("a share of the credit is a number between two %", at: first, "write it like %50%")
        }
        return (weight, end + 1..<reply.upperBound)
    }

    // MARK: Characters

    private func splitOffGeneralFeedback(_ body: Range<Int>) -> (answers: Range<Int>, general: Range<Int>) {
        var cursor = body.lowerBound
        while cursor < body.upperBound {
            if bytes[cursor] == UInt8(ascii: "\\") {
                cursor += 2
            } else if bytes[cursor..<body.upperBound].starts(with: "####".utf8) {
                return (body.lowerBound..<cursor, cursor + 4..<body.upperBound)
            } else {
                cursor += 1
            }
        }
        return (body, body.upperBound..<body.upperBound)
    }

    private mutating func take(until signs: [UInt8]) -> Range<Int> {
        let begin = place
        place = next(in: place..<end, where: signs.contains)
        return begin..<place
    }

    /// The first byte that fits and is not escaped; the end where there is none.
    private func next(in range: Range<Int>, where fits: (UInt8) -> Bool) -> Int {
        var cursor = range.lowerBound
        while cursor < range.upperBound, !fits(bytes[cursor]) { cursor += bytes[cursor] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(cursor, range.upperBound)
    }

    private func split(_ range: Range<Int>, at sign: UInt8) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var begin = range.lowerBound
        while true {
            let end = next(in: begin..<range.upperBound) { $0 == sign }
            parts.append(begin..<end)
            guard end < range.upperBound else { return parts }
            begin = end + 1
        }
    }

    private func stray(in range: Range<Int>) -> Int? {
        let place = next(in: range) { $0 == UInt8(ascii: "}") }
        return place < range.upperBound ? place : nil
    }

    private mutating func skipSpace() { while place < end, isSpace(bytes[place]) { place += 1 } }
    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

    private mutating func words(_ range: Range<Int>, as format: String) -> [String] {
        guard !range.isEmpty else { return [] }
        let text = unescaped(range)
        guard format == "html" else { return paragraphs(text) }
        let html = HTMLText(text)
        if let loss = html.loss, !notes.contains(loss) { notes.append(loss) }
        return html.paragraphs
    }

    private mutating func inline(_ range: Range<Int>, as format: String) -> String {
        words(range, as: format).joined(separator: " ")
    }

    private func unescaped(_ range: Range<Int>) -> String {
        var text: [UInt8] = []
        var cursor = range.lowerBound
        while cursor < range.upperBound {
            var byte = bytes[cursor]
            if byte == UInt8(ascii: "\\"), cursor + 1 < range.upperBound {
                cursor += 1
                byte = bytes[cursor]
                if byte == UInt8(ascii: "n") { byte = 0x0A }
                // A backslash before any other letter is one.
                if byte != 0x0A, !"~=#{}:\\".utf8.contains(byte) { text.append(UInt8(ascii: "\\")) }
            }
            text.append(byte)
            cursor += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func problem(_ message: String, at offset: Int, _ mend: String) -> ImportProblem {
        let (line, column) = TextInput.place(of: max(offset - start, 0), in: Array(bytes[start..<end]))
        return ImportProblem(message, line: startLine + line - 1, column: column, mend: mend)
    }
}
