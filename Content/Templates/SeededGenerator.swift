/// Random numbers that follow from a seed, the same on every machine and under every version of Swift (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The numbers that follow from a seed.
    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A number below a bound, which is at least 1. The library's own draws may change with its version.
    package mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// The elements in another order.
    package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        order(of: elements.count).map { elements[$0] }
    }

    /// The positions of so many elements in another order.
    package mutating func order(of count: Int) -> [Int] {
        var positions = Array(0..<count)
        for position in positions.indices.dropFirst().reversed() {
            positions.swapAt(position, below(position + 1))
        }
        return positions
    }
}
