/// One question of a GIFT file: what stands between two empty lines, taken apart as Moodle does it (`readquestion` of its
/// `format/gift/format.php`).
struct GIFTBlock {
    enum Outcome {
        case question(Question, notes: [(position: ImportPosition, message: String)])
        /// Words alone.
        case description
    }

    let text: GIFTText
    private let range: Range<Int>
    private let startLine: Int
    private var remarks = Remarks()
    /// Where each line but the first begins.
    private let lineStarts: [Int]
    /// The format of texts that carry no mark of their own.
    private var format = "moodle"

    init(_ text: GIFTText, _ range: Range<Int>, from line: Int) {
        self.text = text
        self.range = text.trimmed(range)
        startLine = line - text.bytes[range].prefix { text.isSpace($0) }.reduce(0) { $0 - ($1 == 0x0A ? 1 : 0) }
        lineStarts = self.range.filter { text[$0] == 0x0A }.map { $0 + 1 }
    }

    mutating func read() throws(ImportProblem) -> Outcome {
        let (title, words) = try readTitle()
        let open = text.next(in: words) { $0 == UInt8(ascii: "{") }
        let close = text.next(in: words) { $0 == UInt8(ascii: "}") }
        guard open < words.upperBound else {
            guard close == words.upperBound else {
                throw problem("} closes what nothing opens", at: close, "write \\} for a brace")
            }
            return .description
        }
        guard close < words.upperBound else {
            throw problem("{ is never closed", at: open, "close it with }, before any empty line")
        }
        let body = open + 1..<max(close, open + 1)
        let tail = close + 1..<words.upperBound
        guard close > open, !text.contains("{", in: tail) else {
            let position = close > open ? text.next(in: tail) { $0 == UInt8(ascii: "{") } : close
            throw problem("a second { in one question", at: position, "put an empty line between questions")
        }
        let stem = try stem(before: words.lowerBound..<open, after: tail)
        guard !stem.isEmpty else {
            throw problem("the question has no words", at: range.lowerBound, "write them before the {")
        }
        return try readAnswers(body, asking: stem, title: title)
    }

    // MARK: Parts

    private func readTitle() throws(ImportProblem) -> (title: String, words: Range<Int>) {
        guard text.starts(with: "::", at: range.lowerBound, in: range) else { return ("", range) }
        let begin = range.lowerBound + 2
        var close = text.next(in: begin..<range.upperBound) { $0 == UInt8(ascii: ":") }
        while close + 1 < range.upperBound, text[close + 1] != UInt8(ascii: ":") {
            close = text.next(in: close + 1..<range.upperBound) { $0 == UInt8(ascii: ":") }
        }
        guard close + 1 < range.upperBound else {
            throw problem("the title is never closed", at: range.lowerBound, "end it with ::")
        }
        return (plainLine(text.unescaped(begin..<close)), text.trimmed(close + 2..<range.upperBound))
    }

    /// What is asked. Words behind the answers make a gap of them.
    private mutating func stem(before head: Range<Int>, after tail: Range<Int>) throws(ImportProblem) -> [String] {
        let mark = mark(at: head)
        if let mark { format = mark.format }
        let before = words(mark?.rest ?? head, as: format)
        let after = words(tail, as: format)
        guard let next = after.first?.first else { return before }
        let gap = next.isPunctuation ? "_____" : "_____ "
        return [(before + [gap + after.joined(separator: " ")]).joined(separator: " ")]
    }

    private mutating func readAnswers(
        _ body: Range<Int>, asking stem: [String], title: String
    ) throws(ImportProblem) -> Outcome {
        let general = text.last("####", in: body)
        let answers = text.trimmed(body.lowerBound..<(general ?? body.upperBound))
        let (explanation, sources) = Question.takingSources(
            from: general.map { paragraphs(of: $0 + 4..<body.upperBound) } ?? [])
        var question = Question(
            title: title, stem: stem, kind: .choice, replies: [], explanation: explanation, sources: sources)
        if answers.isEmpty { throw leftOut("an essay") }
        if let truth = truth(answers) {
            question.replies = truth
            return .question(question, notes: remarks.all)
        }
        let isNumber = text[answers.lowerBound] == UInt8(ascii: "#")
        let isChoice = !isNumber && text.contains("~", in: answers)
        question.kind = isChoice ? .choice : .short
        if !isChoice, text.contains("=", in: answers), text.bytes[answers].contains("->".utf8) {
            throw leftOut("a matching question")
        }
        let found = isNumber ? try numbers(answers.dropFirst()) : try replies(answers, isChoice: isChoice)
        let mayBeSeveral = isChoice && !text.contains("=", in: answers)
        for (position, message) in question.take(found, mayBeSeveral: mayBeSeveral) {
            remarks.add(message, at: position)
        }
        guard !question.right.isEmpty else {
            if isNumber { throw leftOut("a number with a tolerance") }
            if question.kind == .short, let problem = found.onlyPattern { throw problem }
            throw problem("no answer is right", at: body.lowerBound, "mark one with =")
        }
        return .question(question, notes: remarks.all)
    }

    // MARK: Words

    /// Words at an answer or behind #, in one line.
    mutating func line(of range: Range<Int>) -> String { paragraphs(of: range).joined(separator: " ") }

    /// What an answer that is typed is held against, sign by sign.
    func pattern(of range: Range<Int>) -> String { plainLine(text.unescaped(mark(at: range)?.rest ?? range)) }

    /// Words that may begin with the mark of their format.
    private mutating func paragraphs(of range: Range<Int>) -> [String] {
        let mark = mark(at: range)
        return words(mark?.rest ?? range, as: mark?.format ?? format)
    }

    private func mark(at range: Range<Int>) -> (format: String, rest: Range<Int>)? {
        let range = text.trimmed(range)
        guard let format = giftFormats.first(where: { text.starts(with: "[\($0)]", at: range.lowerBound, in: range) })
        else { return nil }
        return (format, range.lowerBound + format.utf8.count + 2..<range.upperBound)
    }

    /// Moodle's own format knows tags and entities as HTML does, and every line is one there.
    private mutating func words(_ range: Range<Int>, as format: String) -> [String] {
        let words = text.unescaped(range)
        if format == "plain" { return lines(words) }
        if format == "markdown" { return Interchange.paragraphs(words) }
        let html = HTMLText(words, keepsLines: format == "moodle")
        if let loss = html.loss { note(loss, at: startLine) }
        return html.paragraphs
    }

    mutating func note(_ message: String, at line: Int) { remarks.add(message, at: ImportPosition(line: line)) }

    // MARK: Places

    func lineNumber(at position: Int) -> Int {
        var (low, high) = (0, lineStarts.count)
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= position { low = middle + 1 } else { high = middle }
        }
        return startLine + low
    }

    func problem(_ message: String, at position: Int, _ mend: String) -> ImportProblem {
        let lineStart = text.bytes[..<position].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = text.bytes[lineStart..<position].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return ImportProblem(message, line: lineNumber(at: position), column: column, mend: mend)
    }

    private func leftOut(_ what: String) -> ImportProblem { ImportProblem("\(what) is left out", line: startLine) }
}
