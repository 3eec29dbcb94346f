/// What is said to the scripts of our pages, as JSON.
indirect enum JSONText: Sendable {
    case text(String)
    case number(Int64)
    case flag(Bool)
    case none
    case list([JSONText])
    case object([(String, JSONText)])

    /// As it is sent.
    var bytes: [UInt8] { Array(written.utf8) }

    /// As it is written.
    var written: String {
        switch self {
        case .text(let text): "\"\(text.unicodeScalars.map(Self.escaped).joined())\""
        case .number(let number): "\(number)"
        case .flag(let flag): "\(flag)"
        case .none: "null"
        case .list(let list): "[\(list.map(\.written).joined(separator: ","))]"
        case .object(let members):
            "{\(members.map { "\(JSONText.text($0.0).written):\($0.1.written)" }.joined(separator: ","))}"
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        // Signs that end a line of a script, or could end the script itself, too.
        case "\u{0}"..."\u{1F}", "<", ">", "&", "\u{7F}", "\u{2028}", "\u{2029}":
            "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
                + String(scalar.value, radix: 16)
        default: String(scalar)
        }
    }
}
