extension Step {
    /// The step in plain words: one or two short sentences.
    package var text: String {
        switch self {
        case .timed, .untimed, .overlap, .leftOut, .afterMidnight, .visitsCombined, .visitsSeparate:
            timeText
        case .first, .firstRepeated, .further, .nothingFurther, .belowMinimum:
            unitText
        case .minutesCapped, .unitsCapped, .excluded, .codeNotInEffect, .addOnWithoutPrimary:
            limitText
        case .policyNotInForce, .noQualifyingService, .placeNotPaid, .performerNotPaid, .undocumented,
            .durationUnknown:
            circumstanceText
        }
    }

    private var timeText: String {
        switch self {
        case .timed(let spans, let minutes):
            spans.count == 1
                ? "\(spans[0]) is \(count(minutes, "minute"))."
                : "\(list(spans)) come to \(count(minutes, "minute"))."
        case .untimed(let minutes): "The record gives \(count(minutes, "minute"))."
        case .overlap(let minutes): "The pieces overlap by \(count(minutes, "minute")), which count once."
        case .leftOut(let activity, let minutes):
            "\(count(minutes, "minute")) of \(activity.words) \(minutes == 1 ? "is" : "are") left out: this payer does not count it."
        case .afterMidnight(let minutes):
            "\(count(minutes, "minute")) after midnight \(minutes == 1 ? "belongs" : "belong") on the next day's claim."
        case .visitsCombined(let minutes):
            "The visits of the day count as one: \(minutes.map(String.init).joined(separator: " + ")) makes \(count(minutes.reduce(0, +), "minute"))."
        case .visitsSeparate(let visits): "Each of the \(visits) visits is billed as a visit of its own."
        default: ""
        }
    }

    private var unitText: String {
        switch self {
        case .first(let code, let minutes, let covers?):
            minutes >= covers
                ? "\(code) covers the first \(covers)." : "\(code) covers them: it pays for up to \(covers)."
        case .first(let code, _, nil): "\(code) is the code for a visit of that length."
        case .firstRepeated(let code, let minutes, let each, let units):
            "\(code) once for each \(each) of \(minutes) minutes: \(count(units, "unit"))."
        case .further(let code, let left, let each, let threshold, let units):
            furtherText(code, left: left, each: each, threshold: threshold, units: units)
        case .nothingFurther(let code, let minutes, let after):
            minutes < after
                ? "\(count(minutes, "minute")) do not reach past minute \(after), so there is no \(code)."
                : "Nothing is left beyond minute \(after), so there is no \(code)."
        case .belowMinimum(let minutes, let least):
            "\(count(minutes, "minute")) \(minutes == 1 ? "is" : "are") fewer than the \(least) that the first code needs."
        default: ""
        }
    }

    private func furtherText(_ code: Code, left: Int, each: Int, threshold: Int, units: Int) -> String {
        let part = left % each
        let rest =
            part == 0 ? "" : part >= threshold ? ", and the last \(part) earn a unit" : ", and the last \(part) do not"
        let rule =
            switch threshold {
            case 1: "every started \(each) minutes earn a unit"
            case each: "only a full \(each) minutes earn a unit"
            default: "a part of \(each) minutes earns its unit from \(threshold) on"
            }
        let outcome = units == 0 ? "No unit of \(code)." : "\(code) x\(units)."
        return "\(left) \(left == 1 ? "is" : "are") left; \(rule)\(left < each ? "" : rest). \(outcome)"
    }

    private var limitText: String {
        switch self {
        case .minutesCapped(let counted, let allowed, let aDay, let aWeek, let used):
            cappedText(counted: counted, allowed: allowed, aDay: aDay, aWeek: aWeek, used: used)
        case .unitsCapped(let code, let from, let to):
            "The payer allows \(count(to, "unit")) of \(code) a day, so \(from) \(from == 1 ? "becomes" : "become") \(to)."
        case .excluded(let code, let beside): "\(code) is not paid beside \(beside)."
        case .codeNotInEffect(let code, let date): "\(code) was not in effect on \(date)."
        case .addOnWithoutPrimary(let code): "\(code) is an add-on and cannot stand without its primary code."
        default: ""
        }
    }

    private func cappedText(counted: Int, allowed: Int, aDay: Int?, aWeek: Int?, used: Int) -> String {
        var limits: [String] = []
        if let aDay { limits.append("\(aDay) minutes a day") }
        if let aWeek { limits.append("\(aWeek) a week, of which \(used) are used") }
        return "The payer allows \(limits.joined(separator: " and ")): \(allowed) of \(counted) minutes can be billed."
    }

    private var circumstanceText: String {
        switch self {
        case .policyNotInForce(let policy, let date): "\(policy) was not in force on \(date)."
        case .noQualifyingService(let kinds):
            kinds.isEmpty
                ? "No service is on record."
                : "No code here pays for \(list(kinds.map(\.words))), so nothing is billed."
        case .placeNotPaid(let place, let paid):
            "Place of service \(place) is not paid: the policy asks for \(list(paid, "or"))."
        case .performerNotPaid(let performer, let paid):
            "The performer was \(article(performer.words)): the policy asks for \(list(paid.map { article($0.words) }, "or"))."
        case .undocumented(let items, .nothing):
            "The record lacks \(list(items.map(\.words))), and without it this payer pays nothing."
        case .undocumented(let items, .firstOnly):
            "The record lacks \(list(items.map(\.words))): it supports the first code and no more."
        case .durationUnknown:
            "Nobody recorded how long the visit took: the record supports the first code and no more."
        default: ""
        }
    }
}

func count(_ number: Int, _ noun: String) -> String { number == 1 ? "1 \(noun)" : "\(number) \(noun)s" }

func article(_ words: String) -> String {
    guard let first = words.first else { return words }
    return ("aeiou".contains(first) ? "an " : "a ") + words
}

/// Joins words as a sentence does: `a, b and c`.
func list(_ words: [String], _ conjunction: String = "and") -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
