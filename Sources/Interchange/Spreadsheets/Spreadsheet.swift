import Content

/// A spreadsheet as Excel (.xlsx) or LibreOffice (.ods) saves it: a ZIP archive of XML.
///
/// - Parameters:
///   - file: Its bytes.
///   - name: The sheet; the first one where there is none.
/// - Returns: The sheet.
/// - Throws: `ImportProblem` where it is no spreadsheet, is broken, or has no such sheet.
func readSheet(_ file: [UInt8], named name: String?) throws(ImportProblem) -> Sheet {
    var archive = try ZipReader(file)
    if archive.contains("content.xml") { return try OpenDocument(&archive).sheet(named: name) }
    if archive.contains("_rels/.rels") { return try ExcelWorkbook(&archive).sheet(named: name, in: &archive) }
    throw ImportProblem("this is no spreadsheet", mend: "save it as .xlsx, .ods or .csv")
}

/// Whether a file is a spreadsheet rather than a table of text.
///
/// - Throws: `ImportProblem` where it is one of a kind that is not read.
package func isSpreadsheet(_ file: [UInt8]) throws(ImportProblem) -> Bool {
    if file.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
        throw ImportProblem(
            "this is a spreadsheet of the old kind (.xls), or one with a password",
            mend: "save it as .xlsx, without a password")
    }
    return ZipReader.isArchive(file)
}

extension ZipReader {
    /// The root of one of a spreadsheet's documents; nil where there is none of that name.
    mutating func document(_ name: String) throws(ImportProblem) -> Element? {
        guard let content = try content(of: name) else { return nil }
        do {
            return try readXML(content)
        } catch {
            throw ImportProblem(
                "\(name) in the spreadsheet cannot be read: \(error.message)",
                mend: "open the file in a spreadsheet program, and save it again")
        }
    }
}

extension [String] {
    /// All but one.
    func without(_ position: Int) -> [String] { enumerated().filter { $0.offset != position }.map(\.element) }
}

/// The position of the sheet that is meant.
///
/// - Throws: `ImportProblem` where there is none of that name.
func position(ofSheet name: String?, among names: [String]) throws(ImportProblem) -> Int {
    guard let name else {
        if names.isEmpty { throw ImportProblem("the spreadsheet has no sheets", mend: "is this the right file?") }
        return 0
    }
    if let position = names.firstIndex(of: name) { return position }
    throw ImportProblem(
        "there is no sheet \(name.prefix(60))",
        mend: suggestion(for: name, among: names) ?? "there are \(names.prefix(10).joined(separator: ", "))")
}
