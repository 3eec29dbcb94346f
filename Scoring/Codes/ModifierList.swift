/// The modifiers of one line, at most four as on a claim form (CMS-1500, item 24D), side by side in one word: a line on its way to a claim is
/// copied often, and so as cheaply as a number.
struct ModifierList: Equatable {
    /// The first in the highest of the taken sixteenths.
    private var bits: UInt64 = 0

    /// In their order.
    var all: [Modifier] {
        if bits == 0 { return [] }
        return stride(from: 48, through: 0, by: -16).compactMap { shift in
            let modifier = UInt16(truncatingIfNeeded: bits >> UInt64(shift))
            return modifier == 0 ? nil : Modifier(bits: modifier)
        }
    }

    func contains(_ modifier: Modifier) -> Bool {
        var rest = bits
        while rest != 0 {
            if UInt16(truncatingIfNeeded: rest) == modifier.bits { return true }
            rest >>= 16
        }
        return false
    }

    /// Adds a modifier behind the others; one that is there already, and a fifth, changes nothing.
    mutating func append(_ modifier: Modifier) {
        guard bits >> 48 == 0, !contains(modifier) else { return }
        bits = bits << 16 | UInt64(modifier.bits)
    }

    /// What they add to the fingerprint of a line.
    var fingerprint: UInt64 {
        var sum: UInt64 = 0
        var rest = bits
        while rest != 0 {
            sum &+= Modifier(bits: UInt16(truncatingIfNeeded: rest)).fingerprint
            rest >>= 16
        }
        return sum
    }

    static func == (list: ModifierList, modifiers: [Modifier]) -> Bool {
        var rest = list.bits
        for modifier in modifiers.reversed() {
            guard rest != 0, UInt16(truncatingIfNeeded: rest) == modifier.bits else { return false }
            rest >>= 16
        }
        return rest == 0
    }
}

extension Modifier {
    /// What it adds to the fingerprint of a line.
    var fingerprint: UInt64 { UInt64(bits) << 40 }
}
