/// Reads questions in Aiken's format: the question, its options with a letter each, and `ANSWER:` with the right one.
///
/// - Parameter file: Text in UTF-8.
/// - Returns: The questions with the lines on which they begin, and why others are left out.
/// - Throws: `ImportProblem` where the file is no text, or nothing in it can be taken in.
package func readAiken(_ file: [UInt8]) throws(ImportProblem) -> Import {
    let rows = try TextInput(file).bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var result = Import()
    var block = AikenBlock()
    for (position, row) in rows.enumerated() {
        let row = AikenBlock.Row(text: plainLine(String(decoding: row, as: UTF8.self)), number: position + 1)
        if block.ends(before: row) { result.take(&block) }
        block.add(row)
        if block.isWhole { result.take(&block) }
    }
    result.take(&block)
    return try result.checked("questions in Aiken's format", mend: "write A. and B. with the options, and ANSWER: A")
}

extension Import {
    /// Takes in the question of a block, and begins the next one.
    fileprivate mutating func take(_ block: inout AikenBlock) {
        attempt { result throws(ImportProblem) in
            if let (question, line) = try block.question() { result.add(question, at: line) }
        }
        block = AikenBlock()
    }
}

/// The lines of one question.
private struct AikenBlock {
    struct Row {
        let text: String
        /// Counted from 1.
        let number: Int

        var isOption: Bool { text.aikenOption != nil }
    }

    private var rows: [Row] = []
    private var isAfterGap = false
    /// Whether its last line says which option is right.
    private(set) var isWhole = false

    /// An empty line behind options and other words behind it are the next question, whose neighbour has no `ANSWER:`.
    func ends(before row: Row) -> Bool {
        isAfterGap && !row.text.isEmpty && rows.contains(where: \.isOption) && !row.isOption
            && !row.text.hasPrefix("ANSWER:")
    }

    mutating func add(_ row: Row) {
        guard !row.text.isEmpty else {
            isAfterGap = true
            return
        }
        isAfterGap = false
        rows.append(row)
        isWhole = row.text.hasPrefix("ANSWER:")
    }

    /// The question with the line on which it begins; nil where there are no lines.
    func question() throws(ImportProblem) -> (Question, line: Int)? {
        guard let first = rows.first, let last = rows.last else { return nil }
        guard isWhole else {
            throw ImportProblem(
                "the question of line \(first.number) has no ANSWER:", line: last.number, column: 1,
                mend: "the file may be cut off")
        }
        let stem = rows.prefix { !$0.isOption && $0.number != last.number }
        guard !stem.isEmpty else {
            throw ImportProblem(
                "an option comes before any question", line: first.number, column: 1, mend: "write the question first")
        }
        let options = try options(rows.dropFirst(stem.count).dropLast())
        let right = try position(of: last, among: options.count)
        let replies = options.enumerated().map { Question.Reply($1, isRight: $0 == right) }
        return (
            Question(stem: [stem.map(\.text).joined(separator: " ")], kind: .choice, replies: replies), first.number
        )
    }

    private func options(_ rows: ArraySlice<Row>) throws(ImportProblem) -> [String] {
        var options: [String] = []
        for row in rows {
            guard let option = row.text.aikenOption else {
                throw ImportProblem(
                    "an option or ANSWER: belongs here", line: row.number, column: 1,
                    mend: "keep each option on one line")
            }
            let due = Array(aikenLetters)[min(options.count, 25)]
            guard option.letter == due, options.count < 26 else {
                throw ImportProblem(
                    "option \(option.letter) stands where \(due) is due", line: row.number, column: 1,
                    mend: "letter them in order")
            }
            options.append(option.text)
        }
        return options
    }

    /// Which option the last line names, counted from 0.
    private func position(of answer: Row, among count: Int) throws(ImportProblem) -> Int {
        guard count >= 2 else {
            throw ImportProblem(
                "the question has no two options", line: answer.number, column: 1,
                mend: "write A. and B. before ANSWER:")
        }
        let letter = plainLine(String(answer.text.dropFirst(7)))
        guard letter.count == 1, let position = Array(aikenLetters).firstIndex(of: Character(letter)), position < count
        else {
            throw ImportProblem(
                "\(letter.prefix(20)) is no option", line: answer.number, column: 9,
                mend: "write one letter, such as ANSWER: A")
        }
        return position
    }
}
