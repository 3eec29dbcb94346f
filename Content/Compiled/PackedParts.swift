/// A type whose values are packed as their parts, one after the other.
package protocol PackedParts: Packed, Sendable {
    /// What the parts are, and how a value is made of them.
    static var parts: Parts<Self> { get }
}

extension PackedParts {
    package init(unpacking input: inout PackedInput) throws(NotPacked) { self = try Self.parts.read(&input) }
    package func pack(into output: inout PackedOutput) { Self.parts.write(self, &output) }
}

/// The parts of a type's values, said once for reading and for writing.
package struct Parts<Value: Sendable>: Sendable {
    fileprivate let read: @Sendable (inout PackedInput) throws(NotPacked) -> Value
    fileprivate let write: @Sendable (Value, inout PackedOutput) -> Void

    /// - Parameters:
    ///   - make: Makes a value of its parts: an initialiser that takes them all.
    ///   - parts: The parts of a value, in the order in which `make` takes them.
    package init<each Part: Packed>(
        _ make: @escaping @Sendable (repeat each Part) -> Value,
        _ parts: @escaping @Sendable (Value) -> (repeat each Part)
    ) {
        read = { input throws(NotPacked) in make(repeat try (each Part)(unpacking: &input)) }
        write = { value, output in output.put(repeat each parts(value)) }
    }
}
