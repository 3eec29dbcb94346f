package import Content
import Scoring

/// What there is to do before an exam, and how long it takes: lessons that are not mastered, practice until the skills that
/// the exam asks for are, and reviews that come due meanwhile.
///
/// It is an estimate: of practice it reckons with right answers, each to as many skills as items exercise on average.
package struct StudyPlan: Sendable {
    /// Lessons to take, in the order of the course.
    package let lessons: [Lesson]
    /// Items to practise.
    package let items: Int
    /// Terms and facts that come up for review within `days`.
    package let reviews: Int
    /// How long all of it takes, in minutes.
    package let minutes: Int
    /// How long a day is spent on it, in minutes.
    package let minutesADay: Int
    /// How many days it takes so.
    package let days: Int

    /// Minutes that things take where nothing is known of the learner's pace: a lesson, an item, a review.
    private static let usual = (lesson: 12.0, item: 1.5, review: 0.4)
    /// Skills that an item of practice exercises on average.
    private static let skillsAnItem = 2.5
    /// The longest plan, in days.
    private static let longest = 365

    /// How much time there is.
    package enum Time: Sendable {
        /// So many minutes a day, for as many days as it takes.
        case aDay(Int)
        /// So many days, for as many minutes a day as it takes.
        case within(days: Int)
    }

    /// A plan for a learner.
    ///
    /// - Parameters:
    ///   - readiness: What the exam asks for.
    ///   - progress: What is known of the learner.
    ///   - taken: How far the learner has come in the course.
    ///   - pack: Whose exam and course it is.
    ///   - pace: How fast the learner answers.
    ///   - day: Today, in days since 1970.
    ///   - time: How much time there is.
    package init(
        for readiness: Readiness, _ progress: LearnerProgress, _ taken: CourseProgress, in pack: Pack, pace: Pace,
        on day: Int, _ time: Time
    ) {
        let asked = Set(readiness.losses.map(\.skill))
        lessons = pack.lessons.filter { !taken[$0.id].isMastered && !asked.isDisjoint(with: $0.teaches) }
        let answers = asked.reduce(0) { $0 + progress.model.mastery(of: $1).answersToMastery }
        items = Int((Double(answers) / Self.skillsAnItem).rounded(.up))
        let item = pace.anHour.map { 60 / Double(max($0, 1)) } ?? Self.usual.item
        let work = Double(lessons.count) * Self.usual.lesson + Double(items) * item
        func reviewed(_ days: Int) -> Int { progress.forecast(from: day, days: days).reduce(0, +) }
        func whole(_ days: Int) -> Double { work + Double(reviewed(days)) * Self.usual.review }
        switch time {
        case .aDay(let most):
            let a = max(1, most)
            // The longer it takes, the more reviews come due.
            let enough = (1...Self.longest).first { Double($0 * a) >= whole($0) }
            days = enough ?? Self.longest
            minutesADay = a
        case .within(let given):
            days = min(max(1, given), Self.longest)
            minutesADay = Int((whole(days) / Double(days)).rounded(.up))
        }
        reviews = reviewed(days)
        minutes = Int(whole(days).rounded(.up))
    }
}

extension Mastery {
    /// Right answers until the skill counts as mastered.
    fileprivate var answersToMastery: Int {
        var mastery = self
        for count in 0..<40 {
            if mastery.isMastered { return count }
            mastery.note(1, at: Moment(milliseconds: 0))
        }
        return 40
    }
}
