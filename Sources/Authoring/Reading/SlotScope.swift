import Content
import Scoring

/// The slots that a template has so far, by their names.
final class SlotScope {
    static let limit = 40
    /// No visit reaches further than two weeks, and no sum can then overflow.
    private static let reach = -20_160...20_160

    /// What a slot holds.
    enum Kind: Equatable {
        case words, minutes, time, number, date
        case amount(Amount.Unit)
    }

    /// A number, as a file writes it.
    struct ReadAmount {
        let amount: Template.Amount
        /// What it is a number of; nil for one that stands by itself and may be minutes, days or anything.
        let kind: Kind?
    }

    let lists: ReadLists
    private(set) var slots: [Template.Slot] = []
    private var keys: [Value] = []
    private(set) var bounds: [ClosedRange<Int>] = []
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
        let (reach, beyond) = reach(of: values.kind)
        guard reach.contains(range.lowerBound), reach.contains(range.upperBound) else {
            broken.insert(name)
            return key.fail("the slot may come to \(beyond)", mend: "add up less")
        }
        slots.append(Template.Slot(name: name, values: values))
        keys.append(key)
        bounds.append(range)
    }

    /// How far the numbers of a kind go, so that no sum can overflow, and what lies beyond.
    private func reach(of kind: Kind) -> (ClosedRange<Int>, beyond: String) {
        switch kind {
        case .words, .minutes, .time: (Self.reach, "more than two weeks")
        case .number: (-9_999...9_999, "more than 9999")
        case .date: (Day.first.ordinal...2_932_896, "a day before 1900 or after 9999")
        case .amount: (0...Amount.limit, "more than an amount may be")
        }
    }

    private func range(of values: Template.Values) -> ClosedRange<Int> {
        switch values {
        case .list: 0...0
        case .times(let from, let through, _), .minutes(let from, let through, _), .numbers(let from, let through, _),
            .dates(let from, let through, _), .amounts(let from, let through, _, _):
            from...through
        case .after(let amounts), .sum(let amounts), .numberSum(let amounts), .dateAfter(let amounts):
            amounts.reduce(0...0) { sum, amount in
                let part = range(of: amount)
                return sum.lowerBound + part.lowerBound...sum.upperBound + part.upperBound
            }
        case .containers(let amount, let size):
            (range(of: amount).lowerBound + size - 1) / size...(range(of: amount).upperBound + size - 1) / size
        case .left(_, let size, _): 0...size - 1
        }
    }

    private func range(of amount: Template.Amount) -> ClosedRange<Int> {
        switch amount {
        case .fixed(let minutes): minutes...minutes
        case .slot(let position): bounds[position]
        }
    }

    /// The position of a slot; logs its absence with the nearest names.
    func position(of name: String, at value: Value) -> Int? {
        if let position = slots.firstIndex(where: { $0.name == name }) {
            used.insert(position)
            return position
        }
        guard hasSlots, !broken.contains(name) else { return nil }
        let known = slots.isEmpty ? nil : "known are \(slots.map(\.name).joined(separator: ", "))"
        value.fail(
            "no slot \(name.prefix(40)) before this", mend: suggestion(for: name, among: slots.map(\.name)) ?? known)
        return nil
    }

    /// The columns of a slot that holds words, empty for single words; nil for one that holds minutes.
    func columns(of position: Int) -> [String]? {
        guard case .list(let list) = slots[position].values else { return nil }
        return lists.all[list].columns
    }

    /// What a slot holds that is no word, a number, a time of day, a date or an amount; 24:00 is the midnight at the end.
    func amount(_ word: String, at value: Value) -> ReadAmount? {
        if let number = Int(word) {
            if Self.reach.contains(number) { return ReadAmount(amount: .fixed(number), kind: nil) }
            value.fail("\(number) minutes are more than two weeks")
            return nil
        }
        if word == "24:00" { return ReadAmount(amount: .fixed(ClockTime.minutesADay), kind: .time) }
        if let time = ClockTime(word) { return ReadAmount(amount: .fixed(time.minute), kind: .time) }
        if let day = Day(word) { return ReadAmount(amount: .fixed(day.ordinal), kind: .date) }
        if let amount = Amount(word) {
            return ReadAmount(amount: .fixed(amount.thousandths), kind: .amount(amount.unit))
        }
        guard let position = position(of: word, at: value) else { return nil }
        let kind = slots[position].values.kind
        guard kind != .words else {
            value.fail("\(word) holds words, not minutes", mend: "name a slot of times or minutes")
            return nil
        }
        return ReadAmount(amount: .slot(position), kind: kind)
    }

    /// What a sum is of, by which two sides of a comparison must agree.
    struct Sum {
        var amounts: [Template.Amount] = []
        var times = 0
        var dates = 0
        /// The units of its amounts, one for each.
        var units: [Amount.Unit] = []

        /// Whether it may be held against another.
        func isComparable(to other: Sum) -> Bool {
            let all = units + other.units
            return dates == other.dates && Set(all).count <= 1
                && (all.isEmpty || all.count == amounts.count + other.amounts.count)
        }
    }

    /// Words such as `start + length`.
    func sum(_ words: ArraySlice<String>, at value: Value) -> Sum? {
        var sum = Sum()
        for (number, word) in words.enumerated() {
            guard (number % 2 == 1) == (word == "+") else {
                value.fail("expected slots joined by +, such as start + length")
                return nil
            }
            if word == "+" { continue }
            guard let amount = amount(word, at: value) else { return nil }
            sum.amounts.append(amount.amount)
            switch amount.kind {
            case .time: sum.times += 1
            case .date: sum.dates += 1
            case .amount(let unit): sum.units.append(unit)
            case .words, .minutes, .number, nil: break
            }
        }
        guard words.count % 2 == 1 else {
            value.fail("expected slots joined by +, such as start + length")
            return nil
        }
        return sum
    }

    func reportUnused() {
        for (position, key) in keys.enumerated() where !used.contains(position) {
            key.log.warning("nothing uses the slot \(slots[position].name)", at: key.position, mend: "delete it")
        }
    }
}

extension Template.Values {
    /// What the slot holds.
    var kind: SlotScope.Kind {
        switch self {
        case .list: .words
        case .times, .after: .time
        case .minutes, .sum: .minutes
        case .numbers, .numberSum, .containers: .number
        case .dates, .dateAfter: .date
        case .amounts(_, _, _, let unit), .left(_, _, let unit): .amount(unit)
        }
    }
}
