extension ImportProblem {
    /// A document of another kind than the one that is read.
    ///
    /// - Parameters:
    ///   - root: Of the document.
    ///   - wanted: What it should be, as it reads after "is no".
    /// - Returns: What it is instead, and what to give.
    static func otherDocument(_ root: Element, wanted: String) -> ImportProblem {
        let (message, mend): (String, String) =
            switch root.localName {
            case "quiz" where (root["xmlns"] ?? "").contains("canvas"):
                (
                    "these are the settings of a quiz in Canvas, which hold no questions",
                    "export the quiz from Canvas, and give the .zip file"
                )
            case "quiz": ("this is a quiz of Moodle", "say --from moodle-xml")
            case "questestinterop", "assessmentItem", "qti-assessment-item": ("this is QTI", "say --from qti")
            case "manifest":
                ("this only lists the files of a package", "give the package itself, a .zip or .imscc file")
            case "assessmentTest", "qti-assessment-test":
                ("this is a test, whose questions are in other files", "give the package itself, a .zip file")
            default:
                (
                    "<\(root.name.prefix(60))> is no \(wanted)",
                    "give Moodle XML, a QTI package, or the document of a QTI item"
                )
            }
        return ImportProblem(message, at: root.position, mend: mend)
    }
}

/// The name of a document's root, without its namespace; nil where the file does not begin as XML does.
func rootName(of file: [UInt8]) -> Substring? {
    var head = Substring(
        String(decoding: file.prefix(8_000), as: UTF8.self).drop { $0 == "\u{FEFF}" || $0.isWhitespace })
    while head.hasPrefix("<") {
        if head.hasPrefix("<!--") {
            guard let end = head.firstRange(of: "-->") else { return nil }
            head = head[end.upperBound...]
        } else if head.hasPrefix("<?") || head.hasPrefix("<!") {
            guard let end = head.firstIndex(of: ">") else { return nil }
            let parts = head[..<end].split(whereSeparator: \.isWhitespace)
            // The declarations of a document type go on past the first end of a tag; the type tells the root.
            if head[..<end].contains("["), parts.first == "<!DOCTYPE", parts.count > 1 { return parts[1] }
            head = head[end...].dropFirst()
        } else {
            let name = head.dropFirst().prefix { $0.isLetter || $0.isNumber || "_:-.".contains($0) }
            return name.isEmpty ? nil : name.split(separator: ":").last
        }
        head = head.drop(while: \.isWhitespace)
    }
    return nil
}
