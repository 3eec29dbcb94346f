/// What of the facts is counted. A charge's numbers are whole ones of its measure.
package enum Measure: Hashable, Sendable {
    /// Minutes of visits, as the policy counts them.
    case minutes
    /// Thousandths of a unit of a drug.
    case amount(Amount.Unit)
    /// Days on which a therapy could be had or was infused, as the policy says, or on which a service was given.
    case days
    /// Doses of a drug.
    case doses
    /// Services on record, each of them once.
    case occurrences

    /// Whether another is of the same kind, amounts of whatever unit being one.
    func isOfSameKind(as other: Measure) -> Bool {
        if case .amount = self, case .amount = other { return true }
        return self == other
    }

    /// So many of it in words: `150 minutes`, `34.5 mg`, `14 days`.
    func words(_ number: Int) -> String {
        switch self {
        case .minutes: quantity(number, "minute")
        case .amount(let unit): unit.words(number)
        case .days: quantity(number, "day")
        case .doses: quantity(number, "dose")
        case .occurrences: quantity(number, "service")
        }
    }

    /// Whether it is a number of things, and no amount of something.
    var isCountable: Bool {
        switch self {
        case .minutes, .amount: false
        case .days, .doses, .occurrences: true
        }
    }

    /// That each of it is one unit, in words; nil where that needs more words.
    var aUnitEach: String? {
        switch self {
        case .minutes, .amount: nil
        case .days: "A unit a day"
        case .doses: "A unit a dose"
        case .occurrences: "A unit for each service"
        }
    }

    /// A number of it without the word: `150`, `34.5`.
    func number(_ number: Int) -> String {
        switch self {
        case .amount: Amount.decimal(number)
        case .minutes, .days, .doses, .occurrences: String(number)
        }
    }
}

/// Over what a measure is added up before it becomes units.
package enum Scope: String, Sendable, CaseIterable {
    /// Each visit or each dose by itself.
    case visit
    /// All of one date.
    case day
    /// All of one week, from Sunday to Saturday.
    case week
    /// All of one calendar month.
    case month
    /// All of the encounter.
    case span

    /// A number that two dates share when they are added up together; nil where nothing is.
    func period(of date: Day) -> Int? {
        switch self {
        case .visit: nil
        case .day: date.rank
        case .week: date.week
        case .month: date.year * 12 + date.month
        case .span: 0
        }
    }
}

extension Day {
    /// A number that all days of one week share, Sunday the first of them.
    var week: Int { (ordinal + 4 + 7 * 1_000_000) / 7 }
}
