/// Reads questions in Moodle's GIFT: choices, true or false, missing words, short answers, and numbers without a
/// tolerance. Essays, descriptions and matching are left out with a note.
///
/// - Parameter file: Text in UTF-8.
/// - Returns: The questions with the lines on which they begin.
/// - Throws: `ImportProblem` with the place of what cannot be read.
package func readGIFT(_ file: [UInt8]) throws(ImportProblem) -> Import {
    var reader = GIFTReader(try TextInput(file).bytes)
    return try reader.read()
}

/// Goes through the file line by line; an empty line ends a question.
private struct GIFTReader {
    private let bytes: [UInt8]
    private var result = Import()
    private var comments: [String] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() throws(ImportProblem) -> Import {
        var start: (offset: Int, line: Int)?
        var offset = 0
        var number = 1
        while offset <= bytes.count {
            let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
            let row = bytes[offset..<end].drop { $0 == 0x20 || $0 == 0x09 }
            if row.isEmpty {
                if let begun = start { try take(begun.offset..<offset, from: begun.line) } else { keepHeader() }
                start = nil
                comments = []
            } else if start == nil, row.starts(with: "//".utf8) {
                comments.append(plainLine(String(decoding: row.dropFirst(2), as: UTF8.self)))
            } else if start == nil, row.starts(with: "$CATEGORY:".utf8) {
                takeCategory(plainLine(String(decoding: row.dropFirst(10), as: UTF8.self)), at: number)
                comments = []
            } else if start == nil {
                start = (offset, number)
            }
            offset = end + 1
            number += 1
        }
        if let begun = start { try take(begun.offset..<bytes.count, from: begun.line) }
        return result
    }

    /// Comments that stand by themselves at the top name the bank and its notices.
    private mutating func keepHeader() {
        guard result.bank.questions.isEmpty, result.bank.title.isEmpty, let title = comments.first else { return }
        result.bank.title = title
        result.bank.notices = Array(comments.dropFirst())
    }

    private mutating func takeCategory(_ name: String, at line: Int) {
        guard !result.bank.name.isEmpty || !result.bank.questions.isEmpty else {
            result.bank.name = name
            return
        }
        if name != result.bank.name { result.note("the category \(name) is not kept", at: line) }
    }

    private mutating func take(_ range: Range<Int>, from line: Int) throws(ImportProblem) {
        var block = GIFTBlock(bytes, range, from: line)
        let marks = comments.reduce(into: GIFTMarks()) { $0.read($1) }
        switch try block.read() {
        case .question(var question, let notes):
            question.id = marks.id
            question.tags = marks.tags
            result.add(question, at: line)
            for note in notes { result.note(note, at: line) }
        case .leftOut(let what): result.note("\(what) is left out", at: line)
        }
    }
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
