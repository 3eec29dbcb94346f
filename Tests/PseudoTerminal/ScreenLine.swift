import CPseudoTerminal
import Glibc

/// One line of a screen, as long as it was written.
struct ScreenLine {
    private enum Cell: Equatable {
        case blank
        case narrow(String)
        case wide(String)
        /// The second half of the wide character before it.
        case rightHalf
    }

    private var cells: [Cell] = []

    /// The columns that can be seen to be written; spaces at the end are not.
    var width: Int {
        cells.lastIndex { $0 != .blank && $0 != .narrow(" ") }.map { $0 + 1 } ?? 0
    }

    /// The line without spaces at its end.
    var text: String {
        var result = ""
        for cell in cells.prefix(width) {
            switch cell {
            case .blank: result += " "
            case .narrow(let character), .wide(let character): result += character
            case .rightHalf: break
            }
        }
        return result
    }

    /// Puts a character of one or two columns in place of what is there.
    mutating func put(_ character: String, width: Int, at column: Int) {
        pad(to: column + width)
        cells[column] = width == 2 ? .wide(character) : .narrow(character)
        if width == 2 {
            cells[column + 1] = .rightHalf
        }
        mend(around: column..<column + width)
    }

    /// Adds a mark that takes no room of its own to the character before a column.
    mutating func combine(_ mark: Unicode.Scalar, before column: Int) {
        guard column > 0, column <= cells.count else { return }
        let place = cells[column - 1] == .rightHalf ? column - 2 : column - 1
        switch cells[place] {
        case .narrow(var character):
            character.unicodeScalars.append(mark)
            cells[place] = .narrow(character)
        case .wide(var character):
            character.unicodeScalars.append(mark)
            cells[place] = .wide(character)
        case .blank, .rightHalf: break
        }
    }

    /// Takes away what is in a column and after it.
    mutating func cut(to column: Int) {
        guard column < cells.count else { return }
        cells.removeSubrange(column...)
        mend(around: column..<column)
    }

    /// Blanks everything up to a column and in it.
    mutating func blank(upTo column: Int) {
        for place in cells.indices.prefix(column + 1) {
            cells[place] = .blank
        }
        mend(around: 0..<column + 1)
    }

    /// Moves what is in a column and after it to the right.
    mutating func insertBlanks(_ count: Int, at column: Int) {
        guard column < cells.count else { return }
        cells.insert(contentsOf: Array(repeating: .blank, count: count), at: column)
        mend(around: column..<column + count)
    }

    /// Takes characters out; what is after them moves to the left.
    mutating func delete(_ count: Int, at column: Int) {
        guard column < cells.count else { return }
        cells.removeSubrange(column..<min(column + count, cells.count))
        mend(around: column..<column)
    }

    private mutating func pad(to width: Int) {
        let missing = width - cells.count
        if missing > 0 {
            cells += Array(repeating: .blank, count: missing)
        }
    }

    /// Blanks the halves of wide characters that a change left over at both ends of a range.
    private mutating func mend(around range: Range<Int>) {
        if range.lowerBound > 0, case .wide = cells[range.lowerBound - 1],
            range.lowerBound == cells.count || cells[range.lowerBound] != .rightHalf
        {
            cells[range.lowerBound - 1] = .blank
        }
        if range.upperBound < cells.count, cells[range.upperBound] == .rightHalf {
            let isWhole: Bool
            if range.upperBound > 0, case .wide = cells[range.upperBound - 1] {
                isWhole = true
            } else {
                isWhole = false
            }
            if !isWhole {
                cells[range.upperBound] = .blank
            }
        }
    }
}

/// The C library's UTF-8 locale, which needs no locale to be installed; xterm and readline ask it too.
nonisolated(unsafe) private let utf8Locale: locale_t? = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

/// The columns a character takes up, none for a mark that is drawn into the one before it, less than none for one
/// that is not shown.
func columnsTaken(by scalar: Unicode.Scalar) -> Int {
    guard !(0x20..<0x7F).contains(scalar.value) else { return 1 }
    guard let utf8Locale else { return scalar.value < 0xA0 ? -1 : 1 }
    let former = uselocale(utf8Locale)
    defer { uselocale(former) }
    return Int(wcwidth(wchar_t(scalar.value)))
}
