/// A failed edit: which, where, and the fact it rests on.
package struct Finding: Sendable, Equatable {
    package let edit: Edit.Name
    package let severity: Severity
    /// The line of the claim, counted from 1; nil where the finding is about something that is not on it.
    package let line: Int?
    package let code: Code
    let fact: Fact

    /// What the payer makes of it.
    package enum Severity: String, Sendable {
        /// The line comes back unpaid.
        case denied
        /// The line is paid for fewer units.
        case reduced
        /// No payer objects, and the provider is paid too little.
        case underbilled
    }

    /// What a finding rests on, as far as its message speaks of it; each edit has a kind of its own.
    enum Fact: Sendable, Equatable {
        case units(billed: Int, allowed: Int)
        case time(minutes: Int, billed: Int, supported: Int)
        case earlierLine(Int)
        case other(Code?)
        case primaries([Code])
        case modifier(Modifier)
        case date(Day)
        case place(String, paid: [String])
        case performer(ID<Performer>)
        case services([ID<ServiceKind>])
        case record([RecordItem])
    }

    init(_ edit: Edit.Name, _ severity: Severity, line: Int?, code: Code, _ fact: Fact) {
        self.edit = edit
        self.severity = severity
        self.line = line
        self.code = code
        self.fact = fact
    }

    init(_ edit: Edit.Name, _ severity: Severity, on line: Review.Line, _ fact: Fact) {
        self.init(edit, severity, line: line.number, code: line.code, fact)
    }

    /// The finding in plain words, with the fact it rests on.
    package var message: String { Edit.named(edit).message(code, fact) }
    /// The claim adjustment reason code that a payer would send; nil where no payer objects.
    package var carc: String? { Edit.named(edit).carc }
    /// The remark code that goes with it.
    package var rarc: String? { Edit.named(edit).rarc }
    package var source: String { Edit.named(edit).source }
}
