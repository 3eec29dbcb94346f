import Scoring

/// What a column of a table holds, which tells how a number in it is meant.
enum ColumnKind: Sendable {
    case words, day, time
}

/// 1 January 1970 as spreadsheets count days.
private let firstOf1970 = 25_569

/// The number that a spreadsheet keeps for a day.
func numberInSheets(_ day: Day) -> Int { day.ordinal + firstOf1970 }

extension Sheet {
    /// A cell as a person would type it into a table of text.
    ///
    /// Spreadsheets keep a day as the number of days since 1900, and a time as a part of a day: 09:00 is 0.375.
    ///
    /// - Parameters:
    ///   - cell: Of this sheet.
    ///   - kind: What its column holds.
    /// - Returns: The text; nil where the cell is broken.
    func text(_ cell: Cell, as kind: ColumnKind) -> String? {
        switch cell {
        case .broken: nil
        case .truth(let flag): flag ? "yes" : "no"
        case .text(let text): kind == .words ? text : moment(text, as: kind)
        case .number(let number):
            switch kind {
            case .words: words(number)
            case .day: day(number) ?? words(number)
            case .time: time(number) ?? words(number)
            }
        }
    }

    private func words(_ number: Double) -> String {
        number.rounded() == number && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }

    /// Numbers below are no day that anybody bills, but a year or a slip.
    private static let firstDay = 20_000.0

    private func day(_ number: Double) -> String? {
        guard (Self.firstDay..<3e6).contains(number) else { return nil }
        // Old spreadsheets on Macintoshes begin four years and a day later.
        return Day(ordinal: Int(number) - (countsFrom1904 ? firstOf1970 - 1_462 : firstOf1970))?.description
    }

    private func time(_ number: Double) -> String? {
        guard (0..<1).contains(number) || (Self.firstDay..<3e6).contains(number) else { return nil }
        let seconds = Int(((number - number.rounded(.down)) * 86_400).rounded())
        guard seconds % 60 != 0 else { return ClockTime(minute: seconds / 60)?.description }
        return "\(ClockTime(wrapping: seconds / 60)):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    }

    /// Takes the day or the time out of what some programs write in words: `2026-03-02T09:00:00`.
    private func moment(_ text: String, as kind: ColumnKind) -> String {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let isMoment = parts.count == 2 && Day(parts[0]) != nil
        guard kind == .time else { return isMoment ? String(parts[0]) : text }
        let clock = isMoment ? String(parts[1]) : text
        return clock.utf8.count == 8 && clock.hasSuffix(":00") ? String(clock.dropLast(3)) : clock
    }
}
