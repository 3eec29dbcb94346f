/// Reads questions in QTI 2.0 to 3.0: a content package (a ZIP archive with a manifest), or the document of one item.
///
/// - Parameter file: The archive, or the document in UTF-8.
/// - Returns: The questions with their places, in the order of the manifest.
/// - Throws: `ImportProblem` with the place of what cannot be read.
package func readQTI(_ file: [UInt8]) throws(ImportProblem) -> Import {
    guard ZipReader.isArchive(file) else {
        var result = Import()
        try result.addQTIItem(try readXML(file).inQTI21, in: nil)
        return result
    }
    var package = try QTIPackageReader(file)
    return try package.read()
}

private struct QTIPackageReader {
    private static let manifestName = "imsmanifest.xml"

    private var archive: ZipReader
    private let resources: [Element]
    private var result = Import()

    init(_ file: [UInt8]) throws(ImportProblem) {
        archive = try ZipReader(file)
        guard let manifest = try archive.qtiDocument(Self.manifestName) else {
            throw ImportProblem(
                "the archive holds no \(Self.manifestName)",
                mend: "pack the files of the content package themselves, not the folder that they are in")
        }
        resources = manifest.first("resources")?.all("resource") ?? []
    }

    mutating func read() throws(ImportProblem) -> Import {
        for resource in resources {
            if resource.isQTIItem {
                try readItem(resource)
            } else if resource.isQTITest {
                try readTest(resource)
            } else if resource.resourceType == "webcontent" {
                result.note(
                    "an attached file is left out: \(resource["href"] ?? "")", at: resource.line,
                    in: Self.manifestName)
            } else if resource.resourceType.contains("v1p2") {
                throw ImportProblem(
                    "the package is in QTI 1.2, which is not read", mend: "export it as QTI 2.1 or later")
            }
        }
        guard resources.contains(where: { $0.isQTIItem || $0.isQTITest }) else {
            throw problem("the manifest names no items of QTI 2 or 3", mend: "export the questions as QTI 2.1 or later")
        }
        return result
    }

    private mutating func readItem(_ resource: Element) throws(ImportProblem) {
        let (name, root) = try document(of: resource)
        try result.addQTIItem(root, in: name)
    }

    /// The test gives the bank its name. How it draws on its items is not kept: a bank has no sections.
    private mutating func readTest(_ resource: Element) throws(ImportProblem) {
        let (name, root) = try document(of: resource)
        guard result.bank.name.isEmpty else {
            return result.note("only one test of a package gives its name", at: root.line, in: name)
        }
        let rubrics = root.everywhere { $0 == "rubricBlock" }
        result.bank.name = plainLine(root["identifier"] ?? "")
        result.bank.title = plainLine(root["title"] ?? "")
        result.bank.notices = rubrics.first.map { QTIProse($0).paragraphs } ?? []
        let rules: Set = ["selection", "ordering", "timeLimits", "preCondition", "branchRule"]
        if !root.everywhere(rules.contains).isEmpty {
            result.note("how the test draws on its questions, and its time, are not kept", at: root.line, in: name)
        }
    }

    private mutating func document(of resource: Element) throws(ImportProblem) -> (String, Element) {
        let name = resource["href"] ?? resource.first("file")?["href"] ?? ""
        guard let root = try archive.qtiDocument(name) else {
            throw problem(
                "\(name.isEmpty ? "a file without a name" : name) is not in the archive", at: resource.line,
                mend: "export the package again")
        }
        return (name, root)
    }

    private func problem(_ message: String, at line: Int? = nil, mend: String) -> ImportProblem {
        ImportProblem(message, line: line, mend: mend).within(Self.manifestName)
    }
}

extension Element {
    fileprivate var resourceType: String { self["type"] ?? "" }

    fileprivate var isQTIItem: Bool { resourceType.hasPrefix("imsqti_item_") }
    fileprivate var isQTITest: Bool {
        resourceType.hasPrefix("imsqti_test_") || resourceType.hasPrefix("imsqti_assessment_")
    }
}

extension ZipReader {
    /// The root of a document of a package, in the words of QTI 2.1; nil where there is none of that name.
    fileprivate mutating func qtiDocument(_ name: String) throws(ImportProblem) -> Element? {
        guard let content = try content(of: name) else { return nil }
        do {
            return try readXML(content).inQTI21
        } catch {
            throw error.within(name)
        }
    }
}
