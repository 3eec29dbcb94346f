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
    /// Sites at which services were done, such as regions of the body, each of them once.
    case sites

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
        case .sites: quantity(number, "site")
        }
    }

    /// A range of it in words: `3 to 4 services`, `5 services or more`, `over 1 mg to 2 mg`.
    func words(_ range: ClosedRange<Int>) -> String {
        let (from, through) = (range.lowerBound, range.upperBound)
        if through == .max { return from == 1 ? "any number" : "\(words(from)) or more" }
        if from == through { return words(from) }
        if case .amount = self {
            return from == 1 ? "up to \(words(through))" : "over \(words(from - 1)) to \(words(through))"
        }
        return "\(number(from)) to \(words(through))"
    }

    /// Whether so many of it are one or more, in words.
    func isOrAre(_ number: Int) -> String {
        switch self {
        case .amount(.milligrams), .amount(.millilitres), .amount(.centimetres), .amount(.squareCentimetres): "is"
        default: words(number).isOne ? "is" : "are"
        }
    }

    /// Whether it is a number of things, and no amount of something.
    package var isCountable: Bool {
        switch self {
        case .minutes, .amount: false
        case .days, .doses, .occurrences, .sites: true
        }
    }

    /// That each of it is one unit, in words; nil where that needs more words.
    var aUnitEach: String? {
        switch self {
        case .minutes, .amount: nil
        case .days: "A unit a day"
        case .doses: "A unit a dose"
        case .occurrences: "A unit for each service"
        case .sites: "A unit for each site"
        }
    }

    /// A number of it without the word: `150`, `34.5`.
    func number(_ number: Int) -> String {
        switch self {
        case .amount: Amount.decimal(number)
        case .minutes, .days, .doses, .occurrences, .sites: String(number)
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
    /// All of one calendar year.
    case year
    /// All of each thirty days, from the first day on.
    case thirtyDays = "30-days"
    /// All of each month that is counted from the first day on, as of a rental: from the 15th to the next 14th.
    case anniversary
    /// All of the encounter.
    case span

    /// A number that two dates share when they are added up together; nil where nothing is. Thirty days, and the months
    /// of a rental, are counted from a first day on.
    func period(of date: Day, from first: Day) -> Int? {
        switch self {
        case .visit: nil
        case .day: date.rank
        case .week: date.week
        case .month: date.year * 12 + date.month
        case .year: date.year
        case .thirtyDays: (date.ordinal - first.ordinal + 30 * 1_000_000) / 30
        case .anniversary: date.months(since: first)
        case .span: 0
        }
    }
}

extension Day {
    /// A number that all days of one week share, Sunday the first of them.
    var week: Int { (ordinal + 4 + 7 * 1_000_000) / 7 }

    /// How many months have begun anew since a day: on the same day of the month, or on its last where it is shorter.
    func months(since first: Day) -> Int {
        let months = (year - first.year) * 12 + month - first.month
        return day < min(first.day, daysInMonth) ? months - 1 : months
    }
}
