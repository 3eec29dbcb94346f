/// A step about a line: what stands on it besides the units.
package enum LineStep: Sendable, Equatable {
    /// A modifier that is due.
    case modifierDue(Modifier, on: Code)
    /// A code that is billed instead of another.
    case stoodIn(code: Code, of: Code)
    /// The units of some codes that were billed so far in a week, a month or a year.
    case unitsSoFar(Int, of: [Code], over: Scope)
    /// A code that is paid beside one which excludes it, since the two were done at different sites.
    case distinct(code: Code, beside: Code)
    /// A code in tenths of which so many units and more are billed in whole ones.
    case inWholeUnits(code: Code, from: Int, units: Int)
    /// A code that has a rule of its own for a part of a block, whatever the payer says.
    case ownCredit(code: Code)
    /// The units of one dose, and of as many as are alike.
    case repeated(code: Code, each: Int, times: Int, inTenths: Bool = false)

    var rule: String {
        switch self {
        case .modifierDue, .unitsSoFar: "modifier"
        case .distinct: "exclusion"
        case .stoodIn: "code"
        case .repeated, .inWholeUnits: "amount"
        case .ownCredit: "further-code"
        }
    }

    var text: String {
        switch self {
        case .modifierDue(let modifier, let code): "\(code) bears modifier \(modifier) here."
        case .stoodIn(let code, let other): "\(code) is billed here in place of \(other)."
        case .unitsSoFar(let units, let codes, let scope):
            "With these, \(quantity(units, "unit")) of \(list(codes.map(\.description))) \(units == 1 ? "is" : "are") billed in the \(scope.rawValue)."
        case .distinct(let code, let other):
            "\(code) is not paid beside \(other) at one site. These were done at different ones, so both are."
        case .ownCredit(let code): "That is a rule of \(code) itself, whatever the payer says of others."
        case .inWholeUnits(let code, let from, let units):
            "From \(from) units on \(code) is billed in whole ones: \(code) x\(units)."
        case .repeated(let code, let each, let times, let inTenths):
            "\(times) times that is \(code) x\(unitsWords(each * times, inTenths: inTenths))."
        }
    }
}

/// A step about a limit over more than a day.
package enum LimitStep: Sendable, Equatable {
    /// Units brought down to the most that is paid in a week or a month, or over all days.
    case unitsCappedOver(Scope, code: Code, most: Int, from: Int, to: Int)
    /// Units brought down to what is authorised, or to none where nothing is.
    case authorised(code: Code, from: Int, to: Int, isKnown: Bool)
    /// Units of a code taken off that stand for days on which it is excluded by another.
    case excludedOn(code: Code, beside: Code, from: Int, to: Int)
    /// A code that is never paid apart from the service that it belongs to.
    case notPaidApart(code: Code)
    /// A line of which the payer pays a part alone, in the hundred.
    case reduced(code: Code, modifier: Modifier, percent: Int)
    /// A claim that was received later than the payer takes it, in days after the last date of service.
    case filedLate(days: Int, most: Int)

    var rule: String {
        switch self {
        case .unitsCappedOver: "unit-cap"
        case .authorised: "authorisation"
        case .excludedOn: "exclusion"
        case .notPaidApart: "paid-apart"
        case .reduced: "payment"
        case .filedLate: "timely-filing"
        }
    }

    var text: String {
        switch self {
        case .unitsCappedOver(let scope, let code, let most, let from, let to):
            "At most \(quantity(most, "unit")) of \(code) \(scope == .span ? "over all days" : "a \(scope.rawValue)") can be paid, so x\(from) becomes \(to == 0 ? "none" : "x\(to)")."
        case .authorised(let code, let from, let to, let isKnown):
            isKnown
                ? "\(quantity(to, "unit")) of \(code) \(isOrAre(to)) authorised and not used up, so x\(from) becomes \(to == 0 ? "none" : "x\(to)")."
                : "\(code) needs an authorisation, and there is none."
        case .excludedOn(let code, let paid, let from, let to):
            "\(code) is not paid on the days of \(paid), so x\(from) becomes x\(to)."
        case .notPaidApart(let code): "\(code) is never paid by itself: it is part of the service it belongs to."
        case .reduced(let code, let modifier, let percent):
            percent == 0
                ? "This payer pays nothing for \(code) with modifier \(modifier). It is billed all the same."
                : "This payer pays \(percent) % of \(code) with modifier \(modifier)."
        case .filedLate(let days, let most):
            "The claim came \(quantity(days, "day")) after the last date of service: this payer takes it for \(most)."
        }
    }
}
