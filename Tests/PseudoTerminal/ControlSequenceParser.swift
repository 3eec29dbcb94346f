/// Divides what a program sends to its terminal into characters and commands, wherever the bytes were cut.
struct ControlSequenceParser {
    /// One thing a terminal is told to do.
    enum Command: Equatable {
        case show(Unicode.Scalar)
        case control(UInt8)
        /// `ESC [ parameters final`; private ones and those with intermediate bytes are left out.
        case sequence(final: UInt8, parameters: [Int])
    }

    private enum State {
        case text
        case escape
        case escapeWithIntermediate
        case sequence([UInt8])
        case string
        case stringEscape
    }

    /// What a parameter is cut down to.
    private static let largest = 9_999
    /// The most bytes of a sequence that are kept; what is longer means nothing.
    private static let longest = 256

    private var state = State.text
    /// The beginning of a character that is encoded in several bytes.
    private var partial: [UInt8] = []

    /// Takes one byte in and hands on what it completes.
    mutating func take(_ byte: UInt8, _ perform: (Command) -> Void) {
        switch state {
        case .string: takeInString(byte)
        case .stringEscape: state = byte == 0x1B ? .stringEscape : .text
        case .text where byte >= 0x80: takeEncoded(byte, perform)
        case _ where byte < 0x20 || byte == 0x7F:
            endPartial(perform)
            takeControl(byte, perform)
        case .text:
            endPartial(perform)
            perform(.show(Unicode.Scalar(byte)))
        case .escape: takeAfterEscape(byte)
        case .escapeWithIntermediate: state = (0x20..<0x30).contains(byte) ? state : .text
        case .sequence(let bytes): take(byte, inSequence: bytes, perform)
        }
    }

    private mutating func takeControl(_ byte: UInt8, _ perform: (Command) -> Void) {
        switch byte {
        case 0x1B: state = .escape
        case 0x18, 0x1A: state = .text
        default: perform(.control(byte))
        }
    }

    private mutating func takeAfterEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "["): state = .sequence([])
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            state = .string
        case 0x20..<0x30: state = .escapeWithIntermediate
        default: state = .text
        }
    }

    /// Titles and the like, which nobody sees in the text; they end in BEL or `ESC \`.
    private mutating func takeInString(_ byte: UInt8) {
        switch byte {
        case 0x07, 0x18, 0x1A: state = .text
        case 0x1B: state = .stringEscape
        default: break
        }
    }

    private mutating func take(_ byte: UInt8, inSequence bytes: [UInt8], _ perform: (Command) -> Void) {
        guard (0x40..<0x7F).contains(byte) else {
            state = .sequence(bytes.count < Self.longest ? bytes + [byte] : bytes)
            return
        }
        state = .text
        let isPublic = bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: ";")).contains($0) }
        if isPublic, bytes.count < Self.longest {
            perform(.sequence(final: byte, parameters: parameters(of: bytes)))
        }
    }

    private func parameters(of bytes: [UInt8]) -> [Int] {
        guard !bytes.isEmpty else { return [] }
        return bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
            // A colon parts the details of a colour from its number, which is enough here.
            digits.prefix { $0 != UInt8(ascii: ":") }.reduce(0) { number, digit in
                min(number * 10 + Int(digit - UInt8(ascii: "0")), Self.largest)
            }
        }
    }

    // MARK: - UTF-8

    private mutating func takeEncoded(_ byte: UInt8, _ perform: (Command) -> Void) {
        if byte >= 0xC0 {
            endPartial(perform)
        }
        partial.append(byte)
        if partial.count >= encodedLength(partial[0]) {
            endPartial(perform)
        }
    }

    /// Shows the encoded character that was begun; what is not UTF-8 is shown as U+FFFD.
    private mutating func endPartial(_ perform: (Command) -> Void) {
        guard !partial.isEmpty else { return }
        for scalar in String(decoding: partial, as: UTF8.self).unicodeScalars {
            perform(.show(scalar))
        }
        partial.removeAll(keepingCapacity: true)
    }

    private func encodedLength(_ first: UInt8) -> Int {
        switch first {
        case 0xC0..<0xE0: 2
        case 0xE0..<0xF0: 3
        case 0xF0..<0xF8: 4
        default: 1
        }
    }
}
