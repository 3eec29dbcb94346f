/// Reads questions in Moodle's GIFT: choices, true or false, missing words, short answers, and numbers without a
/// tolerance. Essays and matching are left out.
///
/// - Parameter file: Text in UTF-8.
/// - Returns: The questions with the lines on which they begin, and why others are left out.
/// - Throws: `ImportProblem` where the file is no text, or nothing in it can be taken in.
package func readGIFT(_ file: [UInt8]) throws(ImportProblem) -> Import {
    var reader = GIFTReader(try TextInput(file).bytes)
    reader.read()
    return try reader.result.checked("questions in GIFT", mend: "write a question and its answers in braces: Two? {=2}")
}

/// Goes through the file line by line; an empty line ends a question.
private struct GIFTReader {
    private(set) var result = Import()
    private var text: GIFTText
    private var comments: [String] = []

    init(_ bytes: [UInt8]) { text = GIFTText(bytes) }

    mutating func read() {
        let end = text.bytes.count
        var start: (offset: Int, line: Int)?
        var offset = 0
        var number = 1
        while offset <= end {
            let lineEnd = text.bytes[offset...].firstIndex(of: 0x0A) ?? end
            let row = text.trimmed(offset..<lineEnd)
            if row.isEmpty {
                endBlock(from: start, to: offset)
                start = nil
            } else if text.starts(with: "//", at: row.lowerBound, in: row) {
                comments.append(text.raw(row.dropFirst(2)))
                text.blank(row)
            } else if start == nil, text.starts(with: "$CATEGORY:", at: row.lowerBound, in: row) {
                takeCategory(text.raw(row.dropFirst(10)), at: number)
                comments = []
            } else if start == nil {
                start = (offset, number)
            }
            offset = lineEnd + 1
            number += 1
        }
        endBlock(from: start, to: end)
    }

    private mutating func endBlock(from start: (offset: Int, line: Int)?, to end: Int) {
        if let start { take(start.offset..<end, from: start.line) } else { keepHeader() }
        comments = []
    }

    /// Comments that stand by themselves at the top name the bank and its notices.
    private mutating func keepHeader() {
        let words = comments.filter { !$0.isRuler }
        guard result.bank.questions.isEmpty, result.bank.title.isEmpty, let title = words.first else { return }
        result.bank.title = title
        result.bank.notices = Array(words.dropFirst())
    }

    private mutating func takeCategory(_ name: String, at line: Int) {
        guard !result.bank.name.isEmpty || !result.bank.questions.isEmpty else {
            result.bank.name = name
            return
        }
        if name != result.bank.name { result.note("the category \(name) is not kept", at: line) }
    }

    private mutating func take(_ range: Range<Int>, from line: Int) {
        let marks = comments.reduce(into: GIFTMarks()) { $0.read($1) }
        let text = text
        result.attempt { result throws(ImportProblem) in
            var block = GIFTBlock(text, range, from: line)
            switch try block.read() {
            case .question(var question, let notes):
                question.id = marks.id
                question.tags = marks.tags
                result.add(question, at: line)
                for note in notes { result.note(note.message, at: note.position) }
            case .description: result.note("a description, which asks nothing, is left out", at: line)
            }
        }
    }
}

extension String {
    /// Whether a comment is a line drawn with signs.
    fileprivate var isRuler: Bool { count >= 8 && allSatisfy { "-=*#_~/ ".contains($0) } }
}

/// What Moodle writes into the comment before a question.
private struct GIFTMarks {
    var id = ""
    var tags: [String] = []

    mutating func read(_ comment: String) {
        var rest = comment[...]
        while let start = rest.firstIndex(of: "[") {
            rest = rest[start...].dropFirst()
            var mark = ""
            while let character = rest.popFirst(), character != "]" {
                mark.append(character == "\\" ? rest.popFirst() ?? "\\" : character)
            }
            if let id = mark.withoutPrefix("id:") { self.id = plainLine(id) }
            if let tag = mark.withoutPrefix("tag:") { tags.append(plainLine(tag)) }
        }
        tags.removeAll(where: \.isEmpty)
    }
}
