import Examining
import Quiz
import Scoring
import Synchronization

/// Attempts as this node knew them last, so that an answer need not replay what came before it. Each may be out of date:
/// whoever goes on from one is refused by the store where another node was faster, and reads again.
final class Seats: Sendable {
    private let known = Mutex<[String: OpenAttempt]>([:])
    /// When the time of each attempt that was looked at is over, at the earliest.
    private let ends = Mutex<[String: Moment]>([:])
    private static let most = 4_000

    func known(_ name: String) -> OpenAttempt? { known.withLock { $0[name] } }

    func keep(_ attempt: OpenAttempt) {
        known.withLock { known in
            if known.count >= Self.most, known[attempt.name] == nil { known.removeAll() }
            known[attempt.name] = attempt.state.isClosed ? nil : attempt
        }
    }

    /// Those of some attempts whose time may be over at a moment.
    func due(_ names: [String], at moment: Moment) -> [String] {
        ends.withLock { ends in
            let open = Set(names)
            ends = ends.filter { open.contains($0.key) }
            return names.filter { name in ends[name].map { $0 <= moment } ?? true }
        }
    }

    /// Notes that an attempt's time is not over before a moment.
    func note(_ name: String, isOpenUntil moment: Moment) { ends.withLock { $0[name] = moment } }

    func forget(_ name: String) { known.withLock { $0[name] = nil } }
}
