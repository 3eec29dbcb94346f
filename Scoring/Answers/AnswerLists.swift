/// The marks of lists and tables: numbers of rows, brackets, heads of columns.
extension AnswerParser {
    /// `1.` or `1)` before a row, or a number in the column of the lines, where the numbers count the rows; false where the
    /// number is none of that.
    mutating func readListNumber(_ number: Int) throws(AnswerError) -> Bool {
        let mark = scanner.byte(at: scanner.position)
        let isMarked = mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") && brackets.isEmpty
        if !isMarked, try readNumberOfRow(number, parted: true) { return true }
        guard isMarked || hasLineColumn && isAtRowStart, isAtRowStart || listNumber > 0, number == listNumber + 1,
            !scanner.isEnding(from: scanner.position)
        else { return false }
        if isMarked { scanner.position += 1 }
        try beginRow(number)
        return true
    }

    /// `(2)`, `#2`, `#2:`, `2 -` or `2:` before a code that has a count of its own, where the numbers count the rows: else it
    /// could be a count.
    ///
    /// - Parameters:
    ///   - number: What has just been read, with its brackets.
    ///   - parted: Whether a dash or a colon must follow.
    /// - Returns: Whether it is the number of a row.
    /// - Throws: `AnswerError` where what stands before it has no code.
    mutating func readNumberOfRow(_ number: Int, parted: Bool = false) throws(AnswerError) -> Bool {
        guard isAtRowStart || listNumber > 0, number == listNumber + 1, brackets.isEmpty else { return false }
        var ahead = scanner
        var token = ahead.next()
        switch token {
        case .dash, .link: token = ahead.next()
        default: if parted { return false }
        }
        let start = ahead.start
        while case .word(.filler) = token { token = ahead.next() }
        guard case .code = token, isCounted(after: ahead.position) else { return false }
        try beginRow(number)
        scanner.position = start
        return true
    }

    private static let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]

    /// `a)`, `a.` or `ii.` before a row, where the letters or Rome's numbers count the rows; false where the word is none
    /// of that.
    mutating func readListLetter() throws(AnswerError) -> Bool {
        guard isAtRowStart || listNumber > 0, brackets.isEmpty else { return false }
        let word = scanner.start..<scanner.position
        let isLetter =
            word.count == 1 && Int(scanner.bytes[scanner.start] | 0x20) == Int(UInt8(ascii: "a")) + listNumber
        guard isLetter || listNumber < Self.numerals.count && scanner.says(word, Self.numerals[listNumber]) else {
            return false
        }
        let mark = scanner.byte(at: scanner.position)
        let isStop = mark == UInt8(ascii: ".") && scanner.isSpace(at: scanner.position + 1)
        guard mark == UInt8(ascii: ")") || isStop, !scanner.isEnding(from: scanner.position) else { return false }
        scanner.position += 1
        try beginRow(listNumber + 1)
        return true
    }

    /// `line 1`, with or without a colon.
    mutating func readLineLabel() throws(AnswerError) {
        let label = scanner.start..<scanner.position
        let end = scanner.position
        guard case .number(let number) = scanner.next() else {
            guard lines.isEmpty, waiting == nil else { throw error(.unexpected, at: label) }
            if !hasHeader { hasLineColumn = isAtRowStart }
            scanner.position = end
            return
        }
        guard number == listNumber + 1 else { throw error(.unexpected) }
        try beginRow(number)
        let behind = scanner.position
        if case .link = scanner.next() { return }
        scanner.position = behind
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
        let closing = Self.closing(bracket)
        if try readBracketedCount(closing: closing) { return }
        brackets.append(closing)
    }

    /// In ASCII a round bracket is followed by its other half, the others by a character between.
    static func closing(_ bracket: UInt8) -> UInt8 { bracket == UInt8(ascii: "(") ? bracket + 1 : bracket + 2 }

    mutating func readClosing(_ bracket: UInt8) throws(AnswerError) {
        guard brackets.popLast() == bracket else { throw error(.unexpected) }
        part(by: .comma)
    }
}
