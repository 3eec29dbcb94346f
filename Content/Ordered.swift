extension Sequence {
    /// The elements in order; what comes neither before nor after another keeps its place beside it.
    ///
    /// Places are sorted, not elements: the library's sort is compiled anew for every kind of element, which over all of
    /// Preceptor was a twentieth of a build.
    package func ordered(by precedes: (Element, Element) -> Bool) -> [Element] {
        let elements = Array(self)
        return places(of: elements.count) { precedes(elements[$0], elements[$1]) }.map { elements[$0] }
    }
}

extension Dictionary where Key: Comparable, Value: Comparable {
    /// The entries, the greatest value first, and those of one value by their keys.
    package var greatestFirst: [(key: Key, value: Value)] {
        ordered { ($1.value, $0.key) < ($0.value, $1.key) }
    }
}

private func places(of count: Int, by precedes: (Int, Int) -> Bool) -> [Int] {
    Array(0..<count).sorted(by: precedes)
}
