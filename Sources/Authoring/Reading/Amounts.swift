import Content
import Scoring

/// Amounts, what a family measures, and ranges of either.
extension Value {
    /// How much of something there is.
    func amount() -> Amount? { text(limit: 40).flatMap(amount) }

    private func amount(_ text: String) -> Amount? {
        if let amount = Amount(text) { return amount }
        fail(
            "expected an amount such as \"345 mg\", \"1.5 L\" or \"5000 units\", found \(text.quoted)",
            mend: Self.mend(text))
        return nil
    }

    /// The same in a unit, or in one that is converted to it.
    private func amount(_ text: String, in unit: Amount.Unit) -> Amount? {
        guard let amount = amount(text) else { return nil }
        if amount.unit == unit { return amount }
        fail(
            "this family is counted in \(unit.rawValue), not in \(amount.unit.rawValue)",
            mend: "write the amount in \(unit.rawValue)")
        return nil
    }

    private static func mend(_ text: String) -> String {
        if Double(text) != nil {
            return "write the unit after the number: mcg, mg, g, mL, L, units, miles, cm or sq cm"
        }
        let number = text.prefix { $0.isNumber || $0 == "." }
        let isKnown = ["mcg", "mg", "g", "ml", "l", "unit", "units", "mile", "miles", "cm", "sq cm"].contains(
            text.dropFirst(number.count).drop { $0 == " " }.lowercased())
        return isKnown
            ? "an amount is 1 kg, 1000 L or 1000000 of another unit at most, to a thousandth of a mg, a mL or another"
            : "the units are mcg, mg, g, mL, L, units, miles, cm and sq cm"
    }

    /// So much of what a family measures: whole minutes, days, doses or services, or thousandths of an amount. Where a
    /// range begins, it may be written `over 500 mg`.
    func measured(by measure: Measure, from least: Int, minutes: Int, isBeginning: Bool = false) -> Int? {
        switch measure {
        case .minutes: return integer(in: least...minutes, unit: "minutes")
        case .days: return integer(in: least...DaySpan.limit, unit: "days")
        case .doses: return integer(in: least...9_999, unit: "doses")
        case .occurrences: return integer(in: least...9_999, unit: "services")
        case .sites: return integer(in: least...50, unit: "sites")
        case .amount(let unit):
            guard let text = text(limit: 40) else { return nil }
            if isBeginning, text.hasPrefix("over ") {
                return amount(String(text.dropFirst(5)), in: unit).map { $0.thousandths + 1 }
            }
            guard let amount = amount(text, in: unit) else { return nil }
            guard amount.thousandths >= least else {
                fail("expected more than nothing, found \(amount)", mend: "write how much it is")
                return nil
            }
            return amount.thousandths
        }
    }

    // MARK: Ranges

    /// Whole numbers: `2`, `2 to 4`, `up to 60`, `over 60` or `61 or more`.
    func numbers(in range: ClosedRange<Int>, unit: String) -> ClosedRange<Int>? {
        readRange(least: range.lowerBound, example: "2, 2 to 4, up to 4, over 2 or 3 or more") { word in
            let what = unit.isEmpty ? "a number" : "a number of \(unit)"
            if let number = Int(word), range.contains(number) { return number }
            fail("expected \(what) from \(range.lowerBound) to \(range.upperBound), found \(word.quoted)")
            return nil
        }
    }

    /// Amounts, in thousandths of their unit, written in the same ways.
    func amounts() -> (range: ClosedRange<Int>, unit: Amount.Unit)? {
        var units: [Amount.Unit] = []
        let range = readRange(least: 0, example: "1 L, 1 L to 2 L, up to 1 L, over 1 L, over 1 L to 2 L or 3 L or more")
        {
            let amount = amount($0)
            if let amount { units.append(amount.unit) }
            return amount?.thousandths
        }
        guard let range, let unit = units.first else { return nil }
        if let other = units.first(where: { $0 != unit }) {
            fail(
                "the range begins in \(unit.rawValue) and ends in \(other.rawValue)",
                mend: "write both in \(unit.rawValue)")
            return nil
        }
        return (range, unit)
    }

    /// A range of numbers that are read one by one; open ones reach as far as a number can.
    private func readRange(least: Int, example: String, read: (String) -> Int?) -> ClosedRange<Int>? {
        guard let text = text(limit: 60) else { return nil }
        if text.hasPrefix("up to ") { return read(String(text.dropFirst(6))).flatMap { range(least, $0) } }
        let isOver = text.hasPrefix("over ")
        let rest = isOver ? String(text.dropFirst(5)) : text
        if !isOver, rest.hasSuffix(" or more") { return read(String(rest.dropLast(8))).flatMap { range($0, .max) } }
        let ends = rest.split(separator: " to ", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(ends.count) else {
            fail("\(text.quoted) is no range", mend: "write \(example)")
            return nil
        }
        let read = ends.map(read)
        guard let first = read[0], let last = read[read.count - 1] else { return nil }
        if isOver { return range(first + 1, ends.count == 1 ? .max : last) }
        return range(first, last)
    }

    private func range(_ first: Int, _ last: Int) -> ClosedRange<Int>? {
        if first <= last { return first...last }
        fail("the range ends before it begins", mend: "swap its ends")
        return nil
    }
}

extension Measure {
    /// A position on it in words: `minute 60`, `day 3`, `500 mg`.
    func position(_ number: Int) -> String {
        switch self {
        case .minutes: "minute \(number)"
        case .days: "day \(number)"
        case .doses: "dose \(number)"
        case .occurrences: "service \(number)"
        case .sites: "site \(number)"
        case .amount(let unit): Amount(thousandths: number, unit)?.description ?? String(number)
        }
    }

    /// So much of it in words: `120 minutes`, `500 mg`.
    func quantity(_ number: Int) -> String {
        switch self {
        case .minutes: Scoring.quantity(number, "minute")
        case .days: Scoring.quantity(number, "day")
        case .doses: Scoring.quantity(number, "dose")
        case .occurrences: Scoring.quantity(number, "service")
        case .sites: Scoring.quantity(number, "site")
        case .amount: position(number)
        }
    }
}
