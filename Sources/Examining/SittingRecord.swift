package import Quiz
import System

/// The time that a candidate has, where it is not what the form gives to everybody: how much, whose, and why.
package struct SittingRecord: Codable, Sendable, Equatable {
    /// By id.
    package let candidate: String
    /// All that there is from the start.
    package let seconds: Int
    /// Extra time as it was granted, such as `50 %`, and as seconds; nil where there is none.
    package var extraTime: String?
    var extraSeconds: Int?
    /// Why there is extra time; nil where nobody said.
    package var reason: String?
    /// When the window closes at which this attempt ends, in milliseconds since 1970 UTC; nil where it does not.
    var endsAt: Int64?

    /// The time of an attempt that begins now; nil where it is the form's.
    package init?(of examinee: Examinee, for form: FormRecord, under assignment: Assignment?) {
        let extra = examinee.onRoster?.accommodation
        let extraSeconds = extra?.extraTime.seconds(beyond: form.seconds)
        let full = form.seconds + (extraSeconds ?? 0)
        let left = assignment?.time(of: Int64(full) * 1_000, from: LocalTime.now) ?? Int64(full) * 1_000
        let seconds = Int(left / 1_000)
        guard seconds != form.seconds || extra != nil else { return nil }
        candidate = examinee.id
        self.seconds = seconds
        extraTime = extra?.extraTime.description
        self.extraSeconds = extraSeconds
        reason = extra?.reason
        endsAt = seconds < full ? assignment?.closes : nil
    }

    /// What the candidate is told of it.
    package var words: String {
        var words: [String] = []
        if let extraTime, let extraSeconds {
            words.append(
                "\(minutes(extraSeconds)) of them are extra time (\(extraTime)\(reason.map { ": \($0)" } ?? "")).")
        }
        if let endsAt { words.append("The exam closes at \(LocalTime.text(of: endsAt)), and your time ends with it.") }
        return words.joined(separator: " ")
    }

    private func minutes(_ seconds: Int) -> Int { (seconds + 30) / 60 }
}

extension [ExamEntry] {
    /// The time that the candidate was given; nil where it is the form's.
    package var sitting: SittingRecord? { first { $0.event == "start" }?.sitting }
}
