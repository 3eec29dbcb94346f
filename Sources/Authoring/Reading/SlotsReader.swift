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

    private static let kinds = ["from", "one-of", "time", "minutes", "after", "sum"]

    private func readValues(_ value: Value, in scope: SlotScope) -> Template.Values? {
        guard var fields = value.fields(of: .slot) else { return nil }
        defer { fields.finish() }
        let given = Self.kinds.compactMap { kind in fields.value(kind).map { (kind: kind, value: $0) } }
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
        let step = fields.value("step")
        if let step, kind != "time", kind != "minutes" {
            step.fail("only times and minutes go by steps", mend: "drop step:")
        }
        switch kind {
        case "from": return filling.text(limit: 40).flatMap { scope.lists.place(of: $0, at: filling) }.map { .list($0) }
        case "one-of": return readList(filling).map { .list(scope.lists.add($0)) }
        case "time":
            return readRange(filling, step: step, usualStep: 5) { $0.time()?.minute }
                .map { .times(from: $0.from, through: $0.through, step: $0.step) }
        case "minutes":
            return readRange(filling, step: step, usualStep: 1) {
                $0.integer(in: 0...ClockTime.minutesADay, unit: "minutes")
            }.map { .minutes(from: $0.from, through: $0.through, step: $0.step) }
        default: return readSum(filling, ofTimes: kind == "after" ? 1 : 0, in: scope)
        }
    }

    /// The first and the last value, so many minutes apart.
    private func readRange(
        _ value: Value, step: Value?, usualStep: Int, read: (Value) -> Int?
    ) -> (from: Int, through: Int, step: Int)? {
        let step = step.map { $0.integer(in: 1...720, unit: "minutes") } ?? usualStep
        let elements = value.elements
        guard elements.count == 2 else {
            value.fail("expected the first and the last value", mend: "write them as [first, last]")
            return nil
        }
        let ends = elements.map(read)
        guard let step, let from = ends[0], let last = ends[1] else { return nil }
        guard from <= last else {
            value.fail("the last value comes before the first", mend: "swap them")
            return nil
        }
        let rest = (last - from) % step
        if rest != 0 {
            log.warning(
                "steps of \(step) minutes never reach the last value", at: elements[1].place,
                mend: "move it \(rest) back or \(step - rest) on")
        }
        return (from, last - rest, step)
    }

    private func readSum(_ value: Value, ofTimes times: Int, in scope: SlotScope) -> Template.Values? {
        let read = value.elements.map { element in
            element.text(limit: 40).flatMap { scope.amount($0, at: element) }
        }
        let amounts = read.compactMap(\.self)
        guard amounts.count == read.count, !amounts.isEmpty else {
            if read.isEmpty { value.fail("the list is empty", mend: "give it slots and minutes") }
            return nil
        }
        guard amounts.count(where: \.isTime) == times else {
            value.fail(
                times == 1 ? "a time follows from one other time, and minutes" : "a sum is of minutes alone",
                mend: times == 1 ? "write after: [start, length]" : "where a time follows, write after:")
            return nil
        }
        let sum = amounts.map(\.amount)
        return times == 1 ? .after(sum) : .sum(sum)
    }
}

/// The slots that a template has so far, by their names.
final class SlotScope {
    static let limit = 40
    /// No visit reaches further than two weeks, and no sum can then overflow.
    private static let reach = -20_160...20_160

    /// Minutes or a time, as a file writes it.
    struct ReadAmount {
        let amount: Template.Amount
        let isTime: Bool
    }

    let lists: ReadLists
    private(set) var slots: [Template.Slot] = []
    private var keys: [Value] = []
    private var bounds: [ClosedRange<Int>] = []
    private var used: Set<Int> = []
    /// Slots with an error, which are known all the same.
    private var broken: Set<String> = []
    /// A template without slots is told so once.
    var hasSlots = false

    init(lists: ReadLists) { self.lists = lists }

    func add(_ values: Template.Values?, as name: String, at key: Value) {
        guard let values else {
            broken.insert(name)
            return
        }
        let range = range(of: values)
        guard Self.reach.contains(range.lowerBound), Self.reach.contains(range.upperBound) else {
            broken.insert(name)
            return key.fail("the slot may come to more than two weeks", mend: "add up less")
        }
        slots.append(Template.Slot(name: name, values: values))
        keys.append(key)
        bounds.append(range)
    }

    private func range(of values: Template.Values) -> ClosedRange<Int> {
        switch values {
        case .list: 0...0
        case .times(let from, let through, _), .minutes(let from, let through, _): from...through
        case .after(let amounts), .sum(let amounts):
            amounts.reduce(0...0) { sum, amount in
                let part = range(of: amount)
                return sum.lowerBound + part.lowerBound...sum.upperBound + part.upperBound
            }
        }
    }

    private func range(of amount: Template.Amount) -> ClosedRange<Int> {
        switch amount {
        case .fixed(let minutes): minutes...minutes
        case .slot(let place): bounds[place]
        }
    }

    /// The place of a slot; logs its absence with the nearest names.
    func place(of name: String, at value: Value) -> Int? {
        if let place = slots.firstIndex(where: { $0.name == name }) {
            used.insert(place)
            return place
        }
        guard hasSlots, !broken.contains(name) else { return nil }
        let known = slots.isEmpty ? nil : "known are \(slots.map(\.name).joined(separator: ", "))"
        value.fail(
            "no slot \(name.prefix(40)) before this", mend: suggestion(for: name, among: slots.map(\.name)) ?? known)
        return nil
    }

    /// The columns of a slot that holds words, empty for single words; nil for one that holds minutes.
    func columns(of place: Int) -> [String]? {
        guard case .list(let list) = slots[place].values else { return nil }
        return lists.all[list].columns
    }

    /// A slot's minutes, a number of minutes, or a time of day; 24:00 is the midnight at the end.
    func amount(_ word: String, at value: Value) -> ReadAmount? {
        if let number = Int(word) {
            if Self.reach.contains(number) { return ReadAmount(amount: .fixed(number), isTime: false) }
            value.fail("\(number) minutes are more than two weeks")
            return nil
        }
        if word == "24:00" { return ReadAmount(amount: .fixed(ClockTime.minutesADay), isTime: true) }
        if let time = ClockTime(word) { return ReadAmount(amount: .fixed(time.minute), isTime: true) }
        guard let place = place(of: word, at: value) else { return nil }
        switch slots[place].values {
        case .list:
            value.fail("\(word) holds words, not minutes", mend: "name a slot of times or minutes")
            return nil
        case .times, .after: return ReadAmount(amount: .slot(place), isTime: true)
        case .minutes, .sum: return ReadAmount(amount: .slot(place), isTime: false)
        }
    }

    /// Words such as `start + length`, and how many of them are times.
    func sum(_ words: ArraySlice<String>, at value: Value) -> (amounts: [Template.Amount], times: Int)? {
        var amounts: [ReadAmount] = []
        for (number, word) in words.enumerated() {
            guard (number % 2 == 1) == (word == "+") else {
                value.fail("expected slots joined by +, such as start + length")
                return nil
            }
            if word == "+" { continue }
            guard let amount = amount(word, at: value) else { return nil }
            amounts.append(amount)
        }
        guard words.count % 2 == 1 else {
            value.fail("expected slots joined by +, such as start + length")
            return nil
        }
        return (amounts.map(\.amount), amounts.count(where: \.isTime))
    }

    func reportUnused() {
        for (place, key) in keys.enumerated() where !used.contains(place) {
            key.log.warning("nothing uses the slot \(slots[place].name)", at: key.place, mend: "delete it")
        }
    }
}
