/// A value as a program reads it. Keys keep their order, so that the same facts always give the same bytes.
enum JSON {
    case string(String)
    case integer(Int)
    case fraction(Double)
    case bool(Bool)
    case array([JSON])
    case object([(String, JSON)])
    case null

    static func strings(_ texts: some Sequence<String>) -> JSON { .array(texts.map(JSON.string)) }
    static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

    /// The value on one line.
    var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    func write(to bytes: inout [UInt8]) {
        switch self {
        case .string(let text): Self.write(text, to: &bytes)
        case .integer(let number): bytes += number.description.utf8
        case .fraction(let number): bytes += number.description.utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (place, value) in values.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(member.0, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.1.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var last: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += #"\""#.utf8
            case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
            case 0x0A: bytes += #"\n"#.utf8
            case 0..<0x20, 0x7F: bytes += #"\u00"#.utf8 + hexadecimal(byte)
            case 0x80..<0xA0 where last == 0xC2:
                // Terminals obey the controls from U+0080 to U+009F too, of which UTF-8 makes two bytes.
                bytes.removeLast()
                bytes += #"\u00"#.utf8 + hexadecimal(byte)
            default: bytes.append(byte)
            }
            last = byte
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
