import Measurement

/// Why an adaptive attempt ended.
package enum AdaptiveEnd: String, Sendable {
    /// It was as long as it may be.
    case length
    /// Ability was known as well as wanted.
    case precision
    /// It was clear on which side of the cut the candidate is.
    case classification
    /// Nothing was left that it may ask.
    case exhausted
    /// It was handed in, or its time was over, before any of these.
    case unfinished
}

extension StoredAttempt {
    /// Why its items came to an end, by the rules that its form names; nil while it is open, and where forms are fixed.
    package var adaptiveEnd: AdaptiveEnd? {
        guard let record = form.adaptive, let measured = sealed?.measured, let given = form.given else { return nil }
        guard measured.isWhole else { return .unfinished }
        if given.count >= record.most { return .length }
        // Errors are kept in thousandths, the last of which may be rounded, and wanted in hundredths.
        if let wanted = record.error, measured.error <= 10 * wanted + 1 { return .precision }
        let answers = zip(given, sealed?.fractions ?? []).map { $0.answer(of: $1) }
        return record.classification?.decision(after: answers) == nil ? .exhausted : .classification
    }
}
