import Signatures

/// What a form sends, or what stands behind a question mark: names with values, some of them several times.
package struct FormFields: Sendable, Equatable {
    private var values: [String: [String]] = [:]
    private var files: [String: [UploadedFile]] = [:]

    /// No fields.
    package init() {}

    /// Reads `a=1&b=2`; nil where it has too many fields, or something cannot be read.
    package init?(_ text: String) {
        let pairs = text.split(separator: "&")
        guard pairs.count <= Self.most else { return nil }
        for pair in pairs {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(halves[0]), let value = Self.decoded(halves.count > 1 ? halves[1] : "") else {
                return nil
            }
            values[name, default: []].append(value)
        }
    }

    /// What a form with files sent. A field for files into which none was put sends one without a name, which is left
    /// out.
    init(_ multipart: Multipart) {
        for part in multipart.parts {
            guard let file = part.file else {
                values[part.name, default: []].append(String(decoding: part.bytes, as: UTF8.self))
                continue
            }
            let uploaded = UploadedFile(path: file, bytes: part.bytes)
            if !uploaded.name.isEmpty { files[part.name, default: []].append(uploaded) }
        }
    }

    private static let most = 1_000

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").decodedFromPercents
    }

    /// The first value of a name; empty where there is none.
    package subscript(_ name: String) -> String { values[name]?.first ?? "" }

    /// All values of a name, in order.
    package func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The files of a name, in order.
    package func files(_ name: String) -> [UploadedFile] { files[name] ?? [] }

    /// Whether there is a value of a name.
    package func has(_ name: String) -> Bool { values[name] != nil }
}
