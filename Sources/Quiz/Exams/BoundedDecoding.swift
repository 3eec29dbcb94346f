extension KeyedDecodingContainer {
    /// A number within bounds. Anybody can write a log, and nothing that is counted with its numbers may overflow.
    ///
    /// - Throws: `DecodingError` where it is missing, or beyond them.
    package func decode<Number: Decodable & Comparable>(_ key: Key, in bounds: ClosedRange<Number>) throws -> Number {
        try check(try decode(Number.self, forKey: key), key, in: bounds)
    }

    /// A number within bounds; nil where it is missing.
    ///
    /// - Throws: `DecodingError` where it is beyond them.
    package func decodeIfPresent<Number: Decodable & Comparable>(
        _ key: Key, in bounds: ClosedRange<Number>
    ) throws -> Number? {
        try decodeIfPresent(Number.self, forKey: key).map { try check($0, key, in: bounds) }
    }

    /// Numbers each of which is within bounds.
    ///
    /// - Throws: `DecodingError` where they are missing, or one is beyond them.
    package func decodeAll<Number: Decodable & Comparable>(
        _ key: Key, in bounds: ClosedRange<Number>
    ) throws -> [Number] {
        try decode([Number].self, forKey: key).map { try check($0, key, in: bounds) }
    }

    private func check<Number: Comparable>(_ number: Number, _ key: Key, in bounds: ClosedRange<Number>) throws
        -> Number
    {
        guard bounds.contains(number) else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self,
                debugDescription: "\(number) is not from \(bounds.lowerBound) to \(bounds.upperBound)")
        }
        return number
    }
}
