/// What a person sees of a program's output: lines of text, those that scrolled away included.
///
/// A small xterm: it wraps where xterm wraps, and obeys what a line editor sends. Titles, private modes and
/// whatever else it does not know are passed over. No bytes make it fail.
package struct Screen {
    /// Characters in a row; at least 2, so that a wide one fits.
    package private(set) var columns: Int
    /// Rows that can be written to.
    package private(set) var rows: Int
    /// Whether colour or other emphasis was ever asked for.
    package private(set) var isEmphasised = false

    /// Everything, the rows that can be written to last.
    private var lines: [ScreenLine]
    /// How many lines have scrolled away.
    private var scrolled = 0
    private var row = 0
    private var column = 0
    /// Whether the last column was just written, so that the next character goes to the next row.
    private var isWrapDue = false
    private var parser = ControlSequenceParser()

    /// An empty screen.
    package init(columns: Int = 80, rows: Int = 24) {
        self.columns = max(columns, 2)
        self.rows = max(rows, 1)
        lines = Array(repeating: ScreenLine(), count: self.rows)
    }

    /// Where the next character goes, from 0, rows counted from the top of what can be written to.
    package var cursor: (row: Int, column: Int) { (row, column) }

    /// All lines from the first that scrolled away to the last that is not blank, without spaces at their ends.
    package var text: String {
        var texts = lines.map(\.text)
        while texts.last?.isEmpty == true {
            texts.removeLast()
        }
        return texts.joined(separator: "\n")
    }

    /// How often a text is to be seen; spaces before the cursor count as seen.
    package func count(of text: String) -> Int {
        guard !text.isEmpty else { return 0 }
        var seen = lines.map(\.text)
        let padding = column - lines[scrolled + row].width
        seen[scrolled + row] += String(repeating: " ", count: max(padding, 0))
        return occurrences(of: Array(text.utf8), in: Array(seen.joined(separator: "\n").utf8))
    }

    /// Takes in what the program sent.
    package mutating func feed(_ bytes: some Sequence<UInt8>) {
        var commands: [ControlSequenceParser.Command] = []
        for byte in bytes {
            parser.take(byte) { commands.append($0) }
        }
        for command in commands {
            perform(command)
        }
    }

    /// Gives the window another size; as in xterm, what is wider than it is cut off.
    package mutating func resize(columns newColumns: Int, rows newRows: Int) {
        columns = max(newColumns, 2)
        let added = max(newRows, 1) - rows
        rows += added
        if added > 0 {
            lines += Array(repeating: ScreenLine(), count: added)
        } else {
            // Rows below the cursor go first, then those at the top scroll away.
            let below = min(-added, rows - added - 1 - row)
            lines.removeLast(below)
            scrolled += -added - below
            row -= -added - below
        }
        for index in scrolled..<lines.count {
            lines[index].cut(to: columns)
        }
        moveTo(row: row, column: column)
    }

    private mutating func perform(_ command: ControlSequenceParser.Command) {
        switch command {
        case .show(let scalar): show(scalar)
        case .control(let byte): obey(byte)
        case .sequence(let final, let parameters): obey(final, parameters)
        }
    }

    // MARK: - Characters

    private mutating func show(_ scalar: Unicode.Scalar) {
        let width = columnsTaken(by: scalar)
        guard width > 0 else {
            if width == 0 {
                lines[scrolled + row].combine(scalar, before: isWrapDue ? column + 1 : column)
            }
            return
        }
        if isWrapDue || column + width > columns {
            column = 0
            feedLine()
        }
        lines[scrolled + row].put(String(Character(scalar)), width: width, at: column)
        column += width
        isWrapDue = column == columns
        column = min(column, columns - 1)
    }

    private mutating func obey(_ control: UInt8) {
        switch control {
        case 0x08: moveTo(row: row, column: column - 1)
        case 0x09: moveTo(row: row, column: (column / 8 + 1) * 8)
        case 0x0A, 0x0B, 0x0C: feedLine()
        case 0x0D: moveTo(row: row, column: 0)
        default: break
        }
    }

    private mutating func feedLine() {
        isWrapDue = false
        guard row == rows - 1 else {
            row += 1
            return
        }
        lines.append(ScreenLine())
        scrolled += 1
    }

    // MARK: - Sequences

    private mutating func obey(_ final: UInt8, _ parameters: [Int]) {
        let first = parameters.first ?? 0
        let count = max(first, 1)
        switch Unicode.Scalar(final) {
        case "A": moveTo(row: row - count, column: column)
        case "B": moveTo(row: row + count, column: column)
        case "C": moveTo(row: row, column: column + count)
        case "D": moveTo(row: row, column: column - count)
        case "G": moveTo(row: row, column: count - 1)
        case "H": moveTo(row: count - 1, column: max(parameters.dropFirst().first ?? 1, 1) - 1)
        case "J": eraseInScreen(first)
        case "K": eraseInLine(first)
        case "@": editLine { $0.insertBlanks(count, at: $1) }
        case "P": editLine { $0.delete(count, at: $1) }
        case "m": isEmphasised = isEmphasised || parameters.contains { $0 != 0 }
        default: break
        }
    }

    private mutating func moveTo(row newRow: Int, column newColumn: Int) {
        row = min(max(newRow, 0), rows - 1)
        column = min(max(newColumn, 0), columns - 1)
        isWrapDue = false
    }

    /// Changes the cursor's line at its column.
    private mutating func editLine(_ edit: (inout ScreenLine, Int) -> Void) {
        edit(&lines[scrolled + row], column)
        lines[scrolled + row].cut(to: columns)
        isWrapDue = false
    }

    private mutating func eraseInLine(_ part: Int) {
        switch part {
        case 0: editLine { $0.cut(to: $1) }
        case 1: editLine { $0.blank(upTo: $1) }
        case 2: editLine { line, _ in line = ScreenLine() }
        default: break
        }
    }

    private mutating func eraseInScreen(_ part: Int) {
        let current = scrolled + row
        switch part {
        case 0:
            eraseInLine(0)
            blank(current + 1..<lines.count)
        case 1:
            eraseInLine(1)
            blank(scrolled..<current)
        case 2: blank(scrolled..<lines.count)
        case 3:
            lines.removeFirst(scrolled)
            scrolled = 0
        default: break
        }
    }

    private mutating func blank(_ range: Range<Int>) {
        for index in range {
            lines[index] = ScreenLine()
        }
    }
}

/// How often a pattern is found, counted without overlaps.
private func occurrences(of pattern: [UInt8], in bytes: [UInt8]) -> Int {
    var count = 0
    var rest = bytes[...]
    while rest.count >= pattern.count {
        if rest.starts(with: pattern) {
            count += 1
            rest = rest.dropFirst(pattern.count)
        } else {
            rest = rest.dropFirst()
        }
    }
    return count
}
