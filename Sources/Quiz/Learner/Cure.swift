/// How the cure of one belief goes: how often it led an answer astray, and how it was probed since.
///
/// A probe is an item to which the belief gives a wrong answer. The first comes at once, the others after more and more
/// answers; only a belief that stayed away from all of them is overcome.
package struct Cure: Sendable, Equatable {
    /// Answers that it led astray.
    package private(set) var met: Int
    /// Probes from which it stayed away since it was last met.
    package private(set) var withstood: Int
    /// Answers to come before the next probe is due; 0 where it is due now.
    package private(set) var wait: Int

    /// Answers between one probe and the next, the first of them right after the belief was met.
    package static let distances = [0, 3, 8, 20]

    package init() { self.init(met: 0, withstood: 0, wait: 0) }

    /// What was kept. Counts that make no sense are taken for the nearest that do.
    package init(met: Int, withstood: Int, wait: Int) {
        self.met = max(0, met)
        self.withstood = max(0, withstood)
        self.wait = max(0, wait)
    }

    /// Whether the belief stayed away from every probe.
    package var isOvercome: Bool { withstood >= Self.distances.count }
    /// Whether the next probe is due.
    package var isDue: Bool { !isOvercome && wait == 0 }

    /// Takes in that the belief led an answer astray.
    mutating func meet() {
        met += 1
        withstood = 0
        wait = 0
    }

    /// Takes in an answer that the belief did not lead astray, which withstood it where it was a probe that was due.
    mutating func pass(isProbe: Bool) {
        guard isProbe, isDue else {
            wait = max(0, wait - 1)
            return
        }
        withstood += 1
        wait = isOvercome ? 0 : Self.distances[withstood]
    }
}
