/// A number by which a payer says why it paid less than was billed.
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
    /// What it says, as a clause in our own words.
    package let meaning: String
    /// What a biller does next, as a sentence.
    package let next: String

    init(_ kind: Kind, _ number: String, _ meaning: String, next: String) {
        self.kind = kind
        self.number = number
        self.meaning = meaning
        self.next = next
    }

    /// The code of a number; nil where it is none of those that an edit leads to or a coder often meets.
    package static func named(_ number: String, _ kind: Kind) -> ReasonCode? {
        all.first { $0.kind == kind && $0.number == number }
    }
}

/// What a payer sends back with a line that it does not pay as billed.
package struct Denial: Sendable, Equatable {
    /// The claim adjustment reason code.
    package let carc: String
    /// The remark code that goes with it.
    package let rarc: String?
    /// Whether other numbers were sent for it once, so that whoever asks about these asks another question.
    package let isCorrected: Bool

    init(_ carc: String, _ rarc: String?, corrected: Bool = false) {
        self.carc = carc
        self.rarc = rarc
        isCorrected = corrected
    }
}

extension Denial: CustomStringConvertible {
    /// `CARC 151, RARC N362`
    package var description: String { "CARC \(carc)" + (rarc.map { ", RARC \($0)" } ?? "") }
}
