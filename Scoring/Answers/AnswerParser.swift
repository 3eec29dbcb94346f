/// Reads an answer: `99601 x1, 99602 x2`, and the many ways in which people write the same.
///
/// A code may carry modifiers (`99601-SS`) and a count behind it (`x2`, `(2)`, `2 units`, `twice`) or before it
/// (`2 units of 99602`, `2x 99602`). Commas, other signs, `and`, rows and spaces part the lines. A code without a count
/// is one unit; `none` is the claim that bills nothing. The manual's page on answers has the whole grammar.
///
/// - Parameters:
///   - answer: What was typed.
///   - vocabulary: The modifiers that are known, and the codes among which the nearest meaning of a slip is sought.
/// - Returns: The claim as it was typed, lines in that order.
/// - Throws: `AnswerError` with the position, what was expected there and the nearest meaning. What has two meanings is
///   asked about: no answer is read in another meaning than its writer's.
package func parseAnswer(_ answer: String, known vocabulary: Vocabulary = .standard) throws(AnswerError) -> Claim {
    let tooLong = AnswerError(
        reason: .tooLong(limit: AnswerParser.characterLimit), offset: AnswerParser.characterLimit, length: 1)
    guard answer.utf8.count <= AnswerParser.characterLimit * AnswerText.bytesACharacter else { throw tooLong }
    let bytes = AnswerText(answer).bytes
    guard bytes.count <= AnswerParser.characterLimit else { throw tooLong }
    if NothingBilled.isSaid(by: bytes) { return Claim() }
    var parser = AnswerParser(bytes, known: vocabulary)
    return try parser.parse()
}

/// The grammar, read from left to right. Counts, modifiers and the marks of lists have files of their own.
struct AnswerParser {
    static let characterLimit = 1_000
    static let lineLimit = 50
    static let unitLimit = ClaimLine.mostUnits

    let vocabulary: Vocabulary
    var scanner: AnswerScanner
    var lines: [ClaimLine] = []
    /// Where the count of the newest line stood.
    var counted = CountPosition.nowhere
    /// What has parted what follows from the newest line, or from the count after it.
    var gap = AnswerGap.none
    /// Whether a word or sign such as `and` did, which no count of the line before may follow.
    var isJoined = false
    /// A count that the next code, or the end, tells the owner of.
    var waiting: WaitingCount?
    /// The units of every line, as in `2 units each of 99601 and 99602`.
    var unitsOfEach: CountPhrase?
    /// A count between two codes that belongs to the first of them only if the last code has its count behind it too,
    /// and written in the same way.
    var doubt: (error: AnswerError, phrase: CountPhrase)?
    /// The newest count that was given to the line before it.
    var newestBehind: CountPhrase?
    /// Whether any line has a count of its own.
    var hasCounts = false
    /// The number that the newest row of a numbered list began with.
    var listNumber = 0
    /// The rows that began with their own number and nothing that says whether it is a count, and where the first did.
    var numberedRows = 0
    var firstRowNumber: Range<Int>?
    /// Whether words head the columns of a table.
    var hasHeader = false
    /// Whether nothing has been read of a row.
    var isAtRowStart = true
    var dates = AnswerDates()
    /// What parts the newest line from the one before, and whether a word or sign such as `and` does.
    var newestLine = (gap: AnswerGap.none, isJoined: false)
    /// Where `both` stands before the lines.
    var saysBoth: Range<Int>?
    /// Whether the first column of a table has the numbers of the lines.
    var hasLineColumn = false
    /// What closes the brackets that are open.
    var brackets: [UInt8] = []
    var saysNone = false

    init(_ bytes: [UInt8], known vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        scanner = AnswerScanner(
            bytes, modifiers: vocabulary.modifiers, readsTenths: !vocabulary.inTenths.isEmpty)
    }

    mutating func parse() throws(AnswerError) -> Claim {
        while true {
            let token = scanner.next()
            switch token {
            case .end: return try finish()
            case .code(let code): try readCode(code)
            case .number(let number): try readNumber(number, inDigits: true)
            case .fraction: throw error(.unitsNotWhole)
            case .times: try readTimes()
            case .link: try readLink()
            case .countSign: try readLabel()
            case .parting(let parting): part(by: parting)
            case .and: join()
            case .dash: try readDash()
            case .open(let bracket): try readOpening(bracket)
            case .close(let bracket): try readClosing(bracket)
            case .stop: try readStop()
            case .word(let word): try readWord(word)
            case .pair(let modifier): if try !readListLetter() { try readPair(modifier) }
            case .unknown:
                if try readListLetter() { continue }
                guard try readDates(at: scanner.start) else { throw unknown(at: scanner.start..<scanner.position) }
            }
        }
    }

    private mutating func finish() throws(AnswerError) -> Claim {
        try settleLastCount()
        if dates.areAny { try settleLastDates() }
        if let doubt, counted != .behind || !doubt.phrase.isBare && newestBehind?.hasSign == true { throw doubt.error }
        if let both = saysBoth, hasCounts { throw error(.eachOfWhich, at: both) }
        guard brackets.isEmpty else { throw error(.unexpected, at: scanner.bytes.count, length: 1) }
        guard saysNone || !lines.isEmpty else { throw error(.empty, at: scanner.bytes.count, length: 1) }
        try checkRowNumbers()
        return Claim(lines)
    }

    // MARK: Codes

    private mutating func readCode(_ code: Code) throws(AnswerError) {
        if saysNone { throw error(.noneAndCodes) }
        guard lines.count < Self.lineLimit else { throw error(.tooManyLines(limit: Self.lineLimit)) }
        let units = try countBefore(code)
        let days = dates.areAny ? try datesBefore(code) : nil
        if lines.isEmpty { lines.reserveCapacity(4) }
        let inTenths = vocabulary.inTenths.contains(code)
        lines.append(ClaimLine(code, units: inTenths ? 10 : 1, inTenths: inTenths, dates: days))
        if let count = units ?? unitsOfEach {
            let units = try self.units(count, of: code)
            lines[lines.count - 1].units = units
        }
        counted = units == nil ? .nowhere : .before
        newestLine = (gap, isJoined)
        closeGap()
        isAtRowStart = false
    }

    // MARK: Words

    private mutating func readWord(_ word: AnswerWord) throws(AnswerError) {
        if try readListLetter() { return }
        switch word {
        case .number(let number): try readNumber(number, inDigits: false)
        case .article: try readArticle()
        case .times: try readTimes()
        case .units, .quantity: try readLabel()
        case .each: try readEach()
        case .both: try readBoth()
        case .amounts: try readAmounts()
        case .of: try readOf()
        case .for: try readFor()
        case .and: join()
        case .then: part(by: .semicolon)
        case .modifier: try readNamedModifier()
        case .line: try readLineLabel()
        case .date: try readDateLabel()
        case .nothing:
            guard lines.isEmpty, waiting == nil else { throw error(.noneAndCodes) }
            saysNone = true
        case .time: throw error(waiting == nil && lines.isEmpty ? .unexpected : .timeForUnits)
        case .filler: break
        case .opening: try readOpening()
        }
    }

    /// Words that say nothing of the lines, before the first of them or behind the last; or the end of `two 99602s`.
    private mutating func readOpening() throws(AnswerError) {
        guard !lines.isEmpty else {
            // An abbreviation such as `Ans.` has its own full stop.
            let isStop =
                scanner.byte(at: scanner.position) == UInt8(ascii: ".") && scanner.isSpace(at: scanner.position + 1)
            if isStop { scanner.position += 1 }
            return
        }
        let isPlural = scanner.says(scanner.start..<scanner.position, "s") && gap == .none
        if isPlural, !scanner.isSpace(at: scanner.start - 1) {
            if counted == .before { return }
            let isTight = scanner.isDigit(at: scanner.start - 1)
            throw isTight ? unknown(at: scanner.start - Code.length..<scanner.position) : error(.unexpected)
        }
        guard isAtLastWords else { throw error(.unexpected) }
    }

    /// Whether nothing but words that say nothing follows, one of them longer than a modifier or a number of Rome's.
    private var isAtLastWords: Bool {
        var ahead = scanner
        var isPlain = false
        while true {
            isPlain = isPlain || ahead.position - ahead.start > 2
            switch ahead.next() {
            case .word(.opening), .word(.filler): continue
            case .end, .stop: return isPlain && ahead.isEnding(from: ahead.position)
            default: return false
            }
        }
    }

    /// A word or sign that no rule takes: nearly a code, or nothing at all.
    func unknown(at position: Range<Int>) -> AnswerError {
        let word = scanner.bytes[position]
        let slip = CodeSlip(word, known: vocabulary)
        let looksLikeCode = slip.meant != nil || word.contains(where: \.isASCIIDigit)
        return error(
            looksLikeCode ? .malformedCode(meant: slip.meant, slip: slip.words) : .unexpected,
            at: position.lowerBound + (slip.offset ?? 0), length: slip.offset == nil ? word.count : 1)
    }

    // MARK: Gaps

    mutating func part(by parting: AnswerGap) {
        gap = max(gap, parting)
        dates.gap = max(dates.gap, parting)
        if parting == .row { isAtRowStart = true }
    }

    mutating func join() {
        gap = max(gap, .semicolon)
        dates.gap = max(dates.gap, .semicolon)
        isJoined = true
    }

    mutating func closeGap() {
        gap = .none
        isJoined = false
    }

    /// A full stop, question mark or exclamation mark ends an answer; a full stop ends a sentence too, or joins a modifier
    /// to its code.
    private mutating func readStop() throws(AnswerError) {
        guard !lines.isEmpty || saysNone else { throw error(.unexpected) }
        if scanner.isEnding(from: scanner.position) {
            scanner.position = scanner.bytes.count
        } else {
            guard scanner.bytes[scanner.start] == UInt8(ascii: ".") else { throw error(.unexpected) }
            if try readDottedModifier() { return }
            while scanner.byte(at: scanner.position) == UInt8(ascii: ".") { scanner.position += 1 }
            let next = scanner.word(at: scanner.skippingBlanks(from: scanner.position))
            let isKnownCode = isKnownCode(at: next.lowerBound)
            guard isKnownCode || scanner.isSpace(at: scanner.position) else { throw error(.unexpected) }
            // From one code to another dots may say what a dash does; one of them ends a sentence, or is a slip for a comma.
            let isOne = scanner.position - scanner.start == 1
            if !isOne || next.lowerBound == scanner.position, let code = scanner.code(at: next.lowerBound) {
                try refuseRange(to: code, next, sparingNeighbours: isOne)
            }
            part(by: .row)
        }
    }

    // MARK: Errors

    /// An error at the newest token, or elsewhere.
    func error(_ reason: AnswerError.Reason) -> AnswerError {
        error(reason, at: scanner.start, length: scanner.position - scanner.start)
    }

    func error(_ reason: AnswerError.Reason, at offset: Int, length: Int) -> AnswerError {
        AnswerError(reason: reason, offset: offset, length: max(length, 1))
    }

    func error(_ reason: AnswerError.Reason, at position: Range<Int>) -> AnswerError {
        error(reason, at: position.lowerBound, length: position.count)
    }
}
