import Quiz

/// One entry of an attempt's log: what happened, and when by both clocks. It holds answers and the identities of items,
/// never their words or keys.
struct ExamEntry: Codable, Sendable {
    let event: String
    let at: ExamMoment
    /// The item's number in the form, from 1.
    var item: Int?
    var answer: String?
    /// Milliseconds by which the clock on the wall was set.
    var by: Int64?
    /// What is sat, and by whom; in the first entry only.
    var form: FormRecord?
    /// The candidate's time where it is not the form's; in the entry of the start only.
    var sitting: SittingRecord?
    /// What the attempt comes to; in the last entry only.
    var result: ResultRecord?
}

/// A form as it was handed out.
struct FormRecord: Codable, Sendable {
    let candidate: String
    /// The user of the machine on which it is sat.
    let user: String
    let blueprint: String
    let title: String
    /// As the pack was named: by id or folder.
    let packName: String
    let pack: String
    let edition: String
    /// Changes whenever a file of the pack does.
    let packRevision: String
    let program: String
    let attempt: Int
    let seed: UInt64
    let items: [String]
    /// What stands for the words of each item, so that a later revision of the pack can be held against them; nil in
    /// logs of before these were kept.
    var wordings: [String]?
    /// How hard the form is by prediction, in thousandths.
    let difficulty: Int
    let sections: [SectionRecord]
    let seconds: Int
    let navigation: String
    /// Of 100.
    let passMark: Int
    /// The candidate's name on the roster; nil for somebody who is not on it.
    var name: String?

    struct SectionRecord: Codable, Sendable {
        let id: String
        let title: String
        let count: Int
    }
}

/// What an attempt came to when it was closed.
struct ResultRecord: Codable, Sendable {
    /// The fraction of each item in millionths, in the order of the form.
    let fractions: [Int]
    var isPassed: Bool
    /// The program that judged.
    let program: String
}

extension ExamEntry {
    init(_ event: ExamEvent) {
        at = event.at
        switch event.action {
        case .start: self.event = "start"
        case .show(let place): (self.event, item) = ("show", place + 1)
        case .answer(let place, let text): (self.event, item, answer) = ("answer", place + 1, text)
        case .change(let place, let text): (self.event, item, answer) = ("change", place + 1, text)
        case .flag(let place): (self.event, item) = ("flag", place + 1)
        case .unflag(let place): (self.event, item) = ("unflag", place + 1)
        case .pause: self.event = "pause"
        case .resume: self.event = "resume"
        case .clock(let milliseconds): (self.event, by) = ("clock", milliseconds)
        case .submit: self.event = "submit"
        case .timeout: self.event = "timeout"
        }
    }

    /// The event that the entry tells of; nil for the first and the last entry, which tell of none.
    var asEvent: ExamEvent? {
        let place = (item ?? 0) - 1
        let action: ExamEvent.Action? =
            switch event {
            case "start": .start
            case "show": .show(place)
            case "answer": .answer(place, answer ?? "")
            case "change": .change(place, answer ?? "")
            case "flag": .flag(place)
            case "unflag": .unflag(place)
            case "pause": .pause
            case "resume": .resume
            case "clock": .clock(by ?? 0)
            case "submit": .submit
            case "timeout": .timeout
            default: nil
            }
        return action.map { ExamEvent($0, at: at) }
    }
}
