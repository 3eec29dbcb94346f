package import Scoring

/// A line of a claim with what a form or a transaction asks for beside its code. What no facts tell, such as the charge
/// and the diagnosis, is left for the biller.
package struct ServiceLine: Sendable, Equatable {
    /// A drug by its National Drug Code, as payers want it beside the drug's own code.
    package struct Drug: Sendable, Equatable {
        /// Eleven digits.
        package let code: String
        /// What the quantity is counted in.
        package let unit: Unit
        /// How many of the unit, such as `3` or `0.5`.
        package let quantity: String

        /// What a drug's quantity is counted in (X12, element 355).
        package enum Unit: String, Sendable, CaseIterable {
            case unit = "UN"
            case millilitre = "ML"
            case gram = "GR"
            case milligram = "ME"
            case internationalUnit = "F2"
        }
    }

    /// What is billed.
    package var code: Code
    /// Up to four, in the order in which they are billed.
    package var modifiers: [Modifier]
    /// Units of service, or tenths of them.
    package var units: Int
    /// Whether units are counted in tenths.
    package var inTenths: Bool
    /// The first and the last day of service; nil where the facts tell none.
    package var days: ClosedRange<Day>?
    /// CMS's two-digit place of service.
    package var place: String?
    /// The drug that the line bills, where a payer wants it named.
    package var drug: Drug?
    /// The payer's number of a prior authorisation.
    package var authorization: String?

    /// A line of a claim, with what else is known of it.
    package init(
        _ line: ClaimLine, days: ClosedRange<Day>? = nil, place: String? = nil, drug: Drug? = nil,
        authorization: String? = nil
    ) {
        code = line.code
        modifiers = line.modifiers
        units = line.units
        inTenths = line.inTenths
        self.days = days
        self.place = place
        self.drug = drug
        self.authorization = authorization
    }

    /// The lines of a claim, on their own days or else on the day of an encounter, and at its place: that of the visits on
    /// the line's days that it bills; without visits that of the therapies, or where the pack's services usually are. What
    /// was earned at several places has a line for each; where that cannot be told, a line names none.
    ///
    /// - Parameters:
    ///   - claim: A key, or an answer.
    ///   - encounter: What it bills.
    ///   - usualPlace: Where services are that name no place.
    ///   - rules: By which the key is derived.
    ///   - isDated: Whether its date is a fact of it.
    /// - Returns: Service lines in the order of the claim's.
    package static func lines(
        of claim: Claim, for encounter: Encounter, usualPlace: String? = nil, under rules: Rules? = nil,
        isDated: Bool = true
    ) -> [ServiceLine] {
        claim.lines.flatMap { line in
            let days = line.dates ?? DaySpan(encounter.date)
            return encounter.atPlaces(line, usual: usualPlace, under: rules).map { part, place in
                ServiceLine(part, days: isDated ? days.from...days.through : nil, place: place)
            }
        }
    }
}

/// Why something cannot stand in a service line.
package struct ServiceLineError: Error, Sendable, CustomStringConvertible {
    package let description: String
}

extension ServiceLine.Drug {
    /// Reads `00143-9924-90 UN 3`: the code with or without hyphens, the unit and the quantity.
    ///
    /// - Throws: `ServiceLineError` where it is none.
    package init(_ text: String) throws(ServiceLineError) {
        let parts = text.split(separator: " ")
        guard parts.count == 3, let digits = Self.elevenDigits(parts[0]) else {
            throw ServiceLineError(
                description:
                    "\(text.prefix(40)) is no drug; write its code of eleven digits, or 5-4-2, then the unit and "
                    + "the quantity, such as 00143-9924-90 UN 3")
        }
        guard let unit = Unit(rawValue: parts[1].uppercased()) else {
            let units = Unit.allCases.map(\.rawValue).joined(separator: ", ")
            throw ServiceLineError(description: "\(parts[1].prefix(10)) is no unit of a drug; write one of \(units)")
        }
        guard let quantity = Double(parts[2]), quantity > 0, parts[2].wholeMatch(of: /[0-9]{1,7}(\.[0-9]{1,3})?/) != nil
        else {
            throw ServiceLineError(
                description: "\(parts[2].prefix(20)) is no quantity; write it with three places at most, such as 0.5")
        }
        // A number in X12 begins with no nought but the one before a point.
        let whole = parts[2].drop { $0 == "0" }
        self.init(
            code: digits, unit: unit, quantity: whole.first.map { $0 == "." } ?? true ? "0\(whole)" : String(whole))
    }

    /// A code of 4-4-2, 5-3-2 or 5-4-1 digits is filled up with noughts to 5-4-2, as HIPAA wants it.
    private static func elevenDigits(_ text: Substring) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ $0.allSatisfy { "0123456789".contains($0) } }) else { return nil }
        if parts.count == 1 { return text.utf8.count == 11 ? String(text) : nil }
        let lengths = [5, 4, 2]
        guard parts.count == 3, zip(parts, lengths).allSatisfy({ !$0.isEmpty && $0.utf8.count <= $1 }),
            parts.reduce(0, { $0 + $1.utf8.count }) >= 10
        else { return nil }
        return zip(parts, lengths).map { String(repeating: "0", count: $1 - $0.utf8.count) + $0 }.joined()
    }
}
