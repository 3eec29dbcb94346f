package import Scoring

/// How a visit is told.
package enum Register: String, Sendable, CaseIterable {
    /// In plain sentences.
    case plain
    /// As nurses chart: abbreviations, times here and there, things that do not matter.
    case note
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
    /// - Returns: Nil where no draw meets the constraints, or the template has no such telling.
    package func fill(from lists: [WordList], seed: UInt64, as register: Register = .plain) -> Filling? {
        guard let phrase = register == .plain ? stem : note, let draw = Draw(self, seed: seed, from: lists) else {
            return nil
        }
        return Filling(encounter: draw.encounter(encounter), telling: draw.telling(phrase))
    }
}

// MARK: - The facts

extension Draw {
    /// The facts of a template with this draw's values.
    package func encounter(_ pattern: EncounterPattern) -> Encounter {
        Encounter(
            date: pattern.date, visits: pattern.visits.map { visit($0) },
            minutesUsedThisWeek: minutes(pattern.minutesUsedThisWeek))
    }

    private func visit(_ pattern: EncounterPattern.VisitPattern) -> Visit {
        Visit(
            services: pattern.services.map { service($0) }, place: text(pattern.place),
            performer: ID(text(pattern.performer)), missing: pattern.missing)
    }

    private func service(_ pattern: EncounterPattern.ServicePattern) -> Service {
        var isNextDay = false
        func time(_ amount: Template.Amount) -> ClockTime { ClockTime(wrapping: minutes(amount)) }
        func begin(_ amount: Template.Amount) -> ClockTime {
            isNextDay = minutes(amount) >= ClockTime.minutesADay
            return time(amount)
        }
        let length: Service.Time =
            switch pattern.time {
            case .minutes(let amount): .minutes(minutes(amount))
            case .clock(let start, let stop): .clock(start: begin(start), stop: time(stop))
            case .open(let start): .open(start: begin(start))
            case .unknown: .unknown
            }
        return Service(ID(text(pattern.kind)), activity: pattern.activity, time: length, isNextDay: isNextDay)
    }

    func text(_ word: Template.Word) -> String {
        switch word {
        case .fixed(let text): text
        case .slot(let place, let column): words(of: place, column: column)
        }
    }
}

// MARK: - The words

extension Draw {
    /// The words of a phrase, each slot in its form.
    package func telling(_ phrase: Phrase) -> String {
        var text = ""
        text.reserveCapacity(512)
        for piece in phrase.pieces {
            switch piece {
            case .text(let words): text += words
            case .slot(let place, let form, let isCapitalized):
                let words = words(of: place, as: form)
                text += isCapitalized ? words.withCapital : words
            }
        }
        return text
    }

    private func words(of place: Int, as form: Phrase.Form) -> String {
        let value = values[place]
        switch (kind(of: place), form) {
        case (.list, .column(let column)): return words(of: place, column: column)
        case (.list, _): return words(of: place, column: 0)
        case (.times, .twelveHour), (.after, .twelveHour): return ClockTime(wrapping: value).twelveHour
        case (.times, .fourDigits), (.after, .fourDigits): return ClockTime(wrapping: value).fourDigits
        case (.times, _), (.after, _): return ClockTime(wrapping: value).description
        case (.minutes, .hours), (.sum, .hours): return value.inHours(hour: "hour", minute: "minute", plural: "s")
        case (.minutes, .shortHours), (.sum, .shortHours): return value.inHours(hour: "h", minute: "min", plural: "")
        case (.minutes, _), (.sum, _): return String(value)
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
    /// Minutes as hours and minutes, a part that is zero left out: `2 hours 30 minutes`, `1 hour`.
    fileprivate func inHours(hour: String, minute: String, plural: String) -> String {
        func of(_ count: Int, _ unit: String) -> String { String(count) + " " + unit + (count == 1 ? "" : plural) }
        return switch (self / 60, self % 60) {
        case (0, let minutes): of(minutes, minute)
        case (let hours, 0): of(hours, hour)
        case (let hours, let minutes): of(hours, hour) + " " + of(minutes, minute)
        }
    }
}
