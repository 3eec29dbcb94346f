package import Machine
package import Quiz
package import Scoring

/// The time that a candidate has, where it is not what the form gives to everybody: how much, whose, and why.
package struct AllottedTime: Codable, Sendable, Equatable {
    /// Whose time it is, by id.
    package let candidate: String
    /// All that there is from the start.
    package let seconds: Int
    /// Extra time as it was granted, such as `50 %`; nil where there is none.
    package var extraTime: String?
    /// The same in seconds.
    package var extraSeconds: Int?
    /// Why there is extra time, in logs of before: the roster has it, and nobody else needs to know.
    package var reason: String?
    /// Breaks during which the time stands still, in seconds; nil for none.
    package var breakSeconds: Int?
    /// When the window closes at which this attempt ends; nil where it does not.
    package var endsAt: Moment?
}

extension AllottedTime {
    /// The seconds that an exam can have: none has more than a year.
    static let range = 0...366 * 86_400

    /// Whether what it counts can be counted with.
    var isWithinBounds: Bool {
        [seconds, extraSeconds ?? 0, breakSeconds ?? 0].allSatisfy(Self.range.contains)
            && endsAt.map { ClockReading.range.contains($0.milliseconds) } ?? true
    }

    /// The time of an attempt that begins at a moment; nil where it is the form's.
    ///
    /// - Parameters:
    ///   - examinee: Who sits it.
    ///   - form: What is sat.
    ///   - assignment: Under which it begins; nil where the exam is open to everyone.
    ///   - moment: When it begins.
    package init?(of examinee: Examinee, for form: FormRecord, under assignment: Assignment?, from moment: Moment) {
        let extra = examinee.onRoster?.accommodation
        let extraSeconds = extra?.extraTime.seconds(beyond: form.seconds)
        let full = form.seconds + (extraSeconds ?? 0)
        let left = assignment?.time(of: Int64(full) * 1_000, from: moment) ?? Int64(full) * 1_000
        let seconds = Int(left / 1_000)
        let breaks = examinee.onRoster?.breaks
        guard seconds != form.seconds || extra != nil || breaks != nil else { return nil }
        candidate = examinee.id
        self.seconds = seconds
        extraTime = extra?.extraTime.description
        self.extraSeconds = extraSeconds
        breakSeconds = breaks.map { $0.minutes * 60 }
        endsAt = seconds < full ? assignment?.closes : nil
    }

    /// What the candidate is told of it.
    package func words(in zone: any Zone) -> String {
        var words: [String] = []
        if let extraTime, let extraSeconds {
            words.append(
                "\((extraSeconds + 30) / 60) of them are extra time (\(extraTime)).")
        }
        if let breakSeconds {
            words.append("break stops the time, for \(breakSeconds / 60) minutes in all.")
        }
        if let endsAt { words.append("The exam closes at \(zone.text(of: endsAt)), and your time ends with it.") }
        return words.joined(separator: " ")
    }
}
