import Content
package import Quiz

/// A bundle of OneRoster's CSV binding, 1.1 or 1.2: a ZIP archive of tables and a manifest that says which are there.
package struct RosterBundle {
    /// The tables about people and groups.
    package private(set) var readers: [RosterReader] = []
    /// What is wrong with the bundle itself.
    package private(set) var problems: [RosterProblem] = []
    /// The names of tables that say nothing of exams.
    package private(set) var leftOut: [String] = []

    private static let manifest = "manifest.csv"
    private static let tables = ["orgs", "users", "classes", "enrollments", "roles"]
    private static let versions = ["1.1", "1.2"]

    /// Whether a file is an archive.
    package static func isOne(_ bytes: [UInt8]) -> Bool { ZipReader.isArchive(bytes) }

    /// - Parameters:
    ///   - bytes: The archive.
    ///   - file: Its name, for positions.
    package init(_ bytes: [UInt8], file: String) {
        do {
            try read(bytes, file: file)
        } catch {
            problems.append(
                RosterProblem(
                    error.message, at: RosterPosition(file: file, row: error.line ?? 1), mend: error.mend ?? "mend it"))
        }
    }

    private mutating func read(_ bytes: [UInt8], file: String) throws(ImportProblem) {
        var archive = try ZipReader(bytes)
        guard let name = archive.names.filter({ $0 == Self.manifest || $0.hasSuffix("/" + Self.manifest) }).min() else {
            throw ImportProblem("the bundle holds no \(Self.manifest)", mend: "export it again, or give its tables")
        }
        let folder = String(name.dropLast(Self.manifest.count))
        let properties = try Self.properties(of: archive.content(of: name) ?? [])
        guard let version = properties["oneroster.version"] else {
            throw ImportProblem(
                "the manifest does not say of which version of OneRoster the bundle is",
                mend: "write a line oneroster.version,1.1 or 1.2 into it")
        }
        guard Self.versions.contains(where: version.hasPrefix) else {
            throw ImportProblem("the bundle is of OneRoster \(version)", mend: "export it as 1.1 or 1.2")
        }
        for table in Self.tables {
            if properties["file.\(table)"] == "absent" {
                guard !archive.contains("\(folder)\(table).csv") else {
                    throw ImportProblem(
                        "\(table).csv is in the bundle, and the manifest says that it is absent",
                        mend: "export it again")
                }
                continue
            }
            guard let content = try archive.content(of: "\(folder)\(table).csv") else {
                if properties["file.\(table)"] != nil {
                    throw ImportProblem(
                        "\(table).csv is not in the bundle, and the manifest names it", mend: "export it again")
                }
                continue
            }
            readers.append(RosterReader(content, file: "\(file)/\(table).csv"))
        }
        let known = Set((Self.tables + ["manifest"]).map { "\(folder)\($0).csv" })
        leftOut = archive.names.filter { $0.hasSuffix(".csv") && !known.contains($0) }
        if readers.isEmpty {
            throw ImportProblem("the bundle holds no users", mend: "export users, classes and enrollments")
        }
    }

    /// The properties of a manifest by their names.
    private static func properties(of manifest: [UInt8]) throws(ImportProblem) -> [String: String] {
        let rows = try CSVText(manifest).rows.map { $0.cells.map(plainLine) }.filter { $0.count >= 2 }
        return Dictionary(rows.map { ($0[0], $0[1].lowercased()) }) { first, _ in first }
    }
}
