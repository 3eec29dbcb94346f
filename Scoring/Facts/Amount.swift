/// How much of something there is, in whole thousandths of its unit, so that no sum of doses is ever rounded.
package struct Amount: Hashable, Sendable {
    /// What an amount is counted in. Two amounts of different units cannot be added or compared.
    package enum Unit: String, Sendable, CaseIterable {
        /// Mass.
        case milligrams = "mg"
        /// Volume.
        case millilitres = "mL"
        /// International units, or whatever a drug's label counts.
        case units
        /// A way, as of a patient in an ambulance.
        case miles
        /// A length, as of a wound that is closed.
        case centimetres = "cm"
        /// An area, as of skin that is grafted.
        case squareCentimetres = "sq cm"

        /// Whether it is of a drug, of which doses are given.
        var isOfDrugs: Bool {
            switch self {
            case .milligrams, .millilitres, .units: true
            case .miles, .centimetres, .squareCentimetres: false
            }
        }

        /// So many thousandths of it in words: `34.5 mg`, `1 mile`.
        func words(_ thousandths: Int) -> String {
            let isOne = thousandths == 1_000 && (self == .units || self == .miles)
            return "\(Amount.decimal(thousandths)) \(isOne ? String(rawValue.dropLast()) : rawValue)"
        }
    }

    /// Thousandths of the unit, 0 or more.
    package let thousandths: Int
    /// What it is counted in.
    package let unit: Unit

    /// The most that is taken for an amount, in thousandths of its unit: a kilogram, a thousand litres. No sum of as
    /// many doses as an encounter may hold can overflow.
    package static let limit = 1_000_000_000

    /// Nil where there are fewer than no thousandths, or more than the limit.
    package init?(thousandths: Int, _ unit: Unit) {
        guard (0...Amount.limit).contains(thousandths) else { return nil }
        self.thousandths = thousandths
        self.unit = unit
    }

    /// Reads `345 mg`, `1.125 g`, `250 mcg`, `750 mL`, `2 L`, `5000 units`, `12.3 miles`, `2.5 cm` or `25 sq cm`; nil for anything
    /// else, and where there are more decimals than the amount is kept to.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        let number = bytes.prefix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
        let word = String(decoding: bytes[number.endIndex...], as: UTF8.self).drop { $0 == " " }.lowercased()
        guard let measure = Amount.measures.first(where: { $0.word == word }),
            let thousandths = Amount.thousandths(number, of: measure.thousandths)
        else { return nil }
        self.init(thousandths: thousandths, measure.unit)
    }

    /// Nothing of a unit.
    package static func none(_ unit: Unit) -> Amount { Amount(none: unit) }

    private init(none unit: Unit) { self.init(sum: 0, unit) }

    /// What many amounts come to, beyond the limit too.
    init(sum thousandths: Int, _ unit: Unit) {
        self.thousandths = thousandths
        self.unit = unit
    }

    private static let measures: [(word: String, unit: Unit, thousandths: Int)] = [
        ("mcg", .milligrams, 1), ("mg", .milligrams, 1_000), ("g", .milligrams, 1_000_000),
        ("ml", .millilitres, 1_000), ("l", .millilitres, 1_000_000), ("units", .units, 1_000), ("unit", .units, 1_000),
        ("miles", .miles, 1_000), ("mile", .miles, 1_000), ("cm", .centimetres, 1_000),
        ("sq cm", .squareCentimetres, 1_000),
    ]

    private static func thousandths(_ digits: ArraySlice<UInt8>, of measure: Int) -> Int? {
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts[0].count <= 7, let whole = number(parts[0]) else { return nil }
        guard parts.count == 2 else { return whole * measure }
        var size = measure
        for _ in parts[1] {
            guard size % 10 == 0 else { return nil }
            size /= 10
        }
        return number(parts[1]).map { whole * measure + $0 * size }
    }
}

extension Amount: CustomStringConvertible {
    /// As it reads back: `345 mg`, `1.5 mL`.
    package var description: String { unit.words(thousandths) }

    /// Thousandths as a decimal number without zeros at its end: `1.125`.
    static func decimal(_ thousandths: Int) -> String {
        let whole = String(thousandths / 1_000)
        let rest = thousandths % 1_000
        if rest == 0 { return whole }
        var digits = String(rest + 1_000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }
}
