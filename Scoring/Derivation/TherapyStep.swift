/// A step about a drug by its amount or a therapy by its days.
package enum TherapyStep: Sendable, Equatable {
    /// Doses of a drug that are all alike.
    case drugGiven(kind: ID<ServiceKind>, amount: Amount, times: Int, on: DaySpan?)
    /// What was discarded of a drug with each dose, and the units that the containers still leave for it.
    case discarded(kind: ID<ServiceKind>, amount: Amount, each: Int, isOfEach: Bool = false, units: Int)
    /// Amounts or doses that are added up before they become units.
    case amountsAdded(parts: [Int], of: Measure)
    /// The days of a therapy that the payer counts, and which one it is of the day's therapies.
    case therapyRan(kind: ID<ServiceKind>, days: Int, order: Int?, on: DaySpan, counted: Policy.TherapyDays)
    /// A therapy whose doses are further apart, in hours, than those whose days are paid.
    case dosesTooRare(kind: ID<ServiceKind>, every: Int, longest: Int)

    var rule: String {
        switch self {
        case .drugGiven, .amountsAdded: "amount"
        case .discarded: "discarded"
        case .therapyRan(_, _, let order, _, _): order ?? 1 > 1 ? "concurrent-therapy" : "therapy-days"
        case .dosesTooRare: "therapy-days"
        }
    }

    func text(by wording: Wording) -> String {
        switch self {
        case .drugGiven(let kind, let amount, let times, let dates):
            "\(givenText(amount, times)) of \(wording[kind])\(dates.map { ", \($0)" } ?? "")."
        case .discarded(let kind, let amount, let each, let isOfEach, let units):
            discardedText(wording[kind], amount, each: each, isOfEach: isOfEach, units: units)
        case .amountsAdded(let parts, let measure):
            "Together that is \(parts.map(measure.number).joined(separator: " + ")), \(measure.words(parts.reduce(0, +)))."
        case .therapyRan(let kind, let days, let order, let dates, let counted):
            ranText(wording[kind], days: days, order: order, on: dates, counted)
        case .dosesTooRare(let kind, let every, let longest):
            "Doses of \(wording[kind]) are \(every) hours apart: this payer pays for days only where they are at most \(longest) apart."
        }
    }

    private func givenText(_ amount: Amount, _ times: Int) -> String {
        if !amount.unit.isOfDrugs { return "The record gives \(times == 1 ? "" : "\(times) times ")\(amount)" }
        return times == 1 ? "One dose gives \(amount)" : "\(times) doses give \(amount) each"
    }

    private func discardedText(
        _ kind: String, _ amount: Amount, each: Int, isOfEach: Bool, units: Int
    ) -> String {
        if amount.thousandths == 0 { return "Nothing of the \(kind) is discarded." }
        let unit = Measure.amount(amount.unit).words(each)
        let rest =
            units == 0
            ? "what was given already takes up every unit of the containers, so none of it is billed"
            : "beside what was given the containers hold \(quantity(units, "whole unit")) of \(unit)"
        return "\(amount) of \(kind) is discarded\(isOfEach ? " with each dose" : ""): \(rest)."
    }

    private func ranText(
        _ kind: String, days: Int, order: Int?, on dates: DaySpan, _ counted: Policy.TherapyDays
    ) -> String {
        let which = counted == .access ? "at hand" : "infused"
        let rank = order.flatMap { $0 > 1 ? ", \(ordinal($0)) therapy of the day" : nil } ?? ""
        return "\(kind.withCapital)\(rank): \(which) on \(quantity(days, "day")), \(dates)."
    }
}

/// A step about minutes that several codes share.
package enum PoolStep: Sendable, Equatable {
    /// The minutes of each code, and the units that they earn together.
    case pooled(minutes: [Int], each: Int, least: Int, units: Int)
    /// The units that go to one code.
    case shared(code: Code, minutes: Int, each: Int, units: Int)

    var text: String {
        switch self {
        case .pooled(let minutes, let each, let least, let units):
            let sum = minutes.reduce(0, +)
            let terms = minutes.count > 1 ? "\(minutes.map(String.init).joined(separator: " + ")) makes " : ""
            return
                "\(terms)\(quantity(sum, "minute")) in all. A unit is \(each) minutes, and a part of it counts from \(least) on: \(quantity(units, "unit"))."
        case .shared(let code, let minutes, let each, let units):
            let whole = each > 0 ? minutes / each : 0
            let rest = each > 0 ? minutes % each : 0
            let share = units > whole ? "\(rest) left is among the most, so it gets one more" : "\(rest) left"
            return "\(code) has \(quantity(minutes, "minute")), \(whole) times \(each) and \(share): x\(units)."
        }
    }
}
