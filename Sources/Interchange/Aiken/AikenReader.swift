/// Reads questions in Aiken's format: the question, its options with a letter each, and `ANSWER:` with the right one.
///
/// - Parameter file: Text in UTF-8.
/// - Returns: The questions with the lines on which they begin.
/// - Throws: `ImportProblem` with the place of what cannot be read.
package func readAiken(_ file: [UInt8]) throws(ImportProblem) -> Import {
    let rows = try TextInput(file).bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var reader = AikenReader()
    for (place, row) in rows.enumerated() {
        try reader.take(plainLine(String(decoding: row, as: UTF8.self)), at: place + 1)
    }
    try reader.finish(at: rows.count)
    return reader.result
}

private struct AikenReader {
    var result = Import()
    private var stem: [String] = []
    private var options: [String] = []
    private var start = 1

    mutating func take(_ row: String, at number: Int) throws(ImportProblem) {
        if row.isEmpty { return }
        if let answer = row.withoutPrefix("ANSWER:") { return try end(plainLine(answer), at: number) }
        guard let option = row.aikenOption else {
            guard options.isEmpty else {
                throw ImportProblem(
                    "an option or ANSWER: belongs here", line: number, column: 1, mend: "keep each option on one line")
            }
            if stem.isEmpty { start = number }
            stem.append(row)
            return
        }
        guard !stem.isEmpty else {
            throw ImportProblem(
                "an option comes before any question", line: number, column: 1, mend: "write the question first")
        }
        let due = Array(aikenLetters)[min(options.count, 25)]
        guard option.letter == due, options.count < 26 else {
            throw ImportProblem(
                "option \(option.letter) stands where \(due) is due", line: number, column: 1,
                mend: "letter them in order")
        }
        options.append(option.text)
    }

    private mutating func end(_ answer: String, at number: Int) throws(ImportProblem) {
        guard options.count >= 2 else {
            throw ImportProblem(
                "the question has no two options", line: number, column: 1, mend: "write A. and B. before ANSWER:")
        }
        guard answer.count == 1, let place = Array(aikenLetters).firstIndex(of: Character(answer)),
            place < options.count
        else {
            throw ImportProblem(
                "\(answer.prefix(20)) is no option", line: number, column: 9,
                mend: "write one letter, such as ANSWER: A")
        }
        let replies = options.enumerated().map { Question.Reply($1, isRight: $0 == place) }
        result.add(Question(stem: [stem.joined(separator: " ")], kind: .choice, replies: replies), at: start)
        stem = []
        options = []
    }

    func finish(at last: Int) throws(ImportProblem) {
        guard stem.isEmpty else {
            throw ImportProblem(
                "the question of line \(start) has no ANSWER:", line: last, column: 1, mend: "the file may be cut off")
        }
    }
}
