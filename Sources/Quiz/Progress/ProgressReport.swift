package import Content
package import Scoring

/// A learner's progress in one pack, as every view of it shows: skills, days, reviews to come and beliefs.
package struct ProgressReport: Sendable {
    /// The learner's name.
    package let learner: String
    /// The title of the pack.
    package let pack: String
    /// The day on which the report was made, where the learner is.
    package let today: Day
    /// Skills that were exercised, the weakest first.
    package let skills: [SkillProgress]
    /// Days with answers, in order.
    package let days: [DayProgress]
    /// Reviews due: first those for today and earlier, then those of each day that follows.
    package let due: [Int]
    /// How far being sure and being right went together of late.
    package var calibration = Calibration()
    /// Beliefs that are more likely than not, the likeliest first.
    package let suspected: [Belief]
    /// Beliefs that were met, stayed away from every probe since, and are unlikely by now.
    package let overcome: [Belief]

    /// How well a skill is mastered.
    package struct SkillProgress: Sendable {
        /// What was exercised.
        package let skill: Skill
        /// The chance of a right answer, 0 to 1, and the interval in which it lies 8 times of 10.
        package let mean: Double
        /// Where the interval begins, 0 to 1.
        package let low: Double
        /// Where the interval ends, 0 to 1.
        package let high: Double
        /// How many answers exercised it.
        package let answers: Int
        /// Whether it counts as mastered.
        package let isMastered: Bool

        package init(skill: Skill, mean: Double, low: Double, high: Double, answers: Int, isMastered: Bool) {
            self.skill = skill
            self.mean = mean
            self.low = low
            self.high = high
            self.answers = answers
            self.isMastered = isMastered
        }
    }

    /// What was done on a day.
    package struct DayProgress: Sendable, Equatable {
        /// The learner's own calendar day.
        package let day: Day
        /// How many answers were wholly right.
        package private(set) var right = 0
        /// How many answers there were, and how long they took.
        package private(set) var pace = Pace()

        package init(day: Day) { self.day = day }

        /// Takes in an answer, and how long it took in milliseconds.
        package mutating func note(_ milliseconds: Int, isRight: Bool) {
            pace.add(milliseconds)
            if isRight { right += 1 }
        }

        /// How many answers there were.
        package var answers: Int { pace.answers }
        /// The share of right answers, 0 to 1; 0 where there are none.
        package var fraction: Double { answers == 0 ? 0 : Double(right) / Double(answers) }
    }

    /// A wrong belief, with how likely the learner is to hold it.
    package struct Belief: Sendable {
        /// What it holds, as a clause.
        package let words: String
        /// How likely it is, from 0 to 1.
        package let probability: Double

        package init(words: String, probability: Double) {
            self.words = words
            self.probability = probability
        }
    }

    package init(
        learner: String, pack: String, today: Day, skills: [SkillProgress], days: [DayProgress], due: [Int],
        suspected: [Belief], overcome: [Belief]
    ) {
        self.learner = learner
        self.pack = pack
        self.today = today
        self.skills = skills.sorted { $0.mean < $1.mean }
        self.days = days
        self.due = due
        self.suspected = suspected
        self.overcome = overcome
    }

    /// How many answers there are.
    package var answers: Int { days.reduce(0) { $0 + $1.answers } }
    /// How many of them were wholly right.
    package var right: Int { days.reduce(0) { $0 + $1.right } }
    /// The share of right answers, 0 to 1; 0 where there are none.
    package var fraction: Double { answers == 0 ? 0 : Double(right) / Double(answers) }

    /// That of the last days with answers.
    package func pace(overLast count: Int) -> Pace {
        days.suffix(count).reduce(into: Pace()) { $0.add($1.pace) }
    }

    /// Days in a row with answers, up to today or yesterday.
    package var streak: Int {
        let numbers = Set(days.map(\.day.ordinal))
        var day = numbers.contains(today.ordinal) ? today.ordinal : today.ordinal - 1
        var count = 0
        while numbers.contains(day) {
            count += 1
            day -= 1
        }
        return count
    }

    /// Answers of each of the last weeks, Monday first, the latest week last; nil for days that are still to come.
    package func calendar(weeks: Int) -> [[Int?]] {
        let counts = Dictionary(days.map { ($0.day.ordinal, $0.answers) }, uniquingKeysWith: +)
        let monday = today.ordinal - today.weekday - 7 * (weeks - 1)
        return (0..<weeks).map { week in
            (0..<7).map { day in
                let number = monday + 7 * week + day
                return number > today.ordinal ? nil : counts[number] ?? 0
            }
        }
    }
}
