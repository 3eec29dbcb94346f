import Dispatch
import Scoring
import Synchronization
import Team

/// Tells everybody who watches what happens in exams, as it happens: one thread of a node looks for all of them.
final class Watch: Sendable {
    private struct Watcher {
        let actor: Actor
        let continuation: AsyncStream<String>.Continuation
        /// How often it was told something.
        var rounds = 0
        var told = ""
    }

    private struct State {
        var watchers: [Int: Watcher] = [:]
        var next = 0
        var isLooking = false
    }

    private let desk: ExamDesk
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "preceptor watch")
    private let pause: DispatchTimeInterval

    /// After how many rounds a browser asks anew, so that whoever may watch no longer does not.
    private static let mostRounds = 150

    init(_ desk: ExamDesk, every pause: DispatchTimeInterval = .seconds(2)) {
        self.desk = desk
        self.pause = pause
    }

    /// What happens from now on, as server-sent events: each a list of all sittings.
    func pieces(for actor: Actor) -> AsyncStream<String> {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(4))
        let (number, isFirst) = state.withLock { state in
            state.next += 1
            state.watchers[state.next] = Watcher(actor: actor, continuation: continuation)
            defer { state.isLooking = true }
            return (state.next, !state.isLooking)
        }
        continuation.onTermination = { [self] _ in state.withLock { $0.watchers[number] = nil } }
        if isFirst { queue.async { self.look() } }
        return stream
    }

    /// Looks at once, after whoever looks just now.
    func lookNow() { queue.sync { look() } }

    /// Looks what is new, tells everybody, and looks again later for as long as anybody listens.
    private func look() {
        let watchers = state.withLock { state in
            if state.watchers.isEmpty { state.isLooking = false }
            return state.watchers
        }
        guard !watchers.isEmpty else { return }
        // Whoever may see as much sees the same, so that the attempts are read once and not for each who watches.
        var seen: [String: String] = [:]
        for (number, watcher) in watchers {
            let sight = Self.sight(of: watcher.actor)
            seen[sight] = seen[sight] ?? (try? desk.sittings(for: watcher.actor)).map(Self.json)
            let news = seen[sight] ?? watcher.told
            let isNews = news != watcher.told
            // A comment keeps proxies from closing what is silent.
            let result = watcher.continuation.yield(isNews ? "data: \(news)\n\n" : ":\n\n")
            // What gave way to a comment, because somebody is slow to listen, is told again.
            var isLost = false
            if case .dropped(let piece) = result { isLost = !isNews && piece.hasPrefix("data") }
            state.withLock { state in
                state.watchers[number]?.told = isLost ? "" : news
                state.watchers[number]?.rounds += 1
            }
            if watcher.rounds >= Self.mostRounds { watcher.continuation.finish() }
        }
        queue.asyncAfter(deadline: .now() + pause) { self.look() }
    }

    /// A name for what somebody sees, the same for all who see the same.
    private static func sight(of actor: Actor) -> String {
        guard actor.mayOfAll(.watchExams), actor.mayOfAll(.seeResults) == actor.may(.seeResults) else {
            return actor.person.id.text
        }
        return actor.may(.seeResults) ? "all with results" : "all"
    }

    private static func json(_ sittings: [WatchedAttempt]) -> String {
        JSONText.list(
            sittings.map { sitting in
                .object([
                    ("name", .text(sitting.name)), ("candidate", .text(sitting.candidate)),
                    ("exam", .text(sitting.title)),
                    ("answered", .text("\(sitting.answered) of \(sitting.count)")), ("state", .text(sitting.words)),
                    ("seen", .number(sitting.seen.milliseconds)), ("mark", .text(sitting.mark)),
                ])
            }
        ).written
    }
}
