import Machine

/// Where emphasis begins and ends in text that has not been written yet.
///
/// It is marked by characters that stand for nothing (noncharacters of Unicode) and becomes escape sequences only when
/// it is written, so that whatever else the text is made of can be made harmless there: no escape character that came
/// from outside is taken for one of these.
enum Emphasis: UInt32, CaseIterable {
    case bold = 0xFDD0
    case plainWeight, dim, green, red, cyan, plainColour

    static let marks = bold.rawValue...plainColour.rawValue

    /// The mark, as a part of text.
    var mark: String { Unicode.Scalar(rawValue).map { String($0) } ?? "" }

    /// What a terminal is told (ECMA-48, SGR).
    var sequence: String {
        switch self {
        case .bold: "\u{1B}[1m"
        case .dim: "\u{1B}[2m"
        case .plainWeight: "\u{1B}[22m"
        case .red: "\u{1B}[31m"
        case .green: "\u{1B}[32m"
        case .cyan: "\u{1B}[36m"
        case .plainColour: "\u{1B}[39m"
        }
    }
}

extension Style {
    /// Text with this style's marks of emphasis as they are, and all else as a terminal can show it. Where nothing is
    /// emphasised a mark came from outside, and is shown like any other character that stands for nothing.
    func showable(_ text: String, keepingLayout: Bool = false) -> String {
        guard isColoured else { return printable(text, keepingLayout: keepingLayout) }
        return betweenMarks(of: text, { printable($0, keepingLayout: keepingLayout) }, mark: \.mark)
    }

    /// Text as a terminal is told to show it.
    func rendered(_ text: String, keepingLayout: Bool = false) -> String {
        guard isColoured else { return printable(text, keepingLayout: keepingLayout) }
        return betweenMarks(of: text, { printable($0, keepingLayout: keepingLayout) }, mark: \.sequence)
    }
}

/// A prompt for a line editor, which must be told which characters take up no room.
func promptForEditor(_ text: String) -> String {
    betweenMarks(of: text, { printable($0) }, mark: { "\u{1}\($0.sequence)\u{2}" })
}

private func betweenMarks(
    of text: String, _ plain: (String) -> String, mark: (Emphasis) -> String
) -> String {
    guard text.utf8.contains(0xEF) else { return plain(text) }
    var result = ""
    var piece = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        guard let emphasis = Emphasis(rawValue: scalar.value) else {
            piece.append(scalar)
            continue
        }
        result += plain(String(piece)) + mark(emphasis)
        piece = .init()
    }
    return result + plain(String(piece))
}
