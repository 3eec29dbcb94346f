import Records
import records_probe

extension Records.State {
    /// The state without its history: two that hold the same rows are equal.
    var rows: Records.State { Records.State(memory: memory, mastery: mastery, beliefs: beliefs, suspected: suspected) }
}

extension Records {
    /// What a replay of all answers of a learner leads to, without writing anything.
    func replayed(_ learner: RowID<Learner>) throws -> [String: State] {
        var tally = Tally()
        for answer in try allAnswers(learner) where answer.undone == nil { tally.take(answer) }
        return tally.states
    }

    /// A learner's answers in the order in which they were kept.
    func allAnswers(_ learner: RowID<Learner>) throws -> [RecordedAnswer] {
        try lastAnswers(1_000_000, of: learner).reversed()
    }
}

func moment(_ milliseconds: Int64) -> Records.Moment { Records.Moment(milliseconds: milliseconds) }
