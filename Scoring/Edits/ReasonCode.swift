/// A number by which a payer says why it paid less than was billed (X12's external code lists; the wording is ours).
package struct ReasonCode: Sendable, Equatable {
    /// Which of X12's lists it stands on.
    package enum Kind: String, Sendable {
        /// Claim adjustment reason code: why the amount differs.
        case carc
        /// Remittance advice remark code: a detail to go with it.
        case rarc
    }

    /// Which of the lists it stands on.
    package let kind: Kind
    /// As a remittance shows it, such as `151` or `N362`.
    package let number: String
    /// What it says, as a clause.
    package let meaning: String

    private init(_ kind: Kind, _ number: String, _ meaning: String) {
        self.kind = kind
        self.number = number
        self.meaning = meaning
    }

    /// The code of a number; nil where it is none of those that an edit leads to or a coder often meets.
    package static func named(_ number: String, _ kind: Kind) -> ReasonCode? {
        all.first { $0.kind == kind && $0.number == number }
    }

    /// Those that an edit leads to, and those that a coder often meets.
    package static let all = [
        ReasonCode(.carc, "4", "the modifier does not go with the code, or a needed one is missing"),
        ReasonCode(.carc, "5", "the code does not go with the place of service"),
        ReasonCode(.carc, "16", "the claim lacks information, or something in it is wrong"),
        ReasonCode(.carc, "18", "the same line was billed before"),
        ReasonCode(.carc, "22", "another payer has to pay first"),
        ReasonCode(.carc, "29", "the claim came after the payer's time for it was over"),
        ReasonCode(.carc, "50", "the payer does not find the service medically needed"),
        ReasonCode(.carc, "96", "the plan does not cover the service"),
        ReasonCode(.carc, "97", "another service that was paid includes this one already"),
        ReasonCode(.carc, "107", "the related service that this one needs is not on the claim"),
        ReasonCode(.carc, "119", "the plan's maximum for the period is reached"),
        ReasonCode(.carc, "151", "the record does not support so many units"),
        ReasonCode(.carc, "170", "the payer does not pay this kind of performer for it"),
        ReasonCode(.carc, "181", "the code was not valid on the date of service"),
        ReasonCode(.carc, "182", "the modifier was not valid on the date of service"),
        ReasonCode(.carc, "185", "the performer may not bill it"),
        ReasonCode(.carc, "197", "an authorisation was needed and is missing"),
        ReasonCode(.carc, "198", "more than what was authorised"),
        ReasonCode(.carc, "222", "more hours, days or units than the payer's agreement allows"),
        ReasonCode(.carc, "236", "the code clashes with another service of the same day"),
        ReasonCode(.carc, "252", "documentation is needed before the claim can be decided"),
        ReasonCode(.carc, "B15", "a qualifying service has to be billed and paid first"),
        ReasonCode(.rarc, "M20", "the procedure code is missing or not a valid one"),
        ReasonCode(.rarc, "M53", "the units are missing or not a valid count"),
        ReasonCode(.rarc, "M62", "the number of the authorisation is missing or wrong"),
        ReasonCode(.rarc, "M77", "the place of service is missing or does not fit"),
        ReasonCode(.rarc, "N20", "not payable beside another service of the same day"),
        ReasonCode(.rarc, "N29", "documentation is missing"),
        ReasonCode(.rarc, "N56", "the code does not fit the service or its date"),
        ReasonCode(.rarc, "N95", "this kind of provider may not bill the service"),
        ReasonCode(.rarc, "N122", "an add-on code cannot be billed by itself"),
        ReasonCode(.rarc, "N130", "the plan's documents say what it restricts"),
        ReasonCode(.rarc, "N362", "more units or days than the payer accepts"),
        ReasonCode(.rarc, "N519", "the modifiers do not fit together or do not fit the code"),
        ReasonCode(.rarc, "N822", "a modifier is missing"),
        ReasonCode(.rarc, "N823", "a modifier is incomplete or not valid"),
    ]
}
