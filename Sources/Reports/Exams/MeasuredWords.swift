package import Examining
import Quiz

extension MeasuredAbility {
    /// What people are told of it.
    package var words: String {
        let range =
            "Of all that the exam may ask, about so much would be right; nineteen times in twenty it lies between "
            + "\(mark(Double(low) / 1_000_000)) and \(mark(Double(high) / 1_000_000))."
        return isWhole ? range : range + " The exam did not come to its end, and nobody passes by a part of it."
    }

    /// What a program reads of it.
    package var json: JSON {
        .object([
            ("ability", .fraction(Double(ability) / 1_000)), ("error", .fraction(Double(error) / 1_000)),
            ("share", .fraction(Double(share) / 1_000_000)), ("low", .fraction(Double(low) / 1_000_000)),
            ("high", .fraction(Double(high) / 1_000_000)), ("whole", .bool(isWhole)),
        ])
    }
}
