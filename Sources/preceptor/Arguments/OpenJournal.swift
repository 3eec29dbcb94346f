import Content
import Learning
import Machine
import Terminal

/// What is kept of a learner's session in a pack. Where nothing can be kept, the learner is told, and may go on all the
/// same.
///
/// - Parameters:
///   - learner: Their name.
///   - pack: What is learned.
///   - goal: How many items the learner means to answer.
///   - time: Tells when things happen.
/// - Returns: A journal that keeps, or one that forgets.
func openJournal(of learner: String, in pack: Pack, goal: Int, at time: MachineTime) -> Journal {
    do {
        return try Journal(of: learner, in: pack, goal: goal, store: openRecords(), time: time)
    } catch {
        let reason = (error as? Failure)?.message ?? (error as? RecordsError)?.message ?? "\(error)"
        complain("nothing of this session will be kept. \(reason)")
        return Journal(forgetting: pack, time: time)
    }
}
