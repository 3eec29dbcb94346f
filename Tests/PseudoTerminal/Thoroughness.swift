import Glibc

/// How much is tried of what could be tried without end: a part that is the same every time, or with
/// `PRECEPTOR_THOROUGH=1` in the environment many times as much.
package enum Thoroughness {
    /// Whether a machine has time for all of it.
    package static let isFull = getenv("PRECEPTOR_THOROUGH") != nil

    /// How often something is tried.
    package static func tries(_ usual: Int, full: Int) -> Int { isFull ? full : usual }

    /// Every so-manieth of a list, from the first on, or all of it.
    package static func part<Element>(_ all: [Element], every step: Int) -> [Element] {
        isFull ? all : stride(from: 0, to: all.count, by: step).map { all[$0] }
    }
}
