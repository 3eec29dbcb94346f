/// Where chance comes from: the machine, or numbers that are known beforehand. It is handed in, as the time is, so that
/// whatever is drawn can be drawn again.
package struct RandomSource: RandomNumberGenerator, Sendable {
    private let draw: @Sendable () -> UInt64

    /// - Parameter draw: Gives the next number.
    package init(_ draw: @escaping @Sendable () -> UInt64) { self.draw = draw }

    /// The machine's own chance, which nobody foretells.
    package static var system: RandomSource { RandomSource { .random(in: .min ... .max) } }

    package func next() -> UInt64 { draw() }
}
