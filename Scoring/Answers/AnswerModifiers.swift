extension AnswerParser {
    /// Modifiers that are words of everyday, abbreviations or measures too: on their own they are asked about.
    private static let alsoWords = ModifierSet(
        ("AM AS AT CC CO EA ED ET F2 GM GO GR HE HI HR HS KG LA MA ME MG MS N1 N2 N3 PA PM PO PT QD ST UN UP US "
            + "U1 U2 U3 U4 U5 U6 U7 U8 U9").split(separator: " ").compactMap { Modifier($0) })

    /// Two letters or digits that stand by themselves, or right behind their code.
    mutating func readPair(_ modifier: Modifier) throws(AnswerError) {
        let isTight = scanner.start > 0 && isWordCharacter(at: scanner.start - 1)
        if !isTight, saysAsWellAs(modifier) { return join() }
        guard let line = lines.last, vocabulary.modifiers.contains(modifier), canTakeModifier else {
            throw error(.unexpected)
        }
        guard isTight || !Self.alsoWords.contains(modifier) else {
            throw error(.modifierOrWord(modifier, line.code))
        }
        try append(modifier)
    }

    /// `as well as`, of which the first word is a modifier too.
    private mutating func saysAsWellAs(_ modifier: Modifier) -> Bool {
        guard modifier.description == "AS" else { return false }
        var position = scanner.position
        for expected in ["well", "as"] {
            let word = scanner.word(at: scanner.skippingBlanks(from: position))
            guard scanner.says(word, expected) else { return false }
            position = word.upperBound
        }
        scanner.position = position
        return true
    }

    /// `99601.SS`; false where no modifier stands behind the point.
    mutating func readDottedModifier() throws(AnswerError) -> Bool {
        let word = scanner.word(at: scanner.position)
        guard word.count == 2, scanner.bytes[word.lowerBound].isASCIILetter, isWordCharacter(at: scanner.start - 1),
            let modifier = Modifier(scanner.bytes[word.lowerBound], scanner.bytes[word.lowerBound + 1]),
            vocabulary.modifiers.contains(modifier), canTakeModifier
        else { return false }
        try append(in: word)
        return true
    }

    /// `modifier SS`, or the head of a column.
    mutating func readNamedModifier() throws(AnswerError) {
        let name = scanner.start..<scanner.position
        let end = scanner.position
        switch scanner.next() {
        case .link, .dash: _ = scanner.next()
        default: break
        }
        let word = scanner.word(at: scanner.start)
        guard canTakeModifier, !lines.isEmpty else {
            guard lines.isEmpty, waiting == nil else { throw error(.unexpected, at: name) }
            scanner.position = end
            return
        }
        try append(in: word)
    }

    /// A dash begins a row of a list, joins a modifier to its code, or parts one line from the next.
    mutating func readDash() throws(AnswerError) {
        let dash = scanner.start..<scanner.position
        let isBehindSpace = scanner.isSpace(at: dash.lowerBound - 1)
        if isAtRowStart {
            isAtRowStart = false
            return
        }
        let word = scanner.word(at: dash.upperBound)
        let next = scanner.word(at: scanner.skippingBlanks(from: dash.upperBound))
        if scanner.bytes[dash.lowerBound] == UInt8(ascii: "-"), let code = scanner.code(at: next.lowerBound) {
            try refuseRange(to: code, next)
        }
        if word.isEmpty || scanner.code(at: word.lowerBound) != nil {
            guard isBehindSpace || !scanner.isEnding(from: dash.upperBound) else { throw error(.unexpected, at: dash) }
            mayBePosition()
            return part(by: .comma)
        }
        let isNumber = word.allSatisfy { scanner.bytes[$0].isASCIIDigit }
        let isBehindCount = waiting != nil || counted == .behind
        guard dash.count == 1, !lines.isEmpty, canTakeModifier, !(isNumber && (isBehindSpace || isBehindCount)) else {
            // As a minus or between two counts it would make one that nobody can bill.
            throw isNumber
                ? error(.unitsNotWhole, at: dash.lowerBound, length: word.upperBound - dash.lowerBound)
                : error(.unexpected, at: dash)
        }
        if scanner.isX(at: word.lowerBound), scanner.isDigit(at: word.lowerBound + 1) {
            return try readDashedCount(word)
        }
        try append(in: word)
    }

    /// From one code to another of its series is a range, whose codes nobody has named, and whose count is anybody's.
    func refuseRange(
        to code: Code, _ word: Range<Int>, sparingNeighbours: Bool = false
    ) throws(AnswerError) {
        guard let last = lines.last, last.modifiers.isEmpty, counted == .nowhere, waiting == nil,
            let distance = last.code.distance(to: code), distance > (sparingNeighbours ? 1 : 0)
        else { return }
        throw error(.rangeOfCodes, at: word)
    }

    /// Whether a modifier may follow what has been read.
    private var canTakeModifier: Bool { waiting?.mayCountBack ?? true }

    private func isWordCharacter(at position: Int) -> Bool {
        scanner.bytes[position].isASCIIDigit || scanner.bytes[position].isASCIILetter
    }

    /// `99602-x2`: a count, unless a modifier has that name; that is meant only where a count follows.
    private mutating func readDashedCount(_ word: Range<Int>) throws(AnswerError) {
        guard word.count == 2, let line = lines.last,
            let modifier = Modifier(scanner.bytes[word.lowerBound], scanner.bytes[word.lowerBound + 1]),
            vocabulary.modifiers.contains(modifier)
        else { return }
        guard isCounted(after: word.upperBound) else {
            let units = Int(scanner.bytes[word.lowerBound + 1] - UInt8(ascii: "0"))
            throw error(.modifierOrUnits(modifier, units: units, line.code), at: word)
        }
        try append(in: word)
    }

    /// Whether a count with its sign or its unit follows, modifiers between left out.
    func isCounted(after position: Int) -> Bool {
        var ahead = scanner
        ahead.position = position
        while true {
            switch ahead.next() {
            case .pair: break
            case .dash:
                let word = ahead.word(at: ahead.position)
                guard word.count == 2 else { return false }
                ahead.position = word.upperBound
            case .times, .link, .word(.quantity):
                if case .number = ahead.next() { return true }
                return false
            case .number:
                if case .word(.units) = ahead.next() { return true }
                return false
            default: return false
            }
        }
    }

    /// Takes a word for a modifier; a count may stand right behind it.
    private mutating func append(in word: Range<Int>) throws(AnswerError) {
        let behind = word.lowerBound + 2
        let isCounted = word.count > 3 && scanner.isX(at: behind) && isCount(at: behind + 1)
        let word = isCounted ? word.prefix(2) : word
        guard word.count == 2,
            let modifier = Modifier(scanner.bytes[word.lowerBound], scanner.bytes[word.lowerBound + 1])
        else { throw error(.modifierMalformed, at: word.lowerBound, length: word.count) }
        guard vocabulary.modifiers.contains(modifier) else { throw error(.modifierUnknown(modifier), at: word) }
        scanner.position = word.upperBound
        try append(modifier)
    }

    private mutating func append(_ modifier: Modifier) throws(AnswerError) {
        if let waiting { try settle(waiting) }
        lines[lines.count - 1].modifiers.append(modifier)
        closeGap()
    }
}

extension Code {
    /// How far another code of the same series is: one whose letter, if there is any, is the same and stands at the same
    /// place; nil for a code of another.
    fileprivate func distance(to other: Code) -> Int? {
        let (own, others) = (description.utf8, other.description.utf8)
        guard zip(own, others).allSatisfy({ $0 == $1 || $0.isASCIIDigit && $1.isASCIIDigit }) else { return nil }
        func number(_ code: String.UTF8View) -> Int {
            code.reduce(0) { $1.isASCIIDigit ? $0 * 10 + Int($1 - UInt8(ascii: "0")) : $0 }
        }
        return abs(number(own) - number(others))
    }
}
