import FoundationEssentials

/// A value that a program sent, before anything is known of what it should be.
enum JSONInput: Sendable, Equatable {
    case text(String)
    case integer(Int)
    case number(Double)
    case flag(Bool)
    case null
    case list([JSONInput])
    case object([String: JSONInput])

    /// Nil of what is no JSON, or is nested deeper than anything that is asked for.
    init?(_ bytes: [UInt8]) {
        guard Self.depth(of: bytes) <= 16, let value = try? JSONDecoder().decode(JSONInput.self, from: Data(bytes))
        else { return nil }
        self = value
    }

    /// How many brackets are open at once, at most.
    private static func depth(of bytes: [UInt8]) -> Int {
        var (depth, deepest, isInText, isEscaped) = (0, 0, false, false)
        for byte in bytes {
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else {
                    isInText = byte != UInt8(ascii: "\"")
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInText = true
            case UInt8(ascii: "["), UInt8(ascii: "{"): (depth, deepest) = (depth + 1, max(deepest, depth + 1))
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return deepest
    }

    /// A member of an object; null where there is none.
    subscript(_ name: String) -> JSONInput {
        if case .object(let members) = self { members[name] ?? .null } else { .null }
    }

    /// The text; nil where it is none.
    var text: String? { if case .text(let text) = self { text } else { nil } }
    /// The whole number; nil where it is none.
    var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    /// Whether it says yes.
    var isTrue: Bool { self == .flag(true) }
    /// The values of a list; none where it is no list.
    var list: [JSONInput] { if case .list(let values) = self { values } else { [] } }
    /// The texts of a list.
    var texts: [String] { list.compactMap(\.text) }
    /// The number, whole or not; nil where it is none.
    var real: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}

extension JSONInput: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .integer(number)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONInput].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONInput].self))
        }
    }
}
