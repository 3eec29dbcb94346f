import Audit
import Dispatch
import Foundation
import Synchronization
import Testing

@testable import TeamStores

/// How what callers add to logs is put together.
@Suite struct `A writer of logs` {
    /// Writes nothing, remembers which wishes came together, and lets the first ones wait.
    private final class Press: Sendable {
        let batches = Mutex<[[String]]>([])
        let opens = DispatchSemaphore(value: 0)
        let isThere = DispatchSemaphore(value: 0)
        let outcome: @Sendable (LogWish) -> LogWish.Outcome

        init(_ outcome: @escaping @Sendable (LogWish) -> LogWish.Outcome = { _ in .kept }) { self.outcome = outcome }

        func write(_ wishes: [LogWish]) {
            let isFirst = batches.withLock { batches in
                batches.append(wishes.map { "\($0.log) \($0.lines[0])" })
                return batches.count == 1
            }
            if isFirst {
                isThere.signal()
                opens.wait()
            }
            for wish in wishes { wish.answer(outcome(wish)) }
        }
    }

    private static func wish(_ line: String, to log: String, after count: Int = 0) -> LogWish {
        let end = LogEnd(count: count, hash: zeroHash)
        return LogWish([line], to: log, after: end, reaching: LogEnd(count: count + 1, hash: zeroHash))
    }

    /// Lets wishes come while the first one is under way, each from a thread of its own, and gives what came together.
    private func batches(of wishes: [LogWish]) -> [[String]] {
        let press = Press()
        let writer = LogWriter(lanes: 1) { press.write($0) }
        let (begun, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        func write(_ wish: LogWish) {
            Thread.detachNewThread {
                begun.signal()
                try? writer.write(wish)
                done.signal()
            }
            begun.wait()
        }
        write(Self.wish("first", to: "first"))
        press.isThere.wait()
        for wish in wishes { write(wish) }
        // Nobody tells that the last one stands in the line.
        usleep(20_000)
        press.opens.signal()
        for _ in 0...wishes.count { done.wait() }
        return press.batches.withLock(\.self)
    }

    @Test func `writes together what came while it wrote`() {
        let batches = batches(of: (0..<20).map { Self.wish("x", to: "log \($0)") })
        #expect(batches[0] == ["first first"])
        #expect(batches.count < 10, "not each by itself")
        #expect(Set(batches.dropFirst().joined()) == Set((0..<20).map { "log \($0) x" }))
    }

    @Test func `puts two wishes for one log in no transaction together`() {
        let batches = batches(of: (0..<5).map { _ in Self.wish("x", to: "a") } + [Self.wish("y", to: "b")])
        #expect(batches.count == 6)
        for batch in batches { #expect(Set(batch.map { $0.first }).count == batch.count, "\(batch)") }
        #expect(batches.joined().filter { $0 == "b y" }.count == 1)
    }

    @Test func `takes no more than so many at once`() {
        let batches = batches(of: (0..<LogWriter.most + 10).map { Self.wish("x", to: "log \($0)") })
        #expect(batches.allSatisfy { $0.count <= LogWriter.most })
        #expect(batches.joined().count == LogWriter.most + 11)
    }

    @Test(arguments: [LogError.changed, .sealed, .full("no room"), .unwritable("so it is")])
    func `tells each caller what came of its own wish`(error: LogError) throws {
        let press = Press { $0.log == "bad" ? .failed(error) : .kept }
        press.opens.signal()
        let writer = LogWriter(lanes: 3) { press.write($0) }
        try writer.write(Self.wish("x", to: "good"))
        #expect(throws: error) { try writer.write(Self.wish("x", to: "bad")) }
        try writer.write(Self.wish("y", to: "good", after: 1))
    }

    /// Where nothing was added, what is kept tells why.
    @Test func `knows by the end of a log what came of a wish`() {
        let wish = Self.wish("x", to: "a", after: 3)
        let (here, next, beyond) = (wish.end, wish.next, LogEnd(count: 5, hash: zeroHash))
        let other = LogEnd(count: 4, hash: String(zeroHash.dropLast()) + "1")
        #expect(wish.outcome(finding: nil) == .failed(.changed))
        #expect(wish.outcome(finding: KeptEnd(end: here, signedEnd: nil)) == .failed(.changed))
        #expect(wish.outcome(finding: KeptEnd(end: next, signedEnd: nil)) == .kept)
        #expect(wish.outcome(finding: KeptEnd(end: beyond, signedEnd: nil)) == .failed(.changed))
        #expect(wish.outcome(finding: KeptEnd(end: other, signedEnd: nil)) == .failed(.changed))
        #expect(wish.outcome(finding: KeptEnd(end: next, signedEnd: "head")) == .failed(.sealed))
    }
}
