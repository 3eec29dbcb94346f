import FoundationEssentials
import Signatures

/// Any JSON, as others send it and read it.
package enum JSONValue: Sendable, Equatable, Codable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case null
    case list([JSONValue])
    case object([String: JSONValue])

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .null: try container.encodeNil()
        case .list(let list): try container.encode(list)
        case .object(let members): try container.encode(members)
        }
    }

    /// As it is written, with the names of objects in order.
    package var bytes: [UInt8] {
        (try? canonical(self)) ?? []
    }

    /// Reads JSON; nil of what is none.
    package init?(_ bytes: [UInt8]) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else { return nil }
        self = value
    }

    /// What an object has under a name; nil where there is nothing.
    package subscript(_ name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The text that it is; nil where it is none.
    package var text: String? { if case .text(let text) = self { text } else { nil } }

    /// The number that it is; nil where it is none.
    package var number: Double? { if case .number(let number) = self { number } else { nil } }

    /// The members of a list; nil where it is none.
    package var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }

    /// The texts of a list; nil where it is none, or has something else in it.
    package var texts: [String]? {
        guard let list else { return nil }
        let texts = list.compactMap(\.text)
        return texts.count == list.count ? texts : nil
    }
}
