import Content
import Scoring
import Yams

/// A value in a file of a pack, with its position. Reading it as something that it is not logs a problem and gives nil.
struct Value {
    let node: Node
    let file: String
    let log: ProblemLog

    var position: FilePosition {
        FilePosition(file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    /// A scalar's text, unread; nil for a list or a mapping.
    var name: String? { node.scalar?.string }

    func fail(_ message: @autoclosure () -> String, mend: @autoclosure () -> String? = nil) {
        log.error(message(), at: position, mend: mend())
    }

    func warn(_ message: @autoclosure () -> String, mend: @autoclosure () -> String? = nil) {
        log.warning(message(), at: position, mend: mend())
    }

    /// Another value of the same file.
    func with(_ node: Node) -> Value { Value(node: node, file: file, log: log) }

    /// What the value is, in an author's words.
    private var nature: String {
        switch node {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        case .scalar(let scalar): isNothing ? "nothing" : scalar.string.quoted
        }
    }

    private var isNothing: Bool {
        guard let scalar = node.scalar else { return false }
        return scalar.string.isEmpty || scalar.style == .plain && ["~", "null"].contains(scalar.string)
    }

    private func isNot<Wanted>(_ expected: String, mend: @autoclosure () -> String? = nil) -> Wanted? {
        fail("expected \(expected), found \(nature)", mend: mend())
        return nil
    }

    // MARK: Lists and mappings

    /// The values of a list; a value that is no list stands for a list of one.
    var elements: [Value] {
        guard case .sequence(let sequence) = node else { return [self] }
        return sequence.map(with)
    }

    /// A value, or a list of such values; every element is read, so that every bad one is reported.
    func list<Element>(_ read: (Value) -> Element?) -> [Element] {
        elements.compactMap(read)
    }

    /// The same where there must be at least one.
    func list<Element>(ofAtLeastOne what: String, _ read: (Value) -> Element?) -> [Element] {
        if elements.isEmpty { fail("the list is empty", mend: "give at least one \(what)") }
        return list(read)
    }

    /// The entries of a mapping, in order.
    func entries(of what: String) -> [(key: Value, value: Value)] {
        guard case .mapping(let mapping) = node else {
            fail("expected \(what), found \(nature)")
            return []
        }
        return mapping.map { key, value in (with(key), with(value)) }
    }

    var isMapping: Bool { node.mapping != nil }

    func fields(of shape: Shape) -> Fields? {
        guard case .mapping = node else { return isNot("\(shape.what): a mapping of keys") }
        return Fields(self, of: shape)
    }
}

// MARK: Kinds of scalar

extension Value {
    /// Words on one or more lines, with the line breaks folded to spaces.
    func text(limit: Int = 2_000) -> String? {
        guard let scalar = node.scalar, !isNothing else { return isNot("text") }
        let words = scalar.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { return isNot("text") }
        guard words.unicodeScalars.count <= limit else {
            fail("the text has more than \(limit) characters", mend: "say it shorter")
            return nil
        }
        // A quoted scalar can spell what the file itself may not hold.
        if let bad = words.firstUnprintable {
            fail("the text holds the character \(bad.name)", mend: "delete the escape that makes it")
            return nil
        }
        return words
    }

    func integer(in range: ClosedRange<Int>, unit: String = "") -> Int? {
        let wanted =
            "a whole number\(unit.isEmpty ? "" : " of \(unit)") from \(range.lowerBound) to \(range.upperBound)"
        guard let text = name, let number = Int(text), range.contains(number) else { return isNot(wanted) }
        return number
    }

    func flag() -> Bool? {
        guard let text = name, ["true", "false"].contains(text) else { return isNot("true or false") }
        return text == "true"
    }

    func id<Owner>() -> ID<Owner>? { idText().map { ID($0) } }

    private func idText() -> String? {
        guard let text = text(limit: 64) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isIDLetter) }) else {
            let words = text.lowercased().utf8.split { !$0.isIDLetter }.map { String(decoding: $0, as: UTF8.self) }
            let mended = words.isEmpty ? nil : "write \(words.joined(separator: "-"))"
            return isNot("an id: lower-case words joined by hyphens", mend: mended)
        }
        return text
    }

    func code() -> Code? {
        guard let text = text(limit: 40) else { return nil }
        return Code(text) ?? isNot("a code: five letters or digits, such as \"99601\"")
    }

    func modifier() -> Modifier? {
        guard let text = text(limit: 40) else { return nil }
        return Modifier(text) ?? isNot("a modifier: two letters or digits, such as SS")
    }

    /// A place of service: CMS's two digits.
    func placeOfService() -> String? {
        guard let text = text(limit: 40) else { return nil }
        guard text.utf8.count == 2, Int(text).map({ $0 >= 0 }) == true else {
            return isNot("a place of service: two digits in quotes, such as \"12\"")
        }
        return text
    }

    func day() -> Day? {
        guard let text = text(limit: 40) else { return nil }
        return Day(text) ?? isNot("a date such as 2026-03-02")
    }

    func time() -> ClockTime? {
        guard let text = text(limit: 40) else { return nil }
        return ClockTime(text) ?? isNot("a time on the clock of 24 hours, such as \"09:00\"")
    }

    /// A way of crediting a part of a block of so much; nil where there is none to hold it against.
    func credit(ofBlock block: Int?, of measure: Measure = .minutes) -> Credit? {
        guard let text = text(limit: 40) else { return nil }
        guard let credit = Credit(text) else {
            return isNot("a way of crediting", mend: "write started, midpoint, complete or at-least N")
        }
        guard case .atLeast(let least) = credit else { return credit }
        if case .amount = measure {
            fail("at-least counts minutes, and this is an amount", mend: "write started, midpoint or complete")
        } else if let block, least > block {
            fail(
                "a part of \(measure.quantity(block)) can never be at least \(least)", mend: "write \(block) at most")
        }
        return credit
    }

    /// One of a fixed set of words.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type) -> Choice? {
        choice(among: Choice.allCases.map(\.rawValue)).flatMap { Choice(rawValue: $0) }
    }

    /// One of some words.
    func choice(among words: [String]) -> String? {
        guard let text = text(limit: 64) else { return nil }
        if words.contains(text) { return text }
        let expected = words.count == 1 ? words.joined() : "one of \(words.joined(separator: ", "))"
        return isNot(expected, mend: suggestion(for: text, among: words))
    }
}

extension UInt8 {
    /// Whether an id may hold the character.
    fileprivate var isIDLetter: Bool { (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) }
}
