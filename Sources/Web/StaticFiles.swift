package import Machine
import Signatures

/// What pages need beside themselves: style, scripts, pictures. They are read once at the start, and their addresses
/// change with what is in them, so that browsers may keep them for ever.
package struct StaticFiles: Sendable {
    private let files: [String: File]

    private struct File: Sendable {
        let bytes: [UInt8]
        let type: String
        let mark: String
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    /// Reads the files of a folder that are of a kind that browsers get.
    ///
    /// - Throws: `FileError` where one cannot be read.
    package init(folder: String) throws(FileError) {
        var files: [String: File] = [:]
        for name in names(inFolder: folder) {
            guard let type = Self.types[name.split(separator: ".").last.map(String.init) ?? ""] else { continue }
            let bytes = try readFile("\(folder)/\(name)", limit: 1_000_000)
            files[name] = File(bytes: bytes, type: type, mark: String(hexadecimal(sha256(bytes)).prefix(12)))
        }
        self.files = files
    }

    /// Where a browser gets a file.
    func address(of name: String) -> String { "/static/\(name)?v=\(files[name]?.mark ?? "")" }

    /// A file; nil where there is none of the name.
    func answer(_ name: String, mark: String) -> WebAnswer? {
        guard let file = files[name] else { return nil }
        let isTheSame = file.mark == mark
        return WebAnswer(
            200,
            fields: [
                ("content-type", file.type),
                ("cache-control", isTheSame ? "public, max-age=31536000, immutable" : "no-cache"),
            ], body: .bytes(file.bytes))
    }
}
