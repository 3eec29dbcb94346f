package import Scoring

/// How a visit is told.
package enum Register: String, Sendable, Codable, CaseIterable {
    /// In plain sentences.
    case plain
    /// As nurses chart: abbreviations, times here and there, things that do not matter.
    case note
}

/// A template with its slots filled.
package struct Filling: Sendable, Equatable {
    package let encounter: Encounter
    package let telling: String
}

extension Template {
    /// Fills the template: the same seed always gives the same filling.
    ///
    /// - Returns: Nil where no draw meets the constraints, or the template has no such telling.
    package func fill(seed: UInt64, as register: Register = .plain) -> Filling? {
        guard let phrase = register == .plain ? stem : note, let values = draw(seed: seed) else { return nil }
        return Filling(
            encounter: encounter.filled(with: values, of: self), telling: phrase.filled(with: values, of: self))
    }

    /// How many different ways there are to fill the slots, constraints aside.
    package var combinations: Int {
        slots.reduce(1) { product, slot in
            let (result, isOver) = product.multipliedReportingOverflow(by: slot.values.count)
            return isOver ? .max : result
        }
    }

    /// The value of each slot: minutes, or the place of a row or word.
    private func draw(seed: UInt64) -> [Int]? {
        var generator = SeededGenerator(seed: seed &+ salt)
        for _ in 0..<Self.attempts {
            var values: [Int] = []
            values.reserveCapacity(slots.count)
            for slot in slots { values.append(slot.values.draw(with: &generator, after: values)) }
            if constraints.allSatisfy({ $0.holds(values) }) { return values }
        }
        return nil
    }

    /// Draws before a template counts as one that cannot be filled.
    private static let attempts = 200

    /// Sets templates with the same seed apart (FNV-1a of the id).
    private var salt: UInt64 {
        id.text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

extension Template.Values {
    fileprivate var count: Int {
        switch self {
        case .rows(_, let rows): rows.count
        case .words(let words): words.count
        case .times(let from, let through, let step), .minutes(let from, let through, let step):
            (through - from) / step + 1
        case .after, .sum: 1
        }
    }

    fileprivate func draw(with generator: inout SeededGenerator, after values: [Int]) -> Int {
        switch self {
        case .rows, .words: generator.below(count)
        case .times(let from, _, let step), .minutes(let from, _, let step): from + step * generator.below(count)
        case .after(let amounts), .sum(let amounts): amounts.total(values)
        }
    }
}

extension Template.Amount {
    fileprivate func value(_ values: [Int]) -> Int {
        switch self {
        case .fixed(let minutes): minutes
        case .slot(let place): values[place]
        }
    }
}

extension [Template.Amount] {
    fileprivate func total(_ values: [Int]) -> Int { reduce(0) { $0 + $1.value(values) } }
}

extension Template.Constraint {
    fileprivate func holds(_ values: [Int]) -> Bool {
        let (left, right) = (left.total(values), right.total(values))
        return switch comparison {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .equal: left == right
        case .different: left != right
        }
    }
}

extension Template.Word {
    fileprivate func text(_ values: [Int], of template: Template) -> String {
        switch self {
        case .fixed(let text): return text
        case .slot(let place, let column):
            switch template.slots[place].values {
            case .rows(_, let rows): return rows[values[place]][column ?? 0]
            case .words(let words): return words[values[place]]
            case .times, .minutes, .after, .sum: return String(values[place])
            }
        }
    }
}

// MARK: - The facts

extension EncounterPattern {
    fileprivate func filled(with values: [Int], of template: Template) -> Encounter {
        Encounter(
            date: date,
            visits: visits.map { visit in
                Visit(
                    services: visit.services.map { $0.filled(with: values, of: template) },
                    place: visit.place.text(values, of: template),
                    performer: ID(visit.performer.text(values, of: template)), missing: visit.missing)
            },
            minutesUsedThisWeek: minutesUsedThisWeek.value(values))
    }
}

extension EncounterPattern.ServicePattern {
    fileprivate func filled(with values: [Int], of template: Template) -> Service {
        let kind = ID<ServiceKind>(kind.text(values, of: template))
        switch time {
        case .minutes(let amount):
            return Service(kind, activity: activity, time: .minutes(amount.value(values)))
        case .clock(let start, let stop):
            let start = start.value(values)
            return Service(
                kind, activity: activity,
                time: .clock(start: ClockTime(wrapping: start), stop: ClockTime(wrapping: stop.value(values))),
                isNextDay: start >= ClockTime.minutesADay)
        case .open(let start):
            let start = start.value(values)
            return Service(
                kind, activity: activity, time: .open(start: ClockTime(wrapping: start)),
                isNextDay: start >= ClockTime.minutesADay)
        case .unknown: return Service(kind, activity: activity, time: .unknown)
        }
    }
}

// MARK: - The words

extension Phrase {
    fileprivate func filled(with values: [Int], of template: Template) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let words): text += words
            case .slot(let place, let form, let isCapitalized):
                let words = template.slots[place].values.words(for: values[place], as: form)
                text += isCapitalized ? words.prefix(1).uppercased() + words.dropFirst() : words
            }
        }
        return text
    }
}

extension Template.Values {
    fileprivate func words(for value: Int, as form: Phrase.Form) -> String {
        switch (self, form) {
        case (.rows(_, let rows), .column(let column)): rows[value][column]
        case (.rows(_, let rows), _): rows[value][0]
        case (.words(let words), _): words[value]
        case (.times, .twelveHour), (.after, .twelveHour): ClockTime(wrapping: value).twelveHour
        case (.times, .fourDigits), (.after, .fourDigits):
            ClockTime(wrapping: value).description.filter { $0 != ":" }
        case (.times, _), (.after, _): ClockTime(wrapping: value).description
        case (.minutes, .hours), (.sum, .hours): hours(value)
        case (.minutes, _), (.sum, _): String(value)
        }
    }
}

extension ClockTime {
    /// `2:05 pm`, with noon as 12:00 pm and midnight as 12:00 am.
    package var twelveHour: String {
        let hour = minute / 60 % 12
        let rest = minute % 60
        return "\(hour == 0 ? 12 : hour):\(rest < 10 ? "0" : "")\(rest) \(minute < 720 ? "am" : "pm")"
    }
}

/// `2 hours 30 minutes`, `1 hour`, `45 minutes`
private func hours(_ minutes: Int) -> String {
    let parts = [(minutes / 60, "hour"), (minutes % 60, "minute")].filter { $0.0 > 0 }
    let words = parts.map { $0.0 == 1 ? "1 \($0.1)" : "\($0.0) \($0.1)s" }
    return words.isEmpty ? "0 minutes" : words.joined(separator: " ")
}
