/// Words as they come out of elements one after the other, and what of the elements is lost.
struct ProseOfHTML {
    private(set) var text = ""
    private(set) var lost: Set<String> = []
    /// Whether each line of the words is one, as it always is in preformatted text.
    private let keepsLines: Bool
    private var preformatted = 0
    private var struckOut = 0
    /// The number of the next entry of each list that is open; nil where its entries have none.
    private var lists: [Int?] = []
    private var formula = ProseOfMath()

    init(keepsLines: Bool = false) { self.keepsLines = keepsLines }

    mutating func add(_ words: String) {
        text += keepsLines || preformatted > 0 ? words.replacing("\n", with: "\n\n") : words
    }

    /// What an element's beginning or end makes of the words before it.
    ///
    /// - Parameters:
    ///   - name: Of the element, in small letters.
    ///   - isEnd: Whether it ends.
    ///   - attribute: The value of one of its attributes.
    mutating func pass(_ name: String, isEnd: Bool, attribute: (String) -> String? = { _ in nil }) {
        switch name {
        case "ol", "ul": passList(name, isEnd, attribute)
        case "li": passEntry(isEnd, attribute)
        case "pre":
            preformatted = max(preformatted + (isEnd ? -1 : 1), 0)
            text += "\n\n"
        // The facts of two cells stay apart.
        case "td", "th": if !isEnd { text += text.last?.isNewline == false ? " | " : "" }
        // 10 to the power of 3 is not 103.
        case "sup": if !isEnd { text += "^" }
        case "del", "s", "strike": passStruckOut(isEnd)
        case "ins":
            if !isEnd { partFromWord() }
            lost.insert("formatting")
        default:
            if htmlBlocks.contains(name) {
                text += "\n\n"
            } else if ProseOfMath.elements.contains(name) {
                text = formula.pass(name, isEnd: isEnd, after: text)
            } else {
                lost.insert(lossOfHTML(name))
            }
        }
    }

    // MARK: Lists

    private mutating func passList(_ name: String, _ isEnd: Bool, _ attribute: (String) -> String?) {
        text += "\n\n"
        if isEnd {
            _ = lists.popLast()
        } else {
            lists.append(name == "ol" ? attribute("start").flatMap { Int($0) } ?? 1 : nil)
        }
    }

    private mutating func passEntry(_ isEnd: Bool, _ attribute: (String) -> String?) {
        text += "\n\n"
        guard !isEnd, let last = lists.popLast() else { return }
        let number = last.map { attribute("value").flatMap { Int($0) } ?? $0 }
        if let number { text += "\(number). " }
        lists.append(number.map { $0 &+ 1 })
    }

    // MARK: Corrections

    /// What is crossed out can still be read, and is not what holds.
    private mutating func passStruckOut(_ isEnd: Bool) {
        guard isEnd else {
            partFromWord()
            text += "(struck out: "
            struckOut += 1
            return
        }
        guard struckOut > 0 else { return }
        text += ")"
        struckOut -= 1
    }

    private mutating func partFromWord() { if text.last?.isWhitespace == false { text += " " } }
}

/// Formulas of MathML as a line of text has them: `1/2`, `10^3`, `√(x)`.
struct ProseOfMath {
    /// The elements that open, each with how many parts it has had.
    private var open: [(name: String, parts: Int)] = []

    /// Those of which nothing is lost.
    static let elements: Set = [
        "math", "mfrac", "mfenced", "mi", "mn", "mo", "mpadded", "mrow", "ms", "mspace", "msqrt", "mstyle", "msub",
        "msubsup", "msup", "mtext", "semantics",
    ]
    /// What stands before the second part, and the third.
    private static let signs = ["mfrac": ["/"], "msub": ["_"], "msup": ["^"], "msubsup": ["_", "^"]]

    /// What an element's beginning or end makes of the words before it.
    mutating func pass(_ name: String, isEnd: Bool, after text: String) -> String {
        isEnd ? text + end(name) : text + begin(name, isAfterWord: text.last.map { $0.isLetter || $0.isNumber } == true)
    }

    private mutating func begin(_ name: String, isAfterWord: Bool) -> String {
        var words = ""
        if let last = open.last, last.parts > 0, let signs = Self.signs[last.name] {
            words += signs[min(last.parts, signs.count) - 1]
        } else if ["mfrac", "math"].contains(name), isAfterWord {
            // One and a half is not eleven halves.
            words += " "
        }
        if isGroup(name) { words += "(" }
        if name == "msqrt" { words += "√(" }
        open.append((name, 0))
        return words
    }

    private mutating func end(_ name: String) -> String {
        guard open.last?.name == name else { return "" }
        open.removeLast()
        let words = name == "msqrt" || isGroup(name) ? ")" : ""
        if !open.isEmpty { open[open.count - 1].parts += 1 }
        return words
    }

    /// Whether several signs stand in the place of one.
    private func isGroup(_ name: String) -> Bool {
        name == "mfenced" || name == "mrow" && open.last.map { Self.signs[$0.name] != nil } == true
    }
}
