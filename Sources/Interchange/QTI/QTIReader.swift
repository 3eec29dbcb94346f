import Scoring

/// Reads questions in QTI 1.2 and 2.0 to 3.0: a content package or a Common Cartridge (a ZIP archive with a manifest), the
/// document of one item, or of QTI 1.2 a document of many.
///
/// - Parameter file: The archive, or the document.
/// - Returns: The questions with their positions, in the order of the manifest, and why others are left out.
/// - Throws: `ImportProblem` where the file cannot be read, or nothing in it can be taken in.
package func readQTI(_ file: [UInt8]) throws(ImportProblem) -> Import {
    var result = Import()
    if ZipReader.isArchive(file) {
        var package = try QTIPackageReader(file)
        package.read()
        result = package.result
    } else {
        var known = QTI12Known()
        try result.addQTIDocument(try readXML(file), in: nil, among: &known)
        for problem in known.missing { result.leaveOut(problem) }
    }
    return try result.checked("questions in QTI", mend: "export the questions as QTI, with the items in the package")
}

extension Import {
    /// Takes in what a document of QTI asks.
    ///
    /// - Parameters:
    ///   - root: Of the document, as it stands.
    ///   - document: Its name in its package; nil where it is the whole file.
    ///   - known: What the package has had of QTI 1.2 before.
    /// - Throws: `ImportProblem` where it is no document of questions, or asks what cannot be taken in.
    mutating func addQTIDocument(
        _ root: Element, in document: String?, among known: inout QTI12Known
    ) throws(ImportProblem) {
        if root.localName == "questestinterop" {
            addQTI12(root.withoutPrefixes, in: document, among: &known)
        } else {
            try addQTIItem(root.inQTI21, in: document)
        }
    }
}

private struct QTIPackageReader {
    private static let manifestName = "imsmanifest.xml"

    private(set) var result = Import()
    private var archive: ZipReader
    private let resources: [Element]
    /// The folder in the archive that holds the package.
    private let folder: String
    /// What was read, by its path.
    private var taken: Set<String> = []
    private var tests: [(name: String, root: Element)] = []
    private var attached: [(name: String, position: ImportPosition)] = []
    private var known = QTI12Known()

    init(_ file: [UInt8]) throws(ImportProblem) {
        archive = try ZipReader(file)
        let manifests = archive.names.filter { $0 == Self.manifestName || $0.hasSuffix("/" + Self.manifestName) }
        guard let name = manifests.min(by: { $0.utf8.count < $1.utf8.count }) else {
            throw ImportProblem("the archive holds no \(Self.manifestName)", mend: "give a content package of QTI")
        }
        folder = String(name.dropLast(Self.manifestName.count))
        let manifest = try archive.document(at: name)?.withoutPrefixes
        let base = manifest?["base"] ?? ""
        resources = (manifest?.first("resources")?.all("resource") ?? []).map { $0.within(base) }
    }

    mutating func read() {
        for resource in resources { read(resource) }
        for test in tests { read(test.root, in: test.name) }
        for problem in known.missing { result.leaveOut(problem) }
        if let first = attached.first {
            let more = attached.count == 1 ? "" : ", and \(quantity(attached.count - 1, "more"))"
            result.note("an attached file is left out: \(first.name)\(more)", at: first.position, in: Self.manifestName)
        }
    }

    // MARK: Resources

    private mutating func read(_ resource: Element) {
        let hrefs = [resource["href"]] + resource.all("file").map { $0["href"] }
        // Blackboard names a file at the top, whatever folder the resource has for what is attached to it.
        let names =
            hrefs.compactMap(\.self).map { path(of: $0, in: folder + (resource["base"] ?? "")) }
            + [resource["file"]].compactMap(\.self).map { path(of: $0, in: folder) }
        if names.isEmpty, resource.isOfQTI { leaveOut("a file without a name is not in the archive", of: resource) }
        for name in names where taken.insert(name).inserted {
            do {
                try readFile(name, of: resource)
            } catch {
                result.leaveOut(error)
            }
        }
    }

    private mutating func readFile(_ name: String, of resource: Element) throws(ImportProblem) {
        guard archive.contains(name) else {
            if resource.isOfQTI { leaveOut("\(name) is not in the archive", of: resource) }
            return
        }
        let isDocument = [".xml", ".qti", ".dat"].contains { name.lowercased().hasSuffix($0) }
        guard isDocument, let root = try archive.document(at: name, ifOf: resource.isOfQTI ? nil : rootsOfQTI) else {
            if resource.resourceType == "webcontent" { attached.append((name, resource.position)) }
            return
        }
        switch root.localName {
        case "assessmentTest", "qti-assessment-test": tests.append((name, root.inQTI21))
        case "quiz" where root["xmlns"]?.contains("canvas") == true:
            result.note("the settings of a quiz are not kept", at: root.position, in: name)
        default: try result.addQTIDocument(root, in: name, among: &known)
        }
    }

    private mutating func leaveOut(_ message: String, of resource: Element) {
        result.leaveOut(
            ImportProblem(message, at: resource.position, mend: "export the package again").within(Self.manifestName))
    }

    // MARK: Tests

    /// The test gives the bank its name, and may name items that the manifest does not. How it draws on its items is not
    /// kept: a bank has no sections.
    private mutating func read(_ root: Element, in name: String) {
        readItems(of: root, in: name, depth: 0)
        guard result.bank.name.isEmpty else {
            return result.note("only one test of a package gives its name", at: root.position, in: name)
        }
        let rubrics = root.everywhere { $0 == "rubricBlock" }
        result.bank.name = plainLine(root["identifier"] ?? "")
        result.bank.title = plainLine(root["title"] ?? "")
        result.bank.notices = rubrics.first.map { QTIProse($0).paragraphs } ?? []
        let rules: Set = ["selection", "ordering", "timeLimits", "preCondition", "branchRule"]
        if !root.everywhere(rules.contains).isEmpty {
            result.note("how the test draws on its questions, and its time, are not kept", at: root.position, in: name)
        }
    }

    private mutating func readItems(of root: Element, in name: String, depth: Int) {
        let base = name.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        for reference in root.everywhere(["assessmentItemRef", "assessmentSectionRef"].contains) {
            let item = path(of: reference["href"] ?? "", in: base)
            guard taken.insert(item).inserted, depth < 8 else { continue }
            do throws(ImportProblem) {
                guard let part = try archive.document(at: item) else {
                    throw ImportProblem(
                        "\(item.isEmpty ? "a file without a name" : item) is not in the archive",
                        at: reference.position,
                        mend: "export the package again"
                    ).within(name)
                }
                if reference.name == "assessmentSectionRef" {
                    readItems(of: part.inQTI21, in: item, depth: depth + 1)
                } else {
                    try result.addQTIDocument(part, in: item, among: &known)
                }
            } catch {
                result.leaveOut(error)
            }
        }
    }
}

/// The documents that questions are looked for in.
private let rootsOfQTI: Set<Substring> = [
    "assessmentItem", "qti-assessment-item", "assessmentTest", "qti-assessment-test", "questestinterop", "quiz",
]

extension Element {
    fileprivate var resourceType: String { self["type"] ?? "" }

    /// Whether a resource is said to hold questions.
    fileprivate var isOfQTI: Bool { resourceType.hasPrefix("imsqti_") || resourceType.hasPrefix("assessment/x-bb-qti") }

    /// The same resource, whose files are named from a folder on.
    fileprivate func within(_ base: String) -> Element {
        var element = self
        let all = base + (self["base"] ?? "")
        element.attributes.removeAll { $0.name == "base" }
        if !all.isEmpty { element.attributes.append(("base", all)) }
        return element
    }

    /// The document without the prefixes of its namespaces.
    var withoutPrefixes: Element {
        var element = self
        element.name = String(localName)
        element.attributes = attributes.filter { !$0.name.hasPrefix("xmlns") }.map { name, value in
            (String(name.split(separator: ":").last ?? ""), value)
        }
        element.content = content.map { part in
            if case .element(let child) = part { .element(child.withoutPrefixes) } else { part }
        }
        return element
    }
}

extension ZipReader {
    /// The root of a document of a package; nil where there is none of that name, or of no such root.
    fileprivate mutating func document(
        at name: String, ifOf roots: Set<Substring>? = nil
    ) throws(ImportProblem) -> Element? {
        guard let content = try content(of: name) else { return nil }
        if let roots, rootName(of: content).map(roots.contains) != true { return nil }
        do {
            return try readXML(content)
        } catch {
            throw error.within(name)
        }
    }
}

/// The path in an archive of what a document in a folder names: `../a%20b.xml` in `tests/` is `a b.xml`.
func path(of reference: String, in folder: String) -> String {
    var steps: [Substring] = []
    let name = percentDecoded(reference).prefix { $0 != "#" && $0 != "?" }
    for step in (folder + name).split(separator: "/") where step != "." {
        if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
}

/// A reference with its `%20` and the like as what they stand for.
private func percentDecoded(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
            bytes.append(value)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
}
