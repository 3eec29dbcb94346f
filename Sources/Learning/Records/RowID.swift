extension Records {
    /// The number under which something is kept. What was kept later has a higher one, whatever the clock said.
    package struct RowID<Owner>: Hashable, Sendable {
        /// The number itself, from 1 on.
        package let number: Int64

        /// Something of a number.
        package init(_ number: Int64) { self.number = number }
    }
}

extension Records.RowID: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension Records.RowID: CustomStringConvertible {
    package var description: String { String(number) }
}
