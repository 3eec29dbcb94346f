import FoundationEssentials

/// Bytes in a text file between two lines that say what they are (RFC 7468). Keys are short: one line holds them.
enum PEM {
    static func encode(_ bytes: some Sequence<UInt8>, _ label: String) -> String {
        "-----BEGIN \(label)-----\n\(Data(bytes).base64EncodedString())\n-----END \(label)-----\n"
    }

    /// The bytes; nil of a text with another label or other lines.
    static func decode(_ text: String, _ label: String) -> [UInt8]? {
        let lines = text.split(separator: "\n")
        guard lines.count == 3, lines[0] == "-----BEGIN \(label)-----", lines[2] == "-----END \(label)-----" else {
            return nil
        }
        return Data(base64Encoded: String(lines[1])).map { Array($0) }
    }
}
