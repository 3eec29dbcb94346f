import Quiz
import Reports

/// What a value of the interface is: it is written in the description, and held against what programs send.
indirect enum Schema: Sendable {
    case text(shortest: Int, longest: Int)
    /// A moment with its zone, as RFC 3339 writes it.
    case moment
    case choice([String])
    case integer(ClosedRange<Int>)
    case number
    case flag
    case list(Schema, most: Int)
    /// These members and no others.
    case object([Member])
    /// An object that is told of in words.
    case anyObject
    /// The value, or null.
    case optional(Schema)

    /// A member of an object.
    struct Member: Sendable {
        let name: String
        let schema: Schema
        let isNeeded: Bool
        let summary: String?
    }

    /// A text of usual length, with something in it.
    static let name = Schema.text(shortest: 1, longest: 200)
}

extension Schema.Member {
    /// A member that is always there.
    static func needed(_ name: String, _ schema: Schema, _ summary: String? = nil) -> Self {
        Self(name: name, schema: schema, isNeeded: true, summary: summary)
    }

    /// A member that may be left out.
    static func free(_ name: String, _ schema: Schema, _ summary: String? = nil) -> Self {
        Self(name: name, schema: schema, isNeeded: false, summary: summary)
    }
}

// MARK: - Held against values

extension Schema {
    /// What is wrong with a value.
    ///
    /// - Parameters:
    ///   - value: What came.
    ///   - position: Where it stands, such as `people.0.name`; empty for all of it.
    /// - Returns: A clause; nil where nothing is wrong.
    func problem(with value: JSONInput, at position: String = "") -> String? {
        let here = position.isEmpty ? "the body" : position
        switch self {
        case .text(let shortest, let longest):
            guard let count = value.text?.unicodeScalars.count else { return "\(here) is no text" }
            return (shortest...longest).contains(count) ? nil : "\(here) has \(shortest) to \(longest) characters"
        case .moment:
            let isOne = value.text.flatMap { WrittenTime($0)?.moment } != nil
            return isOne ? nil : "\(here) is no moment such as 2026-03-02T09:00:00Z"
        case .choice(let names):
            return value.text.map(names.contains) == true ? nil : "\(here) is one of \(names.joined(separator: ", "))"
        case .integer(let range):
            return value.integer.map(range.contains) == true
                ? nil : "\(here) is a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number: return value.real == nil ? "\(here) is no number" : nil
        case .flag:
            guard case .flag = value else { return "\(here) is true or false" }
            return nil
        case .list(let schema, let most):
            guard case .list(let values) = value else { return "\(here) is no list" }
            guard values.count <= most else { return "\(here) has at most \(most) values" }
            return values.enumerated().lazy.compactMap { schema.problem(with: $1, at: Self.join(position, "\($0)")) }
                .first
        case .object(let members): return problem(with: value, members, at: position, here)
        case .anyObject:
            guard case .object = value else { return "\(here) is no object" }
            return nil
        case .optional(let schema): return value == .null ? nil : schema.problem(with: value, at: position)
        }
    }

    private func problem(with value: JSONInput, _ members: [Member], at position: String, _ here: String) -> String? {
        guard case .object(let values) = value else { return "\(here) is no object" }
        if let strange = values.keys.sorted().first(where: { key in !members.contains { $0.name == key } }) {
            return "\(here) has nothing called \(strange.prefix(40))"
        }
        for member in members {
            let there = Self.join(position, member.name)
            guard let value = values[member.name] else {
                if member.isNeeded { return "\(there) is missing" }
                continue
            }
            if let problem = member.schema.problem(with: value, at: there) { return problem }
        }
        return nil
    }

    private static func join(_ position: String, _ name: String) -> String {
        position.isEmpty ? name : "\(position).\(name)"
    }
}

// MARK: - Written down

extension Schema {
    /// As JSON Schema (draft 2020-12) says it.
    var json: JSON {
        switch self {
        case .text(let shortest, let longest):
            Self.type("string", [("minLength", .integer(shortest)), ("maxLength", .integer(longest))])
        case .moment: Self.type("string", [("format", .string("date-time"))])
        case .choice(let names): Self.type("string", [("enum", .strings(names))])
        case .integer(let range):
            Self.type("integer", [("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound))])
        case .number: Self.type("number")
        case .flag: Self.type("boolean")
        case .list(let schema, let most): Self.type("array", [("items", schema.json), ("maxItems", .integer(most))])
        case .object(let members):
            Self.type(
                "object",
                [
                    ("properties", .object(members.map { ($0.name, $0.json) })),
                    ("required", .strings(members.filter(\.isNeeded).map(\.name))),
                    ("additionalProperties", .bool(false)),
                ])
        case .anyObject: Self.type("object")
        case .optional(let schema):
            .object([("anyOf", .array([schema.json, Self.type("null")]))])
        }
    }

    private static func type(_ name: String, _ more: [(String, JSON)] = []) -> JSON {
        .object([("type", .string(name))] + more)
    }
}

extension Schema.Member {
    /// The same, with what is said of the member.
    var json: JSON {
        guard let summary, case .object(let members) = schema.json else { return schema.json }
        return .object([("description", .string(summary))] + members)
    }
}
