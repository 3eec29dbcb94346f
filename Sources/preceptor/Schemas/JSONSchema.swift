import Authoring
import Content
import Reports

/// The JSON Schema (draft 2020-12) of a kind of file, made from the shapes by which the file is read.
struct JSONSchema {
    private var definitions: [(String, JSON)] = []

    /// The schema of a file whose mapping has a shape.
    static func document(of shape: Shape) -> JSON {
        var schema = JSONSchema()
        let body = schema.members(of: shape)
        let head: [(String, JSON)] = [
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("Preceptor: \(shape.what)")),
        ]
        let definitions = schema.definitions.sorted { $0.0 < $1.0 }
        return .object(head + body + (definitions.isEmpty ? [] : [("$defs", .object(definitions))]))
    }

    private mutating func members(of shape: Shape) -> [(String, JSON)] {
        var properties: [(String, JSON)] = []
        for key in shape.keys {
            let note = key.note.isEmpty ? [] : [("description", JSON.string(key.note))]
            properties.append((key.name, .object(note + members(of: key.form))))
        }
        let required = shape.keys.filter(\.isRequired).map(\.name)
        var members: [(String, JSON)] = [("type", .string("object")), ("properties", .object(properties))]
        if !required.isEmpty { members.append(("required", .strings(required))) }
        if !shape.oneOf.isEmpty { members.append(("oneOf", .array(shape.oneOf.map(Self.requiring)))) }
        if !shape.anyOf.isEmpty { members.append(("anyOf", .array(shape.anyOf.map(Self.requiring)))) }
        if !shape.notAll.isEmpty { members.append(("not", .object([("required", .strings(shape.notAll))]))) }
        return members + [("additionalProperties", .bool(false))]
    }

    private static func requiring(_ key: String) -> JSON { .object([("required", .strings([key]))]) }

    private mutating func members(of form: Form) -> [(String, JSON)] {
        switch form {
        case .text(let limit): [("type", .strings(["string", "number"])), ("maxLength", .integer(limit))]
        case .integer(let range, _):
            [
                ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
                ("maximum", .integer(range.upperBound)),
            ]
        case .flag: [("type", .string("boolean"))]
        case .choice(let words): [("enum", .strings(words))]
        case .list(let form): listMembers(of: form)
        case .few(let form, let limit): listMembers(of: form, atMost: limit)
        case .measured(let least):
            either(
                .object([("type", .string("integer")), ("minimum", .integer(least))]),
                .object(Self.matching(Self.amounts)))
        case .numbers:
            either(
                .object([("type", .string("integer")), ("minimum", .integer(0))]),
                .object(Self.matching("^(up to |over )?[0-9]+( to [0-9]+| or more)?$")))
        case .row(let form, let count):
            [
                ("type", .string("array")), ("items", value(of: form)), ("minItems", .integer(count)),
                ("maxItems", .integer(count)),
            ]
        case .named(let keys, let values):
            [
                ("type", .string("object")), ("propertyNames", value(of: keys)),
                ("additionalProperties", value(of: values)),
            ]
        case .mapping(let shape): [("$ref", .string(reference(to: shape)))]
        case .slotted(let form): either(value(of: form), .object(Self.matching(#"^\{.+\}$"#)))
        case .either(let first, let second): either(value(of: first), value(of: second))
        default: Self.matching(Self.pattern(of: form))
        }
    }

    private mutating func value(of form: Form) -> JSON { .object(members(of: form)) }

    private mutating func listMembers(of form: Form, atMost limit: Int? = nil) -> [(String, JSON)] {
        let element = value(of: form)
        let most = limit.map { [("maxItems", JSON.integer($0))] } ?? []
        return either(element, .object([("type", .string("array")), ("items", element)] + most))
    }

    /// An amount, or where a range of them begins or what it is.
    private static let amounts =
        "^(up to |over )?[0-9]+(\\.[0-9]+)? ?(mcg|mg|g|mL|ml|L|l|units?|miles?|cm|sq cm)( to [0-9]+(\\.[0-9]+)? ?(mcg|mg|g|mL|ml|L|l|units?|miles?|cm|sq cm)| or more)?$"

    private func either(_ first: JSON, _ second: JSON) -> [(String, JSON)] { [("anyOf", .array([first, second]))] }

    private static func matching(_ pattern: String) -> [(String, JSON)] {
        [("type", .string("string")), ("pattern", .string(pattern))]
    }

    private static func pattern(of form: Form) -> String {
        switch form {
        case .id: "^[a-z0-9]+(-[a-z0-9]+)*$"
        case .code: "^([0-9]{5}|[A-HJ-NP-WYZa-hj-np-wyz][0-9]{4}|[0-9]{4}[AFMTUafmtu])$"
        case .modifier: "^[0-9A-Za-z]{2}$"
        case .place: "^[0-9]{2}$"
        case .day: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        case .time: "^([01]?[0-9]|2[0-3]):[0-5][0-9]$"
        case .amount: "^[0-9]+(\\.[0-9]+)? ?(mcg|mg|g|mL|ml|L|l|units?|miles?|cm|sq cm)$"
        case .amounts: amounts
        case .credit: "^(started|midpoint|complete|at-least [1-9][0-9]*)$"
        default: "."
        }
    }

    private mutating func reference(to shape: Shape) -> String {
        if !definitions.contains(where: { $0.0 == shape.name }) {
            definitions.append((shape.name, .null))
            let body = JSON.object(members(of: shape))
            definitions.removeAll { $0.0 == shape.name }
            definitions.append((shape.name, body))
        }
        return "#/$defs/\(shape.name)"
    }
}
