/// A format that questions can be written in.
package enum ExportFormat: String, Sendable, CaseIterable {
    case gift
    case moodleXML = "moodle-xml"
    case qti21 = "qti-2.1"
    case qti30 = "qti-3.0"
    /// For Canvas.
    case qti12 = "qti-1.2"
    case commonCartridge = "common-cartridge"
    case anki, aiken, csv
    /// A workbook of Excel.
    case xlsx
    /// Pages of HTML to print: the questions, and their answers.
    case handout
    case answerSheet = "answer-sheet"

    /// Whether it is bytes that no terminal can show.
    package var isBinary: Bool { hasTests || [.qti12, .commonCartridge, .anki, .xlsx].contains(self) }

    /// Whether it has words for a test that draws on its questions.
    package var hasTests: Bool { [.qti21, .qti30].contains(self) }
}

/// A format that can be read.
package enum ImportFormat: String, Sendable, CaseIterable {
    case gift
    case moodleXML = "moodle-xml"
    case qti, aiken, csv
    /// A table of visits: their facts, and the words in which they are told.
    case scenarios

    /// The format that a file seems to have, by its first words and, where they do not tell, by the end of its name; nil
    /// for none that is known.
    ///
    /// - Throws: `ImportProblem` for a file in which nobody could read a word.
    package static func guess(name: String, bytes: [UInt8]) throws(ImportProblem) -> ImportFormat? {
        if bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
            throw ImportProblem("the file is empty", mend: "export it again")
        }
        if isUTF16(bytes) { throw .isUTF16 }
        let end = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        if end == "gift" { return .gift }
        if let root = rootName(of: bytes) { return ofDocuments[root] }
        switch end {
        case "zip", "imscc": return .qti
        case "csv", "tsv":
            let head = (try? CSVText(bytes).rows.first?.cells.joined(separator: " ").lowercased()) ?? ""
            return head.contains("replies") ? .csv : .scenarios
        case "xlsx", "ods":
            let head = (try? readSheet(bytes, named: nil))?.rows.first?.cells.values
            return head?.contains(.text("replies")) == true ? .csv : .scenarios
        case "txt": return ofText(String(decoding: bytes.prefix(100_000), as: UTF8.self))
        default: return nil
        }
    }

    private static let ofDocuments: [Substring: ImportFormat] = [
        "quiz": .moodleXML, "questestinterop": .qti, "assessmentItem": .qti, "qti-assessment-item": .qti,
        "assessmentTest": .qti, "qti-assessment-test": .qti, "manifest": .qti,
    ]

    /// Prose is neither, though it may have words in braces.
    private static func ofText(_ text: String) -> ImportFormat? {
        if text.split(whereSeparator: \.isNewline).contains(where: { $0.hasPrefix("ANSWER:") }) { return .aiken }
        let answers = /(?:^|[^\\])\{\s*(?:[=~#%]|(?:T|TRUE|F|FALSE)\s*[#}]|\})|^::.*::|^\$CATEGORY:/
            .anchorsMatchLineEndings()
        return text.firstMatch(of: answers) == nil ? nil : .gift
    }
}

extension QuestionBank {
    /// The questions in a format.
    ///
    /// - Parameters:
    ///   - format: The format.
    ///   - plan: How a test draws on the questions, for formats that have tests; nil for all of them in their order.
    ///   - moment: When this is done, in seconds since 1970, for formats that keep it.
    /// - Returns: The file, whole, and what it could not carry.
    /// - Throws: `ExportError` where the database of a format cannot be made.
    package func export(
        as format: ExportFormat, plan: TestPlan? = nil, at moment: Int
    ) throws(ExportError) -> Export {
        switch format {
        case .gift: gift
        case .moodleXML: moodleXML
        case .qti21: qti(.v21, plan: plan)
        case .qti30: qti(.v30, plan: plan)
        case .qti12: qti12Package(for: .canvas)
        case .commonCartridge: qti12Package(for: .cartridge)
        case .anki: try anki(at: moment)
        case .aiken: aiken
        case .csv: csv
        case .xlsx: xlsx
        case .handout: handout
        case .answerSheet: answerSheet
        }
    }
}

/// Why a file could not be made.
package struct ExportError: Error, Sendable {
    /// What is wrong, in a clause.
    package let message: String
}

/// Reads questions in any format but tables of scenarios, which hold none.
///
/// - Parameters:
///   - file: The bytes of the file.
///   - format: Its format.
///   - sheet: The sheet of a spreadsheet; the first one where none is named.
/// - Returns: The questions; none from a table of scenarios.
/// - Throws: `ImportProblem` with the position of what cannot be read.
package func readQuestions(
    _ file: [UInt8], as format: ImportFormat, sheet: String? = nil
) throws(ImportProblem) -> Import {
    switch format {
    case .gift: try readGIFT(file)
    case .moodleXML: try readMoodleXML(file)
    case .qti: try readQTI(file)
    case .aiken: try readAiken(file)
    case .csv: try readQuestionTable(file, sheet: sheet)
    case .scenarios: Import()
    }
}
