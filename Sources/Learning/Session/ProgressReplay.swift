package import Content
package import Machine
import Quiz
import Scoring

extension LearnerStore {
    /// What follows from a learner's answers in a pack, worked out anew where what is kept does not follow from all.
    ///
    /// - Throws: `RecordsError` where it cannot be read or written.
    package func currentState(
        of learner: Records.Learner.ID, in pack: Pack, zone: any Zone
    ) throws(RecordsError) -> Records.State {
        let kept = try state(of: learner, in: pack.id.text)
        return kept.isCurrent ? kept : try rebuiltState(of: learner, in: pack, zone: zone)
    }

    /// What follows from a learner's answers in a pack, worked out anew from all of them.
    func rebuiltState(
        of learner: Records.Learner.ID, in pack: Pack, zone: any Zone
    ) throws(RecordsError) -> Records.State {
        try rebuild(learner, in: pack.id.text, by: ProgressReplay(of: pack, in: zone))[pack.id.text] ?? Records.State()
    }
}

/// Works out a learner's progress in one pack from the answers.
package struct ProgressReplay: Records.Replay {
    private let pack: Pack
    private var progress: LearnerProgress
    private let payers: Payers
    private let zone: any Zone

    /// Begins with nobody's answers.
    ///
    /// - Parameters:
    ///   - pack: Whose items are judged again.
    ///   - zone: Where the learner is, for the days of reviews.
    package init(of pack: Pack, in zone: any Zone) {
        self.pack = pack
        self.zone = zone
        let space = BeliefSpace(of: pack)
        progress = LearnerProgress(model: LearnerModel(in: space))
        payers = space.payers
    }

    package mutating func take(_ recorded: Records.RecordedAnswer) {
        let answer = recorded.answer
        let time = answer.at
        let day = zone.day(of: answer.at).ordinal
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
        guard let feedback = try? item.judge(Confidence.parting(answer.text).answer) else { return nil }
        return TrainingSession.Outcome(item: item, answer: answer.text, feedback: feedback, hints: answer.hints)
    }

    package var states: [String: Records.State] { [pack.id.text: progress.state(revision: 0, in: zone)] }
}
