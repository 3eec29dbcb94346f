/// The marks of lists and tables: numbers of rows, brackets, heads of columns.
extension AnswerParser {
    /// `1.` or `1)` before a row, where the numbers count the rows; false where the number is none of that.
    mutating func readListNumber(_ number: Int) throws(AnswerError) -> Bool {
        let mark = scanner.byte(at: scanner.place)
        guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") && brackets.isEmpty,
            isAtRowStart || listNumber > 0, number == listNumber + 1, !scanner.isEnding(from: scanner.place)
        else { return false }
        scanner.place += 1
        try beginRow(number)
        return true
    }

    /// `line 1`, with or without a colon.
    mutating func readLineLabel() throws(AnswerError) {
        let label = scanner.start..<scanner.place
        let end = scanner.place
        guard case .number(let number) = scanner.next() else {
            guard lines.isEmpty, waiting == nil else { throw error(.unexpected, at: label) }
            scanner.place = end
            return
        }
        guard number == listNumber + 1 else { throw error(.unexpected) }
        try beginRow(number)
        let behind = scanner.place
        if case .link = scanner.next() { return }
        scanner.place = behind
    }

    private mutating func beginRow(_ number: Int) throws(AnswerError) {
        try settleLastCount()
        listNumber = number
        part(by: .row)
        isAtRowStart = false
    }

    /// Numbers that count the rows and stand alone before the codes could be counts or the numbers of a list.
    func checkRowNumbers() throws(AnswerError) {
        guard lines.count > 1, numberedRows == lines.count, !hasHeader, let first = firstRowNumber else { return }
        throw error(.countOrPosition(units: 1, lines[0].code), at: first)
    }

    // MARK: Brackets

    /// A bracket round a count, or round lines.
    mutating func readOpening(_ bracket: UInt8) throws(AnswerError) {
        // In ASCII a round bracket is followed by its other half, the others by a character between.
        let closing = bracket == UInt8(ascii: "(") ? bracket + 1 : bracket + 2
        if try readBracketedCount(closing: closing) { return }
        brackets.append(closing)
    }

    mutating func readClosing(_ bracket: UInt8) throws(AnswerError) {
        guard brackets.popLast() == bracket else { throw error(.unexpected) }
        part(by: .comma)
    }
}
