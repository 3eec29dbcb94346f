import Credentials
package import Examining
package import Quiz
import Scoring

extension ClockRemark {
    /// What is told of it to whoever gives the exam, as a clause.
    package var words: String {
        switch self {
        case .set(let by): "the clock was set \(by > 0 ? "forward" : "back") by \(span(by))"
        case .drifted(let wall, let machine):
            "the clock ran \(wall < machine ? "slow" : "fast"): \(span(wall)) by it, and \(span(machine)) by the machine's own"
        case .machineWentBack(let by): "the machine's own clock went back by \(span(by)), as it never does by itself"
        case .behindAfterRestart(let by):
            "the machine was started anew, and its clock was \(span(by)) behind what it had shown before"
        case .future(let by): "its last entry is \(span(by)) in the future"
        }
    }
}

extension AttemptRegister.SetBack {
    /// What is told of it to whoever gives the exam, a sentence.
    package var sentence: String {
        let by = span(from.milliseconds - to.milliseconds)
        let day = Timestamp(from)?.day.description ?? "a day"
        return
            "The clock was put back by \(by) between two entries of the register, from \(day): waits and windows before "
            + "may have been passed by setting it forward."
    }
}

/// A span of milliseconds in the units that people use for its size.
private func span(_ milliseconds: Int64) -> String {
    let seconds = Int(abs(milliseconds)) / 1_000
    switch seconds {
    case ..<120: return quantity(seconds, "second")
    case ..<7_200: return quantity(seconds / 60, "minute")
    case ..<172_800: return quantity(seconds / 3_600, "hour")
    default: return quantity(seconds / 86_400, "day")
    }
}
