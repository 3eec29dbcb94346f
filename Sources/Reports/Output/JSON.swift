/// A value as a program reads it. Keys keep their order, so that the same facts always give the same bytes.
package enum JSON {
    case string(String)
    case integer(Int)
    case fraction(Double)
    case bool(Bool)
    case array([JSON])
    case object([(String, JSON)])
    case null

    package static func strings(_ texts: some Sequence<String>) -> JSON { .array(texts.map(JSON.string)) }
    package static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
    package static func optional(fraction: Double?) -> JSON { fraction.map(JSON.fraction) ?? .null }
    package static func optional(bool: Bool?) -> JSON { bool.map(JSON.bool) ?? .null }

    /// The value on one line.
    package var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    package func write(to bytes: inout [UInt8]) {
        switch self {
        case .string(let text): Self.write(text, to: &bytes)
        case .integer(let number) where (0..<10).contains(number): bytes.append(UInt8(ascii: "0") + UInt8(number))
        case .integer(let number): bytes += number.description.utf8
        case .fraction(let number): bytes += number.description.utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for place in values.indices {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                values[place].write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for place in members.indices {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(members[place].0, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                members[place].1.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { write($0, to: &bytes) }
        if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { write($0, to: &bytes) } }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes runs of bytes that need no escape as they are.
    private static func write(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        for place in text.indices {
            if text[place].isPlain { continue }
            guard let escape = escape(text[place], after: place > 0 ? text[place - 1] : 0) else { continue }
            bytes += text[start..<place]
            // Terminals obey the controls from U+0080 to U+009F too, of which UTF-8 makes two bytes.
            if text[place] >= 0x80 { bytes.removeLast() }
            bytes += escape
            start = place + 1
        }
        bytes += text[start...]
    }

    private static func escape(_ byte: UInt8, after last: UInt8) -> [UInt8]? {
        switch byte {
        case UInt8(ascii: "\""): Array(#"\""#.utf8)
        case UInt8(ascii: "\\"): Array(#"\\"#.utf8)
        case 0x0A: Array(#"\n"#.utf8)
        case 0..<0x20, 0x7F: #"\u00"#.utf8 + hexadecimal(byte)
        case 0x80..<0xA0 where last == 0xC2: #"\u00"#.utf8 + hexadecimal(byte)
        default: nil
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}

extension UInt8 {
    /// Whether it is a sign of ASCII that a string holds as it is.
    fileprivate var isPlain: Bool {
        self >= 0x20 && self < 0x7F && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
    }
}
