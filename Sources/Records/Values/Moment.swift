extension Records {
    /// A moment in time, in milliseconds since 1970 UTC. The caller has the clock.
    package struct Moment: Hashable, Sendable {
        package let milliseconds: Int64

        package init(milliseconds: Int64) { self.milliseconds = milliseconds }
    }
}

extension Records.Moment: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
}
