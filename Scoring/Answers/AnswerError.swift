/// An answer that cannot be read: where, what was expected there, and what was probably meant.
package struct AnswerError: Error, Sendable, Equatable {
    /// What can be wrong with an answer.
    package enum Reason: Sendable, Equatable {
        case empty
        case tooLong(limit: Int)
        case tooManyLines(limit: Int)
        /// Something that is neither a code nor a count.
        case unexpected
        /// Nearly a code.
        case malformedCode(meant: Code?, slip: String?)
        case unitsNotWhole
        case unitsTooMany(limit: Int)
        /// Hours or minutes instead of units.
        case timeForUnits
        case countWithoutCode
        case countTwice
        case modifierMalformed
        /// No modifier of the code set or of the standard lists.
        case modifierUnknown(Modifier)
        case noneAndCodes
        /// What could be a modifier or a number of units of a code.
        case modifierOrUnits(Modifier, units: Int, Code)
        /// What is a modifier and a word of everyday, or a measure.
        case modifierOrWord(Modifier, Code)
        /// A number between two codes that could belong to either.
        case countOfEither(Code, Code)
        /// A number before a code that could be the line's own or its count.
        case countOrPosition(units: Int, Code)
        /// From one code to another, which says nothing of those between.
        case rangeOfCodes
        /// `each` where some lines have counts of their own.
        case eachOfWhich
        /// What should be a date, and is none.
        case dateMalformed
        case dateWithoutYear
        /// A date that could be told in another order.
        case dateDoubtful
        /// A date whose day stands before its month.
        case dayFirst(Day)
        /// A date that the calendar does not have.
        case noSuchDay
        case datesBackwards(DaySpan)
        case tooManyDays(limit: Int)
        case dateWithoutCode
        case datesTwice
        /// A date between two codes that could belong to either.
        case datesOfEither(Code, Code)
        /// A date that could be that of one line or of several.
        case datesOfSeveral
    }

    /// What is wrong with it.
    package let reason: Reason
    /// Where the trouble starts, in Unicode scalars from the start of the answer, counted from 0.
    package let offset: Int
    /// How many scalars it takes.
    package let length: Int

    /// One clause: what is wrong, what was expected, and the nearest meaning; or what could be meant, and how to write
    /// each.
    package var message: String {
        switch reason {
        case .empty: "nothing to read; an answer looks like 99601 x1, 99602 x2, or none"
        case .tooLong(let limit): "an answer has at most \(limit) characters"
        case .tooManyLines(let limit): "a claim has at most \(limit) lines"
        case .unexpected: "expected a code such as 99601, or a count such as x2"
        case .malformedCode(let meant?, let slip?): "\(slip); did you mean \(meant)?"
        case .malformedCode(let meant?, nil): "a code has five letters or digits; did you mean \(meant)?"
        case .malformedCode(nil, _): "expected a code: five letters or digits, such as 99601"
        case .unitsNotWhole: "units are whole numbers, such as x2"
        case .unitsTooMany(let limit): "more than \(limit) units cannot be billed on one line"
        case .timeForUnits: "expected units of service, such as x2, not hours or minutes"
        case .countWithoutCode: "expected the code that this count belongs to"
        case .countTwice: "this line has its count already"
        case .modifierMalformed:
            "a modifier has two letters or digits, such as SS, and a count looks like x2"
        case .modifierUnknown(let modifier): "no modifier \(modifier) is known, and a count looks like x2"
        case .noneAndCodes: "either none or codes, not both"
        case .modifierOrUnits(let modifier, let units, let code):
            "for the modifier write \(code)-\(modifier) x1, for the units \(code) x\(units)"
        case .modifierOrWord(let modifier, let code):
            "is this the modifier? Then write \(code)-\(modifier), else leave it out"
        case .countOfEither(let first, let second):
            "is this the count of \(first) or of \(second)? Part the lines with a comma"
        case .countOrPosition(let units, let code):
            "is this the line's number or its count? For the count write \(code) x\(units)"
        case .rangeOfCodes: "is this a range? Name every code, and part the lines with a comma"
        case .eachOfWhich: "each counts every line alike; write a count for each line instead"
        case .dateMalformed: "expected a date, such as 2026-03-02"
        case .dateWithoutYear: "of which year? Write the whole date, such as 2026-03-02"
        case .dateDoubtful: "which of these is the year, and which the month? Write the date as 2026-03-02"
        case .dayFirst(let meant): "the month stands before the day here; did you mean \(meant)?"
        case .noSuchDay: "the calendar has no such day; a date looks like 2026-03-02"
        case .datesBackwards(let meant): "the last day comes before the first; did you mean \(meant)?"
        case .tooManyDays(let limit): "a line has at most \(limit) days"
        case .dateWithoutCode: "expected the code that this date belongs to"
        case .datesTwice: "this line has its date already; write a line for each, or a span: 2026-03-02 to 2026-03-15"
        case .datesOfEither(let first, let second):
            "is this the date of \(first) or of \(second)? Part the lines with a comma"
        case .datesOfSeveral: "is this the date of one line or of several? Write it behind each that it is the date of"
        }
    }
}
