/// How an item of QTI 2.x is graded by its response processing, which may say another thing than what the item declares
/// as right: a system that runs the item goes by the processing.
struct QTIProcessing {
    /// What a value is, where it is not one of the item's own variables.
    private enum Value: Equatable {
        case texts([String])
        case truth(Bool)
        case nothing

        var texts: [String] { if case .texts(let texts) = self { texts } else { [] } }
        var number: Double? { texts.count == 1 ? decimal(texts[0]) : nil }
    }

    /// What the interpreter does not know.
    private struct Unknown: Error {}

    private let rules: [Element]
    private let declaration: Element
    private let name: String
    private let isOrdered: Bool
    /// The last part of the address of a template, which stands for rules that everybody knows.
    private let template: String?
    /// What outcomes are before anything is graded: numbers are nought unless declared otherwise.
    private var initial: [String: String]

    /// Nil where the item says nothing of how it is graded.
    ///
    /// - Parameters:
    ///   - item: In the words of QTI 2.1.
    ///   - declaration: Of the response that is graded.
    init?(of item: Element, declaration: Element) {
        guard let processing = item.first("responseProcessing") else { return nil }
        rules = processing.children
        self.declaration = declaration
        name = declaration["identifier"] ?? "RESPONSE"
        isOrdered = declaration["cardinality"] == "ordered"
        let address = processing["template"] ?? ""
        template = rules.isEmpty ? address.split(separator: "/").last.map(String.init) : nil
        let isScored = rules.contains { rule in
            ([rule] + rule.everywhere { $0 == "setOutcomeValue" }).contains { $0["identifier"] == "SCORE" }
        }
        if template == nil, !isScored { return nil }
        let numbers = item.all("outcomeDeclaration").filter { ["float", "integer"].contains($0["baseType"]) }
        initial = Dictionary(
            numbers.map { ($0["identifier"] ?? "", plainLine($0.first("defaultValue")?.first("value")?.text ?? "0")) }
        ) { first, _ in first }
        // The most that there is to get is something, whether or not anybody says how much.
        if decimal(initial["MAXSCORE"] ?? "0") == 0 { initial["MAXSCORE"] = "1" }
    }

    /// What a response scores; nil where the processing has rules that are not known here, or sets no score.
    func score(of response: [String]) -> Double? {
        switch template {
        case "match_correct", "match_correct.xml", "CC2_match", "match_correct.qti":
            return value(.texts(response), equals: correct) ? 1 : 0
        case "map_response", "map_response.xml", "CC2_map_response": return mapped(response)
        case _?: return nil
        case nil:
            var outcomes = initial.mapValues { Value.texts([$0]) }
            guard (try? run(rules, response, &outcomes)) != nil else { return nil }
            return outcomes["SCORE"]?.number
        }
    }

    // MARK: Rules

    /// - Returns: Whether an exit was reached.
    @discardableResult
    private func run(_ rules: [Element], _ response: [String], _ outcomes: inout [String: Value]) throws -> Bool {
        for rule in rules {
            switch rule.name {
            case "setOutcomeValue":
                guard let expression = rule.children.first else { throw Unknown() }
                outcomes[rule["identifier"] ?? ""] = try value(of: expression, response, outcomes)
            case "responseCondition": if try choose(rule.children, response, &outcomes) { return true }
            case "responseProcessingFragment": if try run(rule.children, response, &outcomes) { return true }
            case "exitResponse": return true
            default: throw Unknown()
            }
        }
        return false
    }

    private func choose(
        _ branches: [Element], _ response: [String], _ outcomes: inout [String: Value]
    ) throws -> Bool {
        for branch in branches {
            guard branch.name != "responseElse" else { return try run(branch.children, response, &outcomes) }
            guard let test = branch.children.first else { throw Unknown() }
            if try value(of: test, response, outcomes) == .truth(true) {
                return try run(Array(branch.children.dropFirst()), response, &outcomes)
            }
        }
        return false
    }

    // MARK: Expressions

    private func value(
        of expression: Element, _ response: [String], _ outcomes: [String: Value]
    ) throws -> Value {
        switch expression.name {
        case "variable":
            guard let name = expression["identifier"] else { throw Unknown() }
            return name == self.name ? (response.isEmpty ? .nothing : .texts(response)) : outcomes[name] ?? .nothing
        case "baseValue": return .texts([plainLine(expression.text)])
        case "correct" where expression["identifier"] == name: return correct
        case "mapResponse" where expression["identifier"] == name: return .texts([number(mapped(response))])
        case "null": return .nothing
        default: break
        }
        let parts = try expression.children.map { try value(of: $0, response, outcomes) }
        guard let first = parts.first else { throw Unknown() }
        switch expression.name {
        case "multiple", "ordered":
            return .texts(parts.flatMap(\.texts))
        case "isNull": return .truth(first == .nothing)
        case "not": return .truth(first != .truth(true))
        case "and": return .truth(parts.allSatisfy { $0 == .truth(true) })
        case "or": return .truth(parts.contains(.truth(true)))
        case "sum", "product", "subtract", "max", "min": return try reckoned(expression.name, parts)
        default:
            guard parts.count == 2 else { throw Unknown() }
            return .truth(try holds(expression, first, parts[1]))
        }
    }

    private func reckoned(_ name: String, _ parts: [Value]) throws -> Value {
        let numbers = parts.compactMap(\.number)
        guard numbers.count == parts.count, let first = numbers.first else { throw Unknown() }
        let rest = numbers.dropFirst()
        switch name {
        case "sum": return .texts([number(rest.reduce(first, +))])
        case "product": return .texts([number(rest.reduce(first, *))])
        case "subtract": return .texts([number(rest.reduce(first, -))])
        case "max": return .texts([number(numbers.max() ?? first)])
        default: return .texts([number(numbers.min() ?? first)])
        }
    }

    private func holds(_ expression: Element, _ left: Value, _ right: Value) throws -> Bool {
        switch expression.name {
        case "match": return value(left, equals: right)
        case "stringMatch":
            guard case (.texts(let one), .texts(let other)) = (left, right) else { return false }
            let isExact = expression["caseSensitive"] != "false"
            return isExact ? one == other : one.map { $0.lowercased() } == other.map { $0.lowercased() }
        case "member", "contains":
            guard case (.texts(let one), .texts(let other)) = (left, right) else { return false }
            return expression.name == "member" ? Set(one).isSubset(of: other) : Set(other).isSubset(of: one)
        case "substring":
            guard case (.texts(let one), .texts(let other)) = (left, right), one.count == 1, other.count == 1 else {
                return false
            }
            return expression["caseSensitive"] == "false"
                ? other[0].lowercased().contains(one[0].lowercased()) : other[0].contains(one[0])
        case "equal": return left.number != nil && left.number == right.number
        case "gt", "gte", "lt", "lte":
            guard let one = left.number, let other = right.number else { return false }
            switch expression.name {
            case "gt": return one > other
            case "gte": return one >= other
            case "lt": return one < other
            default: return one <= other
            }
        default: throw Unknown()
        }
    }

    /// Several responses are the same in any order, unless the order is what is asked for.
    private func value(_ left: Value, equals right: Value) -> Bool {
        guard case (.texts(let one), .texts(let other)) = (left, right) else {
            return left == right && left != .nothing
        }
        if let one = left.number, let other = right.number { return one == other }
        return isOrdered ? one == other : one.sorted() == other.sorted()
    }

    // MARK: What is declared

    private var correct: Value {
        let values = declaration.first("correctResponse")?.all("value").map { plainLine($0.text) } ?? []
        return values.isEmpty ? .nothing : .texts(values)
    }

    private func mapped(_ response: [String]) -> Double {
        let mapping = declaration.first("mapping")
        let entries = mapping?.all("mapEntry") ?? []
        let rest = mapping?["defaultValue"].flatMap { decimal($0) } ?? 0
        let sum = Set(response).reduce(0.0) { sum, reply in
            let entry = entries.first { entry in
                let key = plainLine(entry["mapKey"] ?? "")
                return entry["caseSensitive"] == "false" ? key.lowercased() == reply.lowercased() : key == reply
            }
            return sum + (entry.map { decimal($0["mappedValue"] ?? "") ?? 0 } ?? rest)
        }
        let least = mapping?["lowerBound"].flatMap { decimal($0) } ?? -.infinity
        let most = mapping?["upperBound"].flatMap { decimal($0) } ?? .infinity
        return min(max(sum, least), most)
    }
}
