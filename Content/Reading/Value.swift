import Scoring
import Yams

/// A value in a file of a pack, with its place. Reading it as something that it is not logs a problem and gives nil.
struct Value {
    let node: Node
    let file: String
    let log: ProblemLog

    var place: Place {
        Place(file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    /// A scalar's text, unread; nil for a list or a mapping.
    var name: String? { node.string }

    func fail(_ message: String, mend: String? = nil) {
        log.error(message, at: place, mend: mend)
    }

    /// What the value is, in an author's words.
    private var nature: String {
        switch node {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "\"\(scalar.string.prefix(40))\""
        }
    }

    private func isNot<Wanted>(_ expected: String, mend: String? = nil) -> Wanted? {
        fail("expected \(expected), found \(nature)", mend: mend)
        return nil
    }

    // MARK: Kinds of value

    /// Words on one or more lines, with the line breaks folded to spaces.
    func text(limit: Int = 2_000) -> String? {
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else { return isNot("text") }
        if scalar.style == .plain, ["~", "null"].contains(scalar.string) { return isNot("text") }
        let words = scalar.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { return isNot("text") }
        guard words.utf8.count <= limit else {
            fail("the text has more than \(limit) characters", mend: "say it shorter")
            return nil
        }
        // A quoted scalar can spell what the file itself may not hold.
        guard !words.unicodeScalars.contains(where: \.isUnprintable) else {
            fail("the text holds a control character", mend: "delete the escape that makes it")
            return nil
        }
        return words
    }

    func integer(in range: ClosedRange<Int>, unit: String = "") -> Int? {
        let wanted =
            "a whole number\(unit.isEmpty ? "" : " of \(unit)") from \(range.lowerBound) to \(range.upperBound)"
        guard case .scalar(let scalar) = node, let number = Int(scalar.string) else { return isNot(wanted) }
        guard range.contains(number) else { return isNot(wanted) }
        return number
    }

    func flag() -> Bool? {
        guard case .scalar(let scalar) = node, ["true", "false"].contains(scalar.string) else {
            return isNot("true or false")
        }
        return scalar.string == "true"
    }

    func id<Owner>() -> ID<Owner>? {
        guard let text = text(limit: 64) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isID = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        }
        let mended = text.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
        guard isID else {
            return isNot("an id: lower-case words joined by hyphens", mend: "write \(mended)")
        }
        return ID(text)
    }

    func code() -> Code? {
        guard let text = text(limit: 40) else { return nil }
        return Code(text) ?? isNot("a code: five letters or digits, such as \"99601\"")
    }

    func modifier() -> Modifier? {
        guard let text = text(limit: 40) else { return nil }
        return Modifier(text) ?? isNot("a modifier: two letters or digits, such as SS")
    }

    func day() -> Day? {
        guard let text = text(limit: 40) else { return nil }
        return Day(text) ?? isNot("a date such as 2026-03-02")
    }

    func time() -> ClockTime? {
        guard let text = text(limit: 40) else { return nil }
        return ClockTime(text) ?? isNot("a time on the clock of 24 hours, such as \"09:00\"")
    }

    func credit() -> Credit? {
        guard let text = text(limit: 40) else { return nil }
        return Credit(text) ?? isNot("a way of crediting", mend: "write started, midpoint, complete or at-least N")
    }

    /// One of a fixed set of words.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type) -> Choice? {
        guard let text = text(limit: 64) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        let near = suggestion(for: text, among: words)
        return isNot("one of \(words.joined(separator: ", "))", mend: near)
    }

    /// A value, or a list of such values; every element is read, so that every bad one is reported.
    func list<Element>(_ read: (Value) -> Element?) -> [Element] {
        elements.compactMap(read)
    }

    /// The values of a list; a value that is no list stands for a list of one.
    var elements: [Value] {
        guard case .sequence(let sequence) = node else { return [self] }
        return sequence.map { Value(node: $0, file: file, log: log) }
    }

    /// The entries of a mapping, in order.
    func entries(of what: String) -> [(key: Value, value: Value)] {
        guard case .mapping(let mapping) = node else {
            fail("expected \(what), found \(nature)")
            return []
        }
        return mapping.map { key, value in
            (Value(node: key, file: file, log: log), Value(node: value, file: file, log: log))
        }
    }

    var isMapping: Bool {
        if case .mapping = node { true } else { false }
    }

    func fields(of what: String) -> Fields? {
        guard case .mapping = node else { return isNot(what) }
        return Fields(self, of: what)
    }
}
