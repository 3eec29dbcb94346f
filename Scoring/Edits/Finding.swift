/// A failed edit: which, where, and the fact it rests on.
package struct Finding: Sendable, Equatable {
    package let edit: Edit.Name
    package let severity: Severity
    /// The line of the claim, counted from 1; nil where the finding is about something that is not on it.
    package let line: Int?
    package let code: Code
    /// The numbers and names that the message speaks of.
    let facts: Facts

    /// What the payer makes of it.
    package enum Severity: String, Sendable, Codable {
        /// The line comes back unpaid.
        case denied
        /// The line is paid for fewer units.
        case reduced
        /// No payer objects, and the provider is paid too little.
        case underbilled
    }

    /// What a finding may need to say; each edit uses its own part of it.
    struct Facts: Sendable, Equatable {
        var units = 0
        var allowed = 0
        var minutes = 0
        var other: Code?
        var modifier: Modifier?
        var words: [String] = []
    }

    init(
        _ edit: Edit.Name, _ severity: Severity, line: Int?, code: Code, facts: Facts = Facts()
    ) {
        self.edit = edit
        self.severity = severity
        self.line = line
        self.code = code
        self.facts = facts
    }

    /// The finding in plain words, with the fact it rests on.
    package var message: String { Edit.named(edit).message(self) }
    /// The claim adjustment reason code that a payer would send; nil where no payer objects.
    package var carc: String? { severity == .underbilled ? nil : Edit.named(edit).carc }
    /// The remark code that goes with it.
    package var rarc: String? { severity == .underbilled ? nil : Edit.named(edit).rarc }
    package var source: String { Edit.named(edit).source }
}
