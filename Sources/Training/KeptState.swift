package import Content
package import Quiz
package import Records
import Scoring
import System

// How what the quiz engine knows of a learner is kept, and read again.

extension LearnerProgress {
    /// What was kept.
    package init(_ state: Records.State, of pack: Pack) {
        var mastery: [Skill: Mastery] = [:]
        for (name, kept) in state.mastery {
            guard let skill = Skill(rawValue: name) else { continue }
            mastery[skill] = Mastery(
                successes: kept.successes, failures: kept.failures, answers: kept.answers, missed: kept.missed,
                updated: kept.updated.milliseconds)
        }
        let beliefs = BeliefPosterior(
            in: BeliefSpace(of: pack), kept: state.beliefs, everSuspected: state.suspected.map { ID($0) })
        let reviews = state.memory.mapValues { kept in
            Reviewed(
                schedule: Schedule(
                    memory: Memory(stability: kept.stability, difficulty: kept.difficulty),
                    reviewed: LocalTime.day(of: kept.last.milliseconds).ordinal,
                    due: LocalTime.day(of: kept.due.milliseconds).ordinal),
                count: kept.reviews)
        }
        self.init(model: LearnerModel(mastery: mastery, beliefs: beliefs), reviews: reviews)
    }

    /// All of it as it is kept.
    package func state(revision: Int) -> Records.State {
        Records.State(
            revision: revision, memory: reviews.mapValues(Records.Memory.init),
            mastery: Dictionary(
                uniqueKeysWithValues: model.mastery.map { ($0.key.rawValue, Records.Mastery($0.value)) }),
            beliefs: model.beliefs.kept, suspected: Set(model.beliefs.everSuspected.map(\.text)))
    }

    /// The part that differs from what was before.
    package func changes(since earlier: LearnerProgress, revision: Int) -> Records.State {
        var state = state(revision: revision)
        let before = earlier.state(revision: revision)
        state.memory = state.memory.filter { before.memory[$0.key] != $0.value }
        state.mastery = state.mastery.filter { before.mastery[$0.key] != $0.value }
        state.beliefs = state.beliefs.filter { before.beliefs[$0.key] != $0.value }
        return state
    }
}

extension Records.Memory {
    fileprivate init(_ reviewed: LearnerProgress.Reviewed) {
        let schedule = reviewed.schedule
        self.init(
            stability: schedule.memory.stability, difficulty: schedule.memory.difficulty,
            due: Records.Moment(milliseconds: LocalTime.start(ofDay: schedule.due)),
            last: Records.Moment(milliseconds: LocalTime.start(ofDay: schedule.reviewed)), reviews: reviewed.count)
    }
}

extension Records.Mastery {
    fileprivate init(_ mastery: Mastery) {
        self.init(
            successes: mastery.successes, failures: mastery.failures, answers: mastery.answers, missed: mastery.missed,
            updated: Records.Moment(milliseconds: mastery.updated ?? 0))
    }
}

extension Records.Item {
    package init(_ item: Item) {
        self.init(
            identity: item.id.description, kind: item.kind.rawValue, pack: item.id.pack.text, heading: item.heading,
            question: item.question, stem: (item.stem + item.options).joined(separator: "\n"), key: item.key)
    }
}

extension Records.Answer {
    package init(
        _ outcome: TrainingSession.Outcome, place: Int, at time: Int64, took milliseconds: Int
    ) {
        let verdict = outcome.feedback.flatMap { Records.Verdict(rawValue: $0.verdict.rawValue) } ?? .skipped
        self.init(
            place: place, at: Records.Moment(milliseconds: time), responseMilliseconds: milliseconds,
            hints: outcome.hints, text: outcome.answer ?? "", verdict: verdict,
            fraction: outcome.feedback?.fraction ?? 0, skills: outcome.item.skills.map(\.rawValue).sorted(),
            findings: outcome.feedback?.edits.map(\.rawValue) ?? [],
            beliefs: outcome.feedback?.beliefs.map { $0.ids.map(\.text) } ?? [])
    }
}

// MARK: - Rebuilding

extension Records {
    /// What follows from a learner's answers in a pack, worked out anew where what is kept does not follow from all.
    package func currentState(of learner: RowID<Learner>, in pack: Pack) throws(RecordsError) -> State {
        let kept = try state(of: learner, in: pack.id.text)
        return kept.isCurrent ? kept : try rebuiltState(of: learner, in: pack)
    }

    /// What follows from a learner's answers in a pack, worked out anew from all of them.
    func rebuiltState(of learner: RowID<Learner>, in pack: Pack) throws(RecordsError) -> State {
        try rebuild(learner, in: pack.id.text, by: ProgressReplay(of: pack))[pack.id.text] ?? State()
    }
}

/// Works out a learner's progress in one pack from the answers.
package struct ProgressReplay: Records.Replay {
    private let pack: Pack
    private var progress: LearnerProgress
    private let payers: Payers

    package init(of pack: Pack) {
        self.pack = pack
        let space = BeliefSpace(of: pack)
        progress = LearnerProgress(model: LearnerModel(in: space))
        payers = space.payers
    }

    package mutating func take(_ recorded: Records.RecordedAnswer) {
        let answer = recorded.answer
        let time = answer.at.milliseconds
        let day = LocalTime.day(of: time).ordinal
        if let outcome = outcome(of: recorded) {
            progress.note(outcome, at: time, on: day)
        } else {
            progress.note(
                lost: recorded.item, skills: Set(answer.skills.compactMap { Skill(rawValue: $0) }),
                fraction: answer.fraction, hints: answer.hints, at: time, on: day)
        }
    }

    /// What became of the item, judged again; nil where the pack no longer makes it.
    private func outcome(of recorded: Records.RecordedAnswer) -> TrainingSession.Outcome? {
        let answer = recorded.answer
        guard let item = ItemID(recorded.item).flatMap(payers.item) else { return nil }
        guard answer.verdict != .skipped else {
            return TrainingSession.Outcome(item: item, answer: nil, feedback: nil, hints: answer.hints)
        }
        guard let feedback = try? item.judge(answer.text) else { return nil }
        return TrainingSession.Outcome(item: item, answer: answer.text, feedback: feedback, hints: answer.hints)
    }

    package var states: [String: Records.State] { [pack.id.text: progress.state(revision: 0)] }
}
