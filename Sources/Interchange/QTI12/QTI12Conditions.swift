/// How an item of QTI 1.2 is graded: its conditions in their order, each of which may set the score, show what is said,
/// and end the grading (ASI information model, response processing).
struct QTI12Conditions {
    struct Result: Equatable {
        var score = 0.0
        var isScored = false
        /// The names of what is said.
        var shown: Set<String> = []
    }

    private let conditions: [Element]
    private let isTyped: Bool
    /// What `SCORE.max` stands for.
    let most: Double

    /// - Parameter item: Without prefixes.
    init(of item: Element) {
        let processing = item.first("resprocessing")
        isTyped = item.first("presentation")?.everywhere { $0 == "response_str" }.isEmpty == false
        conditions = processing?.all("respcondition") ?? []
        let declared = processing?.everywhere { $0 == "decvar" }.compactMap { $0["maxvalue"].flatMap { decimal($0) } }
        most = declared?.max() ?? 100
    }

    /// What comes of some replies: identifiers of options, or what is typed.
    func result(of replies: Set<String>) -> Result {
        var result = Result()
        for condition in conditions {
            guard condition.first("conditionvar")?.children.allFit(replies) == true else { continue }
            apply(condition, to: &result)
            if condition["continue"]?.lowercased() != "yes" { break }
        }
        return result
    }

    /// Every reply that a condition names, whether it is for or against it: those that bring credit in their order, and
    /// then those of which only something is said.
    var named: [String] {
        var seen: Set<String> = []
        return (tests(of: bringingCredit) + tests(of: conditions)).map { plainLine($0.text) }
            .filter { seen.insert($0).inserted }
    }

    /// The conditions that bring credit.
    var bringingCredit: [Element] {
        conditions.filter {
            $0.saysCorrect || $0.all("setvar").contains { $0["action"]?.lowercased() != "subtract" && credit($0) > 0 }
        }
    }

    /// How many tests and links there are.
    var count: Int { conditions.reduce(0) { $0 + 1 + $1.everywhere { _ in true }.count } }

    /// Whether it takes a number that lies near another.
    var isTolerant: Bool {
        conditions.contains { condition in
            let bounds = condition.everywhere { ["vargt", "vargte", "varlt", "varlte"].contains($0) }
            return Set(bounds.map { decimal(plainLine($0.text)) }).count > 1
        }
    }

    /// Whether it takes a text that stands within another.
    var takesParts: Bool { conditions.contains { !$0.everywhere { $0.hasPrefix("varsub") }.isEmpty } }

    /// Whether it says of a text with letters that capitals count.
    var countCapitals: Bool {
        conditions.contains { condition in
            let tests = condition.everywhere { $0 == "varequal" }.filter { $0["case"]?.lowercased() == "yes" }
            return isTyped && tests.contains { $0.text.contains(where: \.isLetter) }
        }
    }

    /// The names of everything that may be said.
    var linked: Set<String> {
        Set(conditions.flatMap { $0.everywhere { $0 == "displayfeedback" } }.compactMap { $0["linkrefid"] })
    }

    private func tests(of conditions: [Element]) -> [Element] {
        conditions.flatMap { $0.everywhere { ["varequal", "varsubset", "varsubstring"].contains($0) } }
    }

    private func credit(_ change: Element) -> Double {
        let text = plainLine(change.text)
        return text.lowercased().hasSuffix(".max") ? most : decimal(text) ?? 0
    }

    private func apply(_ condition: Element, to result: inout Result) {
        for change in condition.all("setvar") {
            let value = credit(change)
            switch change["action"]?.lowercased() {
            case "add": result.score += value
            case "subtract": result.score -= value
            default: result.score = value
            }
            result.isScored = true
        }
        if condition.saysCorrect {
            result.score = most
            result.isScored = true
        }
        for link in condition.all("displayfeedback") { result.shown.insert(link["linkrefid"] ?? "") }
    }
}

extension [Element] {
    /// Whether every test fits; several texts for one entry are ways to write it, of which one is enough.
    fileprivate func allFit(_ replies: Set<String>) -> Bool {
        let texts = filter { $0.name == "varequal" }
        let isTyped = texts.count > 1 && Set(texts.map { $0["respident"] ?? "" }).count == 1 && replies.count == 1
        if isTyped, count == texts.count { return contains { $0.fits(replies) } }
        return allSatisfy { $0.fits(replies) }
    }
}

extension Element {
    /// Whether a condition sets no score and is right by what it says alone, as Blackboard's blanks are.
    fileprivate var saysCorrect: Bool {
        first("setvar") == nil && all("displayfeedback").contains { $0["linkrefid"] == "correct" }
    }

    fileprivate func fits(_ replies: Set<String>) -> Bool {
        let text = plainLine(self.text)
        switch name {
        case "varequal":
            if self["case"]?.lowercased() == "no" { return replies.contains { $0.lowercased() == text.lowercased() } }
            return replies.contains(text)
        case "varsubset", "varsubstring": return replies.contains { $0.lowercased().contains(text.lowercased()) }
        case "vargt": return holds(replies, >)
        case "vargte": return holds(replies, >=)
        case "varlt": return holds(replies, <)
        case "varlte": return holds(replies, <=)
        case "and": return children.allSatisfy { $0.fits(replies) }
        case "or": return children.contains { $0.fits(replies) }
        case "not": return !children.allSatisfy { $0.fits(replies) }
        case "other": return true
        default: return false
        }
    }

    private func holds(_ replies: Set<String>, _ fits: (Double, Double) -> Bool) -> Bool {
        guard let bound = decimal(plainLine(text)) else { return false }
        return replies.contains { decimal($0).map { fits($0, bound) } ?? false }
    }
}
