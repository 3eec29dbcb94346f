package import Learning
import Scoring

/// Works out a state from answers by rules that are simple, exact, and different for every kind of row.
package struct Tally: Records.Replay {
    package private(set) var states: [String: Records.State]

    package init(_ states: [String: Records.State] = [:]) { self.states = states }

    package mutating func take(_ answer: Records.RecordedAnswer) {
        take(answer.answer, to: answer.item, in: answer.pack)
    }

    /// Takes an answer and tells which rows it changed.
    @discardableResult
    package mutating func take(_ answer: Records.Answer, to item: String, in pack: String) -> Records.State {
        let state = states[pack] ?? Records.State()
        var change = Records.State(revision: state.revision)
        if item.contains("/term/") {
            change.memory[item] = Self.memory(state.memory[item], after: answer)
        }
        for skill in answer.skills {
            change.mastery[skill] = Self.mastery(state.mastery[skill], after: answer)
        }
        for hypothesis in [""] + answer.beliefs.map({ $0.joined(separator: "+") }) {
            change.beliefs[hypothesis] = (state.beliefs[hypothesis] ?? 0) + answer.fraction - 0.7
        }
        for belief in answer.beliefs.flatMap(\.self) {
            let old = state.cures[belief] ?? Records.Cure(met: 0, withstood: 0, wait: 0)
            change.cures[belief] = Records.Cure(met: old.met + 1, withstood: answer.hints, wait: old.wait + 3)
        }
        states[pack, default: Records.State()].put(change)
        return change
    }

    /// Notes which revision the state of a pack now has.
    package mutating func setRevision(_ revision: Int, of pack: String) { states[pack]?.revision = revision }

    private static func memory(_ old: Records.Memory?, after answer: Records.Answer) -> Records.Memory {
        let stability = (old?.stability ?? 1) * (0.9 + answer.fraction / 3)
        return Records.Memory(
            stability: stability, difficulty: (old?.difficulty ?? 5) + Double(answer.hints) / 7,
            due: answer.at.adding(milliseconds: Int64(stability * 86_400_000)), last: answer.at,
            reviews: (old?.reviews ?? 0) + 1)
    }

    private static func mastery(_ old: Records.Mastery?, after answer: Records.Answer) -> Records.Mastery {
        Records.Mastery(
            successes: (old?.successes ?? 0) * 0.99 + answer.fraction,
            failures: (old?.failures ?? 0) * 0.99 + 1 - answer.fraction, answers: (old?.answers ?? 0) + 1,
            missed: (old?.missed ?? 0) + (answer.fraction < 1 ? 1 : 0), updated: answer.at)
    }
}
