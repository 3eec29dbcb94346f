package import Scoring

/// How a visit is told.
package enum Register: String, Sendable, CaseIterable {
    /// In plain sentences.
    case plain
    /// As nurses chart: abbreviations, times here and there, things that do not matter.
    case note
    /// As whole papers, made from the facts: notes, logs, orders, letters.
    case chart
}

/// A template with its slots filled.
package struct Filling: Sendable, Equatable {
    /// The facts.
    package let encounter: Encounter
    /// The facts in words.
    package let telling: String
}

extension Template {
    /// Fills the template from the word lists of its pack: the same seed always gives the same filling.
    ///
    /// - Returns: Nil where no draw meets the constraints, or the template has no such telling. Papers are made from the
    ///   facts, whose words are then the plain ones.
    package func fill(from lists: [WordList], seed: UInt64, as register: Register = .plain) -> Filling? {
        guard let phrase = register == .note ? note : stem, let draw = Draw(self, seed: seed, from: lists) else {
            return nil
        }
        return Filling(encounter: draw.encounter(encounter), telling: draw.telling(phrase))
    }
}

// MARK: - The words

extension Draw {
    /// The words of a phrase, each slot in its form.
    package func telling(_ phrase: Phrase) -> String {
        var text = TextBuilder(capacity: 512)
        for piece in phrase.pieces {
            switch piece {
            case .text(let words): text.append(words)
            case .slot(let position, let form, let isCapitalized):
                let start = text.length
                write(position, as: form, to: &text)
                if isCapitalized { text.capitalize(from: start) }
            }
        }
        return text.text
    }

    private func write(_ position: Int, as form: Phrase.Form, to text: inout TextBuilder) {
        let value = values[position]
        switch (kind(of: position), form) {
        case (.list, .column(let column)): text.append(words(of: position, column: column))
        case (.list, _): text.append(words(of: position, column: 0))
        case (.times, .twelveHour), (.after, .twelveHour): text.append(ClockTime(wrapping: value).twelveHour)
        case (.times, .fourDigits), (.after, .fourDigits): text.append(ClockTime(wrapping: value).fourDigits)
        case (.times, _), (.after, _): text.append(ClockTime(wrapping: value))
        case (.minutes, .hours), (.sum, .hours): text.append(value.asHours)
        case (.minutes, .shortHours), (.sum, .shortHours): text.append(value.asCharted)
        case (.dates, let form), (.dateAfter, let form): text.append(Day(ordinal: value)?.told(as: form) ?? "")
        case (.amounts(_, _, _, let unit), _), (.left(_, _, let unit), _):
            text.append(Amount(thousandths: value, unit)?.description ?? "")
        case (_, .numberWord): text.append(value.inWords)
        case (.minutes, _), (.sum, _), (.numbers, _), (.numberSum, _), (.containers, _): text.append(value)
        }
    }
}

extension Day {
    /// As a text tells it: `2026-03-09`, `9 March 2026` or `3/9`.
    fileprivate func told(as form: Phrase.Form) -> String {
        switch form {
        case .longDate: inWords
        case .shortDate: "\(month)/\(day)"
        default: description
        }
    }
}

extension ClockTime {
    /// `2:05 pm`, with noon as 12:00 pm and midnight as 12:00 am.
    var twelveHour: String {
        let hour = minute / 60 % 12
        return String(hour == 0 ? 12 : hour) + ":" + twoDigits(minute % 60) + (minute < 720 ? " am" : " pm")
    }

    /// `1405`
    var fourDigits: String { twoDigits(minute / 60) + twoDigits(minute % 60) }
}

extension Int {
    /// As a word where it has a short one.
    fileprivate var inWords: String {
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        return words.indices.contains(self) ? words[self] : String(self)
    }
}
