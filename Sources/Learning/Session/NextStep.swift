package import Content
import Quiz
package import Scoring

/// What to do after a session, and why.
package enum NextStep: Sendable, Equatable {
    /// A lesson, since a belief that it takes up led answers astray; the belief in words.
    case lessonAgainst(String, ID<Lesson>)
    /// A lesson that teaches a skill, since so many of its items went wrong.
    case lesson(Skill, ID<Lesson>, missed: Int, asked: Int)
    /// Another session, for so many terms come up for review in so many days.
    case review(terms: Int, days: Int)
    /// Another session, for the sake of the skill that went wrong most; nil where all was right.
    case train(Skill?)

    /// What to do and why, in a sentence or two.
    package var words: String {
        switch self {
        case .lessonAgainst(let belief, let lesson):
            return "preceptor learn \(lesson). It takes up the idea that \(belief)."
        case .lesson(let skill, let lesson, let missed, let asked):
            return "preceptor learn \(lesson). \"\(skill.title)\" went wrong \(missed) of \(asked) times."
        case .train(let skill?): return "preceptor train. \"\(skill.title)\" went wrong, and comes up again."
        case .train(nil): return "preceptor train. All was right: what you have not mastered yet comes next."
        case .review(let count, let days):
            let due = "\(quantity(count, "term")) \(count == 1 ? "comes" : "come") up for review"
            return switch days {
            case 0: "preceptor train. \(due) today."
            case 1: "preceptor train, tomorrow. \(due)."
            default: "preceptor train, in \(days) days at the latest. \(due) then."
            }
        }
    }

    /// After a session that showed this.
    init(
        after summary: Summary, suspected: [ID<Misconception>], reviews: (days: Int, count: Int)?, in pack: Pack
    ) {
        let course = Course(of: pack)
        for belief in suspected {
            guard let lesson = course.lesson(about: belief), let held = pack.misconception(belief) else { continue }
            self = .lessonAgainst(held.belief, lesson.id)
            return
        }
        for (skill, asked, right) in summary.skills where asked >= Self.telling && 2 * right < asked {
            guard let lesson = course.lesson(teaching: skill) else { continue }
            self = .lesson(skill, lesson.id, missed: asked - right, asked: asked)
            return
        }
        let weakest = summary.skills.first { $0.right < $0.asked }?.skill
        self = reviews.map { .review(terms: $0.count, days: $0.days) } ?? .train(weakest)
    }

    /// Fewer items of a skill than these tell nothing.
    private static let telling = 2
}
