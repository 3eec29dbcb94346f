import Content

/// What a simulation shows: how soon learners' beliefs are found out, and how soon skills are mastered, by who chooses
/// the items.
package struct SimulationReport: Sendable {
    /// One way of choosing items.
    package struct Row: Sendable {
        /// Who chose the items.
        package let order: Simulation.Order
        /// Answers until the truth was named with 95 % certainty.
        package let certainty: Effort
        /// The share of learners whose truth was named after so many answers, 0 to 1.
        package let named: [(answers: Int, share: Double)]
        /// Answers until each skill had been mastered once; nil where nobody would be taught so: what tells most about
        /// beliefs is looked for among all items, which takes long, and only to see what the planner misses.
        package let mastery: Effort?
    }

    /// How many answers something took. Learners who never got there count with the most that were asked.
    package struct Effort: Sendable {
        /// The median number of answers.
        package let median: Double
        /// The mean number of answers.
        package let mean: Double
        /// The share of learners who got there, 0 to 1.
        package let reached: Double

        init(_ counts: [Int?], most: Int) {
            let sorted = counts.map { $0 ?? most }.sorted()
            let middle = sorted.count / 2
            if sorted.isEmpty {
                median = 0
            } else if sorted.count % 2 == 1 {
                median = Double(sorted[middle])
            } else {
                median = Double(sorted[middle - 1] + sorted[middle]) / 2
            }
            mean = sorted.isEmpty ? 0 : Double(sorted.reduce(0, +)) / Double(sorted.count)
            reached = sorted.isEmpty ? 0 : Double(counts.count { $0 != nil }) / Double(sorted.count)
        }
    }

    /// How one hypothesis fared where the planner chose.
    package struct Fate: Sendable {
        /// What its learners believe.
        package let hypothesis: Hypothesis
        /// How many learners held it.
        package let learners: Int
        /// The share of its learners for whom it was named after `namedAfter` answers, 0 to 1.
        package let named: Double
        /// Answers until it was named with 95 % certainty.
        package let certainty: Effort
        /// What was named instead, the commonest first; empty where nothing was.
        package let takenFor: [Hypothesis]
    }

    /// What becomes of beliefs in training.
    package struct Training: Sendable {
        /// The share of learners with one belief for whom it was named after `Self.named` answers, 0 to 1.
        package let named: Double
        /// Contrasts until the belief was given up.
        package let contrasts: Effort
        /// The share of sessions of `Self.session` answers in which a belief was held against a learner who did not hold
        /// it, 0 to 1.
        package let wronglyMet: Double
        /// Answers until each skill had been mastered once, where beliefs are met with contrasts.
        package let mastery: Effort

        /// Answers after which it is counted whether the belief was named.
        package static let named = 4
        /// Answers in a session.
        package static let session = 12
        /// Answers of those who are to be cured.
        package static let cure = 36
        /// How often two visits that tell a belief from the truth end it: an assumption.
        package static let contrast = 0.5

        init(
            of simulation: inout Simulation, _ population: Simulation.Population, learners: Int,
            noting note: () -> Void
        ) {
            let believers = simulation.train(
                .singles, learners: learners, answers: Self.named, contrast: 0, noting: note)
            let singles = simulation.train(
                .singles, learners: learners, answers: Self.cure, contrast: Self.contrast, noting: note)
            let sessions = simulation.train(
                .expected, learners: learners, answers: Self.session, contrast: Self.contrast, noting: note)
            let taught = simulation.teach(
                population, learners: min(learners, SimulationReport.taught), in: .adaptive,
                atMost: SimulationReport.most.course, learning: SimulationReport.learning, contrast: Self.contrast,
                noting: note)
            mastery = Effort(taught.map(\.masteredAfter), most: SimulationReport.most.course)
            named = believers.share { $0.isRight(after: Self.named) }
            contrasts = Effort(singles.map(\.curedAfter), most: Self.cure)
            wronglyMet = sessions.share { !$0.wronglyMet.isEmpty }
        }
    }

    /// How newcomers fared who were taught in one way.
    package struct Taught: Sendable {
        /// How they were taught.
        package let teaching: Simulation.Teaching
        /// Items until a form of the quiz was passed.
        package let passed: Effort
        /// Items until all was learnt.
        package let mastered: Effort
        /// Examples in which they filled values in, the median.
        package let fades: Double
        /// Minutes that all of it took, the median.
        package let minutes: Double
        /// The share of skills that are known 30 days after, 0 to 1, the mean.
        package let kept: Double

        init(_ teaching: Simulation.Teaching, _ trials: [Simulation.CourseTrial]) {
            self.teaching = teaching
            passed = Effort(trials.map(\.passedAfter), most: Simulation.longestCourse)
            mastered = Effort(trials.map(\.masteredAfter), most: Simulation.longestCourse)
            fades = Effort(trials.map(\.fades), most: 0).median
            minutes = Effort(trials.map { Int($0.minutes) }, most: 0).median
            kept = trials.isEmpty ? 0 : trials.reduce(0) { $0 + $1.kept } / Double(trials.count)
        }
    }

    /// The share of learners with one belief who could be named after so many answers, were items chosen as well as can be
    /// and did nobody slip; empty for learners with two, and for packs of too many beliefs.
    package let ceiling: [(answers: Int, share: Double)]
    /// How newcomers fare, a row for each way of teaching; empty where the pack has no quiz or no lessons.
    package let teaching: [Taught]
    /// What becomes of beliefs in training.
    package let training: Training
    /// What learners were told of an exam, and how many of them passed it; empty where the pack has none.
    package let readiness: [Told]
    /// One row for each way of choosing items.
    package let rows: [Row]
    /// What became of each hypothesis, in the order of the pack.
    package let fates: [Fate]
    /// Beliefs that no item tells from another, with that other.
    package let inseparable: [(hypothesis: Hypothesis, from: Hypothesis)]

    /// After how many answers it is counted whether the truth was named.
    package static let checkpoints = [3, 4, 5, 8]
    /// The checkpoint at which the fates are told.
    package static let namedAfter = 5
    /// The most answers for which the best choice of items is searched: the search grows with each.
    static let searched = 5
    /// The certainty at which a belief counts as found out.
    package static let certainty = 0.95
    /// The most answers that a diagnosis takes, and a course until mastery.
    package static let most = (diagnosis: 40, course: 300)
    /// Learners who are taught until mastery: the course is long, and few tell what many would.
    package static let taught = 40
    /// How often a correction ends the belief, where skills are taught.
    package static let learning = 0.3

    /// Simulates so many learners for each way of choosing items.
    ///
    /// - Parameters:
    ///   - simulation: Learners who do not learn while they are diagnosed.
    ///   - population: Whom to simulate.
    ///   - learners: How many; at least 1.
    ///   - progress: Told how many learners were simulated, and of how many.
    package init(
        of simulation: inout Simulation, _ population: Simulation.Population, learners: Int,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) {
        let taught = min(learners, Self.taught)
        let blueprints = simulation.pack.blueprints
        let all =
            Simulation.Order.allCases.count * (learners + taught) + 3 * learners
            + blueprints.count * learners + Simulation.Teaching.allCases.count * taught
        var done = 0
        func note() {
            done += 1
            progress(done, all)
        }
        var rows: [Row] = []
        var fates: [Fate] = []
        for order in Simulation.Order.allCases {
            let trials = simulation.diagnose(
                population, learners: learners, in: order, atLeast: Self.checkpoints.max() ?? 0,
                atMost: Self.most.diagnosis, noting: note)
            let course =
                order == .telling
                ? nil
                : simulation.teach(
                    population, learners: taught, in: order, atMost: Self.most.course, learning: Self.learning,
                    noting: note)
            rows.append(
                Row(
                    order: order, certainty: Effort(trials),
                    named: Self.checkpoints.map { answers in (answers, trials.share { $0.isRight(after: answers) }) },
                    mastery: course.map { Effort($0.map(\.masteredAfter), most: Self.most.course) }))
            if order == .adaptive { fates = Self.fates(of: trials) }
        }
        self.rows = rows
        ceiling = Self.ceiling(of: &simulation, population)
        training = Training(of: &simulation, population, learners: learners, noting: note)
        teaching = Self.teaching(&simulation, learners: taught, noting: note)
        var trials: [Simulation.ReadinessTrial] = []
        for blueprint in blueprints {
            trials += (try? simulation.sit(blueprint, learners: learners, noting: note)) ?? []
        }
        readiness = Self.calibration(trials)
        self.fates = fates
        inseparable = simulation.inseparable
    }

    private static func ceiling(
        of simulation: inout Simulation, _ population: Simulation.Population
    ) -> [(answers: Int, share: Double)] {
        guard case .singles = population else { return [] }
        return checkpoints.filter { $0 <= searched }.compactMap { answers in
            simulation.ceiling(after: answers).map { (answers, $0) }
        }
    }

    /// Newcomers who are taught in each way toward the exam that is easiest to sit.
    private static func teaching(
        _ simulation: inout Simulation, learners: Int, noting note: () -> Void
    ) -> [Taught] {
        let quiz = simulation.pack.blueprints.filter { $0.adaptive == nil }.min { $0.minutes < $1.minutes }
        guard let quiz, !simulation.pack.lessons.isEmpty else { return [] }
        var behaviour = simulation.behaviour
        behaviour.learning = learning
        return Simulation.Teaching.allCases.compactMap { teaching in
            behaviour.contrast = teaching == .lessons ? Training.contrast : 0
            let trials = try? simulation.course(
                teaching, toward: quiz, learners: learners, behaviour, noting: note)
            return trials.map { Taught(teaching, $0) }
        }
    }

    private static func fates(of trials: [Simulation.Trial]) -> [Fate] {
        var truths: [Hypothesis] = []
        for trial in trials where !truths.contains(trial.truth) { truths.append(trial.truth) }
        return truths.map { truth in
            let own = trials.filter { $0.truth == truth }
            var counts: [Hypothesis: Int] = [:]
            for trial in own where !trial.isRight(after: namedAfter) && trial.named.count >= namedAfter {
                counts[trial.named[namedAfter - 1].hypothesis, default: 0] += 1
            }
            let takenFor = counts.sorted { ($1.value, $0.key.text) < ($0.value, $1.key.text) }.map(\.key)
            return Fate(
                hypothesis: truth, learners: own.count, named: own.share { $0.isRight(after: namedAfter) },
                certainty: Effort(own), takenFor: takenFor)
        }
    }
}

extension SimulationReport.Effort {
    fileprivate init(_ trials: [Simulation.Trial]) {
        self.init(
            trials.map { $0.certain(of: SimulationReport.certainty) }, most: SimulationReport.most.diagnosis)
    }
}

extension [Simulation.Trial] {
    fileprivate func share(where holds: (Simulation.Trial) -> Bool) -> Double {
        isEmpty ? 0 : Double(count(where: holds)) / Double(count)
    }
}
