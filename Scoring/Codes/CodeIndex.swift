/// Where each code stands in a list.
///
/// A hash table with open addressing. A code is a number already and is looked up a dozen times for each answer, so
/// that a dictionary's hashing would cost more than all the rest of the grading.
struct CodeIndex: Sendable, Equatable {
    private struct Slot: Equatable {
        /// Zero, which is no code, in a slot that is free.
        var bits: UInt64 = 0
        /// The code's index in the list.
        var index = 0
    }

    /// A power of two of them, at most half of which are taken.
    private var slots: [Slot]
    /// What brings a product down to a slot's number.
    private let shift: Int

    /// Of equal codes the first counts.
    init(_ codes: [Code]) {
        let bits = UInt64.bitWidth - (2 * UInt64(codes.count) + 1).leadingZeroBitCount
        shift = UInt64.bitWidth - bits
        slots = Array(repeating: Slot(), count: 1 << bits)
        for (index, code) in codes.enumerated() {
            let slot = slot(for: code.bits)
            if slots[slot].bits == 0 { slots[slot] = Slot(bits: code.bits, index: index) }
        }
    }

    /// The index of a code in the list; nil where the list lacks it.
    subscript(code: Code) -> Int? {
        let slot = slot(for: code.bits)
        return slots[slot].bits == 0 ? nil : slots[slot].index
    }

    /// The slot that holds a code, or the free one where it belongs.
    private func slot(for bits: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
        while slots[slot].bits != 0, slots[slot].bits != bits { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }
}
