extension Dictionary where Key: Comparable, Value: Comparable {
    /// The entries, the greatest value first, and those of one value by their keys.
    package var greatestFirst: [(key: Key, value: Value)] {
        sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    }
}
