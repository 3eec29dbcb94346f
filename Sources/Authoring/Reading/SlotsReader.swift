import Content
import Scoring

extension PackReader {
    /// Reads what varies in a template, from top to bottom.
    func readSlots(_ value: Value?, into scope: SlotScope) {
        let entries = value?.entries(of: "a mapping of slots") ?? []
        if let value, value.isMapping, entries.isEmpty { value.fail("a template needs a slot", mend: "add one") }
        scope.hasSlots = !entries.isEmpty
        if entries.count > SlotScope.limit {
            entries[SlotScope.limit].key.fail(
                "a template has at most \(SlotScope.limit) slots", mend: "drop some")
        }
        for (key, value) in entries.prefix(SlotScope.limit) {
            guard let name = key.slotName(of: "a slot") else { continue }
            scope.add(readValues(value, in: scope), as: name, at: key)
        }
    }

    private static let kinds = [
        "from", "one-of", "time", "minutes", "number", "date", "amount", "after", "sum", "containers", "left",
    ]

    private func readValues(_ value: Value, in scope: SlotScope) -> Template.Values? {
        guard var fields = value.fields(of: .slot) else { return nil }
        defer { fields.finish() }
        let given = Self.kinds.compactMap { kind in fields.value(kind).map { (kind: kind, value: $0) } }
        let step = fields.value("step")
        guard let (kind, filling) = given.first else {
            // Another key is reported as unknown, with what it may have meant.
            if value.entries(of: "a slot").allSatisfy({ $0.key.name == "step" }) {
                value.fail(
                    "a slot needs something to be filled with", mend: "add \(Self.kinds.joined(separator: ", "))")
            }
            return nil
        }
        guard given.count == 1 else {
            value.fail(
                "a slot is filled in one way, not by \(given.map(\.kind).joined(separator: " and "))",
                mend: "keep one of them")
            return nil
        }
        if let range = SlotRange(rawValue: kind) { return readRange(filling, step: step, range) }
        step?.fail("only times, minutes, numbers, dates and amounts go by steps", mend: "drop step:")
        switch kind {
        case "from":
            return filling.text(limit: 40).flatMap { scope.lists.position(of: $0, at: filling) }.map { .list($0) }
        case "one-of": return readList(filling).map { .list(scope.lists.add($0)) }
        case "containers", "left": return readContainers(filling, isLeft: kind == "left", in: scope)
        default: return readSum(filling, isAfter: kind == "after", in: scope)
        }
    }

    // MARK: From the first value to the last

    private func readRange(_ value: Value, step: Value?, _ range: SlotRange) -> Template.Values? {
        let size = step.map { range.readStep($0) } ?? range.usualStep
        let elements = value.elements
        guard elements.count == 2 else {
            value.fail("expected the first and the last value", mend: "write them as [first, last]")
            return nil
        }
        let ends = elements.map(range.read)
        guard let size, let first = ends[0], let last = ends[1] else { return nil }
        guard first.unit == last.unit, size.unit == nil || size.unit == first.unit else {
            value.fail("the amounts are not all in one unit", mend: "write them and step: in the same unit")
            return nil
        }
        guard first.number <= last.number else {
            value.fail("the last value comes before the first", mend: "swap them")
            return nil
        }
        let rest = (last.number - first.number) % size.number
        if rest != 0 {
            let words = { range.words($0, first.unit) }
            log.warning(
                "steps of \(words(size.number)) never reach the last value", at: elements[1].position,
                mend:
                    "move it \(range.short(rest, first.unit)) back or \(range.short(size.number - rest, first.unit)) on"
            )
        }
        return range.values(from: first.number, through: last.number - rest, step: size.number, unit: first.unit)
    }

    // MARK: What follows from other slots

    private func readSum(_ value: Value, isAfter: Bool, in scope: SlotScope) -> Template.Values? {
        let read = value.elements.map { element in
            element.text(limit: 40).flatMap { scope.amount($0, at: element) }
        }
        let amounts = read.compactMap(\.self)
        guard amounts.count == read.count, !amounts.isEmpty else {
            if read.isEmpty { value.fail("the list is empty", mend: "give it slots and minutes") }
            return nil
        }
        let sum = amounts.map(\.amount)
        let kinds = amounts.compactMap(\.kind)
        if isAfter, kinds.contains(.date) {
            let rest = kinds.filter { $0 != .date }
            if kinds.count == rest.count + 1, rest.allSatisfy({ $0 == .number }) { return .dateAfter(sum) }
            value.fail("a date follows from one other date, and days", mend: "write after: [first-day, days]")
            return nil
        }
        if !isAfter, !kinds.isEmpty, kinds.allSatisfy({ $0 == .number }) { return .numberSum(sum) }
        let times = kinds.count { $0 == .time }
        guard times == (isAfter ? 1 : 0), kinds.allSatisfy({ $0 == .time || $0 == .minutes }) else {
            value.fail(
                isAfter ? "a time follows from one other time, and minutes" : "a sum is of minutes alone",
                mend: isAfter ? "write after: [start, length]" : "where a time follows, write after:")
            return nil
        }
        return isAfter ? .after(sum) : .sum(sum)
    }

    /// How many containers an amount takes, or what is left in them: a slot, and what a container holds.
    private func readContainers(_ value: Value, isLeft: Bool, in scope: SlotScope) -> Template.Values? {
        let elements = value.elements
        guard elements.count == 2 else {
            value.fail("expected an amount and what a container holds", mend: "write them as [dose, 100 mg]")
            return nil
        }
        guard let amount = elements[0].text(limit: 40).flatMap({ scope.amount($0, at: elements[0]) }),
            let container = elements[1].amount()
        else { return nil }
        guard amount.kind == .amount(container.unit), container.thousandths > 0 else {
            value.fail(
                "a container of \(container) does not fit what is given",
                mend: "write more than nothing, in the same unit")
            return nil
        }
        return isLeft
            ? .left(amount.amount, of: container.thousandths, container.unit)
            : .containers(amount.amount, of: container.thousandths)
    }
}

/// A slot that is filled from a first value to a last, by steps.
private enum SlotRange: String {
    case time, minutes, number, date, amount

    /// A number, and its unit where it is of an amount.
    typealias Read = (number: Int, unit: Amount.Unit?)

    var usualStep: Read? {
        switch self {
        case .time: (5, nil)
        case .minutes, .number, .date: (1, nil)
        // A thousandth of a unit of the amount would be no amount that anybody draws up.
        case .amount: (1_000, nil)
        }
    }

    func read(_ value: Value) -> Read? {
        switch self {
        case .time: value.time().map { ($0.minute, nil) }
        case .minutes: value.integer(in: 0...ClockTime.minutesADay, unit: "minutes").map { ($0, nil) }
        case .number: value.integer(in: 0...9_999).map { ($0, nil) }
        case .date: value.day().map { ($0.ordinal, nil) }
        case .amount: value.amount().map { ($0.thousandths, $0.unit) }
        }
    }

    func readStep(_ value: Value) -> Read? {
        switch self {
        case .time, .minutes: return value.integer(in: 1...720, unit: "minutes").map { ($0, nil) }
        case .number: return value.integer(in: 1...9_999).map { ($0, nil) }
        case .date: return value.integer(in: 1...DaySpan.limit, unit: "days").map { ($0, nil) }
        case .amount:
            guard let amount = value.amount() else { return nil }
            if amount.thousandths > 0 { return (amount.thousandths, amount.unit) }
            value.fail("a step of nothing leads nowhere", mend: "write how far apart the amounts are")
            return nil
        }
    }

    /// A step in words.
    func words(_ number: Int, _ unit: Amount.Unit?) -> String {
        switch self {
        case .time, .minutes: "\(number) minutes"
        case .number: "\(number)"
        case .date: quantity(number, "day")
        case .amount: unit.flatMap { Amount(thousandths: number, $0)?.description } ?? "\(number)"
        }
    }

    /// The same where its unit is known.
    func short(_ number: Int, _ unit: Amount.Unit?) -> String {
        self == .amount || self == .date ? words(number, unit) : "\(number)"
    }

    func values(from: Int, through: Int, step: Int, unit: Amount.Unit?) -> Template.Values {
        switch self {
        case .time: .times(from: from, through: through, step: step)
        case .minutes: .minutes(from: from, through: through, step: step)
        case .number: .numbers(from: from, through: through, step: step)
        case .date: .dates(from: from, through: through, step: step)
        case .amount: .amounts(from: from, through: through, step: step, unit ?? .milligrams)
        }
    }
}
