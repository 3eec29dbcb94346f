/// The members of one JSON object (RFC 8259), one after the other, without the time that a decoder of any value takes.
struct JSONMembers {
    /// What a member may be. What a batch has no use for is told apart from nothing else, and not read.
    enum Value: Equatable {
        case text(String)
        case integer(Int)
        /// A number that is not whole, or larger than a computer counts.
        case number
        case other
    }

    /// Bytes that are no JSON object.
    struct Malformed: Error {}

    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var isFirst = true

    /// - Throws: `Malformed` where no object begins.
    init(_ bytes: ArraySlice<UInt8>) throws(Malformed) {
        self.bytes = bytes
        position = bytes.startIndex
        try take(UInt8(ascii: "{"))
    }

    /// The next member; nil at the end of the object. After a value of another kind no call may follow.
    ///
    /// - Throws: `Malformed`.
    mutating func next() throws(Malformed) -> (key: String, value: Value)? {
        if nextByte == UInt8(ascii: "}"), isFirst { return try end() }
        if !isFirst {
            guard nextByte == UInt8(ascii: ",") else { return try end() }
            position += 1
        }
        isFirst = false
        let key = try string()
        try take(UInt8(ascii: ":"))
        guard let byte = nextByte else { throw Malformed() }
        switch byte {
        case UInt8(ascii: "\""): return (key, .text(try string()))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return (key, try number())
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            return (key, .other)
        default: throw Malformed()
        }
    }

    private mutating func end() throws(Malformed) -> (key: String, value: Value)? {
        try take(UInt8(ascii: "}"))
        guard nextByte == nil else { throw Malformed() }
        return nil
    }

    /// The byte after white space; nil at the end.
    private var nextByte: UInt8? {
        mutating get {
            while position < bytes.endIndex {
                switch bytes[position] {
                case 0x20, 0x09, 0x0A, 0x0D: position += 1
                case let byte: return byte
                }
            }
            return nil
        }
    }

    private mutating func take(_ byte: UInt8) throws(Malformed) {
        guard nextByte == byte else { throw Malformed() }
        position += 1
    }

    private mutating func number() throws(Malformed) -> Value {
        let start = position
        while position < bytes.endIndex, bytes[position].belongsToNumber { position += 1 }
        guard let number = JSONNumber(bytes[start..<position]) else { throw Malformed() }
        return number.whole.map(Value.integer) ?? .number
    }
}

// MARK: - Strings

extension JSONMembers {
    private mutating func string() throws(Malformed) -> String {
        try take(UInt8(ascii: "\""))
        let start = position
        while position < bytes.endIndex, bytes[position].isPlain { position += 1 }
        guard position < bytes.endIndex else { throw Malformed() }
        var text = bytes[start..<position]
        while bytes[position] != UInt8(ascii: "\"") {
            try appendPart(to: &text)
            guard position < bytes.endIndex else { throw Malformed() }
        }
        position += 1
        guard let string = String(validating: text, as: UTF8.self) else { throw Malformed() }
        return string
    }

    /// Takes a byte, or what an escape stands for.
    private mutating func appendPart(to text: inout ArraySlice<UInt8>) throws(Malformed) {
        let byte = bytes[position]
        position += 1
        guard byte == UInt8(ascii: "\\") else {
            guard byte.isPlain else { throw Malformed() }
            return text.append(byte)
        }
        guard position < bytes.endIndex else { throw Malformed() }
        let escape = bytes[position]
        position += 1
        switch escape {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += String(Character(try scalar())).utf8
        default: throw Malformed()
        }
    }

    /// What `\uXXXX` stands for, or two of them where the first is half of a pair.
    private mutating func scalar() throws(Malformed) -> Unicode.Scalar {
        let first = try fourDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), bytes[position...].starts(with: #"\u"#.utf8) else { throw Malformed() }
        position += 2
        let second = try fourDigits()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw Malformed() }
        return scalar
    }

    private mutating func fourDigits() throws(Malformed) -> UInt32 {
        let digits = bytes[position...].prefix(4)
        guard digits.count == 4, digits.allSatisfy(\.isHexadecimal),
            let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw Malformed() }
        position += 4
        return number
    }
}

extension UInt8 {
    /// Whether a string may hold the byte as it is, wherever it stands.
    fileprivate var isPlain: Bool { self >= 0x20 && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\") }

    fileprivate var belongsToNumber: Bool {
        switch self {
        case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"),
            UInt8(ascii: "E"):
            true
        default: false
        }
    }

    fileprivate var isHexadecimal: Bool {
        (0x30...0x39).contains(self) || (0x41...0x46).contains(self & 0xDF)
    }
}
