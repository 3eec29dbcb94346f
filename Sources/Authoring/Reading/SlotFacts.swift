import Content
import Scoring

/// Facts that are no minutes: numbers, amounts and dates, each fixed or a slot in braces.
extension PackReader {
    /// A whole number in a range; that of a slot of numbers is held against it where the slots are filled.
    func readNumber(
        _ value: Value, in scope: SlotScope, _ range: ClosedRange<Int>, unit: String
    ) -> Template.Number? {
        guard let slot = readSlot(value, in: scope) else {
            return value.isSlot ? nil : value.integer(in: range, unit: unit).map { .fixed($0) }
        }
        switch (slot.kind, slot.column) {
        case (.words, let column?):
            let texts = Template.Word.slot(slot.position, column: column).texts(in: scope)
            if let wrong = texts.first(where: { !(Int($0).map(range.contains) ?? false) }) {
                value.fail(
                    "\(wrong.quoted) is no number of \(unit) from \(range.lowerBound) to \(range.upperBound)",
                    mend: "mend the list, or name another column")
                return nil
            }
            return .words(slot.position, column: column)
        case (.number, _): return .slot(slot.position)
        default:
            value.fail("a number of \(unit) is wanted here", mend: "name a slot of numbers")
            return nil
        }
    }

    /// How much of something.
    func readQuantity(_ value: Value, in scope: SlotScope) -> Template.Quantity? {
        guard let slot = readSlot(value, in: scope) else {
            return value.isSlot ? nil : value.amount().map { .fixed($0) }
        }
        switch (slot.kind, slot.column) {
        case (.words, let column?):
            let texts = Template.Word.slot(slot.position, column: column).texts(in: scope)
            if let wrong = texts.first(where: { Amount($0) == nil }) {
                value.fail(
                    "\(wrong.quoted) is no amount such as \"345 mg\"", mend: "mend the list, or name another column")
                return nil
            }
            return .words(slot.position, column: column)
        case (.amount(let unit), _): return .slot(slot.position, unit)
        default:
            value.fail("an amount is wanted here", mend: "name a slot of amounts")
            return nil
        }
    }

    /// A day.
    func readDate(_ value: Value, in scope: SlotScope) -> Template.Date? {
        guard let slot = readSlot(value, in: scope) else { return value.isSlot ? nil : value.day().map { .fixed($0) } }
        if slot.kind == .date { return .slot(slot.position) }
        value.fail("a date is wanted here", mend: "name a slot of dates")
        return nil
    }

    /// A slot in braces and, where it holds words, the position of its column; nil for what is no slot, and for one with a
    /// problem, which is logged.
    private func readSlot(
        _ value: Value, in scope: SlotScope
    ) -> (position: Int, kind: SlotScope.Kind, column: Int?)? {
        guard value.isSlot, let text = value.text(limit: 60) else { return nil }
        let parts = text.unbraced.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let position = scope.position(of: String(parts[0]), at: value) else { return nil }
        guard let columns = scope.columns(of: position) else {
            return (position, scope.slots[position].values.kind, nil)
        }
        return column(parts.count > 1 ? String(parts[1]) : nil, of: columns, in: scope.slots[position], at: value)
            .map { (position, .words, $0) }
    }
}

extension Value {
    /// Whether it is a slot in braces.
    fileprivate var isSlot: Bool { name?.hasPrefix("{") ?? false }
}

extension SlotScope {
    /// The first and the last day that a date may be.
    func days(of date: Template.Date) -> [Day] {
        switch date {
        case .fixed(let day): [day]
        case .slot(let position):
            [bounds[position].lowerBound, bounds[position].upperBound].compactMap { Day(ordinal: $0) }
        }
    }
}
