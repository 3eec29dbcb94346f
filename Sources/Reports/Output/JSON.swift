import Machine

/// A value as a program reads it. Keys keep their order, so that the same facts always give the same bytes.
package enum JSON {
    case string(String)
    case integer(Int)
    case fraction(Double)
    case bool(Bool)
    case array([JSON])
    case object([(String, JSON)])
    case null

    /// An array of texts.
    package static func strings(_ texts: some Sequence<String>) -> JSON { .array(texts.map(JSON.string)) }
    /// A text; null for nil.
    package static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
    /// A fraction; null for nil.
    package static func optional(fraction: Double?) -> JSON { fraction.map(JSON.fraction) ?? .null }
    /// Whether something is so; null for nil.
    package static func optional(bool: Bool?) -> JSON { bool.map(JSON.bool) ?? .null }

    /// The value on one line.
    package var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds the value to bytes, as RFC 8259 has it.
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
            for position in values.indices {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                values[position].write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for position in members.indices {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(members[position].0, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                members[position].1.write(to: &bytes)
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
        var position = 0
        while position < text.count {
            if text[position].isPlain {
                position += 1
                continue
            }
            let length =
                text[position] < 0x80 ? 1 : min(max(2, (~text[position]).leadingZeroBitCount), text.count - position)
            if let escape = escape(text[position..<position + length]) {
                bytes += text[start..<position]
                bytes += escape
                start = position + length
            }
            position += length
        }
        bytes += text[start...]
    }

    /// What stands for a character that JSON has no place for, or that a terminal would obey or hide: JSON may be looked
    /// at, and reads the same either way.
    private static func escape(_ character: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
        switch character.first {
        case UInt8(ascii: "\""): return Array(#"\""#.utf8)
        case UInt8(ascii: "\\"): return Array(#"\\"#.utf8)
        case 0x0A: return Array(#"\n"#.utf8)
        default: break
        }
        let text = String(decoding: character, as: UTF8.self)
        guard let scalar = text.unicodeScalars.first, scalar.isObeyed else { return nil }
        return text.utf16.flatMap { unit in
            let digits = String(unit, radix: 16)
            return Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
        }
    }
}

extension UInt8 {
    /// Whether it is a sign of ASCII that a string holds as it is.
    fileprivate var isPlain: Bool {
        self >= 0x20 && self < 0x7F && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
    }
}
