extension FSRS {
    /// The 21 parameters of FSRS-6, `w0` to `w20` in the algorithm's own notation.
    package struct Parameters: Sendable, Equatable {
        /// `w0` to `w20`, in that order.
        package let values: [Double]

        /// The defaults that the open-spaced-repetition project publishes, the same in `fsrs` 6.3 and `fsrs-rs-python`
        /// 0.9.
        package static let published = Parameters(unchecked: [
            0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
            1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
        ])

        /// Parameters of one's own, such as an optimiser finds; nil unless there are 21 numbers, all finite.
        ///
        /// A value beyond the published bounds becomes the nearest bound, as in `fsrs-rs`: an optimiser that works in
        /// single precision gives a bound such as 0.8 a trifle too large.
        package init?(_ values: [Double]) {
            guard values.count == Self.bounds.count, values.allSatisfy(\.isFinite) else { return nil }
            self.init(unchecked: zip(values, Self.bounds).map { $0.clamped(to: $1) })
        }

        private init(unchecked values: [Double]) { self.values = values }

        subscript(_ index: Int) -> Double { values[index] }

        private static let bounds: [ClosedRange<Double>] = [
            0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4, 0.001...0.75,
            0...4.5, 0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4, 0...1, 1...6,
            0...2, 0...2, 0...0.8, 0.1...0.8,
        ]
    }
}
