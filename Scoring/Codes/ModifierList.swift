/// The modifiers of one line, at most four as on a claim form (CMS-1500, item 24D), side by side in one word: a line on its way to a claim is
/// copied often, and so as cheaply as a number.
struct ModifierList: Equatable {
    /// The first in the highest of the taken sixteenths.
    private var bits: UInt64 = 0

    /// In their order.
    var all: [Modifier] { fromLast.reversed() }

    /// From the last to the first.
    private var fromLast: some Sequence<Modifier> {
        sequence(state: bits) { rest in
            guard rest != 0 else { return nil }
            defer { rest >>= 16 }
            return Modifier(bits: UInt16(truncatingIfNeeded: rest))
        }
    }

    func contains(_ modifier: Modifier) -> Bool { fromLast.contains(modifier) }

    /// Adds a modifier behind the others; one that is there already, and a fifth, changes nothing.
    mutating func append(_ modifier: Modifier) {
        guard bits >> 48 == 0, !contains(modifier) else { return }
        bits = bits << 16 | UInt64(modifier.bits)
    }

    /// What they add to the fingerprint of a line.
    var fingerprint: UInt64 { fromLast.reduce(0) { $0 &+ $1.fingerprint } }

    static func == (list: ModifierList, modifiers: [Modifier]) -> Bool {
        list.fromLast.elementsEqual(modifiers.reversed())
    }
}

extension Modifier {
    /// What it adds to the fingerprint of a line.
    var fingerprint: UInt64 { UInt64(bits) << 40 }
}
