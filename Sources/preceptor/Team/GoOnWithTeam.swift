import Learning
import Machine
import Terminal

/// Makes a learner's records the same here and on the server whose learner it is, if it is one's. Where that cannot be,
/// the learner is told, and goes on all the same.
func exchangeRecords(of learner: String) {
    do throws(Failure) {
        guard var link = try TeamLink.read(), link.learner == learner else { return }
        let store = try openRecords()
        let done = try Exchange(with: link.address, key: link.key).run(&link, in: store, at: MachineTime())
        do { try store.close() } catch { throw Failure(.cannotWrite, error.message) }
        if done.leftOut > 0 {
            complain("\(done.leftOut) of your answers are of other editions of packs, and count only there")
        }
    } catch {
        complain("\(error.message); what you do is kept here, and sent the next time")
    }
}
