/// Lays rows of cells out in columns, each as wide as its widest cell.
///
/// Rows may have different numbers of cells. Nothing is left at the end of a line but what the last cell holds.
package func columns(
    _ rows: [[String]],
    gap: Int = 2,
    indent: Int = 0,
    rightAligned: Set<Int> = []
) -> [String] {
    var widths: [Int] = []
    for row in rows {
        for (column, cell) in row.enumerated() {
            if column == widths.count {
                widths.append(0)
            }
            widths[column] = max(widths[column], displayWidth(of: cell))
        }
    }
    return rows.map { row in
        var line = spaces(indent)
        for (column, cell) in row.enumerated() {
            let padding = spaces(widths[column] - displayWidth(of: cell))
            line += column > 0 ? spaces(gap) : ""
            line += rightAligned.contains(column) ? padding + cell : cell + padding
        }
        return withoutTrailingSpaces(line)
    }
}

/// A share of one drawn with `width` characters: `######....`.
package func bar(fraction: Double, width: Int) -> String {
    let width = max(width, 0)
    let share = fraction.isNaN ? 0 : min(max(fraction, 0), 1)
    let filled = Int((share * Double(width)).rounded())
    return String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
}

/// An estimate between 0 and 1 with the interval in which it lies: `....---|----....`.
package func intervalBar(low: Double, mean: Double, high: Double, width: Int) -> String {
    let width = max(width, 1)
    let position = { (value: Double) in min(max(Int(value * Double(width)), 0), width - 1) }
    let interval = position(low)...max(position(low), position(high))
    return (0..<width).map { $0 == position(mean) ? "|" : interval.contains($0) ? "-" : "." }.joined()
}

/// So many spaces; none if the count is negative.
private func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(count, 0))
}

private func withoutTrailingSpaces(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
}
