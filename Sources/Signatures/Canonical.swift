import FoundationEssentials

/// A value in the one form in which it is hashed and signed: JSON with its keys sorted and no white space.
///
/// - Throws: What encoding it throws.
package func canonical(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
}

/// A value that was written as JSON; nil of anything else.
package func value<Value: Decodable>(_ type: Value.Type, written bytes: [UInt8]) -> Value? {
    try? JSONDecoder().decode(type, from: Data(bytes))
}
