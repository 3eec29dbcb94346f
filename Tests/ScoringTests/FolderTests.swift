import Foundation
import Testing

/// The folders of Scoring point one way: what stands in one may use those before it and none that comes after.
struct FolderTests {
    /// From the facts to the judgement.
    private static let order = [
        "Codes", "Facts", "Charges", "CodeSet", "Policies", "Claims", "Answers", "Derivation", "Edits",
        "Misconceptions", "Grading",
    ]
    private static let module = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Scoring").standardizedFileURL

    /// Each folder's files and types, read once for all tests.
    private static let folders = Result {
        try order.map { folder in
            let files = try sources(of: folder)
            return (name: folder, sources: files, types: types(in: files))
        }
    }

    /// The code of a folder's files, comments and texts left out.
    private static func sources(of folder: String) throws -> [(file: String, code: String)] {
        let folder = module.appending(path: folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try files.filter { $0.hasSuffix(".swift") }.map {
            let text = try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
            let lines = text.split(separator: "\n").map { line in
                line.firstRange(of: "//").map { String(line[..<$0.lowerBound]) } ?? String(line)
            }
            return ($0, lines.joined(separator: "\n").replacing(#/"(?:[^"\\]|\\.)*"/#, with: ""))
        }
    }

    /// The types that files declare at their outermost level.
    private static func types(in sources: [(file: String, code: String)]) -> [String] {
        sources.flatMap { source in
            source.code.split(separator: "\n").compactMap { line in
                line.firstMatch(of: #/^(?:package |private )?(?:final )?(?:struct|class|enum|protocol) (\w+)/#)
                    .map { String($0.1) }
            }
        }
    }

    @Test func `every folder has its place in the order`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.module.path)
            .filter { !$0.contains(".") }
        #expect(folders.sorted() == Self.order.sorted())
        for folder in try Self.folders.get() { #expect(!folder.types.isEmpty, "\(folder.name)") }
    }

    @Test(arguments: order.indices) func `no folder uses one that comes after it`(number: Int) throws {
        let folders = try Self.folders.get()
        let later = folders[(number + 1)...].flatMap { folder in folder.types.map { (folder: folder.name, type: $0) } }
        for (file, code) in folders[number].sources {
            let words = Set(code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
            for (folder, type) in later {
                #expect(!words.contains(type), "\(Self.order[number])/\(file) uses \(type) of \(folder)")
            }
        }
    }

    /// Nothing but the lock of the standard library, behind which what many ask for is worked out once.
    @Test func `the core imports nothing`() throws {
        for folder in try Self.folders.get() {
            for (file, code) in folder.sources {
                let imports = code.split(separator: "\n").filter { $0.hasPrefix("import ") || $0.contains(" import ") }
                let isLock = imports == ["private import Synchronization"] && file == "Beliefs.swift"
                #expect(imports.isEmpty || isLock, "\(folder.name)/\(file)")
            }
        }
    }
}
