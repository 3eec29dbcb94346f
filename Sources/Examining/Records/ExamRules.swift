import Content
import Quiz
import Scoring

/// What decides beside the items whether somebody passes: a copy of a pack with other rules makes other exams.
struct ExamRules: Hashable {
    private let passMark: Int
    private let seconds: Int
    private let navigation: String

    /// As a pack has them.
    init(of blueprint: Blueprint) {
        (passMark, seconds) = (blueprint.passMark.percent, blueprint.minutes * 60)
        navigation = blueprint.navigation.rawValue
    }

    /// As they were when a form was handed out.
    init(of form: FormRecord) { (passMark, seconds, navigation) = (form.passMark, form.seconds, form.navigation) }

    /// In a few words.
    var words: String { "\(passMark) % passes, \(quantity(seconds / 60, "minute")), \(navigation)" }
}
