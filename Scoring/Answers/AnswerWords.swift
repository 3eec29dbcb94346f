/// What a word means in an answer.
enum AnswerWord {
    /// A number that is written out, as in `two units` or `twice`.
    case number(Int)
    /// `a` before what it goes with: `a unit`.
    case article
    /// A multiplication sign in letters.
    case times
    /// What is counted: `2 units`, or before its number, `units 2`.
    case units
    /// What only ever stands before a number: `qty 2`.
    case quantity
    /// The count is that of every line.
    case each
    /// Before two lines, or before the count of both.
    case both
    /// Between a code and its count, as in `99602 is 2 units`, or before all of them.
    case amounts
    /// The count before it is that of the code after it.
    case of
    /// Before a count with its unit, or between a count and the code that it is of.
    case `for`
    /// Parts two lines.
    case and
    case then
    /// Before a modifier: `modifier 25`.
    case modifier
    /// Before the number of a line: `line 1: 99601`.
    case line
    /// Before a date: `on 2026-03-02`.
    case date
    /// The claim that bills nothing.
    case nothing
    /// What is no unit of service, though it is counted: hours and minutes.
    case time
    /// What may stand round codes and says nothing of them.
    case filler
    /// What may begin an answer and says nothing of it.
    case opening
}

extension AnswerWord {
    /// - Parameter word: Letters of ASCII, in either case.
    init?(_ word: ArraySlice<UInt8>) {
        guard word.count <= Self.longest, let known = Self.words[Self.packed(word)] else { return nil }
        self = known
    }

    /// Whether it may stand before an answer without a meaning of its own.
    var saysNothing: Bool {
        switch self {
        case .filler, .opening, .amounts: true
        default: false
        }
    }

    private static let longest = MemoryLayout<UInt128>.size

    private static func packed(_ word: some Sequence<UInt8>) -> UInt128 {
        word.reduce(0) { $0 << 8 | UInt128($1 | 0x20) }
    }

    private static let numbers =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        + "eighteen nineteen twenty"

    private static let tens = "thirty forty fifty sixty seventy eighty ninety"

    private static let words: [UInt128: AnswerWord] = {
        var words: [UInt128: AnswerWord] = [:]
        func add(_ spellings: String, _ meaning: AnswerWord) {
            for word in spellings.split(separator: " ") { words[packed(word.utf8)] = meaning }
        }
        for (number, word) in numbers.split(separator: " ").enumerated() { add(String(word), .number(number)) }
        add("a an", .article)
        for (number, word) in tens.split(separator: " ").enumerated() { add(String(word), .number(30 + 10 * number)) }
        add("single once", .number(1))
        add("twice", .number(2))
        add("thrice", .number(3))
        add("time times", .times)
        add("unit units u", .units)
        add("qty quantity count n", .quantity)
        add("each apiece", .each)
        add("both", .both)
        add("of", .of)
        add("for", .for)
        add("and plus with along together also add", .and)
        add("then followed", .then)
        add("modifier modifiers mod", .modifier)
        add("line item", .line)
        add("on from dos date dates dated service", .date)
        add("none nothing", .nothing)
        add("hour hours hr hrs h minute minutes min mins", .time)
        add("cpt hcpcs code codes procedure procedures lines items", .filler)
        add("billed reported appended the only just please first second primary secondary addon", .filler)
        add("is are", .amounts)
        add("answer answers ans claim bill billing report reporting use think", .opening)
        add("i we my it its s d be would will should", .opening)
        return words
    }()
}

/// The ways to say that nothing is billed.
enum NothingBilled {
    /// Words in lower case; what stands between them was left out.
    private static let phrases: Set<[UInt8]> = {
        var phrases = Set(lone.map { Array($0.utf8) })
        for nothing in subjects {
            for end in ends { phrases.insert(Array((nothing + end).utf8)) }
        }
        return phrases
    }()

    private static let lone = [
        "nil", "null", "zero", "no", "na", "n a", "0", "empty", "no cpt", "no charge", "no charges", "no claim",
        "no bill",
        "no billing", "not billable", "not billed", "not reportable", "not reported", "not payable", "not covered",
        "not applicable", "not separately billable", "not separately reportable", "not separately payable",
        "do not report", "don t report", "do not code", "cannot bill", "can t bill", "cannot be billed",
        "can t be billed",
        "cannot be reported", "can t be reported", "non billable", "nonbillable", "unbillable", "not billable at all",
        "do not bill", "don t bill", "not bill", "not bill anything", "do not bill anything", "don t bill anything",
        "not chargeable", "without charge", "there is nothing to bill", "there is nothing to report",
        "none not covered",
        "none not billable", "none not payable", "none not reportable", "nothing can be billed",
        "nothing can be reported",
    ]

    private static let subjects =
        ["none", "none of these", "none of those", "none of them", "none of the above", "nothing"]
        + ["no", "zero", "0"].flatMap { number in
            [
                "code", "codes", "cpt code", "cpt codes", "billable code", "billable codes", "service", "services",
                "billable service", "billable services", "line", "lines", "unit", "units", "billable unit",
                "billable units",
            ]
            .map { "\(number) \($0)" }
        }

    private static let ends = [
        "", " billed", " reported", " billable", " reportable", " payable", " due", " needed", " required", " apply",
        " applies", " at all", " to bill", " to report", " is billed", " are billed", " is billable", " are billable",
        " is reported", " are reported", " is due", " are due", " is needed", " is required",
    ]

    /// The longest of them and what may stand before it.
    private static let limit = 60

    /// Whether an answer says so, and nothing else: in words, with nothing but a dash, or as an empty set.
    static func isSaid(by bytes: [UInt8]) -> Bool {
        guard bytes.count <= limit, let first = bytes.first(where: { !$0.isASCIISpace }), mayBegin(first) else {
            return false
        }
        var phrase: [UInt8] = []
        phrase.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            let word = bytes[position...].prefix { $0.isASCIILetter || $0.isASCIIDigit }
            guard !word.isEmpty else {
                if bytes[position] == AnswerText.foreign { return false }
                position += 1
                continue
            }
            position = word.endIndex
            if phrase.isEmpty, AnswerWord(word)?.saysNothing == true { continue }
            if !phrase.isEmpty { phrase.append(UInt8(ascii: " ")) }
            for byte in word { phrase.append(byte.isASCIILetter ? byte | 0x20 : byte) }
        }
        guard !phrase.isEmpty else { return isDash(bytes) || isEmptySet(bytes) }
        return phrases.contains(phrase)
    }

    /// Codes mostly begin with a digit that no phrase begins with.
    private static func mayBegin(_ byte: UInt8) -> Bool { byte > UInt8(ascii: "9") || byte <= UInt8(ascii: "0") }

    private static func isDash(_ bytes: [UInt8]) -> Bool {
        bytes.contains(UInt8(ascii: "-"))
            && bytes.allSatisfy { $0.isASCIISpace || $0.isQuote || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    }

    /// `∅` or `[]`.
    private static func isEmptySet(_ bytes: [UInt8]) -> Bool {
        let signs = bytes.filter { !$0.isASCIISpace && !$0.isQuote }
        if signs.count == 1 { return signs[0] == AnswerText.emptySet }
        guard signs.count == 2, "[{".utf8.contains(signs[0]) else { return false }
        return signs[1] == AnswerParser.closing(signs[0])
    }
}

extension UInt8 {
    var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "`") }
}
