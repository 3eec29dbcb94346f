package import Content
package import Machine
package import Quiz
package import Scoring

// How what the quiz engine knows of a learner is kept, and read again.

/// What stands before a skill where care is kept, which has its rows beside those of mastery.
private let careMark = "care:"

extension LearnerProgress {
    /// What was kept, where the learner's days are those of a zone.
    package init(_ state: Records.State, of pack: Pack, in zone: any Zone) {
        var mastery: [Skill: Mastery] = [:]
        var care: [Skill: Mastery] = [:]
        for (name, kept) in state.mastery {
            if let skill = Skill(rawValue: name) {
                mastery[skill] = Mastery(kept)
            } else if name.hasPrefix(careMark), let skill = Skill(rawValue: String(name.dropFirst(careMark.count))) {
                care[skill] = Mastery(kept)
            }
        }
        let beliefs = BeliefPosterior(in: BeliefSpace(of: pack), kept: state.beliefs)
        let known = state.cures.filter { pack.misconception(ID($0.key)) != nil }
        let cures = Dictionary(
            uniqueKeysWithValues: known.map { name, kept in
                (ID<Misconception>(name), Cure(met: kept.met, withstood: kept.withstood, wait: kept.wait))
            })
        let reviews = state.memory.mapValues { kept in
            Reviewed(
                schedule: Schedule(
                    memory: Memory(stability: kept.stability, difficulty: kept.difficulty),
                    reviewed: zone.day(of: kept.last).ordinal,
                    due: zone.day(of: kept.due).ordinal),
                count: kept.reviews)
        }
        self.init(model: LearnerModel(mastery: mastery, care: care, beliefs: beliefs, cures: cures), reviews: reviews)
    }

    /// All of it as it is kept.
    package func state(revision: Int, in zone: any Zone) -> Records.State {
        Records.State(
            revision: revision, memory: reviews.mapValues { Records.Memory($0, in: zone) },
            mastery: Dictionary(
                uniqueKeysWithValues: model.mastery.map { ($0.key.rawValue, Records.Mastery($0.value)) }
                    + model.care.map { (careMark + $0.key.rawValue, Records.Mastery($0.value)) }),
            beliefs: model.beliefs.kept,
            cures: Dictionary(uniqueKeysWithValues: model.cures.map { ($0.key.text, Records.Cure($0.value)) }))
    }

    /// The part that differs from what was before.
    package func changes(since earlier: LearnerProgress, revision: Int, in zone: any Zone) -> Records.State {
        var state = state(revision: revision, in: zone)
        let before = earlier.state(revision: revision, in: zone)
        state.memory = state.memory.filter { before.memory[$0.key] != $0.value }
        state.mastery = state.mastery.filter { before.mastery[$0.key] != $0.value }
        state.cures = state.cures.filter { before.cures[$0.key] != $0.value }
        state.beliefs = state.beliefs.filter { before.beliefs[$0.key] != $0.value }
        return state
    }
}

extension Records.Memory {
    fileprivate init(_ reviewed: LearnerProgress.Reviewed, in zone: any Zone) {
        let schedule = reviewed.schedule
        self.init(
            stability: schedule.memory.stability, difficulty: schedule.memory.difficulty,
            due: zone.start(ofDay: schedule.due),
            last: zone.start(ofDay: schedule.reviewed), reviews: reviewed.count)
    }
}

extension Records.Cure {
    fileprivate init(_ cure: Cure) { self.init(met: cure.met, withstood: cure.withstood, wait: cure.wait) }
}

extension Mastery {
    fileprivate init(_ kept: Records.Mastery) {
        self.init(
            successes: kept.successes, failures: kept.failures, answers: kept.answers, missed: kept.missed,
            updated: kept.updated)
    }
}

extension Records.Mastery {
    fileprivate init(_ mastery: Mastery) {
        self.init(
            successes: mastery.successes, failures: mastery.failures, answers: mastery.answers, missed: mastery.missed,
            updated: mastery.updated ?? Moment(milliseconds: 0))
    }
}

extension Records.Item {
    /// An item as it is asked.
    package init(_ item: Item) {
        self.init(
            identity: item.id.description, kind: item.kind.rawValue, pack: item.id.pack.text, heading: item.heading,
            question: item.question, stem: (item.stem + item.options).joined(separator: "\n"), key: item.key)
    }
}

extension Records.Answer {
    /// What became of an item at a position of a session.
    ///
    /// - Parameters:
    ///   - outcome: The answer and what was said of it.
    ///   - position: The item's in the session, from 0.
    ///   - moment: When it was answered.
    ///   - milliseconds: How long the learner took.
    package init(
        _ outcome: TrainingSession.Outcome, position: Int, at moment: Moment, took milliseconds: Int
    ) {
        let verdict = outcome.feedback.flatMap { Records.Verdict(rawValue: $0.verdict.rawValue) } ?? .skipped
        self.init(
            position: position, at: moment, responseMilliseconds: milliseconds,
            hints: outcome.hints, text: outcome.answer ?? "", verdict: verdict,
            fraction: outcome.feedback?.fraction ?? 0, skills: outcome.item.skills.map(\.rawValue).sorted(),
            findings: outcome.feedback?.edits.map(\.rawValue) ?? [],
            beliefs: outcome.feedback?.beliefs.map { $0.ids.map(\.text) } ?? [])
    }
}
