package import Content
package import Quiz
import Scoring
import System
import Terminal

/// One entry of an attempt's log: what happened, and when by both clocks. It holds answers and the identities of items,
/// never their words or keys.
package struct ExamEntry: Codable, Sendable {
    package let event: String
    package let at: ExamMoment
    /// The item's number in the form, from 1.
    package var item: Int?
    package var answer: String?
    /// Milliseconds by which the clock on the wall was set.
    package var by: Int64?
    /// What is sat, and by whom; in the first entry only.
    package var form: FormRecord?
    /// The candidate's time where it is not the form's; in the entry of the start only.
    package var sitting: SittingRecord?
    /// What the attempt comes to; in the last entry only.
    package var result: ResultRecord?
}

/// A form as it was handed out.
package struct FormRecord: Codable, Sendable {
    package let candidate: String
    /// The user of the machine on which it is sat.
    package let user: String
    package let blueprint: String
    package let title: String
    /// As the pack was named: by id or folder.
    package let packName: String
    package let pack: String
    package let edition: String
    /// Changes whenever a file of the pack does.
    package let packRevision: String
    package let program: String
    package let attempt: Int
    package let seed: UInt64
    package let items: [String]
    /// What stands for the words of each item, so that a later revision of the pack can be held against them; nil in
    /// logs of before these were kept.
    package var wordings: [String]?
    /// How hard the form is by prediction, in thousandths.
    package let difficulty: Int
    package let sections: [SectionRecord]
    package let seconds: Int
    package let navigation: String
    /// Of 100.
    package let passMark: Int
    /// The candidate's name on the roster; nil for somebody who is not on it.
    package var name: String?

    package struct SectionRecord: Codable, Sendable {
        package let id: String
        package let title: String
        package let count: Int
    }
}

extension FormRecord {
    /// A form that is handed out to somebody now.
    ///
    /// - Parameters:
    ///   - form: What the blueprint and the seed make.
    ///   - seed: The form's.
    ///   - blueprint: Of the pack.
    ///   - pack: The pack.
    ///   - packName: As the pack was named: by id or folder.
    ///   - revision: That of the pack.
    ///   - examinee: Who sits it.
    ///   - attempt: Counted from 1.
    package init(
        _ form: ExamForm, seed: UInt64, of blueprint: Blueprint, in pack: Pack, named packName: String,
        revision: String, for examinee: Examinee, attempt: Int
    ) {
        self.init(
            candidate: examinee.id, user: environmentValue("USER") ?? "",
            blueprint: blueprint.id.text, title: blueprint.title, packName: packName, pack: pack.id.text,
            edition: pack.edition, packRevision: revision, program: programVersion, attempt: attempt, seed: seed,
            items: form.items.map(\.item.id.description), wordings: form.items.map(\.item.wording),
            difficulty: Int((form.difficulty * 1_000).rounded()),
            sections: blueprint.sections.map { SectionRecord(id: $0.id.text, title: $0.title, count: $0.count) },
            seconds: blueprint.minutes * 60, navigation: blueprint.navigation.rawValue,
            passMark: blueprint.passMark.percent, name: examinee.onRoster?.name)
    }
}

/// What an attempt came to when it was closed.
package struct ResultRecord: Codable, Sendable {
    /// The fraction of each item in millionths, in the order of the form.
    package let fractions: [Int]
    package var isPassed: Bool
    /// The program that judged.
    package let program: String
}

extension ExamEntry {
    package init(_ event: ExamEvent) {
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
