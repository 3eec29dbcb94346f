extension Int: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) { self = try input.number() }
    package func pack(into output: inout PackedOutput) { output.put(number: self) }
}

extension Bool: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) { self = try input.byte() != 0 }
    package func pack(into output: inout PackedOutput) { output.put(case: self ? 1 : 0) }
}

extension String: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) { self = try input.text() }
    package func pack(into output: inout PackedOutput) { output.put(text: self) }
}

extension Optional: Packed where Wrapped: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self = try Wrapped.optional(unpacking: &input)
    }

    package func pack(into output: inout PackedOutput) {
        if let self { output.put(case: 1, self) } else { output.put(case: 0) }
    }
}

extension Array: Packed where Element: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self = try Element.array(unpacking: &input)
    }

    package func pack(into output: inout PackedOutput) {
        output.put(number: count)
        for element in self { output.put(element) }
    }
}

extension Set: Packed where Element: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) { self = Set(try [Element](unpacking: &input)) }
    package func pack(into output: inout PackedOutput) { output.put(Array(self)) }
}

extension Dictionary: Packed where Key: Packed, Value: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self = [:]
        for _ in 0..<(try input.count()) {
            let key = try Key(unpacking: &input)
            self[key] = try Value(unpacking: &input)
        }
    }

    package func pack(into output: inout PackedOutput) {
        output.put(number: count)
        for (key, value) in self { output.put(key, value) }
    }
}

/// Enums that packs name by words are written as these.
extension Packed where Self: RawRepresentable, RawValue == String {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        guard let value = Self(rawValue: try input.text()) else { throw input.broken }
        self = value
    }

    package func pack(into output: inout PackedOutput) { output.put(text: rawValue) }
}
