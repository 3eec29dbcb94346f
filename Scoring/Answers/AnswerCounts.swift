/// Where the count of a line stood.
enum CountPosition {
    case nowhere, before, behind
}

/// A count as it is written.
struct CountPhrase {
    let units: Int
    /// Where its number stands.
    let position: Range<Int>
    /// Whether a sign or word stands before it, such as `x` or `qty`, as behind a code.
    let hasSign: Bool
    /// Whether it is nothing but digits.
    var isBare: Bool
    var isOfEach = false
    /// Whether its unit is said, as in `2 units`.
    var hasUnit = false
    /// Whether it could be the number of a line, where it stands before a code.
    var mayBePosition = false
}

/// A count whose line is not known yet.
struct WaitingCount {
    var phrase: CountPhrase
    /// What parts it from the line before.
    let gap: AnswerGap
    /// Whether it can belong to the line before.
    var mayCountBack: Bool
    /// Whether it begins a row.
    let beginsRow: Bool
}

/// How counts are written.
extension AnswerParser {
    /// A number without a sign before it, as in `2`, `2 units`, `2x` and `two units each`.
    mutating func readNumber(_ number: Int, inDigits: Bool) throws(AnswerError) {
        if inDigits {
            if try readDates(at: scanner.start) { return }
            if try readListNumber(number) { return }
        }
        try take(try phrase(of: number, at: scanner.start..<scanner.position, inDigits: inDigits, hasSign: false))
    }

    /// A multiplication sign: before its count, or a bullet before a line.
    mutating func readTimes() throws(AnswerError) {
        let isStar = scanner.byte(at: scanner.start) == UInt8(ascii: "*")
        if isStar, !lines.isEmpty, waiting == nil,
            isKnownCode(at: scanner.skippingBlanks(from: scanner.position)) || counted == .behind && isCountedCodeNext
        {
            return part(by: .comma)
        }
        if isStar, isAtRowStart, !isCount(at: scanner.position) {
            isAtRowStart = false
            return
        }
        try take(try signedPhrase(scanner.next()))
    }

    /// A colon or an equals sign: between a code and its count, or behind a label.
    mutating func readLink() throws(AnswerError) {
        if waiting != nil { return mayBePosition() }
        let link = scanner.start..<scanner.position
        if !lines.isEmpty, try readDates(at: scanner.skippingBlanks(from: scanner.position)) { return }
        let end = scanner.position
        let token = scanner.next()
        switch token {
        case .number, .word(.number): return try take(try signedPhrase(token))
        case .code where !lines.isEmpty && gap == .none: throw error(.unexpected, at: link)
        case .code, .pair, .word, .open, .times, .parting(.row), .end: scanner.position = end
        case .dash where lines.isEmpty, .parting where lines.isEmpty: scanner.position = end
        default: throw error(.unexpected, at: link)
        }
    }

    /// `is` before a count, or before the whole answer.
    mutating func readAmounts() throws(AnswerError) {
        guard !lines.isEmpty else { return }
        let token = scanner.next()
        switch token {
        case .number, .word(.number): try take(try signedPhrase(token))
        default: throw error(.unexpected)
        }
    }

    /// `units`, `qty` or `#`, each before its number; alone, they head a column.
    mutating func readLabel() throws(AnswerError) {
        let label = scanner.start..<scanner.position
        let end = scanner.position
        var token = scanner.next()
        if case .link = token { token = scanner.next() }
        switch token {
        case .number, .word(.number):
            let mayBePosition = scanner.byte(at: label.lowerBound) == UInt8(ascii: "#")
            if mayBePosition, case .number(let number) = token, try readNumberOfRow(number) { return }
            var phrase = try signedPhrase(token)
            phrase.mayBePosition = mayBePosition
            try take(phrase)
        default:
            guard lines.isEmpty, waiting == nil else { throw error(.unexpected, at: label) }
            hasHeader = true
            scanner.position = end
        }
    }

    /// `each` before its count.
    mutating func readEach() throws(AnswerError) {
        let each = scanner.start..<scanner.position
        var token = scanner.next()
        switch token {
        case .times, .link, .word(.quantity): token = scanner.next()
        case .number, .word(.number): break
        default: throw error(.unexpected, at: each)
        }
        var phrase = try signedPhrase(token)
        phrase.isOfEach = true
        try take(phrase)
    }

    /// `of` gives the count before it to the code after it.
    mutating func readOf() throws(AnswerError) {
        guard waiting != nil || unitsOfEach != nil && lines.isEmpty else { throw error(.unexpected) }
        waiting?.mayCountBack = false
    }

    /// `for 2 units` behind a code, or `for` between a count and its code.
    mutating func readFor() throws(AnswerError) {
        if waiting != nil { return try readOf() }
        let word = scanner.start..<scanner.position
        let token = scanner.next()
        switch token {
        case .number where !lines.isEmpty, .word(.number) where !lines.isEmpty:
            let phrase = try signedPhrase(token)
            // Without a unit it could be anything: hours, visits, a price.
            guard phrase.hasUnit else { throw error(.unexpected, at: word) }
            try take(phrase)
        default: throw error(.unexpected, at: word)
        }
    }

    /// `a` before a unit or a code.
    mutating func readArticle() throws(AnswerError) {
        let article = scanner.start..<scanner.position
        let end = scanner.position
        switch scanner.next() {
        case .word(.units):
            scanner.position = end
            try take(try phrase(of: 1, at: article, inDigits: false, hasSign: false))
        case .code, .word(.number), .word(.filler): scanner.position = end
        default: throw error(.unexpected, at: article)
        }
    }

    /// A count in a bracket of its own; false where the bracket holds something else.
    mutating func readBracketedCount(closing: UInt8) throws(AnswerError) -> Bool {
        let end = scanner.position
        if case .number(let number) = scanner.next() {
            let position = scanner.start..<scanner.position
            if case .close(closing) = scanner.next() {
                if try readNumberOfRow(number) { return true }
                let phrase = CountPhrase(
                    units: number, position: position, hasSign: true, isBare: true, mayBePosition: true)
                if number <= Self.unitLimit {
                    try take(phrase)
                    return true
                }
                guard try scanner.dates(at: position.lowerBound) != nil else {
                    throw error(.unitsTooMany(limit: Self.unitLimit), at: position)
                }
            }
        }
        scanner.position = end
        return false
    }

    /// A count behind a sign or word; the token is the one after that.
    private mutating func signedPhrase(_ token: AnswerToken) throws(AnswerError) -> CountPhrase {
        let position = scanner.start..<scanner.position
        switch token {
        case .number(let number): return try phrase(of: number, at: position, inDigits: true, hasSign: true)
        case .word(.number(let number)): return try phrase(of: number, at: position, inDigits: false, hasSign: true)
        case .code(let code) where scanner.isDigit(at: scanner.start):
            throw error(vocabulary.contains(code) ? .unitsNotWhole : .unitsTooMany(limit: Self.unitLimit))
        case .fraction: throw error(.unitsNotWhole)
        default: throw error(.unitsNotWhole, at: scanner.start, length: 1)
        }
    }

    /// The count whose number has just been read, with what follows it.
    private mutating func phrase(
        of number: Int, at position: Range<Int>, inDigits: Bool, hasSign: Bool
    ) throws(AnswerError) -> CountPhrase {
        var phrase = CountPhrase(units: number, position: position, hasSign: hasSign, isBare: inDigits && !hasSign)
        reading: while true {
            let end = scanner.position
            switch scanner.next() {
            case .times where phrase.isBare && !isCount(at: scanner.position), .word(.times) where !hasSign:
                phrase.isBare = false
            case .word(.units):
                phrase.isBare = false
                phrase.hasUnit = true
            case .word(.each):
                phrase.isBare = false
                phrase.isOfEach = true
            case .word(.of):
                guard case .word(.each) = scanner.next() else {
                    scanner.position = end
                    break reading
                }
                phrase.isBare = false
                phrase.isOfEach = true
            case .open(let bracket):
                guard scanner.takeAgain(number, until: Self.closing(bracket)) else {
                    scanner.position = end
                    break reading
                }
                phrase.isBare = false
            case .word(.time): throw error(.timeForUnits)
            default:
                scanner.position = end
                break reading
            }
        }
        // Four digits that nothing marks as a count are a code in which one is missing.
        if phrase.isBare, position.count >= Code.length - 1,
            scanner.bytes[position].prefix(Code.length - 1).allSatisfy(\.isASCIIDigit)
        {
            throw unknown(at: position)
        }
        guard number <= Self.unitLimit else { throw error(.unitsTooMany(limit: Self.unitLimit), at: phrase.position) }
        return phrase
    }

    /// `both` before two lines, or before their count.
    mutating func readBoth() throws(AnswerError) {
        if lines.isEmpty {
            saysBoth = scanner.start..<scanner.position
        } else {
            guard lines.count == 2 else { throw error(.unexpected) }
            try readEach()
        }
    }

    /// Whether a count with its sign or unit and the code that it is of come next, as in `2 x 99602`.
    private var isCountedCodeNext: Bool {
        var ahead = scanner
        guard case .number = ahead.next() else { return false }
        var token = ahead.next()
        if case .word(.units) = token { token = ahead.next() }
        switch token {
        case .times, .word(.of): token = ahead.next()
        default: return false
        }
        if case .code = token { return true }
        return false
    }

    func isKnownCode(at position: Int) -> Bool { scanner.code(at: position).map(vocabulary.contains) ?? false }

    /// Whether digits stand at a position that are no code.
    func isCount(at position: Int) -> Bool { scanner.isDigit(at: position) && scanner.code(at: position) == nil }
}
