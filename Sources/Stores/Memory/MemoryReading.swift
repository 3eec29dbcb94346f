package import Learning
package import Scoring

extension MemoryLearnerStore {
    package func knownLearner(named name: String) -> Records.Learner? { tables.learners.first { $0.name == name } }

    package func learnerNames() -> [String] {
        tables.learners.map(\.name).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    package func state(of learner: Records.Learner.ID, in pack: String) -> Records.State {
        tables.states[LearnerTables.Scope(learner: learner, pack: pack)] ?? Records.State()
    }

    package func seen(among items: [String], by learner: Records.Learner.ID) -> Set<String> {
        let asked = Set(tables.answers.filter { $0.learner == learner }.map(\.item))
        return asked.intersection(items)
    }

    package func answered(
        by learner: Records.Learner.ID, in pack: String, from start: Moment, to end: Moment
    ) -> Int {
        answers(of: learner, in: pack).count { kept in
            start <= kept.answer.at && kept.answer.at < end && kept.answer.verdict != .skipped
        }
    }

    package func answers(of learner: Records.Learner.ID, in pack: String) -> [Records.RecordedAnswer] {
        tables.answers.filter { $0.learner == learner && $0.pack == pack && $0.undone == nil }
    }

    package func lastAnswers(_ count: Int, of learner: Records.Learner.ID) -> [Records.RecordedAnswer] {
        tables.answers.filter { $0.learner == learner }.suffix(max(count, 0)).reversed()
    }

    package func forEachAnswer(
        of learner: Records.Learner.ID, in pack: String, _ body: (Moment, Int, Records.Verdict) -> Void
    ) {
        for kept in answers(of: learner, in: pack) {
            body(kept.answer.at, kept.answer.responseMilliseconds, kept.answer.verdict)
        }
    }

    package func lessonNotes(of learner: Records.Learner.ID, in pack: String) -> [Records.LessonNote] {
        tables.lessonNotes[LearnerTables.Scope(learner: learner, pack: pack)] ?? []
    }

    package func flags(in pack: String?) -> [Records.Flag] {
        tables.flags.filter { pack == nil || $0.pack == pack }.map(\.flag)
    }
}
