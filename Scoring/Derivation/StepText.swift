extension Step {
    /// The step in plain words: one or two short sentences.
    package var text: String { text(by: .plain) }

    /// The same where kinds of service and people are called by what a pack calls them.
    package func text(by wording: Wording) -> String {
        switch self {
        case .policyNotInForce(let policy, let date):
            "The policy (\(policy)) was not in force on \(date). It is applied all the same."
        case .noQualifyingService(let kinds): serviceText(kinds.map { wording[$0] })
        case .serviceNotPaid(let kinds, let paid):
            "\(list(kinds.map { wording[$0] }).withCapital) \(kinds.count == 1 ? "is" : "are") not paid\(paid.isEmpty ? " by this payer" : ": the policy asks for \(list(paid.map { wording[$0] }, "or"))")."
        case .nextFamily(let title): "Then the \(title)."
        case .visitOf(let date): "The visit of \(date)."
        case .placeNotPaid(let place, let paid):
            "Place of service \(place) is not paid: the policy asks for \(list(paid, "or"))."
        case .performerNotPaid(let performer, let paid):
            "\(article(wording[performer], capital: true)) gave the care: the policy asks for \(list(paid.map { article(wording[$0]) }, "or"))."
        case .undocumented(let items, let then): undocumentedText(items, then)
        case .durationUnknown: "The record does not say how long the visit took, so it supports the first code at most."
        case .timed(let spans): timedText(spans)
        case .untimed(let minutes): "The record gives \(quantity(minutes, "minute"))."
        case .overlap(let minutes):
            "The pieces overlap by \(quantity(minutes, "minute")), which \(minutes == 1 ? "counts" : "count") once."
        case .jointTime(let minutes):
            "\(quantity(minutes, "minute")) of it \(isOrAre(minutes)) spent together with the visit before, and \(minutes == 1 ? "counts" : "count") once."
        case .leftOut(let activity, let minutes):
            "This payer does not count \(activity.words), so \(quantity(minutes, "minute")) of it \(isOrAre(minutes)) left out."
        case .afterMidnight(let minutes):
            "\(quantity(minutes, "minute")) after midnight \(minutes == 1 ? "belongs" : "belong") on the next day's claim."
        case .counted(let minutes):
            "That makes \(quantity(minutes, "minute")) that \(minutes == 1 ? "counts" : "count")."
        case .visitsCombined(let amounts, let measure, let scope): combinedText(amounts, of: measure, over: scope)
        case .visitSeparate: "This visit is billed by itself."
        case .visitLater: "This visit comes later the same day: all of it counts as further time."
        case .cameOff(let kind, let minutes):
            "\(quantity(minutes, "minute")) of \(wording[kind]) \(isOrAre(minutes)) billed apart and \(minutes == 1 ? "comes" : "come") off."
        case .minutesCapped(let counted, let allowed, let aDay, let aWeek, let used, let today):
            cappedText(counted: counted, allowed: allowed, aDay: aDay, aWeek: aWeek, used: used, today: today)
        case .belowMinimum(let minutes, let least, let measure):
            minutes < least
                ? "\(measure.words(minutes)) \(measure.isOrAre(minutes)) fewer than the \(measure.number(least)) that the first code needs."
                : "No first code is for \(measure.words(minutes))."
        case .first(let code, let minutes, let covers, let range, let measure):
            firstText(code, minutes, covers: covers, range: range, of: measure)
        case .firstRepeated(let code, let minutes, let each, let units, let measure):
            "\(code) for each \(measure.number(each)) of the \(measure.words(minutes)): \(code) x\(units)."
        case .further(let code, let left, let each, let threshold, let units, let measure):
            furtherText(code, left, each: each, threshold: threshold, units: units, of: measure)
        case .furtherInTenths(let code, let left, let each, let tenths, let credit, let measure):
            "\(measure.words(left)) over \(measure.number(each)), \(tenthsText(credit)): \(code) x\(unitsWords(tenths, inTenths: true))."
        case .nothingFurther(let code, let minutes, let after, let measure):
            measure == .minutes
                ? "\(quantity(minutes, "minute")) \(minutes == 1 ? "does" : "do") not go past minute \(after), so there is no \(code)."
                : "\(measure.words(minutes)) \(measure.isOrAre(minutes)) no more than \(measure.words(after)), so there is no \(code)."
        case .therapy(let step): step.text(by: wording)
        case .pool(let step): step.text
        case .hierarchy(let step): step.text(by: wording)
        case .line(let step): step.text
        case .limit(let step): step.text
        case .unitsCapped(let code, let from, let to):
            "At most \(quantity(to, "unit")) of \(code) a day can be paid, so x\(from) becomes \(to == 0 ? "none" : "x\(to)")."
        case .excluded(let code, let beside): "\(code) is not paid beside \(beside) on the same day, so it is left off."
        case .codeNotInEffect(let code, let date): "\(code) was not in effect on \(date)."
        case .addOnWithoutPrimary(let code): "\(code) is an add-on and cannot stand without its primary code."
        }
    }

    private func tenthsText(_ credit: Credit?) -> String {
        switch credit {
        case .started: "each begun tenth counted"
        case .complete: "whole tenths alone"
        case .midpoint, .atLeast, nil: "to the nearest tenth"
        }
    }

    private func serviceText(_ kinds: [String]) -> String {
        kinds.isEmpty
            ? "No service is on record." : "No code here pays for \(list(kinds)), so nothing is billed."
    }

    private func undocumentedText(_ items: [RecordItem], _ then: Policy.Undocumented) -> String {
        let lack = "The record lacks \(list(items.map(\.words)))"
        return switch then {
        case .nothing: "\(lack). Without \(items.count == 1 ? "it" : "them") this payer pays nothing."
        case .firstOnly: "\(lack), so it supports the first code at most."
        }
    }

    private func timedText(_ spans: [ClockSpan]) -> String {
        let minutes = quantity(spans.reduce(0) { $0 + $1.length }, "minute")
        let words = list(spans.map(\.description))
        return spans.count == 1 ? "\(words) is \(minutes)." : "\(words) come to \(minutes)."
    }

    private func combinedText(_ amounts: [Int], of measure: Measure, over scope: Scope?) -> String {
        let sum = amounts.map(measure.number).joined(separator: " + ")
        let visits =
            switch scope {
            case .week: "The visits of the week count together"
            case .month, .anniversary: "The visits of the month count together"
            case .year: "The visits of the year count together"
            case .thirtyDays: "The visits of thirty days count together"
            case .span: "The visits count together"
            case .visit, .day, nil:
                measure == .minutes ? "The visits of the day count as one" : "The visits count together"
            }
        if measure == .sites { return "\(visits): \(list(amounts.map(measure.words))), and each site counts once." }
        return "\(visits): \(sum) makes \(measure.words(amounts.reduce(0, +)))."
    }

    private func cappedText(
        counted: Int, allowed: Int, aDay: Int?, aWeek: Int?, used: Int, today: Int
    ) -> String {
        let limits = [
            aDay.map { "\($0) minutes a day\(today > 0 ? ", of which \(today) \(isOrAre(today)) used" : "")" },
            aWeek.map { "\($0) \(aDay == nil ? "minutes " : "")a week, of which \(used) \(isOrAre(used)) used" },
        ]
        let outcome =
            allowed == 0 ? "nothing is left to bill" : "\(allowed) of the \(quantity(counted, "minute")) can be billed"
        return "The payer allows \(list(limits.compactMap(\.self))): \(outcome)."
    }

    private func firstText(
        _ code: Code, _ amount: Int, covers: Int?, range: ClosedRange<Int>?, of measure: Measure
    ) -> String {
        guard let covers else {
            let words = measure.words(amount)
            guard let range else { return "\(code) is the code for \(words)." }
            return "\(words.withCapital): \(code) is the code for \(measure.words(range))."
        }
        return amount > covers
            ? "\(code) covers the first \(measure.words(covers).withoutOne)."
            : "\(code) pays for up to \(measure.words(covers)), so nothing is left over."
    }

    private func furtherText(
        _ code: Code, _ left: Int, each: Int, threshold: Int, units: Int, of measure: Measure
    ) -> String {
        let rule =
            switch threshold {
            case each: "A unit takes all \(measure.words(each))"
            case 1 where measure == .minutes: "Every \(each) minutes started earn a unit"
            case 1: "Every \(measure.words(each)) begun is a unit"
            default: "A unit is \(measure.words(each)), and a part of it counts from \(measure.number(threshold)) on"
            }
        let outcome = units == 0 ? "no unit of \(code)" : "\(code) x\(units)"
        let sum = measure == .minutes ? leftText(left, each: each) : partsText(left, each: each, of: measure)
        let aUnit = each == 1 ? measure.aUnitEach : nil
        return aUnit.map { "\($0): \(outcome)." } ?? "\(sum). \(rule): \(outcome)."
    }

    private func leftText(_ left: Int, each: Int) -> String {
        let words = "\(quantity(left, "minute")) \(isOrAre(left)) left"
        guard each > 0, left > each, left % each > 0 else { return words }
        let whole = left / each == 1 ? "\(each)" : "\(left / each) times \(each)"
        return "\(words): \(whole) and a part of \(left % each)"
    }

    private func partsText(_ amount: Int, each: Int, of measure: Measure) -> String {
        guard each > 0, amount > each else { return measure.words(amount) }
        let (times, rest) = (amount / each, amount % each)
        let whole = times == 1 ? measure.number(each) : "\(times) times \(measure.number(each))"
        let part = rest > 0 ? " and a part of \(measure.number(rest))" : ""
        return "\(measure.words(amount)) \(measure.isOrAre(amount)) \(whole)\(part)"
    }
}

extension Sequence<Step> {
    /// The steps in words, one after the other.
    package func text(by wording: Wording) -> String { map { $0.text(by: wording) }.joined(separator: " ") }
}

extension String {
    /// `minute` for `1 minute`, and all else as it is.
    fileprivate var withoutOne: String { hasPrefix("1 ") ? String(dropFirst(2)) : self }
}
