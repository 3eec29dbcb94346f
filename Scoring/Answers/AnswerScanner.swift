/// Cuts an answer into tokens, from left to right.
struct AnswerScanner {
    let bytes: [UInt8]
    private let modifiers: ModifierSet
    /// Where the newest token starts.
    private(set) var start = 0
    /// Where it ends. May be set back, to read again.
    var position = 0
    /// Where a code ended that modifiers stand right behind, as in `99601SS`.
    private var glue = -1
    /// Whether a number may have a tenth behind its point, as the units of some codes do.
    private let readsTenths: Bool
    /// The tenths of the numbers that have any, by where the numbers start.
    private(set) var tenths: [Int: Int] = [:]

    init(_ bytes: [UInt8], modifiers: ModifierSet, readsTenths: Bool = false) {
        self.bytes = bytes
        self.modifiers = modifiers
        self.readsTenths = readsTenths
    }

    /// The next token, spaces and quotes before it left out.
    mutating func next() -> AnswerToken {
        while position < bytes.count, bytes[position].isBlank { position += 1 }
        start = position
        guard position < bytes.count else { return .end }
        let byte = bytes[position]
        if byte.isASCIIDigit || byte.isASCIILetter { return word() }
        position += 1
        return sign(byte)
    }

    // MARK: Looking round

    /// The letters and digits from a position on.
    func word(at start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, bytes[end].isASCIIDigit || bytes[end].isASCIILetter { end += 1 }
        return start..<end
    }

    func code(at start: Int) -> Code? {
        start + Code.length <= bytes.count ? Code(ascii: bytes[start..<start + Code.length]) : nil
    }

    func byte(at position: Int) -> UInt8 { position < bytes.count ? bytes[position] : UInt8(ascii: " ") }

    func isDigit(at position: Int) -> Bool { position < bytes.count && bytes[position].isASCIIDigit }

    func isSpace(at position: Int) -> Bool { position < 0 || position >= bytes.count || bytes[position].isASCIISpace }

    func isX(at position: Int) -> Bool { position < bytes.count && bytes[position] | 0x20 == UInt8(ascii: "x") }

    /// Whether nothing but marks of an ending stands from a position on.
    func isEnding(from start: Int) -> Bool {
        bytes[start...].allSatisfy { $0.isASCIISpace || $0.isQuote || $0.endsSentence }
    }

    // MARK: Signs

    private mutating func sign(_ byte: UInt8) -> AnswerToken {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: "/"): return .parting(.comma)
        case UInt8(ascii: ";"): return .parting(.semicolon)
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return .parting(.row)
        case UInt8(ascii: "+"), UInt8(ascii: "&"): return .and
        case UInt8(ascii: "*"):
            guard self.byte(at: position) == byte else { return .times }
            // Several of them put what stands between them in bold.
            while self.byte(at: position) == byte { position += 1 }
            return next()
        case UInt8(ascii: "#"), UInt8(ascii: "@"): return .countSign
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return .open(byte)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return .close(byte)
        case UInt8(ascii: ":"): return .link
        case UInt8(ascii: "="):
            return isArrowHead() ? .parting(.comma) : .link
        case UInt8(ascii: "-"), UInt8(ascii: "_"):
            while position < bytes.count, bytes[position] == byte { position += 1 }
            return isArrowHead() ? .parting(.comma) : .dash
        case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): return .stop
        default: return .unknown
        }
    }

    private mutating func isArrowHead() -> Bool {
        guard byte(at: position) == UInt8(ascii: ">") else { return false }
        position += 1
        return true
    }

    // MARK: Words

    private mutating func word() -> AnswerToken {
        let word = word(at: position)
        if isX(at: position), word.count == 1 || isDigit(at: position + 1) || isNumber(word.dropFirst()) {
            position += 1
            return .times
        }
        if let code = code(at: position), word.count >= Code.length,
            isTail(position + Code.length..<word.upperBound) || isPlural(position + Code.length..<word.upperBound)
        {
            position += Code.length
            if position < word.upperBound { glue = position }
            return .code(code)
        }
        if glue == position, let modifier = modifier(at: position) {
            position += 2
            glue = position
            return .pair(modifier)
        }
        let digits = word.prefix { bytes[$0].isASCIIDigit }
        if !digits.isEmpty, let number = number(digits, in: word) { return number }
        return letters(word)
    }

    /// Whether what stands right behind a code can belong to it: modifiers and a count.
    private func isTail(_ tail: Range<Int>) -> Bool {
        if tail.isEmpty { return true }
        if isX(at: tail.lowerBound) {
            if tail.count == 1 { return true }
            if tail.dropFirst().allSatisfy({ bytes[$0].isASCIIDigit }) || isNumber(tail.dropFirst()) { return true }
        }
        guard tail.count >= 2, bytes[tail.lowerBound].isASCIILetter, let modifier = modifier(at: tail.lowerBound),
            modifiers.contains(modifier)
        else { return false }
        return isTail(tail.lowerBound + 2..<tail.upperBound)
    }

    /// Whether it is the ending of several, as in `two 99602s`.
    private func isPlural(_ tail: Range<Int>) -> Bool { tail.count == 1 && bytes[tail.lowerBound] == UInt8(ascii: "s") }

    /// Whether it is a number in letters.
    private func isNumber(_ word: Range<Int>) -> Bool {
        if case .number = AnswerWord(bytes[word]) { true } else { false }
    }

    private func modifier(at start: Int) -> Modifier? {
        start + 2 <= bytes.count ? Modifier(bytes[start], bytes[start + 1]) : nil
    }

    /// A number at the start of a word; nil where what follows it in the word is no part of a count.
    private mutating func number(_ digits: Range<Int>, in word: Range<Int>) -> AnswerToken? {
        let rest = digits.upperBound..<word.upperBound
        guard rest.isEmpty || digits.count < Code.length && mayFollowNumber(rest) else { return nil }
        position = digits.upperBound
        if rest.isEmpty, byte(at: position) == UInt8(ascii: "."), isDigit(at: position + 1),
            code(at: position + 1) == nil
        {
            let decimals = self.word(at: position + 1)
            position = decimals.upperBound
            guard decimals.dropFirst().allSatisfy({ bytes[$0] == UInt8(ascii: "0") }) else { return .fraction }
            let tenth = bytes[decimals.lowerBound] - UInt8(ascii: "0")
            if tenth > 0 {
                guard readsTenths else { return .fraction }
                tenths[digits.lowerBound] = Int(tenth)
            }
        }
        var number = 0
        for digit in digits {
            number = min(number * 10 + Int(bytes[digit] - UInt8(ascii: "0")), AnswerParser.unitLimit + 1)
        }
        return .number(number)
    }

    private func mayFollowNumber(_ rest: Range<Int>) -> Bool {
        if isX(at: rest.lowerBound) { return rest.count == 1 || code(at: rest.lowerBound + 1) != nil }
        switch AnswerWord(bytes[rest]) {
        case .units, .times, .each, .time: return true
        default: return false
        }
    }

    private mutating func letters(_ word: Range<Int>) -> AnswerToken {
        position = word.upperBound
        if word.count == 1, bytes[word.lowerBound] | 0x20 == UInt8(ascii: "w"), byte(at: position) == UInt8(ascii: "/")
        {
            position += 1
            return .and
        }
        if let known = AnswerWord(bytes[word]) {
            switch known {
            case .units: skipPlural()
            case .number(let tens) where tens >= 20: return .word(.number(tens + takeOnes()))
            case .and where take("on", behind: word, of: "add"): return .word(.filler)
            case .then: _ = take("by", behind: word, of: "followed")
            default: break
            }
            return .word(known)
        }
        for system in [3, 5] where word.count == system + Code.length && code(at: word.lowerBound + system) != nil {
            guard case .filler = AnswerWord(bytes[word.prefix(system)]) else { continue }
            position = word.lowerBound + system
            return .word(.filler)
        }
        let name = word.prefix { bytes[$0].isASCIILetter }
        if name.count > 1, name.count < word.count, let label = AnswerWord(bytes[name]), label.isLabel {
            position = name.upperBound
            return .word(label)
        }
        if word.count == 2, let modifier = modifier(at: word.lowerBound) { return .pair(modifier) }
        return .unknown
    }

    /// Takes the units of a number such as `twenty-one`.
    private mutating func takeOnes() -> Int {
        let start = byte(at: position) == UInt8(ascii: "-") ? position + 1 : skippingBlanks(from: position)
        let word = word(at: start)
        guard start > position, case .number(let ones) = AnswerWord(bytes[word]), 1...9 ~= ones else { return 0 }
        position = word.upperBound
        return ones
    }

    /// Takes the second word of `add-on` and `followed by`, with a dash or blanks before it.
    private mutating func take(_ second: String, behind first: Range<Int>, of text: String) -> Bool {
        guard says(first, text) else { return false }
        let next = word(at: byte(at: position) == UInt8(ascii: "-") ? position + 1 : skippingBlanks(from: position))
        guard says(next, second) else { return false }
        position = next.upperBound
        return true
    }

    /// Whether a word is this one, in either case.
    func says(_ word: Range<Int>, _ text: String) -> Bool {
        bytes[word].elementsEqual(text.utf8) { $0 | 0x20 == $1 }
    }

    /// Takes a number in brackets that says once more what stands before them, as in `one (1) unit`; false where anything
    /// else stands in them.
    mutating func takeAgain(_ number: Int, until closing: UInt8) -> Bool {
        switch next() {
        case .number(number) where tenths.isEmpty, .word(.number(number)): break
        default: return false
        }
        var token = next()
        if case .word(.units) = token { token = next() }
        if case .close(closing) = token { return true }
        return false
    }

    /// Takes the end of `unit(s)`.
    private mutating func skipPlural() {
        if bytes[position...].starts(with: "(s)".utf8) || bytes[position...].starts(with: "(S)".utf8) { position += 3 }
    }
}

extension AnswerWord {
    /// Whether its number may stand right behind it, as in `qty2`.
    fileprivate var isLabel: Bool {
        switch self {
        case .units, .quantity: true
        default: false
        }
    }
}

extension UInt8 {
    var isASCIISpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

    /// Whether it stands between two things without parting them.
    var isBlank: Bool { self == 0x20 || isQuote || self == 0x09 || self == 0x0B || self == 0x0C }

    fileprivate var endsSentence: Bool {
        self == UInt8(ascii: ".") || self == UInt8(ascii: "?") || self == UInt8(ascii: "!")
    }
}
