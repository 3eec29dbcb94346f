/// Rows of cells as RFC 4180 has them, cells that a spreadsheet would run as a formula made harmless by an apostrophe.
///
/// - Parameters:
///   - rows: The cells, row by row.
///   - ending: What ends each row; the RFC's own, unless a line feed is wanted.
/// - Returns: The file's text.
package func csvText(_ rows: [[String]], ending: String = "\r\n") -> String {
    rows.map { $0.map(\.asCSVCell).joined(separator: ",") + ending }.joined()
}

extension String {
    private static let formulaSigns: Set<Character> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]

    /// Whether a spreadsheet would run the cell, were it not for apostrophes before it.
    private var looksLikeFormula: Bool { drop { $0 == "'" }.first.map(Self.formulaSigns.contains) ?? false }

    fileprivate var asCSVCell: String {
        let safe = looksLikeFormula ? "'" + self : self
        guard safe.utf8.contains(where: { [0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0x09].contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    /// A cell as it was before `csvText` made it harmless.
    package var withoutDefusal: String { hasPrefix("'") && looksLikeFormula ? String(dropFirst()) : self }
}
