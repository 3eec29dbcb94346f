/// The name by which a pack knows a thing: lower-case words joined by hyphens, such as `started-hour`.
///
/// The owner keeps the names of different kinds of thing apart.
package struct ID<Owner>: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name itself.
    package let text: String

    package init(_ text: String) { self.text = text }
    package init(stringLiteral text: String) { self.text = text }

    /// The name itself.
    package var description: String { text }

    /// The name as words in a sentence: `specialty-drug` reads "specialty drug".
    package var words: String { String(text.map { $0 == "-" ? " " : $0 }) }
}

extension ID: Comparable {
    package static func < (left: ID, right: ID) -> Bool { left.text < right.text }
}

/// A kind of what an encounter may hold: a service such as an infusion or an injection, a drug that is billed by its
/// amount, a therapy that is billed by its days.
package enum ServiceKind {}

/// A drug, where all that matters is whether another one is the same.
package enum Drug {}

/// An access to the patient, such as a line in the left arm.
package enum AccessSite {}

/// What the ways are by which something is given, such as into a muscle.
package enum Route {}

/// Those whom a payer takes for one: a group practice and its specialty.
package enum CareGroup {}

/// Who performed a service, such as a registered nurse.
package enum Performer {}
