extension Step {
    /// The step in plain words: one or two short sentences.
    package var text: String {
        switch self {
        case .policyNotInForce(let policy, let date):
            "The policy (\(policy)) was not in force on \(date). It is applied all the same."
        case .noQualifyingService(let kinds): serviceText(kinds)
        case .nextFamily(let title): "Then the \(title)."
        case .placeNotPaid(let place, let paid):
            "Place of service \(place) is not paid: the policy asks for \(list(paid, "or"))."
        case .performerNotPaid(let performer, let paid):
            "\(article(performer.words, capital: true)) gave the care: the policy asks for \(list(paid.map { article($0.words) }, "or"))."
        case .undocumented(let items, let then): undocumentedText(items, then)
        case .durationUnknown: "The record does not say how long the visit took, so it supports the first code at most."
        case .timed(let spans): timedText(spans)
        case .untimed(let minutes): "The record gives \(quantity(minutes, "minute"))."
        case .overlap(let minutes):
            "The pieces overlap by \(quantity(minutes, "minute")), which \(minutes == 1 ? "counts" : "count") once."
        case .leftOut(let activity, let minutes):
            "This payer does not count \(activity.words), so \(quantity(minutes, "minute")) of it \(isOrAre(minutes)) left out."
        case .afterMidnight(let minutes):
            "\(quantity(minutes, "minute")) after midnight \(minutes == 1 ? "belongs" : "belong") on the next day's claim."
        case .counted(let minutes):
            "That makes \(quantity(minutes, "minute")) that \(minutes == 1 ? "counts" : "count")."
        case .visitsCombined(let minutes): combinedText(minutes)
        case .visitSeparate: "This visit is billed by itself."
        case .minutesCapped(let counted, let allowed, let aDay, let aWeek, let used):
            cappedText(counted: counted, allowed: allowed, aDay: aDay, aWeek: aWeek, used: used)
        case .belowMinimum(let minutes, let least):
            "\(quantity(minutes, "minute")) \(isOrAre(minutes)) fewer than the \(least) that the first code needs."
        case .first(let code, let minutes, let covers): firstText(code, minutes: minutes, covers: covers)
        case .firstRepeated(let code, let minutes, let each, let units):
            "\(code) for each \(each) of the \(quantity(minutes, "minute")): \(code) x\(units)."
        case .further(let code, let left, let each, let threshold, let units):
            furtherText(code, left: left, each: each, threshold: threshold, units: units)
        case .nothingFurther(let code, let minutes, let after):
            "\(quantity(minutes, "minute")) \(minutes == 1 ? "does" : "do") not go past minute \(after), so there is no \(code)."
        case .unitsCapped(let code, let from, let to):
            "At most \(quantity(to, "unit")) of \(code) a day can be paid, so x\(from) becomes \(to == 0 ? "none" : "x\(to)")."
        case .excluded(let code, let beside): "\(code) is not paid beside \(beside) on the same day, so it is left off."
        case .codeNotInEffect(let code, let date): "\(code) was not in effect on \(date)."
        case .addOnWithoutPrimary(let code): "\(code) is an add-on and cannot stand without its primary code."
        }
    }

    private func serviceText(_ kinds: [ID<ServiceKind>]) -> String {
        kinds.isEmpty
            ? "No service is on record." : "No code here pays for \(list(kinds.map(\.words))), so nothing is billed."
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

    private func combinedText(_ minutes: [Int]) -> String {
        let sum = minutes.map(String.init).joined(separator: " + ")
        return "The visits of the day count as one: \(sum) makes \(quantity(minutes.reduce(0, +), "minute"))."
    }

    private func cappedText(counted: Int, allowed: Int, aDay: Int?, aWeek: Int?, used: Int) -> String {
        let limits = [
            aDay.map { "\($0) minutes a day" },
            aWeek.map { "\($0) \(aDay == nil ? "minutes " : "")a week, of which \(used) \(isOrAre(used)) used" },
        ]
        let outcome =
            allowed == 0 ? "nothing is left to bill" : "\(allowed) of the \(quantity(counted, "minute")) can be billed"
        return "The payer allows \(list(limits.compactMap(\.self))): \(outcome)."
    }

    private func firstText(_ code: Code, minutes: Int, covers: Int?) -> String {
        guard let covers else { return "\(code) is the code for \(quantity(minutes, "minute"))." }
        return minutes > covers
            ? "\(code) covers the first \(quantity(covers, "minute"))."
            : "\(code) pays for up to \(quantity(covers, "minute")), so nothing is left over."
    }

    private func furtherText(_ code: Code, left: Int, each: Int, threshold: Int, units: Int) -> String {
        let rule =
            switch threshold {
            case each: "A unit takes all \(quantity(each, "minute"))"
            case 1: "Every \(each) minutes started earn a unit"
            default: "A unit is \(each) minutes, and a part of it counts from \(threshold) on"
            }
        let outcome = units == 0 ? "no unit of \(code)" : "\(code) x\(units)"
        return "\(leftText(left, each: each)). \(rule): \(outcome)."
    }

    private func leftText(_ left: Int, each: Int) -> String {
        let words = "\(quantity(left, "minute")) \(isOrAre(left)) left"
        guard each > 0, left > each, left % each > 0 else { return words }
        let whole = left / each == 1 ? "\(each)" : "\(left / each) times \(each)"
        return "\(words): \(whole) and a part of \(left % each)"
    }
}
