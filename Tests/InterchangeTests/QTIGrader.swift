@testable import Interchange

/// Runs the response processing of an item of QTI 2.1 or 3.0, as far as the items that are written here use it: conditions
/// that set outcomes by `match`, `stringMatch`, `mapResponse`, `correct` and `variable` (QTI 2.1 information model,
/// sections 8 and 9). What it does not know is an error, so that nothing is passed over.
struct QTIGrader {
    struct Outcome: Equatable {
        var score: Double
        /// What the candidate is told, a text for each feedback that is shown.
        var told: [String]
    }

    /// What no rule here says how to run.
    struct Unknown: Error { let name: String }

    private let item: Element
    private let declaration: Element

    init(_ document: [UInt8]) throws {
        item = Self.plain(try readXML(document))
        guard let declaration = item.first("responseDeclaration") else { throw Unknown(name: "no response") }
        self.declaration = declaration
    }

    /// The identifiers of the options by their words; empty where the answer is typed.
    var options: [String: String] {
        let choices = item.everywhere { $0 == "simpleChoice" }
        return Dictionary(choices.map { ($0.text, $0["identifier"] ?? "") }) { first, _ in first }
    }

    /// - Parameter response: Identifiers of options, or one text.
    /// - Returns: What the processing sets.
    /// - Throws: `Unknown` where it does what no rule here says.
    func outcome(of response: Set<String>) throws -> Outcome {
        var outcomes: [String: Set<String>] = [:]
        for declared in item.all("outcomeDeclaration") {
            let values = declared.first("defaultValue")?.all("value").map(\.text) ?? []
            outcomes[declared["identifier"] ?? ""] = Set(values)
        }
        let processing = item.first("responseProcessing")?.children ?? []
        for rule in processing { try run(rule, response, &outcomes) }
        let told = item.all("modalFeedback").filter { feedback in
            let holds = outcomes[feedback["outcomeIdentifier"] ?? ""]?.contains(feedback["identifier"] ?? "") ?? false
            return holds == (feedback["showHide"] == "show")
        }
        let score = outcomes["SCORE"]?.first.flatMap { Double($0) } ?? 0
        return Outcome(score: score, told: told.map { $0.everywhere { $0 == "p" }.map(\.text).joined(separator: " ") })
    }

    // MARK: Rules

    private func run(_ rule: Element, _ response: Set<String>, _ outcomes: inout [String: Set<String>]) throws {
        switch rule.name {
        case "setOutcomeValue":
            guard let expression = rule.children.first else { throw Unknown(name: "an empty rule") }
            outcomes[rule["identifier"] ?? ""] = try value(of: expression, response)
        case "responseCondition":
            for branch in rule.children {
                var rules = branch.children
                if branch.name != "responseElse", try !isTrue(rules.removeFirst(), response) { continue }
                for inner in rules { try run(inner, response, &outcomes) }
                return
            }
        case let name: throw Unknown(name: name)
        }
    }

    private func isTrue(_ expression: Element, _ response: Set<String>) throws -> Bool {
        let sides = try expression.children.map { try value(of: $0, response) }
        guard sides.count == 2 else { throw Unknown(name: expression.name) }
        switch expression.name {
        case "match": return sides[0] == sides[1]
        case "stringMatch":
            let ignoresCase = expression["caseSensitive"] == "false"
            return sides[0].first.map { ignoresCase ? $0.lowercased() : $0 }
                == sides[1].first.map { ignoresCase ? $0.lowercased() : $0 }
        case let name: throw Unknown(name: name)
        }
    }

    private func value(of expression: Element, _ response: Set<String>) throws -> Set<String> {
        switch expression.name {
        case "variable": return response
        case "baseValue": return [expression.text]
        case "correct": return Set(declaration.first("correctResponse")?.all("value").map(\.text) ?? [])
        case "mapResponse": return ["\(mapped(response))"]
        case let name: throw Unknown(name: name)
        }
    }

    /// The sum of what the mapping gives each part of the response, within the mapping's bounds.
    private func mapped(_ response: Set<String>) -> Double {
        let mapping = declaration.first("mapping")
        let entries = mapping?.all("mapEntry") ?? []
        let sum = response.reduce(0) { sum, reply in
            let entry = entries.first { entry in
                let key = entry["mapKey"] ?? ""
                return entry["caseSensitive"] == "false" ? key.lowercased() == reply.lowercased() : key == reply
            }
            return sum + (Double(entry?["mappedValue"] ?? mapping?["defaultValue"] ?? "0") ?? 0)
        }
        let least = mapping?["lowerBound"].flatMap { Double($0) } ?? -.infinity
        return max(sum, least)
    }

    // MARK: Words

    /// The words of 3.0 as those of 2.1: `qti-map-entry` is `mapEntry`.
    private static func plain(_ element: Element) -> Element {
        func camel(_ name: String) -> String {
            let parts = name.split(separator: "-")
            let words = parts.first == "qti" ? parts.dropFirst() : parts[...]
            return words.enumerated().map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
        }
        var element = element
        element.name = camel(element.name)
        element.attributes = element.attributes.map { (camel($0.name), $0.value) }
        element.content = element.content.map { part in
            if case .element(let child) = part { .element(plain(child)) } else { part }
        }
        return element
    }
}
